"""IMS504: a hyphen that is missing: "IMS behandling", "IMSbehandling", "dry needling kurset"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.concept import ABBREVIATION
from ...rule import Problem, rule
from ..page import Page, Passage
from ..spelling import ENDINGS, HEADS, respelt

if TYPE_CHECKING:
    from ....recognition.annotate import Match


@rule("IMS504", "missing-hyphen", "text")
def missing_hyphen(page: Page) -> Iterator[Problem]:
    language = page.glossary.language
    written = _abbreviations(page)
    for passage in page.passages:
        for match in passage.split:
            right = respelt(match, language)
            if right is not None and "-" in right:
                yield _problem(passage, match.start, match.end, right, match.concept.id)
        if language not in HEADS:
            continue
        for match in passage.matches:
            if _takes_hyphen(page, match):
                yield from _before_noun(page, passage, match)
        if written is not None:
            for found in written.finditer(passage.text):
                tail = found[2]
                if HEADS[language].fullmatch(tail) or ENDINGS[language].fullmatch(tail):
                    yield _problem(passage, found.start(), found.end(), f"{found[1]}-{tail}", None)


def _before_noun(page: Page, passage: Passage, match: Match) -> Iterator[Problem]:
    """Find a noun after an abbreviation that is to be joined to it."""
    after = passage.after(match.end)
    if after is None or "\n" in passage.text[match.end : after.start]:
        return
    if HEADS[page.glossary.language].fullmatch(after.text):
        right = f"{match.text}-{after.text}"
        yield _problem(passage, match.start, after.end, right, match.concept.id)


def _takes_hyphen(page: Page, match: Match) -> bool:
    """Return whether a noun after a match is joined to it with a hyphen: an abbreviation, or English words."""
    if match.status == ABBREVIATION:
        return match.text == match.designation
    if " " not in match.designation or match.text.casefold() != match.designation.casefold():
        return False
    if "en" not in page.glossary.languages:
        return False
    english = match.concept.in_language("en")
    return any(match.designation.casefold() == one.casefold() for one in english.designations)


def _abbreviations(page: Page) -> re.Pattern[str] | None:
    """Return the pattern of an abbreviation with small letters right after it."""
    known = {concept.abbreviation for concept in page.glossary.values() if concept.has_term and concept.abbreviation}
    capitals = sorted(word for word in known if word and word.isupper() and len(word) > 2)
    if not capitals:
        return None
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, capitals))})([a-zæøå]{{2,40}}+)(?!\w)")


def _problem(passage: Passage, start: int, end: int, right: str, concept: str | None) -> Problem:
    message = f"a hyphen is missing in '{passage.text[start:end]}'; write '{right}'"
    return passage.problem(start, end, message, right, concept)
