"""IMS507: an abbreviation that is used before the text has said what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ....errors import ImstermsError
from ....lexicon.concept import ABBREVIATION
from ...rule import Problem, rule
from ..page import Page, Passage
from ..spelling import any_of

if TYPE_CHECKING:
    from ....recognition.annotate import Match

# what may be between a term and its abbreviation where one explains the other
_BETWEEN = r"[\s»”\"*]{0,3}[(\[,:=–—-]\s?(?:(?:%s)\s)?[«“\"]?"
# "NRS (numeric rating scale)", "NRS - numeric rating scale": the words after it
_AFTER = re.compile(r"\s?(?:\(|[:–—-] ?)([^()\n]{3,100})")
_WORD = re.compile(r"\w+")
_BELOW = re.compile(r"[ \t]*(?:\n|\Z|(={3,}|-{3,}))")

FEW = 2
"""A document that names fewer concepts is about something else."""

SHORT = 300
"""A text of fewer characters of prose need not say what every reader of it knows: a note, a message."""


@rule("IMS507", "abbreviation-not-introduced", "text", default=False)
def abbreviation_not_introduced(page: Page) -> Iterator[Problem]:
    if not page.continuous or page.pairs:  # messages are read one by one
        return
    first: dict[str, tuple[Passage, Match]] = {}
    explained: dict[str, Match] = {}
    for passage in page.passages:
        matches = passage.matches
        for place, match in enumerate(matches):
            concept = match.concept.id
            if match.status != ABBREVIATION or concept in explained or match.concept.part_of_speech == "proper noun":
                continue
            # in a text about something else the letters are short for something else
            if match.designation in page.words.well_known or len(page.named) < FEW and concept not in page.in_full:
                continue
            if _explained(passage, matches, place):
                explained[concept] = match
            if concept in explained or not _in_a_title(passage, match):
                first.setdefault(concept, (passage, match))
    short = sum(passage.segment.size for passage in page.passages) < SHORT
    for concept, (passage, match) in first.items():
        introduction = explained.get(concept)
        if introduction is match or introduction is None and short:
            continue
        what = f"'{match.text}' is used before it is introduced"
        full = _full(match)
        if introduction is not None:
            message = f"{what} further down; introduce it here: {match.concept.term}"
            yield passage.problem(match.start, match.end, message, concept=concept)
        elif full and not _in_parentheses(passage, match) and not _joined(page, passage, match):
            # how the sentence goes on is not looked at
            message = f"{what}; write '{full}' here"
            yield passage.problem(match.start, match.end, message, full, concept, safe=False)
        else:
            message = f"{what}: {match.concept.term}"
            yield passage.problem(match.start, match.end, message, concept=concept)


def _in_a_title(passage: Passage, match: Match) -> bool:
    """Return whether a match is in a heading, in a link or in a quotation, which need not explain it."""
    segment, text = passage.segment, passage.text
    if segment.heading or segment.quoted(match.start, match.end) or segment.linked(match.start, match.end):
        return True
    # a heading of a plain text: a short line that does not end as a sentence does, with nothing or a rule below
    start = text.rfind("\n", max(0, match.start - 90), match.start) + 1
    end = text.find("\n", match.end, match.end + 90)
    if end < 0 or start == 0 and match.start > 90:
        return False
    below = _BELOW.match(text, end + 1)
    return below is not None and (below[1] is not None or text[start:end].rstrip()[-1:] not in ".!:;,")


def _joined(page: Page, passage: Passage, match: Match) -> bool:
    """Return whether a noun follows that belongs to the abbreviation: "IMS behandling"."""
    after = passage.after(match.end)
    return after is not None and any_of(page.words.joined_nouns).fullmatch(after.text) is not None


def _explained(passage: Passage, matches: list[Match], place: int) -> bool:
    """Return whether an abbreviation is beside what it is short for."""
    match = matches[place]
    text = passage.text
    for other in (*matches[max(0, place - 1) : place], *matches[place + 1 : place + 2]):
        if other.concept.id == match.concept.id and other.status != ABBREVIATION:
            between = text[other.end : match.start] if other.end <= match.start else text[match.end : other.start]
            if _explains(passage.page.words.introductions).fullmatch(between):
                return True
    after = _AFTER.match(text, match.end)
    if after and any(after[1].casefold().startswith(term) for term in _terms(match)):
        return True
    # in whatever words: their first letters tell
    letters = [letter.casefold() for letter in match.designation if letter.isalnum()]
    if after and _initials(after[1])[: len(letters)] == letters:
        return True
    if text[match.start - 1 : match.start] == "(":
        if text[match.end : match.end + 1] == ")" and text[: match.start - 1].rstrip()[-1:].islower():
            return True  # "støtbølgeterapi (ESWT)"
        before = _initials(text[max(0, match.start - 100) : match.start - 1])
        return before[-len(letters) :] == letters
    return False


@cache
def _explains(introductions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_BETWEEN % "|".join(map(re.escape, introductions)))


def _terms(match: Match) -> list[str]:
    """Return the term in every language, folded: Norwegian texts have "IMS - Intramuscular Stimulation" too."""
    concepts = [match.concept.in_language(language) for language in match.concept.glossary.languages]
    return [concept.term.casefold() for concept in concepts if concept.has_term]


def _initials(text: str) -> list[str]:
    return [word[0].casefold() for word in _WORD.findall(text)]


def _in_parentheses(passage: Passage, match: Match) -> bool:
    before = passage.text[max(0, match.start - 80) : match.start]
    return before.rfind("(") > before.rfind(")")


def _full(match: Match) -> str | None:
    """Return a term in full with its abbreviation, if that can take the place of the abbreviation."""
    if match.text != match.designation:
        return None
    try:
        return match.concept.term.form("full")
    except ImstermsError:
        return None
