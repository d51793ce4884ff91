"""find: phrases in which every word is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import imsterms


def phrase(language: str, text: str) -> list[str]:
    found = imsterms.glossary(language).find(text)
    assert {each.kind for each in found} <= {"phrase"}
    return [each.concept.id for each in found]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("nb", "behandling av ryggsmerter", ["treatment", "low_back_pain"]),
        ("nb", "langvarige hoftesmerter", ["hip_pain"]),
        ("nb", "plutselige knesmerter", ["knee_pain"]),
        ("nb", "vanlige plager", ["symptom"]),
        ("nb", "Trening etter skade!", ["exercise_therapy", "injury"]),
        ("nb", "vondt i ryggen når jeg sitter", ["low_back_pain"]),
        ("nb", "hodepine og svimmelhet", ["headache", "dizziness"]),
        ("nb", "behandling av nakke- og skuldersmerter", ["treatment", "neck_pain", "pain_in_shoulder"]),
        ("nn", "kraftig hovudverk", ["headache"]),
        ("en", "treatment of back pain", ["treatment", "low_back_pain"]),
        ("en", "chronic shoulder pain", ["pain_in_shoulder"]),
        ("en", "number of needles", ["needle"]),
        ("en", "gentle neck exercises", ["exercise_therapy", "neck"]),
        ("en", "muscular weakness", ["muscle_weakness"]),
        ("en", "site of pain", ["pain"]),
        ("nb", "opplegg for massasje", ["massage"]),
        ("nb", "3 akupunkturnåler", ["acupuncture_needle"]),
    ],
)
def test_a_phrase_has_the_concepts_that_it_names(language: str, text: str, concepts: list[str]) -> None:
    assert phrase(language, text) == concepts


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("nb", "smertefull skulder", ["pain_in_shoulder"]),
        ("nb", "smerter i venstre skulder", ["pain_in_shoulder"]),
        ("nb", "skulderen er vond", ["pain_in_shoulder"]),
        ("nb", "smerter i nedre del av ryggen", ["low_back_pain"]),
        ("nb", "vondt i nakke, skuldre og rygg", ["neck_pain", "pain_in_shoulder", "low_back_pain"]),
        ("nb", "behandling av smerter i høyre skulder", ["treatment", "pain_in_shoulder"]),
        ("nb", "vond hånd", ["pain", "hand"]),  # no compound that is a term
        ("en", "painful shoulder", ["pain_in_shoulder"]),
        ("en", "my neck hurts", ["neck_pain"]),
        ("en", "pain in the neck and shoulders", ["neck_pain", "pain_in_shoulder"]),
    ],
)
def test_the_order_of_the_words_does_not_matter(language: str, text: str, concepts: list[str]) -> None:
    assert phrase(language, text) == concepts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "pris på bil"),  # a word that is unknown
        ("nb", "ikke vondt"),  # one that says the opposite
        ("nb", "hva behandler vi"),  # a verb that looks like a noun
        ("nb", "som erstatning"),
        ("nb", "vonde opplevelser"),
        ("nb", "første rom"),  # no ROM
        ("nb", "mestre problemene"),
        ("nb", "får jeg time"),  # nothing but an everyday word
        ("nb", "hva er det"),
        ("en", "pain without needles"),
        ("en", "back to the page"),
        ("en", "mild nerve impingement"),  # of a nerve, and the concept is of the shoulder
        ("en", "pain " * 40),
        ("en", "needles, " * 100_000),
    ],
)
def test_what_is_not_plain_has_none(language: str, text: str) -> None:
    assert phrase(language, text) == []


def test_words_that_a_termbase_adds(tmp_path: Path) -> None:
    assert [found.kind for found in imsterms.glossary("en").find("ghastly neck pain")] == ["broader"]
    assert phrase("en", "dreadful shoulder") == []
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.yaml").write_text("phrase_words: [ghastly]\nphrase_nouns: [dreadful/pain]\n", "utf-8")
    glossary = imsterms.load(tmp_path, base=True).glossary("en")
    assert [(found.concept.id, found.text, found.kind) for found in glossary.find("ghastly neck pain")] == [
        ("neck_pain", "neck pain", "phrase")
    ]
    assert [found.concept.id for found in glossary.find("dreadful shoulder")] == ["pain_in_shoulder"]


def test_several_concepts_for_a_word(project: Any) -> None:
    project.write("concepts/a.yaml", "a: {term: sting}\nb: {term: twinge, admitted: [sting]}\nc: {term: arm}\n")
    assert project.glossary("en").find("sting in the arm") == []
