"""How hard a text is to read: two measures against figures worked out by hand."""

from __future__ import annotations

import pytest

from imsterms.checks.readability import flesch_kincaid, lix, sentences, syllables, words

EASY = "Nåla er tynn. Den gjør ikke vondt."
HARD = "Intramuskulær stimulering forutsetter behandlingserfaring og grundig anatomikunnskap."


def test_words_over_six_letters_and_long_sentences_count() -> None:
    # 7 words in 2 sentences, none over six letters; 7 words in one sentence, 6 of them long
    assert lix(EASY) == pytest.approx(3.5)
    assert lix(HARD) == pytest.approx(7 + 100 * 6 / 7)


def test_syllables_and_long_sentences_count() -> None:
    assert flesch_kincaid("The cat sat.") == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert flesch_kincaid("Intramuscular stimulation necessitates anatomical expertise.") > 12


@pytest.mark.parametrize("measure", [lix, flesch_kincaid])
def test_a_text_without_words_is_easy(measure: object) -> None:
    assert measure("") == measure("… 1 2") == 0.0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "count"), [("Nå? Ja! Nei.", 3), ("Ta f.eks. en time", 1), ("Punkt. Uten punktum", 2), ("...", 1), (" ", 0)]
)
def test_sentences(text: str, count: int) -> None:
    assert sentences(text) == count


@pytest.mark.parametrize(
    ("word", "count"), [("made", 1), ("needles", 2), ("treated", 2), ("radius", 3), ("diet", 2), ("the", 1)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hyphen_does_not_part_a_word() -> None:
    assert words("IMS-behandling, pasientens «egen» nål.") == ["IMS-behandling", "pasientens", "egen", "nål"]
