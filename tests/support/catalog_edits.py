"""Edits of catalogs as people, tools and accidents make them, at random."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_WORDS = re.compile(r"[^\W\d_]{2,}")


def edited(text: str, random: Random) -> str:
    """Return the text of a .po file with one edit."""
    blocks = text.split("\n\n")
    number = random.randrange(len(blocks))
    change = random.choice(_CHANGES)
    return "\n\n".join(change(blocks, number, random))


def _in_translation(change: Callable[[str, Random], str]) -> Callable[[list[str], int, Random], list[str]]:
    def changed(blocks: list[str], number: int, random: Random) -> list[str]:
        head, mark, said = blocks[number].rpartition("msgstr")
        field, quote, words = said.partition('"')
        blocks[number] = head + mark + field + quote + change(words, random) if quote else blocks[number]
        return blocks

    return changed


def _double_word(said: str, random: Random) -> str:
    words = [*_WORDS.finditer(said)]
    if not words:
        return "ny tekst" + said
    word = random.choice(words)
    return f"{said[: word.end()]} {word[0]}{said[word.end() :]}"


def _lose_letter(said: str, random: Random) -> str:
    letters = [at for at, letter in enumerate(said) if letter not in '"\\\n']
    at = random.choice(letters) if letters else 0
    return said[:at] + said[at + bool(letters) :]


def _put_in(said: str, random: Random) -> str:
    more = ("  ", "{needle}", "{nedle}[the]", "{", " 7", "IMS", "not ", "TrP", "\u200b", "eit punkt ", "muskelknute ")
    at = random.choice([at for at, _ in enumerate(said) if said[at - 1 : at] != "\\"] or [0])
    return said[:at] + random.choice(more) + said[at:]


def _change_case(said: str, random: Random) -> str:
    return said[:1].swapcase() + said[1:]


def _drop(blocks: list[str], number: int, random: Random) -> list[str]:
    return [*blocks[:number], *blocks[number + 1 :]] if number else blocks


def _repeat(blocks: list[str], number: int, random: Random) -> list[str]:
    return [*blocks[: number + 1], *blocks[number:]] if number else blocks


def _swap_translations(blocks: list[str], number: int, random: Random) -> list[str]:
    other = random.randrange(len(blocks))
    one, two = (blocks[at].partition("\nmsgstr") for at in (number, other))
    if number and other:
        blocks[number], blocks[other] = "".join((*one[:2], two[2])), "".join((*two[:2], one[2]))
    return blocks


def _move(blocks: list[str], number: int, random: Random) -> list[str]:
    if number:
        blocks.insert(random.randrange(1, len(blocks)), blocks.pop(number))
    return blocks


def _mark(blocks: list[str], number: int, random: Random) -> list[str]:
    marks = (
        "#, fuzzy",
        "#, no-wrap",
        "# imsterms: ignore doubled-word: a test",
        "# imsterms: ignore stray-space",
        "# reviewed: Kari Nordmann 2026-11-20 5a0f3b6b",
        '#, fuzzy\n#| msgctxt "pain.term"\n#| msgid "pain"',
    )
    blocks[number] = f"{random.choice(marks)}\n{blocks[number]}"
    return blocks


def _rename(blocks: list[str], number: int, random: Random) -> list[str]:
    keyword = random.choice(("msgctxt", "msgid"))
    blocks[number] = blocks[number].replace(f'{keyword} "', f'{keyword} "x', 1) if number else blocks[number]
    return blocks


def _in_header(blocks: list[str], number: int, random: Random) -> list[str]:
    old, new = random.choice((("nplurals=2", "nplurals=3"), ("Language: n", "Language: x"), ("n != 1", "n > 1")))
    blocks[0] = blocks[0].replace(old, new) if random.random() < 0.5 else blocks[0].replace(new, old)
    return blocks


def _break(blocks: list[str], number: int, random: Random) -> list[str]:
    if number and random.random() < 0.3:
        blocks[number] = random.choice(("what", "<<<<<<< ours", blocks[number].rstrip('"')))
    return blocks


_CHANGES = (
    *map(_in_translation, (_double_word, _lose_letter, _put_in, _put_in, _change_case, lambda _said, _random: '"')),
    _drop,
    _repeat,
    _swap_translations,
    _move,
    _mark,
    _rename,
    _in_header,
    _break,
)
