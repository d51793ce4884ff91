"""False friends: words that look like a term and are another word, told by what is beside them.

A rule errs on the side of the term: only where the neighbours speak against it is a word left alone. The words and
their company are in the word lists of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..languages.word_lists import FalseFriend
from .words import Kept

BEFORE, AFTER, NEAR = 70, 60, 160
"""How many characters around a word are looked at."""

_MOST_WORDS = 1_000
"""Words of which a rule keeps whether they may be beside its own."""
_PLAIN = r"((?:(?:[^\W_]|'|\\[wd][*+]|\(\?:[\w|']+\))\??(?![?*+{]))+)"
"""What is plainly a word in a regular expression, or one of several."""
_LAST = re.compile(rf"(?:.*\\?[ -])?{_PLAIN}")
_NEXT = re.compile(rf"\\? {_PLAIN}.*")
_ANY = re.compile(rf"{_PLAIN}(?:\\?[ -].*)?")
_SPACES = frozenset(" \n\u00a0")
_GROUP = re.compile(r"\([^()]*\)")


class Rule:
    """When a surface is not the term that it looks like.

    >>> section = FalseFriend(("ledd",), ("første", "andre"), (r" punktum\\b",), (), (), False)
    >>> rule = Rule(section)
    >>> rule.speaks_against("etter andre ledd", 12, 16), rule.speaks_against("i alle ledd", 7, 11)
    (True, False)
    """

    __slots__ = ("_after", "_before", "_both", "_may_be_near", "_may_follow", "_may_precede", "_near", "_unless")

    def __init__(self, friend: FalseFriend) -> None:
        self._before = _before(friend.before)
        self._after = re.compile("|".join(friend.after))
        self._near = re.compile(rf"(?<!\w)(?:{'|'.join(friend.near)})(?!\w)") if friend.near else None
        self._unless = _before(friend.unless) if friend.unless and (friend.before or friend.after) else None
        self._both = friend.both
        self._may_precede = _told(friend.before, _LAST, "(?:{})$")
        self._may_follow = _told(friend.after, _NEXT, "^(?:{})")
        self._may_be_near = _told(friend.near, _ANY, "{}")

    def speaks_against(self, text: str, start: int, end: int, before: str = "", after: str = "") -> bool:
        """Return whether the surroundings say that it is another word.

        ``before`` and ``after`` are the words beside it, ``""`` where that is not plain.
        """
        speaks = self._may_precede[before] and self._before.search(_left(text, start)) is not None
        if speaks == self._both:  # what is after is asked for too
            speaks = self._may_follow[after] and self._after.match(_folded(text[end : end + AFTER])) is not None
        if self._near is not None and not speaks:
            around = _folded(text[max(0, start - NEAR) : end + NEAR])
            speaks = any(map(self._may_be_near.__getitem__, around.split())) and self._near.search(around) is not None
        return speaks and (self._unless is None or self._unless.search(_left(text, start)) is None)


def _before(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what ends right before a word, punctuation and spaces aside."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})\W*$")


def _left(text: str, start: int) -> str:
    return _folded(text[max(0, start - BEFORE) : start])


def _told(alternatives: tuple[str, ...], shape: re.Pattern[str], where: str) -> Kept[str, bool]:
    """Return what tells whether a word may be the one of an alternative that the ``shape`` of this tells apart."""
    words = []
    for each in alternatives:
        told = shape.fullmatch(each)
        if told is None or "|" in _GROUP.sub("", _GROUP.sub("", each)):
            return Kept(lambda word: True, 1)
        words.append(told[1])
    pattern = re.compile(f"{where.format('|'.join(words))}|^$" if words else "(?!)")
    return Kept(lambda word: pattern.search(word.casefold()) is not None, _MOST_WORDS)


def _folded(text: str) -> str:
    return text.casefold().replace("\u00a0", " ").replace("\n", " ")


def speak_against(rules: Iterable[Rule], text: str, start: int, end: int) -> bool:
    """Return whether one of the rules of a surface says that it is another word."""
    before = text[max(0, start - BEFORE) : start - 1].rpartition(" ")[2] if text[start - 1 : start] == " " else ""
    # what follows something else than a space is no word that a rule asks for first
    after = text[end + 1 : end + AFTER].partition(" ")[0] if text[end : end + 1] in _SPACES else "."
    if not before.isalpha():
        before = ""
    return any(rule.speaks_against(text, start, end, before, after) for rule in rules)


def rules(friends: Iterable[FalseFriend]) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of false friends, by folded surface."""
    by_surface: dict[str, tuple[Rule, ...]] = {}
    for friend in friends:
        rule = Rule(friend)
        for surface in friend.words:
            by_surface[surface] = (*by_surface.get(surface, ()), rule)
    return by_surface
