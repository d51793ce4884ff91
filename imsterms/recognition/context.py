"""False friends: words that look like a term and are another word, told by what is beside them.

A rule errs on the side of the term: only where the neighbours speak against it is a word left alone. The words and
their company are in the word lists of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..languages.word_lists import FalseFriend

BEFORE, AFTER, NEAR = 70, 60, 160
"""How many characters around a word are looked at."""


class Rule:
    """When a surface is not the term that it looks like.

    >>> section = FalseFriend(("ledd",), ("første", "andre"), (r" punktum\\b",), (), (), False)
    >>> rule = Rule(section)
    >>> rule.speaks_against("etter andre ledd", 12, 16), rule.speaks_against("i alle ledd", 7, 11)
    (True, False)
    """

    __slots__ = ("_after", "_before", "_both", "_near", "_unless")

    def __init__(self, friend: FalseFriend) -> None:
        self._before = _before(friend.before)
        self._after = re.compile(f"(?:{'|'.join(friend.after)})") if friend.after else None
        self._near = re.compile(rf"(?<!\w)(?:{'|'.join(friend.near)})(?!\w)") if friend.near else None
        self._unless = _before(friend.unless)
        self._both = friend.both

    def speaks_against(self, text: str, start: int, end: int) -> bool:
        """Return whether the surroundings say that it is another word."""
        if self._before is not None or self._after is not None:
            left = _folded(text[max(0, start - BEFORE) : start])
            if self._unless is not None and self._unless.search(left):
                return False
            speaks = self._before is not None and self._before.search(left) is not None
            if speaks == self._both:  # what is after is asked for too
                speaks = self._after is not None and self._after.match(_folded(text[end : end + AFTER])) is not None
            if speaks:
                return True
        return (
            self._near is not None and self._near.search(_folded(text[max(0, start - NEAR) : end + NEAR])) is not None
        )


def _before(alternatives: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return the pattern of what ends right before a word, punctuation and spaces aside."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})\W*$") if alternatives else None


def _folded(text: str) -> str:
    return text.casefold().replace("\u00a0", " ").replace("\n", " ")


def rules(friends: Iterable[FalseFriend]) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of false friends, by folded surface."""
    by_surface: dict[str, tuple[Rule, ...]] = {}
    for friend in friends:
        rule = Rule(friend)
        for surface in friend.words:
            by_surface[surface] = (*by_surface.get(surface, ()), rule)
    return by_surface
