"""IMS506: several words for one concept in one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.concept import ADMITTED, PREFERRED
from ...rule import Problem, rule
from ..page import Page, Passage
from ..suggestion import suggest

if TYPE_CHECKING:
    from ....recognition.annotate import Match


@rule("IMS506", "inconsistent-terms", "text", default=False)
def inconsistent_terms(page: Page) -> Iterator[Problem]:
    if not page.continuous:
        return
    used: dict[str, list[tuple[Passage, Match]]] = {}
    for passage in page.passages:
        for match in passage.matches:
            if match.status in (PREFERRED, ADMITTED):
                used.setdefault(match.concept.id, []).append((passage, match))
    for uses in used.values():
        kept = next((match for _, match in uses if match.status == PREFERRED), uses[0][1])
        for passage, match in uses:
            if match.designation == kept.designation or _introduced(passage, match):
                continue
            right = suggest(passage, match, kept.concept.term)
            message = (
                f"'{match.text}' is called '{kept.designation}' elsewhere in this text; use one word for one thing"
            )
            if right is None or kept.status != PREFERRED:
                yield passage.problem(match.start, match.end, message, concept=match.concept.id)
            else:
                sure = right.sure and passage.sure(match)
                yield passage.problem(right.start, right.end, message, right.text, match.concept.id, sure)


def _introduced(passage: Passage, match: Match) -> bool:
    """Return whether a synonym is only mentioned: "triggerpunkt (myofascielt triggerpunkt)"."""
    return passage.text[match.start - 1 : match.start] == "(" and passage.text[match.end : match.end + 1] == ")"
