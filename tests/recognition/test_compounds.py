"""Compounds that nobody listed: which words have a term as a part, and which only look so."""

from __future__ import annotations

import pytest

import imsterms
from imsterms import limits
from imsterms.languages.profile import profile
from imsterms.languages.word_lists import word_lists
from imsterms.recognition import scanner
from imsterms.recognition.compounds import Compounds, first_parts, unaccented_terms
from imsterms.recognition.surfaces import surfaces

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


def test_terms_by_how_they_are_written_without_some_letters() -> None:
    terms = unaccented_terms(surfaces(imsterms.glossary("nb")), "nb")
    assert terms["torrnaling"] == terms["toerrnaaling"] == "tørrnåling"
    assert "nal" not in terms and "triggerpunkt" not in terms
    assert unaccented_terms(surfaces(imsterms.glossary("en")), "en") == {}


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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "på triggerpunktkurset", ("triggerpunktkurset", "trigger_point", "compound")),
        ("nb", "et trigger\u00adpunktkurs", ("trigger\u00adpunktkurs", "trigger_point", "compound")),
        ("nb", "en triggerpunkt-behandling", ("triggerpunkt-behandling", "trigger_point_therapy", "split")),
        ("nb", "nål til dry needling-kvelden", ("dry needling-kvelden", "dry_needling", "compound")),
        ("nn", "på ultralydkurset", ("ultralydkurset", "ultrasound_examination", "compound")),
        ("en", "patients of an acupuncture-trained friend", ("acupuncture-trained", "acupuncture", "compound")),
    ],
)
def test_plain_compounds_are_found_by_default(language: str, text: str, expected: tuple[str, str, str]) -> None:
    match = imsterms.glossary(language).annotate(text)[-1]
    assert (match.text, match.concept.id, match.kind) == expected
    assert match.confidence == "likely"
    assert match.why == "part of a compound" or match.kind == "split"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "triggerpunktaktig triggerpunktlista"),
        ("nb", "muskel-skjelettfeltet"),
        ("nb", "Akupunktur-Senteret akupunktur-kurs.no"),
        ("nb", "gåsehud-øyeblikk og søvnig-sexy"),
        ("nb", "ledd-setning"),
        ("en", "needle-free, acupuncture-like"),
    ],
)
def test_other_words_and_everyday_words_make_none(language: str, text: str) -> None:
    assert imsterms.glossary(language).annotate(text) == []


def test_a_hyphen_joins_a_term_to_anything_in_texts_about_health_alone() -> None:
    annotate = imsterms.glossary("nb").annotate
    assert (
        annotate("Et terapeut-skjegg.") == annotate("En hjerte/smerte-visa") == annotate("/om/akupunktur-kurs/") == []
    )
    assert [match.text for match in annotate("Et terapeut-skjegg.", at_least="possible")] == ["terapeut-skjegg"]
    assert annotate("Pasienten så et terapeut-skjegg.")[1].confidence == "likely"


def test_a_long_text_has_the_same_compounds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Triggerpunktkurset, triggerpunktlista, akupunkturkurs og tørrnåling-kvelden. " * 300
    found = imsterms.glossary("nb").annotate(text)
    assert [match.text for match in found[:3]] == ["Triggerpunktkurset", "akupunkturkurs", "tørrnåling-kvelden"]
    assert len(found) == 900
    for most_met, at_once in ((5, 1 << 30), (100_000, 0)):
        monkeypatch.setattr(limits, "KEPT_WORDS", most_met)
        monkeypatch.setattr(scanner, "AT_ONCE", at_once)
        assert imsterms.glossary("nb").annotate(text) == found
