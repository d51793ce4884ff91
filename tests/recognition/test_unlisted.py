"""find: designations that are written as no list has them."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms


def unlisted(language: str, text: str) -> list[tuple[str, str]]:
    return [(found.concept.id, found.kind) for found in imsterms.glossary(language).find(text)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nn", "symptomer", [("symptom", "")]),
        ("en", "acupunctures", [("acupuncture", "")]),
        ("nb", "manuell terapeut", [("manual_therapist", "split")]),
        ("en", "musculo-skeletal disorder", [("musculoskeletal_disorder", "split")]),
        ("nb", "denerverte", [("denervation", "derived")]),
        ("nb", "strålte ut", [("radiating_pain", "derived")]),
        ("nn", "denerverande", [("denervation", "derived")]),
        ("en", "immobilised", []),
        ("en", "denervated", [("denervation", "derived")]),
        ("nb", "behandle sykdommer", [("treatment", "phrase"), ("condition", "phrase")]),
    ],
)
def test_forms_spellings_and_derivations(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert unlisted(language, text) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "for di"),
        ("nb", "skyve opp"),
        ("en", "the rapist"),
        ("en", "dress"),  # a dressing is put on a wound
        ("en", "treat" * 100),
    ],
)
def test_other_words_have_none(language: str, text: str) -> None:
    assert unlisted(language, text) == []


def test_a_form_says_which_it_is(project: Any) -> None:
    project.write("concepts/a.yaml", "a: {term: sting, plural: -}\nb: {term: palpation}\nc: {term: palpition}\n")
    glossary = project.glossary("en")
    assert [(found.text, found.forms) for found in glossary.find("stings")] == [("stings", ("plural",))]
    assert [(found.text, found.forms, found.kind) for found in glossary.find("palpates")] == [
        ("palpation", (), "derived")
    ]
