"""False friends: what must stand beside a word for it to be another."""

from __future__ import annotations

import pytest

from imsterms.languages.word_lists import word_lists
from imsterms.recognition.context import Rule, rules, speak_against


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
    added = {
        "fkv": {"false_friends": [{"words": ["nål", "nåla"], "before": ["en"]}, {"words": ["nål"], "after": ["i"]}]}
    }
    by_word = rules(word_lists("fkv", added).false_friends)
    assert len(by_word["nål"]) == 2
    assert len(by_word["nåla"]) == 1


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        ({"before": ["på en"]}, "satt på en nål", True),
        ({"before": ["på en"]}, "satt på min nål", False),
        ({"before": ["på-en"]}, "satt på-en nål", True),
        ({"before": ["/en?/"]}, "satt på e nål", True),
        ({"before": ["/som(?: også)*/"]}, "det som også nål", True),
        ({"before": ["/på|en gul/"]}, "satt på nål", True),
        ({"before": ["på"]}, "satt på  nål", True),
        ({"before": ["på"]}, "satt «på» nål", True),
        ({"before": ["dag*"]}, "DAGENS nål", True),
        ({"after": ["og tråd"]}, "nål\nog tråd", True),
        ({"after": ["og tråd"]}, "nål, og tråd", False),
        ({"after": ["/ trå?d/"]}, "nål trd", True),
        ({"after": ["/ tråd|, garn/"]}, "nål, garn", True),
        ({"after": ["/ (?!i)/"]}, "nål og tråd", True),
        ({"near": ["blå tråd"]}, "nål. Den blå tråden. Blå tråd!", True),
        ({"near": ["/km.t/"]}, "nål i 80 km/t", True),
    ],
)
def test_the_words_beside_a_surface_tell_only_what_no_rule_can_ask_for(
    entries: dict[str, object], text: str, expected: bool
) -> None:
    start = text.index("nål")
    for _ in range(2):  # what is kept of a word is what was found out
        assert speak_against([rule(**entries)], text, start, start + 3) is expected
    assert rule(**entries).speaks_against(text, start, start + 3) is expected
