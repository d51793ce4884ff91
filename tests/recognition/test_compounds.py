"""Compounds that nobody listed: which words have a term as a part, and which only look so."""

from __future__ import annotations

import pytest

from imsterms.languages.profile import profile
from imsterms.languages.word_lists import word_lists
from imsterms.recognition.compounds import Compounds, first_parts

NOUNS = ("lege", "nål", "smerte", "hud", "funn", "ledd", "triggerpunkt", "behandling")


def compounds(language: str, nouns: tuple[str, ...] = NOUNS, **added: list[str]) -> Compounds[str]:
    lists = word_lists(language, {language: added} if added else None)
    first = {part: noun for noun in nouns for part in first_parts(noun, None, lists.joints)}
    return Compounds(profile(language), lists, first, {noun: noun for noun in nouns if len(noun) > 3})


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("triggerpunktkurs", "triggerpunkt"),
        ("smertesenter", "smerte"),
        ("behandlingsrom", "behandling"),
        ("barnebehandling", "behandling"),
        ("korsryggsmerte", "smerte"),
        ("smertebehandling", "behandling"),
        ("hudsmerte", "smerte"),
    ],
)
def test_a_compound_has_its_longest_part(word: str, part: str) -> None:
    assert compounds("nb").part(word) == part


@pytest.mark.parametrize(
    "word",
    [
        *["smertefri", "smertelig", "smertefullt", "legemiddel", "legevakten", "kollege", "oppfunnet", "bindeledd"],
        *["behandlingen", "smerte", "hudx", "smertezzz", "leg3middel", "smerte-senter", "s" * 70],
    ],
)
def test_a_derivation_or_another_word_is_none(word: str) -> None:
    assert compounds("nb").part(word) is None


def test_three_consonants_begin_a_word_only_where_the_language_has_them() -> None:
    assert compounds("nb").part("smerteskrift") == "smerte"
    assert compounds("nb").part("smertegkrift") is None


def test_a_termbase_may_say_what_is_none() -> None:
    assert compounds("nb", not_beginning=["smertesent*"]).part("smertesenter") is None


@pytest.mark.parametrize("language", ["en", "fi", "fkv"])
def test_no_compounds_where_the_language_has_none_or_no_lists(language: str) -> None:
    assert compounds(language, ("smerte",)).part("smertesenter") is None


@pytest.mark.parametrize(
    ("language", "word"), [("sv", "behandlingsrum"), ("da", "behandlingsrum"), ("de", "behandlungsraum")]
)
def test_other_languages_have_joints_too(language: str, word: str) -> None:
    assert compounds(language, ("behandling", "behandlung")).part(word) in word
