"""The message ``<concept>.words``: what its lines say, and what is wrong with those that say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.catalogs.words import is_nothing, offered_names, read_words

TEXT = """\
short: TrP
plain: ømt punkt
also: myofascielt triggerpunkt | det myofascielle triggerpunktet
also: MTrP
lay: knute i muskelen
not: muskelknute | - | muskelknuter # folkelig ord
note: Ikke det samme som en knute.
compound: triggerpunkts
genitive: -"""


def test_each_line_says_one_thing() -> None:
    words = read_words(TEXT, "nb")
    assert words.phrases == {"abbreviation": "TrP", "plain": "ømt punkt"}
    assert [one["forms"][0] for one in words.lists["admitted"]] == ["myofascielt triggerpunkt", "MTrP"]
    assert words.lists["deprecated"] == [{"forms": ["muskelknute", "-", "muskelknuter"], "reason": "folkelig ord"}]
    assert words.forms == {"compound": "triggerpunkts", "genitive": None}
    assert words.faults == []


def test_what_is_read_is_written_again() -> None:
    assert "\n".join(read_words(TEXT, "nb").lines()) == TEXT


@pytest.mark.parametrize("text", ["-", " – ", "'-", "none"])
def test_a_dash_says_that_there_is_nothing(text: str) -> None:
    assert is_nothing(text)
    words = read_words(text, "nb")
    assert set(words.phrases.values()) == {None} and not any(words.lists.values())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("TrP", "'TrP' is not 'name: word'; the names are short, plain, also"),
        ("shrt: TrP", "there is no name 'shrt'; did you mean 'short'?"),
        ("locative: punkcie", "there is no name 'locative'"),
        ("also: MTrP # kort", "only a word after 'not' has a reason"),
        ("not: knute#folkelig", "write ' # ' with spaces before the reason"),
        ("also: a || b", "has an empty form"),
        ("gender: neutral", "'neutral' is not a gender; write masculine, feminine, neuter, common"),
        ("compound: –", "a hyphen says that there is nothing; write 'compound: -'"),
    ],
)
def test_a_line_that_says_nothing_is_a_fault(line: str, fault: str) -> None:
    (found,) = read_words(line, "nb").faults
    assert fault in found


def test_the_names_are_those_of_the_language() -> None:
    assert read_words("locative: punkcie", "pl").forms == {"locative": "punkcie"}
    assert "locative" in offered_names("pl") and "compound" not in offered_names("pl")


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    words = read_words(text, "nb")
    assert not words.faults or text.strip()
