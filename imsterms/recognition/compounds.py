"""Unknown compounds with a term as their first or last part: triggerpunktkurs, smertesenter, barnesmerte.

A language that writes compounds in one word has more of them than any list. What is only a derivation (smertefri,
personlig) or another word that begins alike (legemiddel) is not a compound of the term: the word lists of the language
tell the two apart, and in a language without them no compound is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from ..languages.inflection import inflection
from ..languages.profile import Profile
from ..languages.word_lists import WordLists
from ..lexicon.designation import LAY, TERM
from .scanner import BEGINNING
from .words import fold

if TYPE_CHECKING:
    from .matcher import Matcher, Place
    from .surfaces import Reading

T = TypeVar("T")

_SHORTEST_REST = 3
_SHORTEST_UNACCENTED = 8
"""Letters of the shortest term that is found without the letters that some keyboards lack."""


class Compounds(Generic[T]):
    """The parts that compounds may be made of.

    >>> from imsterms.languages.profile import profile
    >>> from imsterms.languages.word_lists import word_lists
    >>> first, last = {"triggerpunkt": 1, "nåle": 2}, {"nålen": 2}
    >>> compounds = Compounds(profile("nb"), word_lists("nb"), first, last)
    >>> compounds.part("triggerpunktkurset"), compounds.part("triggerpunktlig"), compounds.part("synålen")
    (1, None, None)
    >>> compounds.sure_part("triggerpunktkurset"), compounds.sure_part("triggerpunktlista")
    (1, None)
    """

    def __init__(self, profile: Profile, lists: WordLists, first: Mapping[str, T], last: Mapping[str, T]) -> None:
        known = profile.compound == "joined" and bool(lists.derivations)
        self._first = first if known else {}
        self._last = last if known else {}
        self._longest = max(map(len, self._first), default=0)
        self._prefixes = lists.prefixes
        endings = "|".join(map(re.escape, lists.derivation_endings))
        self._derived = re.compile(f"(?:{'|'.join(lists.derivations) or '(?!)'})(?:{endings})*")
        self._not_beginning = re.compile("|".join(lists.not_beginning) or "(?!)")
        self._not_ending = re.compile("|".join(lists.not_ending) or "(?!)")
        self._joined_nouns = re.compile("|".join(lists.joined_nouns) or "(?!)")
        self.beginnings = frozenset(part[:BEGINNING] for part in self._first if len(part) >= BEGINNING)
        """How compounds begin that are plainly such."""
        self._vowel = re.compile(f"[{profile.vowels}]" if profile.vowels else "")
        # no word begins with three consonants but for str-, skr-, spr- and the like
        allowed = f"(?!{'|'.join(lists.onsets)})" if lists.onsets else ""
        self._no_onset = re.compile(rf"{allowed}[^{profile.vowels}]{{3}}" if profile.vowels else "(?!)")

    def part(self, word: str) -> T | None:
        """Return what the longest part of a folded word stands for that is a term, or None."""
        if not 6 <= len(word) <= 60 or not word.isalpha():
            return None
        first = self._first_part(word)
        last = self._last_part(word)
        if last and (not first or len(last) > len(first)):
            return self._last[last]
        return self._first[first] if first else None

    def sure_part(self, word: str) -> T | None:
        """Return what the longest first part of a word stands for, if a noun follows that goes with any term."""
        for end in range(min(len(word) - _SHORTEST_REST, self._longest), BEGINNING - 1, -1):
            if word[:end] in self._first and self.goes_with_any(word[end:]):
                return self._first[word[:end]]
        return None

    def goes_with_any(self, rest: str) -> bool:
        """Return whether a noun makes a compound with whatever is before it: IMS-behandling."""
        return self._joined_nouns.fullmatch(rest) is not None

    def is_another(self, first: str, rest: str) -> bool:
        """Return whether a term and what follows it are another word, and no compound: smerte-fri, needle-free."""
        return bool(self._derived.fullmatch(rest) or self._not_beginning.fullmatch(first + rest))

    def may_join(self, first: str, rest: str) -> bool:
        """Return whether a word may be a compound of two words, rather than one that only looks like it."""
        return not (self.is_another(first, rest) or self._not_ending.fullmatch(first + rest))

    def _first_part(self, word: str) -> str | None:
        for end in range(len(word) - _SHORTEST_REST, 2, -1):
            part = word[:end]
            if part in self._first:
                rest = word[end:]
                long_enough = end > 3 or len(rest) > _SHORTEST_REST
                if long_enough and self._may_be_word(rest) and not self.is_another(part, rest):
                    return part
        return None

    def _last_part(self, word: str) -> str | None:
        if not self._last or self._not_ending.fullmatch(word):
            return None
        for start in range(_SHORTEST_REST, len(word) - 4):
            part = word[start:]
            if part in self._last:
                rest = word[:start]
                if rest not in self._prefixes and self._may_be_word(rest):
                    return part
        return None

    def _may_be_word(self, rest: str) -> bool:
        return self._vowel.search(rest) is not None and self._no_onset.match(rest) is None


def first_parts(word: str, combining: str | None, joints: tuple[str, ...]) -> list[str]:
    """Return how a noun may stand first in a compound: as it is, and in its listed combining form or with a joint.

    >>> first_parts("nål", "nåle", ("s", "e")), first_parts("akupunktur", None, ("s", "e"))
    (['nål', 'nåle'], ['akupunktur', 'akupunkturs', 'akupunkture'])
    """
    return [word, combining] if combining else [word, *(word + joint for joint in joints)]


def all_first_parts(
    readings: Iterable[Reading], matcher: Matcher[Reading], joints: tuple[str, ...]
) -> dict[str, Place[Reading]]:
    """Return what compounds of the terms may begin with, and what those terms stand for."""
    first: dict[str, Place[Reading]] = {}
    for reading in readings:
        if reading.is_base and (place := matcher.place(reading.text)):
            listed = reading.named.combining and fold(reading.named.combining.rstrip("-"))
            for part in first_parts(fold(reading.text), listed, joints):
                # three letters are enough only where they are listed
                if len(part) > 3 or listed:
                    first.setdefault(part, place)
    return first


def unaccented_terms(readings: Iterable[Reading], language: str) -> dict[str, str]:
    """Return terms and everyday words by how they are written where a keyboard lacks some of their letters."""
    words = inflection(language)
    letters = words.profile.plain_letters.keys()
    return {
        plain: text
        for named, text, *_ in readings
        if len(text) >= _SHORTEST_UNACCENTED and not letters.isdisjoint(text)
        if named.field in (TERM, LAY) and text.isalpha()
        for plain in words.unaccented(fold(text))
    }
