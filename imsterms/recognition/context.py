"""False friends: words that look like a term and are another word, told by what stands beside them.

A rule errs on the side of the term: only where the neighbours speak against it is a word left alone. The rules
themselves are in ``false_friends``.
"""

from __future__ import annotations

import re
from functools import cache

BEFORE, AFTER, NEAR = 70, 60, 160
"""How many characters around a word are looked at."""


class Rule:
    """When a surface is not the term that it looks like.

    >>> rule = Rule(before="første|andre", after=" punktum")
    >>> rule.speaks_against("etter andre ledd", 12, 16), rule.speaks_against("i alle ledd", 7, 11)
    (True, False)
    """

    __slots__ = ("after", "before", "near", "pair", "unless")

    def __init__(self, before: str = "", after: str = "", near: str = "", unless: str = "", pair: bool = False) -> None:
        """``before`` and ``after`` are regular expressions over folded text: one ends right before the word
        (punctuation and spaces aside), the other begins right after it; ``pair`` asks for both. ``unless`` is a
        ``before`` that settles for the term. ``near`` lists, with | between, what may stand within a sentence's
        length."""
        self.before = re.compile(rf"(?<!\w)(?:{before})\W*$") if before else None
        self.after = re.compile(f"(?:{after})") if after else None
        self.near = tuple(near.split("|")) if near else ()
        self.unless = re.compile(rf"(?<!\w)(?:{unless})\W*$") if unless else None
        self.pair = pair

    def speaks_against(self, text: str, start: int, end: int) -> bool:
        """Tell whether the surroundings say that what stands there is another word."""
        if self.before is not None or self.after is not None:
            left = _folded(text[max(0, start - BEFORE) : start])
            right = _folded(text[end : end + AFTER])
            if self.unless is not None and self.unless.search(left):
                return False
            before = self.before is not None and self.before.search(left) is not None
            after = self.after is not None and self.after.match(right) is not None
            if (before and after) if self.pair else (before or after):
                return True
        if not self.near:
            return False
        around = text[max(0, start - NEAR) : end + NEAR].casefold()
        return any(word in around for word in self.near)


def _folded(text: str) -> str:
    return text.casefold().replace("\u00a0", " ").replace("\n", " ")


@cache
def rules(language: str) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of a language, by folded surface."""
    from .false_friends import RULES

    found: dict[str, tuple[Rule, ...]] = {}
    for surfaces, rule in RULES.get(language, ()):
        for surface in surfaces.split():
            found[surface] = (*found.get(surface, ()), rule)
    return found
