"""Words that are nearly a word of a term: how many edits are forgiven, and in which words none is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.lexicon.search import edit_distance
from imsterms.recognition.misspellings import Misspellings, allowed, ordinary_words

WORDS = ["akupunktur", "triggerpunkt", "stimulering", "nerve", "legen"]


@pytest.fixture(scope="module")
def misspellings() -> Misspellings:
    return Misspellings(WORDS, ["stimulerings", "nerver"])


@pytest.mark.parametrize(
    ("word", "edits", "right"),
    [
        ("akkupunktur", 1, ["akupunktur"]),
        ("akupnuktur", 1, ["akupunktur"]),
        ("trigerpunktt", 2, ["triggerpunkt"]),
        ("nervee", 1, ["nerve"]),
    ],
)
def test_a_slip_is_found(misspellings: Misspellings, word: str, edits: int, right: list[str]) -> None:
    assert misspellings.corrections(word) == (edits, right)


@pytest.mark.parametrize(
    "word",
    [
        "akupunktur",  # right
        "nerver",  # an ordinary word
        "vegen",  # another word, not a misspelling of "legen"
        "bkupunktur",  # whoever misspells a word knows how it begins
        "akkupunkturr2",  # no word
        "ner",  # too short
        "x" * 1000,
    ],
)
def test_other_words_are_left_alone(misspellings: Misspellings, word: str) -> None:
    assert misspellings.corrections(word) == (0, [])


@given(st.sampled_from(WORDS), st.data())
def test_whatever_is_found_is_as_near_as_it_says(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("abenrst"))
    edits, right = Misspellings(WORDS, []).corrections(word[:place] + letter + word[place:])
    assert all(edit_distance(word[:place] + letter + word[place:], other, 2) == edits for other in right)
    assert edits <= allowed(len(word) + 1)


def test_words_of_every_text_but_not_of_references(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "needle: {term: needle, definition: 'Thin {tool}[the plural] with a point', notes: [Some bend.]}\n"
        "tool: {term: tool}\n",
    )
    project.write("articles/one.yaml", "title: Visits\nblocks: [{id: a, text: 'Wait **here** with the {needle}.'}]\n")
    words = set(ordinary_words(project.glossary("en")))
    assert {"thin", "point", "some", "bend", "visits", "wait", "here"} <= words
    assert not {"tool", "plural", "needle"} & words
