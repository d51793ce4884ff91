"""Unknown compounds with a term as their first or last part: triggerpunktkurs, smertesenter, barnelege.

Norwegian writes compounds in one word, so no list holds them all. What is only a derivation (smertefri, personlig) or
another word that begins alike (legemiddel) is no compound of the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from .endings import NORDIC

T = TypeVar("T")

_SHORTEST_REST = 3

_DERIVED = re.compile(
    r"(?:\w*(?:ende|ande)|full|fylt|lig|leg|løs|laus|fri|fritt|frie|aktig|som|het|heit|leik|bar|isk|ende|ande|ere|else|sjon|ert|ering|ing|ist|ell|"
    r"messig|vis|dom|skap|itet|itis|itt|ose|isme|iker|ikar|matisk|tisk|orisk|isert|isere|iser|lse|ene|ane|ans|ens|ets|"
    r"ar|ert|erte|ede|ete|ast|est|are|asjon|elt|ale|alt|iv|ivt)(?:e|t|a|en|et|er|ar|ene|ane|s|st|ste)*$"
)
_PREFIXES = frozenset(
    ["for", "be", "mis", "gjen", "re", "de", "opp", "på", "ut", "inn", "av", "van", "usam", "sam", "til"]
)

_FALSE_FIRST = re.compile(
    r"(?:lege(?:m|vakt)|nåle(?:tr|skog|fri|pute|stripe)|person(?:al|ell|if|lig|leg|lege)|helse(?:bot|n)|hud(?:d|r|ø)|"
    r"nerve(?:s|pir|vr)|alders?(?:dom|lad)|dokument[ae]r|organ|prosess(?:or|ion|joner)|ledd(?:e|el)|sene(?:st|re|gal|p)|"
    r"chi(?:le|ps|n)|qi|age|tonus)"
)
_FALSE_LAST = re.compile(
    r"(?:stoppe|sy|knappe|strikke|hekle|kompass|bar|gran|furu|slips|brosje|hår|tråd|stopp)nål\w*|"
    r"\w*(?:opp|på|gjen|til)funn\w*|koll?eg\w*|(?:middel|tids|gull|sten|stein|jern|bronse|stor|vik\w*)alder\w*|"
    r"\w*(?:unntaks|bruks|normal|natur|sinns)tilstand\w*|(?:mellom|side|bindel?|slekts)ledd\w*|\w+s(?:ene|enes)"
)


class Compounds(Generic[T]):
    """The parts that compounds may be made of.

    >>> compounds = Compounds("nb", first={"triggerpunkt": 1, "nåle": 2}, last={"nålen": 2})
    >>> compounds.part("triggerpunktkurset"), compounds.part("triggerpunktlig"), compounds.part("synålen")
    (1, None, None)
    """

    def __init__(self, language: str, first: Mapping[str, T], last: Mapping[str, T]) -> None:
        self._first = first if language in NORDIC else {}
        self._last = last if language in NORDIC else {}

    def part(self, word: str) -> T | None:
        """Return what the longest part of a folded word stands for that is a term, or None."""
        if not 6 <= len(word) <= 60 or not word.isalpha():
            return None
        first = self._first_part(word)
        last = self._last_part(word)
        if last and (not first or len(last) > len(first)):
            return self._last[last]
        return self._first[first] if first else None

    def _first_part(self, word: str) -> str | None:
        if _FALSE_FIRST.match(word):
            return None
        for end in range(len(word) - _SHORTEST_REST, 2, -1):
            part = word[:end]
            if part in self._first:
                rest = word[end:]
                if _is_word(rest) and (end > 3 or len(rest) > _SHORTEST_REST) and not _DERIVED.match(rest):
                    return part
        return None

    def _last_part(self, word: str) -> str | None:
        if _FALSE_LAST.fullmatch(word):
            return None
        for start in range(_SHORTEST_REST, len(word) - 4):
            part = word[start:]
            if part in self._last:
                rest = word[:start]
                if _is_word(rest) and rest not in _PREFIXES:
                    return part
        return None


def _is_word(rest: str) -> bool:
    # a part of a compound has a vowel, and no word begins with three consonants but for str-, skr-, spr- and the like
    return re.search(r"[aeiouyæøå]", rest) is not None and re.match(r"(?!s[ptk][rlj])[^aeiouyæøå]{3}", rest) is None


def first_parts(words: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return how nouns may stand first in a compound; each comes with its listed combining form, where it has one.

    >>> first_parts([("nål", "nåle"), ("akupunktur", None)])
    ['nål', 'nåle', 'akupunktur', 'akupunkturs', 'akupunkture']
    """
    found = []
    for word, combining in words:
        found += [word, combining] if combining else [word, f"{word}s", f"{word}e"]
    return found
