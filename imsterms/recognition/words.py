"""What a word is in running text, and when two words are the same.

Words are found in the text as it stands, so offsets are right by construction. Combining marks, soft hyphens and
joiners belong to the word that they are in; a superscript digit does not (it is a footnote mark). In scripts that are
written without spaces, words are those of Unicode Standard Annex 29: an ideograph and a letter of Hiragana are each a
word, and so is a run of Katakana.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TypeVar
from unicodedata import category, normalize

from .. import limits

K = TypeVar("K", bound="str | bytes")
V = TypeVar("V")

HYPHENS = "-\u2010\u2011\ufe63\uff0d"
"""Hyphens, the non-breaking one among them; dashes are punctuation."""

APOSTROPHES = "'\u2019\u02bc\uff07"

IGNORABLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that a word may hold without being another word."""

_CLOSING = frozenset(")]}»”’\"'")

SUPERSCRIPTS = "\u00b2\u00b3\u00b9\u00bc\u00bd\u00be\u2070\u2074-\u2079"

_UNSPACED = "\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs and Hiragana: each character is a word."""

_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"

_DELETE = dict.fromkeys(map(ord, IGNORABLE))


@cache
def _marks() -> str:
    """Return the combining marks as the inside of a character class.

    Variation selectors are left out: they follow emoji, and what comes after them is a new word.
    """
    ranges: list[list[int]] = []
    # marks beyond these planes do not exist, but for variation selectors
    for code in range(0x300, 0x1F000):
        if category(chr(code))[0] == "M" and not 0xFE00 <= code <= 0xFE0F:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(
        f"\\u{low:04x}-\\u{high:04x}" if high < 0x10000 else f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges
    )


@cache
def word_pattern() -> str:
    """Return the regular expression of one word; it matches whole words only when searched for from the left."""
    inside = f"{IGNORABLE}{_marks()}"
    letter = f"[^\\W{SUPERSCRIPTS}{_UNSPACED}{_KATAKANA}]"
    return f"(?:{letter}(?:{letter}|[{inside}])*|[{_KATAKANA}][{_KATAKANA}{inside}]*|(?=\\w)[{_UNSPACED}][{inside}]*)"


@cache
def words_in() -> re.Pattern[str]:
    """Return the pattern that finds every word."""
    return re.compile(word_pattern())


def is_word(text: str) -> bool:
    """Return whether a text is plainly one whole word: letters alone, of a script that is written with spaces.

    >>> is_word("nål"), is_word("nål1"), is_word("骨格筋")
    (True, False, False)
    """
    return text.isalpha() and (text.isascii() or max(text) < _UNSPACED[0])


@cache
def next_word() -> re.Pattern[str]:
    """Return the pattern of what is between two words of a term, and the second word.

    So many characters may be between as ``limits.SEPARATOR_CHARACTERS`` says, so that a hostile text cannot make
    matching slow; none have to, in a script without spaces.
    """
    # [^\w] alone would stop at a superscript, which is a letter to re but no part of a word
    return re.compile(f"([\\W{SUPERSCRIPTS}]{{0,{limits.SEPARATOR_CHARACTERS}}}?)({word_pattern()})")


class Kept(dict[K, V]):
    """What is worked out once for each word of texts, within limits."""

    def __init__(self, value: Callable[[K], V], most: int | None = None) -> None:
        """``most`` is how many words are kept, if not as many as the limits say."""
        super().__init__()
        self._value = value
        self._most = most

    def __missing__(self, word: K) -> V:
        value = self._value(word)
        if len(word) <= limits.KEPT_WORD_LETTERS:
            if len(self) >= (self._most or limits.KEPT_WORDS):
                self.clear()
            self[word] = value
        return value


is_folded = re.compile("[a-z\u00e0-\u00f6\u00f8-\u00ff]+").fullmatch
"""Tells of what most words are that they are as they are compared."""


def fold(word: str) -> str:
    """Return a word as it is compared: composed, case folded, without what may be ignored in it.

    >>> fold("Trigger\\u00adPunkt"), fold("na\\u030al"), fold("STRASSE") == fold("straße")
    ('triggerpunkt', 'nål', True)
    """
    return _folded[word]


def _fold(word: str) -> str:
    if is_folded(word):
        return word
    folded = word.lower() if word.isascii() else normalize("NFC", normalize("NFKC", word.translate(_DELETE)).casefold())
    return word if folded == word else folded  # the same string twice in memory would be one too many


_folded: Kept[str, str] = Kept(_fold)


@lru_cache(maxsize=10_000)
def separator(text: str) -> str | None:
    """Return what is between two words as it is compared, or None where a term cannot go on.

    Any white space is a space, any hyphen a hyphen, any apostrophe an apostrophe. An empty line ends a term.

    >>> separator("\\u00a0 "), separator("\\u2011"), separator("\\n"), separator("\\n\\n")
    (' ', '-', ' ', None)
    """
    kept = []
    lines = 0
    for character in text.replace("\r\n", "\n").translate(_DELETE):
        if character in HYPHENS:
            kept.append("-")
        elif character in APOSTROPHES:
            kept.append("'")
        elif character.isspace():
            lines += character in "\n\r\u2029"
            if kept[-1:] != [" "]:
                kept.append(" ")
        else:
            kept.append(character)
    return None if lines > 1 else "".join(kept)


def key(text: str) -> tuple[str, ...]:
    """Return a designation as the sequence that matching compares: its first word, then separator and word in turn.

    What is before the first word and after the last does not count, but for a full stop at the end ("albhl.").

    >>> key("den muskel- og skjelettsmerten"), key("albhl.")
    (('den', ' muskel', '- og', ' skjelettsmerten'), ('albhl', '.'))
    """
    if is_word(text):
        return (fold(text),)
    if all(map(is_word, words := text.split(" "))):
        return (fold(words[0]), *[f" {fold(word)}" for word in words[1:]])
    first = words_in().search(text)
    if first is None:
        return ()
    parts = [fold(first.group())]
    position = first.end()
    going_on = next_word()
    while (found := going_on.match(text, position)) is not None:
        between = separator(found.group(1))
        parts.append((" " if between is None else between) + fold(found.group(2)))
        position = found.end()
    if text.startswith(".", position):
        parts.append(".")
    return tuple(parts)


def joined_before(text: str, start: int, joining_words: tuple[str, ...]) -> bool:
    """Tell whether the hyphen before ``start`` joins the word to what is before it."""
    place = start - 2
    if place < 0 or text[place] in HYPHENS:
        return False
    before = text[place]
    if not before.isspace():
        return before.isalnum() or before in "_" or before in _CLOSING or ord(before) >= 0x300
    # "muskelkramper og -spasmer" is joined; a hyphen first in a line is a bullet
    shortened = text[max(0, place - 12) : place + 1].rstrip(" \u00a0")
    return shortened.endswith(joining_words)


def joined_after(text: str, end: int) -> bool:
    """Tell whether the hyphen at ``end`` joins the word to what follows; a suspended part is joined to a later word."""
    return not text.startswith(tuple(HYPHENS), end + 1)


def visible_end(text: str, end: int) -> int:
    """Return where a word ends that may have soft hyphens and the like at its end."""
    while text[end - 1] in IGNORABLE:
        end -= 1
    return end
