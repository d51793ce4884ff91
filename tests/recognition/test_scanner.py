"""The scanner: where words of a set are in a text, however long the text and whatever its characters."""

from __future__ import annotations

import sys
from itertools import chain

import pytest

from imsterms import limits
from imsterms.recognition import scanner
from imsterms.recognition.scanner import ODD, Scanner, _in_bytes, in_one_byte

WORDS = {"nål": 1, "trp": 2, "針": 3, "nerve": 4, "strasse": 5, "игла": 6}


def scanner_of(words: dict[str, int]) -> Scanner[int]:
    return Scanner(words.get, lambda: (("", word, "") for word in words))


def found(text: str) -> list[tuple[str, int]]:
    return [(text[start:end], value) for start, end, value, _, _ in scanner_of(WORDS).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ei nål, ei NÅL.", [("nål", 1), ("NÅL", 1)]),
        ("na\u030al", [("na\u030al", 1)]),
        ("TrP’s «TrP» TrP-a", [("TrP", 2)] * 3),
        ("nåler nål1 nål_ unål", []),
        ("針を刺す", [("針", 3)]),
        ("Straße", [("Straße", 5)]),
        ("ИГЛА и игла", [("ИГЛА", 6), ("игла", 6)]),
        ("ner\u00adve", [("ner\u00adve", 4)]),
        ("nål\x00nål \ud800nål", [("nål", 1)] * 3),
        ("", []),
    ],
)
def test_words(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("filler", ["ord ", "ord — ", "語 ", "o\u030ard\n"])
def test_offsets_are_right_beyond_a_block(filler: str) -> None:
    text = filler * (2 * scanner.BLOCK // len(filler)) + "nål"
    assert [found[:2] for found in scanner_of(WORDS).find(text)] == [(len(text) - 3, len(text))]


def test_a_word_across_the_end_of_a_block_is_one_word() -> None:
    text = " " + "x" * (scanner.BLOCK - 3) + " nål" + "e" + " nål"
    assert [found[0] for found in scanner_of(WORDS).find(text)] == [len(text) - 3]


def test_scanners_that_look_at_a_text_together_find_what_each_finds_alone() -> None:
    words = [{"nål": 1}, {"nål": 2, "针": 3}, {"sene": 4}]
    texts = ["Nål og sene", "针 nål, sener", "na\u030al og sene"]
    alone = [[list(scanner_of(each).find(text)) for each in words] for text in texts]
    scanners = [scanner_of(each) for each in words]
    scanner.join(scanners)
    assert [[list(each.find(text)) for each in scanners] for text in texts] == alone


def test_scanners_that_look_together_do_not_keep_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KEPT_TEXT_CHARACTERS", 100)
    scanners = [scanner_of(WORDS), scanner_of({"sene": 7})]
    scanner.join(scanners)
    text = "ei nål " * 100
    before = sys.getrefcount(text)
    assert [len(list(each.find(text))) for each in scanners] == [100, 0]
    assert sys.getrefcount(text) == before


def test_words_are_put_in_bytes_together_as_one_by_one() -> None:
    words = [("", "nål", ""), ("a", "ﬁbrose", "x y"), ("", "骨", "")]
    one_by_one = [tuple(in_one_byte(word).replace(b" ", ODD) for word in each) for each in words]
    assert [*chain.from_iterable(_in_bytes(words))] == one_by_one
    assert [*chain.from_iterable(_in_bytes(words[:1] * 4000))] == one_by_one[:1] * 4000
