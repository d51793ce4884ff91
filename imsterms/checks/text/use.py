"""Which words of a passage are used as terms: not those that are only mentioned, quoted, cited, or foreign."""

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from ...languages.word_lists import foreign_language
from ...lexicon.designation import ABBREVIATION, DEPRECATED, LAY, NAMES, PLAIN
from ...recognition.annotate import annotator
from ...recognition.match import Match
from ...recognition.references import REACH, References
from .page import Page, Passage

_NAMING_REACH = 45
"""Characters before a word in which a phrase such as "ofte kalt" makes it a mention."""

_REFERENCE_SIGNS = 2
"""So many signs of a reference in a line make it one: in doubt, nothing is reported."""

_CITATION = re.compile(r"\((?=[^()]*[^\W\d_])[^()]*\b(?:19|20)\d\d[^()]*\)")
"""A work that prose refers to: "(Moe et al., 2007)"."""

_GLOSS = re.compile(r"\s?[^\w\s]\W*(?:\w+\W+){0,4}")
"""What is between a word and the term that it explains: a bracket, a comma, "– also called a"."""


def set_aside(passage: Passage, start: int, end: int) -> bool:
    """Return whether a span is quoted, in a reference to a work, in a name or title, or in another language."""
    return (
        passage.segment.quoted(start, end)
        or _cited(passage, start)
        or _in_name(passage, start, end)
        or bool(_foreign(passage, start, end) or passage.page.written_in)
    )


def _foreign(passage: Passage, start: int, end: int) -> str:
    return foreign_language(passage.text[slice(*passage.sentence(start, end))], passage.page.profile.tag)


def is_mention(passage: Passage, match: Match) -> bool:
    """Return whether a word is only mentioned: beside the term (or one that holds it), or after "ofte kalt".

    So is a deprecated word in a list of such words. Beside an abbreviation it may be the long form, and is used.
    """
    first, last = passage.sentence(match.start, match.end)
    concept = match.concept
    near, term, deprecated = {concept.id}, "", match.status == DEPRECATED
    if deprecated:
        near.update(other.id for other in (*concept.narrower, *concept.broader))
        term = str(concept.term).casefold() if concept.has_term else ""
    for other in _within(passage.all_matches, first, last):
        if other.designation == match.designation:
            continue
        if deprecated and other.status == DEPRECATED and _between(passage, match, other).strip() == ",":
            return True
        field = other.designation.field
        if field in ((DEPRECATED, ABBREVIATION, LAY, PLAIN) if deprecated else (DEPRECATED, match.designation.field)):
            continue
        if other.concept.id in near or term and term in other.text.casefold():
            return True
    return _is_named(passage, match, first)


def _is_named(passage: Passage, match: Match, first: int) -> bool:
    """Return whether "ofte kalt" or the like comes right before a match, in the sentence that begins at ``first``."""
    before = passage.text[max(first, match.start - _NAMING_REACH) : match.start].casefold()
    return _naming(passage.page.words.naming).search(before) is not None


def told_apart(page: Page) -> frozenset[str]:
    """Return the concepts whose deprecated words the page may mean something else by, or explains by the term.

    "Behind a muscle knot we find a trigger point", "These spots are known as trigger points": there a word is chosen.
    """
    deprecated = {match.concept.id for passage in page.suspects for match in passage.matches if _is_deprecated(match)}
    apart = set()
    for passage in page.passages if deprecated else ():
        for name in passage.matches:
            if name.concept.id not in deprecated or name.designation.field not in NAMES:
                continue
            first, last = passage.sentence(name.start, name.end)
            beside = [
                _between(passage, name, match)
                for match in _within(passage.matches, first, last)
                if match.concept == name.concept and _is_deprecated(match)
            ]
            if not all(map(_GLOSS.fullmatch, beside)) or not beside and _is_named(passage, name, first):
                apart.add(name.concept.id)
    return frozenset(apart)


def _within(matches: list[Match], first: int, last: int) -> list[Match]:
    """Return those of matches in the order of the text that begin in a span."""
    place = attrgetter("start")
    return matches[bisect_left(matches, first, key=place) : bisect_left(matches, last, key=place)]


def _is_deprecated(match: Match) -> bool:
    return match.status == DEPRECATED


def _between(passage: Passage, one: Match, other: Match) -> str:
    return passage.text[min(one.end, other.end) : max(one.start, other.start)]


@cache
def _naming(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # a word or two may come between: "kalt for små muskelknuter"
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?:\W+\w+){{0,2}}\W*$")


def _cited(passage: Passage, start: int) -> bool:
    if passage.segment.section in passage.page.reference_sections:
        return True
    first = max(0, start - 2 * REACH)
    near, place = passage.text[first : start + 2 * REACH], start - first
    line = _CITATION.sub(
        lambda citation: citation[0] if citation.start() < place < citation.end() else " " * len(citation[0]), near
    )
    return References(line, passage.page.words).have_signs(place, place, _REFERENCE_SIGNS)


def _in_name(passage: Passage, start: int, end: int) -> bool:
    """Return whether a span begins with a capital beside another word that does: a name, a title of a work."""
    text = passage.text
    if passage.segment.heading or not text[start].isupper() or text[start:end].isupper():
        return False
    return bool(annotator(passage.page.glossary).senses.in_name(text, start, end, first_counts=True))
