"""IMS503: a compound written in several words."""

from __future__ import annotations

from collections.abc import Iterator

from ...rule import Problem, rule
from ..page import Page
from ..spelling import respelt


@rule("IMS503", "split-compound", "text")
def split_compound(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.split:
            right = respelt(match, page.profile)
            if right is None:
                message = f"split compound: '{match.text}' is a form of '{match.designation}', written as that is"
                yield passage.problem(match.start, match.end, message, concept=match.concept.id)
            elif "-" not in right:
                message = f"split compound in '{match.text}'; write '{right}'"
                safe = not match.candidates
                yield passage.problem(match.start, match.end, message, right, match.concept.id, safe)
