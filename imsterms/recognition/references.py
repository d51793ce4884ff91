"""References to works: the signs by which a line is told from prose ("Moe K, et al. J Pain 2011; 12(3): 4-9")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..languages.word_lists import WordLists

REACH = 400
"""Characters of a line that are looked at before and after a word."""

_LEAST = 3
"""So many signs of a reference in a line make it one."""

_YEARS = re.compile(r"[12][09]\d\d")
_MARKS = re.compile(r"[(;,.:](?:\ ?(?:19|20)\d\d|(?<![(.])\ ?e?\d+[-–−]\d|(?:(?<=\d\()|(?<=\d\ \())\d+(?:[-–−]\d+)?\))")
_YEARS_WITH_MARK = re.compile(r"[12][09]\d\d[;:]")
"""What hardly any reference lacks: a year, and a year, an issue or pages beside punctuation. They are quickly found."""

_AHEAD = 1500
"""Characters that are looked through for years beyond those that are asked for."""

_OVERLAP = 16
"""Characters that are looked at again, so that nothing is missed that was half there."""

_INITIALS = r"\b[^\W\d_a-zæøåäö][^\W\d_]+,?\ (?:[^\W\d_a-zæøåäö]\.?\ ?){1,3}(?=[,.;&(\n]|\ (?:%s)\ |$)"
_YEAR = r"[(;,.]\ ?(?:19|20)\d\d[a-z]?\b|\b(?:19|20)\d\d[;:]"
_ISSUE = r"\b\d+\ ?\(\d+(?:[-–−]\d+)?\)|\bvol\b|\bs\.\ \d|\bpp?\.\ ?\d"
_PUBLISHER = r"[.,]\ [^\W\d_a-zæøåäö][^\W\d_]+:\ [^\W\d_a-zæøåäö][\w\ &-]{1,60},\ (?:19|20)\d\d\b"
_PAGES = r"[:;,]\ ?e?\d+[-–−]\d+"


class References:
    """The references of a text; spans are asked for from left to right.

    >>> from imsterms.languages.word_lists import word_lists
    >>> line = "Moe K, Lie B. Needles. Journal of Rest 2011; 12(3): 4-9."
    >>> References(line, word_lists("en")).hold(15, 22), References("Needles are thin.", word_lists("en")).hold(0, 7)
    (True, False)
    """

    def __init__(self, text: str, lists: WordLists) -> None:
        self._text = text
        self._years = _Sweep(_YEARS, text, _AHEAD)
        self._lists = lists
        self.prose_to = 0
        """Before where no span is in a reference, from the last one on that was asked for."""

    def hold(self, start: int, end: int) -> bool:
        """Return whether a span is in a reference."""
        low, high = max(0, start - REACH), end + REACH
        if end < self.prose_to:
            return False
        if not self._years.any(low, high):
            self.prose_to = self._years.seen - 1 - REACH
            return False
        return any(sweep.any(low, high) for sweep in self._marks) and self.have_signs(start, end, _LEAST)

    def have_signs(self, start: int, end: int, least: int) -> bool:
        """Return whether at least so many different signs of a reference are in the line around a span."""
        text = self._text
        low = max(0, start - REACH)
        first = text.rfind("\n", low, start) + 1 or low
        line_end = text.find("\n", end, end + REACH)
        last = line_end if line_end >= 0 else end + REACH
        left = len(self._signs)
        for sign in self._signs:
            left -= 1
            least -= sign.any(first, last)
            if least <= 0 or least > left:
                break
        return least <= 0

    @cached_property
    def _marks(self) -> tuple[_Sweep, ...]:
        return _Sweep(_MARKS, self._text), _Sweep(_YEARS_WITH_MARK, self._text)

    @cached_property
    def _signs(self) -> tuple[_Sweep, ...]:
        lists = self._lists
        patterns = _patterns(lists.conjunctions, lists.with_others, lists.registries, lists.journals)
        return tuple(_Sweep(pattern, self._text) for pattern in patterns)


class _Sweep:
    """Where a text matches a pattern, sought only near the positions asked for, and nowhere twice."""

    __slots__ = ("_ahead", "_pattern", "_place", "_text", "seen")

    def __init__(self, pattern: re.Pattern[str], text: str, ahead: int = REACH) -> None:
        self._ahead = ahead
        self._pattern = pattern
        self._text = text
        self.seen = 0
        """Up to where it is known."""
        self._place = -1
        """The last match that was found."""

    def any(self, low: int, high: int) -> bool:
        """Return whether a match begins between two positions."""
        if self._place < low and self.seen <= high:
            ahead = high + self._ahead
            match = self._pattern.search(self._text, max(low, self.seen), ahead + _OVERLAP)
            if match is None:
                self.seen = ahead
            else:
                self._place = match.start()
                self.seen = self._place + 1
        return low <= self._place <= high


@cache
def _patterns(*words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the pattern of each sign, those first that are quickly found."""
    conjunctions, others, registries, journals = map(_any_of, words)
    named = (rf"\b(?:{others})(?!\w)", rf"\b(?:{registries})\b", rf"\b(?:{journals})\b")
    return tuple(map(re.compile, (_PAGES, _YEAR, _ISSUE, _PUBLISHER, *named, _INITIALS % conjunctions)))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
