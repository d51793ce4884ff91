"""What a word is, and when two words are the same."""

from __future__ import annotations

import pytest

from imsterms.recognition import words as words_module
from imsterms.recognition.words import fold, is_word, key, separator, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("En nål, to.", ["En", "nål", "to"]),
        ("na\u030al ner\u00adve", ["na\u030al", "ner\u00adve"]),
        ("nerve² x¹y", ["nerve", "x", "y"]),
        ("TrP-et muscle’s", ["TrP", "et", "muscle", "s"]),
        ("骨格筋のトリガーポイント", [*"骨格筋の", "トリガーポイント"]),
        ("IMS治療とｶﾅ", ["IMS", "治", "療", "と", "ｶﾅ"]),
        ("نقاط الزناد", ["نقاط", "الزناد"]),
        ("❤️nerve", ["nerve"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_in().findall(text) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("NÅL", "na\u030al", True),
        ("STRASSE", "straße", True),
        ("ﬁber", "fiber", True),
        ("ner\u200bve", "nerve", True),
        ("ﾄﾘｶﾞｰ", "トリガー", True),
        ("nal", "nål", False),
    ],
)
def test_words_that_are_the_same(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" \u00a0\t", " "),
        ("\r\n", " "),
        ("\n\n", None),
        ("\u2011", "-"),
        ("’", "'"),
        (", ", ", "),
        ("\u00ad", ""),
        ("", ""),
        (" - ", " - "),
    ],
)
def test_what_stands_between_words(between: str, expected: str | None) -> None:
    assert separator(between) == expected


def test_a_key_is_words_and_what_stands_between() -> None:
    assert key("«Cannon’s law»") == ("cannon", "'s", " law")
    assert key("骨格筋") == ("骨", "格", "筋")
    assert key("f.eks.") == ("f", ".eks", ".")
    assert key("…") == ()


@pytest.mark.parametrize(
    ("text", "expected"), [("nål", True), ("", False), ("nål1", False), ("針", False), ("ﾄ", False)]
)
def test_what_is_plainly_one_word(text: str, expected: bool) -> None:
    assert is_word(text) is expected


def test_memory_does_not_fill_with_the_words_of_texts_gone_by() -> None:
    kept = len(words_module._folded)
    assert fold("Å" * 1000) == "å" * 1000
    assert len(words_module._folded) == kept
    fold("Ågåsefolk")
    assert len(words_module._folded) == kept + 1
