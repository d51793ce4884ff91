"""Which words of a passage are used as terms: not those that are only mentioned, quoted, cited, or foreign."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...languages.tags import SOURCE
from ...languages.word_lists import word_lists
from ...lexicon.concept import DEPRECATED

if TYPE_CHECKING:
    from ...recognition.annotate import Match
    from .page import Page, Passage

_NAMING_REACH = 45
"""Characters before a word in which a phrase such as "ofte kalt" makes it a mention."""

_CITATION = re.compile(
    r"""
    (?P<others>\bet\ al\b|\bm\.\ ?fl\.)
  | (?P<initials>\b[A-ZÆØÅ][^\W\d_]+,?\ (?:[A-ZÆØÅ]\.?\ ?){1,3}(?=[,.;&(]|\ (?:og|and)\ |$))
  | (?P<year>[(;,.]\ ?(?:19|20)\d\d[a-z]?\b)
  | (?P<issue>\b\d+\ ?\(\d+(?:[-–]\d+)?\)|\bvol\b|\bs\.\ \d|\bpp?\.\ ?\d)
  | (?P<pages>[:;,]\ ?e?\d+[-–]\d+)
  | (?P<registry>\b(?:doi|PMID|ISBN|ISSN|PubMed|Hentet\ fra|Henta\ frå|Retrieved|Available\ (?:at|from))\b)
  | (?P<journal>\b(?:Journal|Tidsskrift|Lancet|BMJ|JAMA|Cochrane|Spine|Arch|Rehabil|Physiother|Acupunct)\b)
    """,
    re.VERBOSE,
)
"""Signs of a reference to a work; two different ones in a line make it one."""


def set_aside(passage: Passage, start: int, end: int) -> bool:
    """Return whether a span is quoted, in a reference to a work, in a name or title, or in another language."""
    return (
        passage.segment.quoted(start, end)
        or _cited(passage, start)
        or _in_name(passage, start, end)
        or is_foreign(passage.page, passage.text[slice(*passage.sentence(start, end))])
    )


def is_mention(passage: Passage, match: Match) -> bool:
    """Return whether a word is only mentioned: beside the term that explains it, or after "ofte kalt"."""
    first, last = passage.sentence(match.start, match.end)
    for other in passage.matches:
        if other.concept.id == match.concept.id and other.status != DEPRECATED and first <= other.start < last:
            return True
    before = passage.text[max(first, match.start - _NAMING_REACH) : match.start].casefold()
    return _naming(passage.page.words.naming).search(before) is not None


@cache
def _naming(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # a word or two may come between: "kalt for små muskelknuter"
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?:\W+\w+){{0,2}}\W*$")


def _cited(passage: Passage, start: int) -> bool:
    if passage.segment.section in passage.page.reference_sections:
        return True
    text = passage.text
    line_end = text.find("\n", start)
    line = text[
        max(text.rfind("\n", 0, start) + 1, start - 400) : min(line_end if line_end >= 0 else len(text), start + 400)
    ]
    return len({sign.lastgroup for sign in _CITATION.finditer(line)}) > 1


def _in_name(passage: Passage, start: int, end: int) -> bool:
    """Return whether a span begins with a capital beside another word that does: a name, a title of a work."""
    text = passage.text
    if passage.segment.heading or not text[start].isupper() or text[start:end].isupper():
        return False
    before = next(passage.before(start), None)
    after = passage.after(end)
    if before is not None and before.text.lower() in passage.page.words.inside_names:
        before = next(passage.before(before.start), None)
    return (
        before is not None
        and before.text[0].isupper()
        or after is not None
        and after.text[0].isupper()
        and not after.text.isupper()
    )


def is_foreign(page: Page, text: str, least: int = 2) -> bool:
    """Return whether a text is plainly in another language than the page: by its commonest words.

    ``least`` is how many words of the other language it must have.
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    own = page.profile.tag
    for other in {SOURCE, own, page.profile.other_form} - {own, ""}:
        ours, theirs = _common(own), _common(other)
        count = sum(word in theirs and word not in ours for word in words)
        if count >= least and count > 2 * sum(word in ours and word not in theirs for word in words):
            return True
    return False


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(word_lists(language).common)
