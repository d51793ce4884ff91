"""Terms of which a text leaves a part out, because a word beside them has it.

"muskel- og leddsmerter", "muskel-/leddsmerter", "muskelknuter og -spasmer", "akutte og kroniske smerter": what is there
of the shortened term is its span, and the concept is that of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from .matcher import Candidate, Place
from .words import fold, is_word

T = TypeVar("T")

_SHORTEST = 4
"""Letters of the shortest part that is left out."""
_REACH = 60
"""Characters before and after a word in which the others of its coordination are."""
_LETTERS = r"[^\W\d_]{2,40}"

_LAST_WORD = re.compile(rf"(?<!\w){_LETTERS}$")
_FIRST_WORD = re.compile(rf"{_LETTERS}(?![\w-])")
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"-(?<=[^\W\d_]{2}-)(?=[^\W\d_]{3})")
_LAST_PART = re.compile(r"(?<![\w/-])[^\W\d_]{2,40}$")
_NEXT_PART = re.compile(r"[^\W\d_]{3,40}(?![\w/-])")
_SHORTEST_PARTED = 7
"""Letters and hyphen of the shortest word that is taken for one written without the hyphen."""
_SUSPENDED = re.compile(r"-(?:(?<=[^\W\d_]-)(?=[ ,/])|(?<=\ -)(?=[^\W\d_]))")
"""A hyphen with a part of a word on one side only; it is sought by the hyphen itself, which is rare."""


class Coordination(Generic[T]):
    """Finds shortened terms in the texts of a language."""

    def __init__(self, place: Callable[[str], Place[T] | None], conjunctions: Sequence[str], joints: Sequence[str]):
        """``place`` returns the values of a surface; ``joints`` may come between the parts of a compound."""
        self._place = place
        self._joints = ("", *joints)
        words = "|".join(map(re.escape, conjunctions)) or "(?!)"
        self._rest = re.compile(
            rf"-(?:(?:, | (?:{words}) )\w{{2,40}}-){{0,4}}(?: (?:{words}) |/)(?={_LETTERS}(?![\w-]))"
        )
        self._before = re.compile(rf"(?<!\w)(?:\w{{2,40}}, ){{0,4}}({_LETTERS}),? (?:{words}) $")
        self._endings = tuple(f" {word} " for word in conjunctions)
        self._last_letters = {word[-1] for word in conjunctions}

    def find(self, text: str, chosen: Sequence[Candidate[T]]) -> Iterator[Candidate[T]]:
        """Yield the shortened terms of a text; ``chosen`` are the terms that are there in full."""
        if not self._endings:
            return
        for hyphen in map(re.Match.start, _SUSPENDED.finditer(text)):
            if text[hyphen - 1] != " ":
                yield from self._first_part(text, hyphen)
            elif text.endswith(self._endings, max(0, hyphen - _REACH), hyphen):
                yield from self._last_part(text, hyphen)
        for found in chosen:
            start = found[0]
            if text[start - 2 : start - 1] in self._last_letters and text.endswith(self._endings, 0, start):
                yield from self._adjectives(text, found)

    def parted(self, text: str) -> Iterator[Candidate[T]]:
        """Yield the terms that are listed without the hyphen with which they are written: "tennis-albue"."""
        for hyphen in map(re.Match.start, _PARTED.finditer(text)):
            first = _LAST_PART.search(text, max(0, hyphen - 41), hyphen)
            last = first and _NEXT_PART.match(text, hyphen + 1)
            if first and last and last.end() - first.start() > _SHORTEST_PARTED:
                whole = self._place(first[0] + last[0])
                if whole:
                    yield Candidate(first.start(), last.end(), whole)

    def _first_part(self, text: str, hyphen: int) -> Iterator[Candidate[T]]:
        """Yield what is like "muskel-" in "muskel- og leddsmerter"."""
        word = _LAST_WORD.search(text, max(0, hyphen - _REACH), hyphen)
        rest = word and self._rest.match(text, hyphen)
        whole = rest and _FIRST_WORD.match(text, rest.end())
        if not (word and whole):
            return
        first, last = fold(word[0]), fold(whole[0])
        for start in range(2, len(last) - _SHORTEST + 1):
            for joint in self._joints:
                values = self._place(first + joint + last[start:])
                if values:
                    yield Candidate(word.start(), hyphen + 1, values)
                    return

    def _last_part(self, text: str, hyphen: int) -> Iterator[Candidate[T]]:
        """Yield what is like "-spasmer" in "muskelknuter og -spasmer"."""
        word = self._before.search(text, max(0, hyphen - _REACH), hyphen)
        part = word and _FIRST_WORD.match(text, hyphen + 1)
        if not (word and part):
            return
        first, last = fold(word[1]), fold(part[0])
        for end in range(len(first) - 2, _SHORTEST - 1, -1):
            values = self._place(first[:end] + last)
            if values:
                yield Candidate(hyphen, part.end(), values)
                return

    def _adjectives(self, text: str, found: Candidate[T]) -> Iterator[Candidate[T]]:
        """Yield what is like "akutte" in "akutte og kroniske smerter", where "kroniske smerter" is found."""
        first, _, rest = text[found.start : found.end].partition(" ")
        before = self._before.search(text, max(0, found.start - _REACH), found.start) if rest else None
        if before is None:
            return
        for word in _WORD.finditer(text, before.start(), before.end(1)):
            # all are adjectives, or all are nouns: "muscle and joint pain", not "muscle and chronic pain"
            if is_word(word[0]) and (self._place(word[0]) is None) == (self._place(first) is None):
                values = self._place(f"{word[0]} {rest}")
                if values:
                    yield Candidate(word.start(), word.end(), values)
