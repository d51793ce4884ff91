"""Term recognition as slow as it is plain to see: what the matcher is held against.

Nothing of the matcher is used here. Every word of a text is tried against every surface.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category, name, normalize

HYPHENS = "-\u2010\u2011\ufe63\uff0d"
APOSTROPHES = "'\u2019\u02bc\uff07"
IGNORABLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u00bc\u00bd\u00be\u2070\u2074\u2075\u2076\u2077\u2078\u2079"


class Word(NamedTuple):
    start: int
    end: int
    folded: str


def is_letter(character: str) -> bool:
    return (character.isalnum() or character == "_") and character not in SUPERSCRIPTS


def belongs(character: str) -> bool:
    if character in IGNORABLE:
        return True
    return category(character)[0] == "M" and not 0xFE00 <= ord(character) <= 0xFE0F and ord(character) < 0x1F000


def script(character: str) -> str:
    """Return how a letter goes together with others: ideographs and Hiragana not at all, Katakana with its like."""
    try:
        written = name(normalize("NFKC", character)[0]).split()[0]
    except ValueError:
        return "other"
    if written in ("CJK", "HIRAGANA", "IDEOGRAPHIC") or character == "〇":
        return "single"
    return "katakana" if written.startswith("KATAKANA") else "other"


def words(text: str) -> list[Word]:
    found = []
    place = 0
    while place < len(text):
        start = place
        if is_letter(text[place]):
            kind = script(text[place])
            place += 1
            while place < len(text) and (
                belongs(text[place]) or is_letter(text[place]) and kind != "single" and script(text[place]) == kind
            ):
                place += 1
            found.append(Word(start, place, fold(text[start:place])))
        else:
            place += 1
    return found


def fold(word: str) -> str:
    kept = "".join(character for character in word if character not in IGNORABLE)
    return normalize("NFC", normalize("NFKC", kept).casefold())


def between(text: str) -> str | None:
    if len(text) > 100:
        return None
    text = "".join(character for character in text.replace("\r\n", "\n") if character not in IGNORABLE)
    if sum(character in "\n\r\u2029" for character in text) > 1:
        return None
    text = "".join("-" if c in HYPHENS else "'" if c in APOSTROPHES else " " if c.isspace() else c for c in text)
    return re.sub(" +", " ", text)


def may_begin(text: str, start: int) -> bool:
    if text[start - 1 : start] == "" or text[start - 1] not in HYPHENS:
        return True
    left = text[: start - 1]
    if not left or left[-1] in HYPHENS:
        return True
    if left[-1].isspace():
        return not left[-12:].rstrip(" \u00a0").endswith((" og", " eller", " samt", " and", " or", ",", "/"))
    return not (left[-1].isalnum() or left[-1] in "_)]}»”’\"'" or ord(left[-1]) >= 0x300)


def may_end(text: str, end: int) -> bool:
    if text[end : end + 1] == "" or text[end] not in HYPHENS:
        return True
    return text[end + 1 : end + 2] != "" and text[end + 1] in HYPHENS


def candidates(surfaces: Iterable[str], text: str) -> set[tuple[int, int, str]]:
    """Return every (start, end, surface) that stands in the text; addresses are not thought of."""
    found = set()
    of_text = words(text)
    for surface in surfaces:
        parts = words(surface)
        if not parts:
            continue
        stop = surface.startswith(".", parts[-1].end)
        separators = [between(surface[one.end : two.start]) for one, two in pairwise(parts)]
        wanted = [" " if separator is None else separator for separator in separators]
        for place in range(len(of_text) - len(parts) + 1):
            tried = of_text[place : place + len(parts)]
            if [word.folded for word in tried] != [part.folded for part in parts]:
                continue
            there = [between(text[one.end : two.start]) for one, two in zip(tried, tried[1:], strict=False)]
            if any(is_ != want and (is_, want) != ("-", " ") for is_, want in zip(there, wanted, strict=True)):
                continue
            start, end = tried[0].start, tried[-1].end
            if not may_begin(text, start):
                continue
            if stop:
                if text.startswith(".", end):
                    found.add((start, end + 1, surface))
            elif may_end(text, end):
                while text[end - 1] in IGNORABLE:
                    end -= 1
                found.add((start, end, surface))
    return found


def choose(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that remain: the longest first, of equally long ones the first."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(set(found), key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end))
    return sorted(chosen)
