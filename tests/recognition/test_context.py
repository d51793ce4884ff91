"""False friends: what must stand beside a word for it to be another."""

from __future__ import annotations

import pytest

from imsterms.languages.word_lists import word_lists
from imsterms.recognition.context import Rule, rules


def rule(**entries: object) -> Rule:
    added = {"fkv": {"false_friends": [{"words": ["nål"], **entries}]}}
    (friend,) = word_lists("fkv", added).false_friends
    return Rule(friend)


def is_another(checked: Rule, text: str, word: str = "nål") -> bool:
    start = text.lower().index(word)
    return checked.speaks_against(text, start, start + len(word))


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        ({"before": ["som på"]}, "Vi sitter som på nåler", True),
        ({"before": ["som på"]}, "Vi sitter\nsom\u00a0på – nåler", True),
        ({"before": ["på"]}, "ipå nål", False),
        ({"after": ["og tråd*"]}, "nål og tråden", True),
        ({"after": ["og tråd"]}, "nål og tråden", False),
        ({"after": ["i høy"]}, "NÅL I HØY", True),
        ({"after": ["/s? i høy/"]}, "nåls i høy", True),
        ({"near": ["symaskin"]}, "En nål. Og en SYMASKIN.", True),
        ({"near": ["symaskin"]}, "En nål." + " ." * 100 + "symaskin", False),
        ({"near": ["roman"]}, "En romantisk nål.", False),
        ({"near": ["syr*"]}, "Hun syrte med nål\ni hus.", True),
        ({"before": ["en"], "unless": ["ikke en"]}, "ikke en nål", False),
        ({"before": ["en"], "unless": ["ikke en"]}, "en nål", True),
        ({"before": ["en"], "after": ["i høy"], "both": "true"}, "en nål i fot", False),
        ({"before": ["en"], "after": ["i høy"], "both": "true"}, "en nål i høy", True),
        ({"before": ["en"], "after": ["i høy"]}, "en nål i fot", True),
        ({}, "en nål", False),
    ],
)
def test_a_rule(entries: dict[str, object], text: str, expected: bool) -> None:
    assert is_another(rule(**entries), text) is expected


def test_a_word_may_have_several_rules() -> None:
    by_word = rules(word_lists("nb").false_friends)
    assert len(by_word["ledd"]) == 3
    assert len(by_word["leddet"]) == 1
