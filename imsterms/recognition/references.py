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

YEAR = re.compile(r"[12][09]\d\d")
"""What hardly any reference lacks."""

_INITIALS = r"\b[^\W\d_a-zæøåäö][^\W\d_]+,?\ (?:[^\W\d_a-zæøåäö]\.?\ ?){1,3}(?=[,.;&(]|\ (?:%s)\ |$)"
_YEAR = r"[(;,.]\ ?(?:19|20)\d\d[a-z]?\b|\b(?:19|20)\d\d[;:]"
_ISSUE = r"\b\d+\ ?\(\d+(?:[-–−]\d+)?\)|\bvol\b|\bs\.\ \d|\bpp?\.\ ?\d"
_PAGES = r"[:;,]\ ?e?\d+[-–−]\d+"


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
