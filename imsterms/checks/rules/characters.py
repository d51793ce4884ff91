"""Characters that a reader does not see, and numbers that are not those of the English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name, normalize

from ...characters import HIDDEN
from ..content import Translated
from ..rule import Problem, rule

_INVISIBLE = "".join(HIDDEN) + "\u00ad\u200b\u2028\u2029\u2060\ufeff"
"""Characters that no text of ours needs; joiners (U+200C, U+200D) are part of words in some languages."""

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ \u00a0\u202f.,]\d+)*(?!\w)")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_FEW = 12
"""Up to this number a translator may write a word for a digit, or a digit for a word."""


@rule("IMS437", "invisible-character", "message", sign=f"[{_INVISIBLE}]")
def invisible_character(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        for character in sorted(set(_INVISIBLE).intersection(text)):
            called = name(character, "a control character")
            yield message.problem(f"U+{ord(character):04X} ({called}) cannot be seen; remove it")


@rule("IMS438", "not-composed", "message", sign="[^\x00-\u02ff\u2010-\u2125]")
def not_composed(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        if composed := _first_difference(text):
            yield message.problem(f"'{composed}' is written as a letter and a separate accent; type it as one letter")


@rule("IMS439", "numbers-differ", "message", "text", sign=r"\d")
def numbers_differ(message: Translated) -> Iterator[Problem]:
    """Find numbers that only one of the two texts has; how each language writes them is left to it."""
    english, text = message.message.text, message.texts[0]
    if len(message.texts) > 1 or not text:
        return
    asked, said = _numbers(english), _numbers(text)
    for number in sorted(asked - said - _digits(text)):
        yield message.problem(f"the number {number:g} of the English text is missing")
    for number in sorted(said - asked - _digits(english)):
        yield message.problem(f"the number {number:g} is not in the English text")


def _first_difference(text: str) -> str:
    """Return the first word that would be other characters if it was composed."""
    if text.isascii():
        return ""
    return next((word for word in re.split(r"[\s.,;:!?()]+", text) if normalize("NFC", word) != word), "")


def _numbers(text: str) -> set[float]:
    """Return the numbers of a text above a dozen, whatever separates thousands and decimals."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        number = re.sub(r"(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
        for part in number.split():
            # a date has more than one point
            found.update(map(float, part.split(".") if part.count(".") > 1 else [part]))
    return {number for number in found if number > _FEW or not number.is_integer()}


def _digits(text: str) -> set[float]:
    """Return every number that the digits of a text may be, within words too: one writes "24h", another "24 h"."""
    return {
        float(digits.replace(",", "."))
        for match in _DIGITS.findall(text)
        for digits in (match, *re.split("[.,]", match))
    }
