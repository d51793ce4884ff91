"""Every word of every text, and every form of every term, is a word of its language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

BAD = {
    "en": ["trigerpoint", "needel", "behandling", "radiculopathys", "myofacial", "acupunture"],
    "nb": ["trigerpunkt", "nevropatiar", "ikkje", "behandlinsplan", "tørrnålng"],
    "nn": ["nerverøtter", "nevropatier", "ikke", "muskelforkortning", "nålebehandlingen", "skalaena"],
}
GOOD = {
    "en": ["trigger", "points", "naprapaths"],
    "nb": ["triggerpunktene", "nerverøtter", "nevropatiene", "Nålebehandling", "tørrnålingen", "noe"],
    "nn": ["triggerpunkta", "nerverøter", "nevropatiane", "Nålebehandling", "tørrnålinga", "muskelforkortinga"],
}


def test_every_word_is_known_or_reviewed(speller: Any, words: Callable[[str], dict[str, str]]) -> None:
    found = words(speller.language)
    bad = {word: found[word] for word in speller.unknown(found)}
    assert bad == {}, f"misspelt, or missing on tests/data/words.{speller.language}.txt"
    idle = set(speller.listed) - speller.used
    assert idle == set(), "nothing needs these words on the list any more"


def test_the_speller_finds_what_is_misspelt_or_from_the_other_norwegian(speller: Any) -> None:
    bad, good = BAD[speller.language], GOOD[speller.language]
    assert speller.unknown([*bad, *good]) == bad


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_every_reviewed_word_says_what_it_is(language: str, root: Any) -> None:
    lines = (root / "tests" / "data" / f"words.{language}.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in entries if not re.fullmatch(r"\S+( \S+)*  # \S.{2,}", line)] == []
    words = [word.partition("/")[0] for line in entries for word in line.partition("#")[0].split()]
    assert sorted(words) == sorted(set(words))
