"""References to works: the signs by which a line is told from prose ("Moe K, et al. J Pain 2011; 12(3): 4-9")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..languages.word_lists import WordLists

REACH = 400
"""Characters of a line that are looked at before and after a word."""

_LEAST = 3
"""So many signs of a reference in a line make it one."""

_YEARS = re.compile(r"[12][09]\d\d")
_MARKS = re.compile(r"[(;,.:] ?(?:e?\d+[-–−]\d|(?:19|20)\d\d|\d+\))")
_YEARS_WITH_MARK = re.compile(r"[12][09]\d\d[;:]")
"""What hardly any reference lacks: a year, and one beside punctuation or an issue or pages. They are quickly found."""

_OVERLAP = 16
"""Characters that are looked at again, so that nothing is missed that was half there."""

_INITIALS = r"\b[^\W\d_a-zæøåäö][^\W\d_]+,?\ (?:[^\W\d_a-zæøåäö]\.?\ ?){1,3}(?=[,.;&(]|\ (?:%s)\ |$)"
_YEAR = r"[(;,.]\ ?(?:19|20)\d\d[a-z]?\b|\b(?:19|20)\d\d[;:]"
_ISSUE = r"\b\d+\ ?\(\d+(?:[-–−]\d+)?\)|\bvol\b|\bs\.\ \d|\bpp?\.\ ?\d"
_PAGES = r"[:;,]\ ?e?\d+[-–−]\d+"


class References:
    """The references of a text; positions are asked for from left to right."""

    def __init__(self, text: str, lists: WordLists) -> None:
        self._text = text
        self._lists = lists
        self._years = _Sweep(_YEARS, text)
        self._marks = _Sweep(_MARKS, text)
        self._years_with_mark = _Sweep(_YEARS_WITH_MARK, text)

    def hold(self, start: int, end: int) -> bool:
        """Return whether a span is in a reference."""
        low, high = start - REACH, end + REACH
        return (
            self._years.any(low, high)
            and (self._marks.any(low, high) or self._years_with_mark.any(low, high))
            and signs(self._text, start, end, self._lists) >= _LEAST
        )


class _Sweep:
    """Where a text matches a pattern, sought only near the positions asked for, and nowhere twice."""

    __slots__ = ("_pattern", "_place", "_seen", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern = pattern
        self._text = text
        self._seen = 0
        self._place = -1
        """The last match that was found."""

    def any(self, low: int, high: int) -> bool:
        """Return whether a match begins between two positions."""
        if self._place < low and self._seen <= high:
            ahead = high + REACH
            match = self._pattern.search(self._text, max(low, self._seen, 0), ahead + _OVERLAP)
            if match is None:
                self._seen = ahead
            else:
                self._place = match.start()
                self._seen = self._place + 1
        return low <= self._place <= high


def signs(text: str, start: int, end: int, lists: WordLists) -> int:
    """Return how many different signs of a reference are in the line around a span.

    >>> from imsterms.languages.word_lists import word_lists
    >>> line = "Moe K, Lie B. Needles. Journal of Rest 2011; 12(3): 4-9."
    >>> signs(line, 15, 22, word_lists("en")), signs("Needles are thin.", 0, 7, word_lists("en"))
    (5, 0)
    """
    first = max(text.rfind("\n", 0, start) + 1, start - REACH)
    line_end = text.find("\n", end, end + REACH)
    pattern = _pattern(lists.conjunctions, lists.with_others, lists.registries, lists.journals)
    return _count(pattern, text[first : line_end if line_end >= 0 else end + REACH])


@lru_cache(maxsize=16)
def _count(pattern: re.Pattern[str], line: str) -> int:
    # several terms in a row are in the same line
    return len({sign.lastgroup for sign in pattern.finditer(line)})


@cache
def _pattern(*words: tuple[str, ...]) -> re.Pattern[str]:
    conjunctions, others, registries, journals = map(_any_of, words)
    kinds = {
        "others": rf"\b(?:{others})(?!\w)",
        "initials": _INITIALS % conjunctions,
        "year": _YEAR,
        "issue": _ISSUE,
        "pages": _PAGES,
        "registry": rf"\b(?:{registries})\b",
        "journal": rf"\b(?:{journals})\b",
    }
    return re.compile("|".join(f"(?P<{kind}>{sign})" for kind, sign in kinds.items()))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
