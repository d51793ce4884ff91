"""Word lists: what our files say, and how a termbase adds to them."""

from __future__ import annotations

import re

import pytest

from imsterms.languages.data import read_data
from imsterms.languages.profile import profile
from imsterms.languages.word_lists import foreign_language, pattern, word_lists

FILES = read_data("words")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_is_of_a_language_or_shared(name: str) -> None:
    shared = {included for entries in FILES.values() for included in entries.get("includes", ())}
    assert profile(name).exists or name in shared


def test_a_language_without_lists_has_empty_ones() -> None:
    assert word_lists("fkv").near_words == frozenset()
    assert word_lists("fkv").false_friends == ()


def test_both_written_forms_of_norwegian_share_lists() -> None:
    assert word_lists("nb").false_friends == word_lists("nn").false_friends
    assert "fremgang" in word_lists("nb").near_words - word_lists("nn").near_words


@pytest.mark.parametrize("name", ["nb", "no"])
def test_a_termbase_adds_words_to_a_language_or_to_what_it_includes(name: str) -> None:
    lists = word_lists("nb", {name: {"capitals_only": ["ben"]}})
    assert lists.capitals_only == word_lists("nb").capitals_only | {"ben"}


def test_an_added_list_joins_ours_of_the_same_name() -> None:
    added = {
        "nb": {
            "lists": {"determiners": ["samtlige"]},
            "false_friends": [{"words": ["ben"], "before": ["{determiners}"]}],
        }
    }
    friend = word_lists("nb", added).false_friends[-1]
    (before,) = friend.before
    assert re.fullmatch(before, "samtlige") and re.fullmatch(before, "denne") and not re.fullmatch(before, "bord")


@pytest.mark.parametrize(
    ("entry", "matches", "others"),
    [
        ("av person*", ["av person", "av personer"], ["av sak"]),
        ("*funn", ["funn", "oppfunn"], ["funnet"]),
        ("c++ (ny)", ["c++ (ny)"], ["cc (ny)"]),
        ("{her} book", ["my book", "the book"], ["a book"]),
        ("/{her}s?/", ["thes"], ["thess"]),
        ("/", ["/"], ["x"]),
        ("STRASSE", ["strasse"], []),
    ],
)
def test_entries_match_text(entry: str, matches: list[str], others: list[str]) -> None:
    expression = re.compile(pattern(entry, {"her": ["the", "my"]}))
    assert all(map(expression.fullmatch, matches))
    assert not any(map(expression.fullmatch, others))


@pytest.mark.parametrize(
    ("expected", "text", "language"),
    [
        ("da", "Dette er til alle, så gør det her, før du ofte bruger det samme, men ikke under pres.", ""),
        ("nn", "Siden du skal dokumentere at du er syk, har vi en liste som de kan være sikre på.", "nb"),
        ("nb", "Nogle siger det, når behandlingen ikke bliver brugt mere af andre efter det.", "da"),
    ],
)
def test_neighbours_are_told_apart(expected: str, text: str, language: str) -> None:
    assert foreign_language(text, expected) == language
