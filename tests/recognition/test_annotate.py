"""``glossary.annotate``: what it says about each term, and which words it leaves alone."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pytest

import imsterms
from imsterms.languages.word_lists import word_lists
from imsterms.recognition.annotate import annotator
from imsterms.recognition.match import Match


def found(language: str, text: str, **options: bool) -> list[tuple[str, str]]:
    return [(match.text, match.concept.id) for match in imsterms.glossary(language).annotate(text, **options)]


def one(language: str, text: str, **options: bool) -> Match:
    (match,) = imsterms.glossary(language).annotate(text, **options)
    return match


def test_a_match_says_everything() -> None:
    match = one("nb", "De muskelknutene!")
    assert (match.start, match.end, match.text) == (3, 16, "muskelknutene")
    assert match.concept.id == "trigger_point"
    assert match.designation == "muskelknute"
    assert match.designation.reason
    assert (match.status, match.kind, match.forms) == ("deprecated", "exact", ("the plural",))
    assert match.as_dict()["term"] == "triggerpunkt"


def test_forms_that_look_alike_are_all_given() -> None:
    assert one("nn", "triggerpunkt").forms == ("", "plural")


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("triggerpunktenes", ("the plural genitive",)),
        ("intramuskulære stimuleringens", ("the genitive",)),
        ("IMS-en", ("the",)),
        ("IMS", ("short",)),
        ("nåla", ("the",)),
        ("nålesettinga", ("the",)),
    ],
)
def test_the_form_is_named(written: str, forms: tuple[str, ...]) -> None:
    assert one("nb", written).forms == forms


@pytest.mark.parametrize(
    ("language", "written", "concept"),
    [
        ("nb", "pasientens", "patient"),
        ("nb", "helsas", "health"),
        ("nb", "nerverøttenes", "nerve_root"),
        ("nb", "forkortete muskler", "shortened_muscle"),
        ("nb", "forkorta musklene", "shortened_muscle"),
        ("nb", "kroniske smerte", "chronic_pain"),
        ("nb", "lokale twitch-responsen", "local_twitch_response"),
        ("nb", "IMS-BEHANDLINGENS", "intramuscular_stimulation"),
        ("nb", "Ims-en", "intramuscular_stimulation"),
        ("nb", "palperinga", "palpation"),
        ("nb", "dry needlingen", "dry_needling"),
        ("nn", "TrP-a", "trigger_point"),
        ("nn", "musklanes", "skeletal_muscle"),
        ("en", "TrPs", "trigger_point"),
        ("en", "trigger-point therapies", "trigger_point_therapy"),
        ("en", "vertebrae", "vertebra"),
    ],
)
def test_forms_in_running_text(language: str, written: str, concept: str) -> None:
    assert found(language, f"({written})") == [(written, concept)]


def test_articles_are_outside_unless_the_designation_begins_with_one() -> None:
    assert found("nb", "den intramuskulære stimuleringen") == [
        ("intramuskulære stimuleringen", "intramuscular_stimulation")
    ]
    assert found("nb", "det korte muskelsyndromet") == [("det korte muskelsyndromet", "short_muscle_syndrome")]


def test_senses_follow_in_order_with_their_reasons() -> None:
    ims = one("nb", "IMS")
    assert ims.concept.id == "intramuscular_stimulation"
    assert [meaning.concept.id for meaning in ims.candidates][0] == "dry_needling"
    assert all(meaning.reason for meaning in ims.candidates)
    assert one("nb", "overfølsomheten").candidates[0].concept.id == "denervation_supersensitivity"


@pytest.mark.parametrize("language", imsterms.languages())
def test_whatever_is_listed_as_used_for_another_concept_is_a_candidate(language: str) -> None:
    entries = word_lists(language).other_concepts
    # the two written forms of a language share their list
    here = [entry for entry in entries if (entry[0], entry[1]) in found(language, entry[0])]
    assert len(here) > 2
    for word, _, other, reason in here:
        assert (other, reason) in [(each.concept.id, each.reason) for each in one(language, word).candidates]


def test_a_shared_surface_goes_to_the_concept_whose_preferred_term_it_is() -> None:
    for language in ("nb", "nn", "en"):
        glossary = imsterms.glossary(language)
        for concept in glossary.values():
            matches = [match for match in glossary.annotate(str(concept.term)) if match.text == str(concept.term)]
            for match in matches:
                assert match.concept == concept, concept.id


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_listed_form_of_every_designation_is_found(language: str) -> None:
    glossary = imsterms.glossary(language)
    for concept in glossary.values():
        for designation in concept.designations:
            if designation.register == "lay":
                continue  # terms go before everyday wordings
            for name, form in designation.forms.items():
                if name == "a" or form.endswith("'") or form.endswith("'s"):
                    continue
                spans = [
                    match for match in glossary.annotate(f"({form})", at_least="possible") if form.endswith(match.text)
                ]
                ids = {match.concept.id for match in spans}
                ids |= {meaning.concept.id for match in spans for meaning in match.candidates}
                assert concept.id in ids, (form, designation.field)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "de sene bussene om kvelden"),
        ("nb", "de kom for sene hjem"),
        ("nb", "etter § 5 annet ledd skal"),
        ("nb", "et ledd i planen"),
        ("nb", "en stoppenål og ei synål"),
        ("nb", "kl. 12 i tre timer"),
        ("nb", "det var rot overalt"),
        ("nb", "jeg behandler deg gjerne"),
        ("nb", "kursene som behandler dette"),
        ("nb", "etter loven § 4 andre ledd"),
        ("nb", "det smerter meg"),
        ("nb", "behandling av søknader"),
        ("nb", "et stort rom med vas"),
        ("nb", "muskel- og nerve-"),
        ("nn", "Kommunen behandlar saka"),
        ("nb", "han fikk kontakt på jobben og ringte hjem"),  # words of any trade
        ("nn", "ei melding om prisen på kurset og skjemaet for søknaden"),
        ("nn", "tredje ledd andre punktum"),
        ("en", "a joint venture"),
        ("en", "please be patient"),
        ("en", "we process the order"),
        ("en", "terms and conditions"),
    ],
)
def test_false_friends_are_left_alone(language: str, text: str) -> None:
    assert found(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("nb", "smerter i sene og ledd", ["smerter", "sene", "ledd"]),
        ("nb", "en betent sene kan gi smerter", ["sene", "smerter"]),
        ("nb", "et vondt ledd i hånden", ["ledd", "hånden"]),
        ("nb", "min behandler heter Kari", ["behandler"]),
        ("nb", "symptomer som smerter og stivhet", ["symptomer", "smerter", "stivhet"]),
        ("nb", "hun jobber som behandler i Bergen", ["behandler"]),
        ("nb", "overgangen fra muskel til sene", ["muskel", "sene"]),
        (
            "nb",
            "smerter i andre ledd, 28 ledd i alt, ledd i hele kroppen",
            ["smerter", "ledd", "ledd", "ledd", "kroppen"],
        ),
        ("nb", "nåler og nåler", ["nåler", "nåler"]),
        ("en", "the patient has joint pain", ["patient", "joint pain"]),
        ("en", "a needle and the needles", ["needle", "needles"]),
        ("en", "pins and needles in the hand", ["pins and needles", "hand"]),
        ("nb", "klinikken ligger ved legevakten", ["klinikken", "legevakten"]),
        ("nb", "musklene dine", ["musklene"]),  # no everyday phrase hides a term for the same concept
        ("nb", "vondt under foten", ["foten"]),  # nor one that several conditions have in common
        ("en", "upper back pain", ["upper back", "pain"]),  # nor another that is part of it
        ("nb", "Et lite blåmerke under huden.", ["blåmerke", "huden"]),
        ("nb", "noe galt med hjertet, ikke lungene", ["hjertet", "lungene"]),
    ],
)
def test_the_terms_that_look_like_them_are_found(language: str, text: str, words: list[str]) -> None:
    assert [written for written, _ in found(language, text)] == words


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("nb", "muskler langs ryggraden", "paraspinal_muscle"),
        ("nb", "punktert lunge", "pneumothorax"),
        ("nn", "smerter i kneet", "knee_pain"),
        ("en", "lower back pain", "low_back_pain"),
        ("en", "blood thinners", "anticoagulant_therapy"),
    ],
)
def test_an_everyday_phrase_means_more_than_the_terms_in_it(language: str, text: str, concept: str) -> None:
    assert found(language, text) == [(text, concept)]


@pytest.mark.parametrize(
    ("language", "text", "matched", "concept"),
    [
        ("nb", "Legen så på tennis-albuen.", "tennis-albuen", "lateral_epicondylitis"),
        ("nn", "Ho fekk tørr-nåling.", "tørr-nåling", "dry_needling"),
        ("en", "Joint and tendon-related pain.", "tendon-related", "tendon"),
    ],
)
def test_a_hyphen_may_join_the_parts_of_a_term_or_a_general_word_to_it(
    language: str, text: str, matched: str, concept: str
) -> None:
    found = {match.text: match.concept.id for match in imsterms.glossary(language).annotate(text)}
    assert found[matched] == concept


@pytest.mark.parametrize(
    ("language", "text", "written", "concept"),
    [
        ("nb", "Timen til torrnaling er i morgen.", "torrnaling", "dry_needling"),
        ("nb", "Toerrnaalingen hjalp.", "Toerrnaalingen", "dry_needling"),
        ("nn", "Ho har overfoelsemd i huda.", "overfoelsemd", "hypersensitivity"),
    ],
)
def test_a_term_may_lack_the_letters_that_a_keyboard_lacks(
    language: str, text: str, written: str, concept: str
) -> None:
    match = next(match for match in imsterms.glossary(language).annotate(text) if match.text == written)
    assert (match.concept.id, match.kind, match.confidence) == (concept, "unaccented", "likely")


def test_an_everyday_word_may_have_punctuation_around_it(small: Any) -> None:
    small.write(
        "concepts/cups.yaml",
        """cup:
  term: cup
  lay: ["round bowl?"]
  definition: "{tool} to drink from"
  broader: [tool]
""",
    )
    (match,) = small.glossary("en").annotate("A round bowl?", at_least="possible")
    assert match.concept.id == "cup"


def test_an_abbreviation_that_is_a_word_is_a_term_in_capitals_only() -> None:
    assert found("nb", "ROM i nakken og et rom") == [("ROM", "range_of_motion")]
    assert [written for written, _ in found("en", "one AE (PTX), ea")] == ["AE", "PTX"]


def test_matches_of_one_surface_share_their_designation_and_can_be_pickled() -> None:
    first, second = imsterms.glossary("nb").annotate("nål, nål")
    assert first.designation is second.designation
    assert pickle.loads(pickle.dumps(first.as_dict())) == first.as_dict()


def test_a_fallback_glossary_finds_the_words_that_it_serves() -> None:
    assert [match.concept.id for match in imsterms.glossary("nn", fallback=True).annotate("nåla")] == ["needle"]


def test_what_is_apart_are_the_terms_of_the_other_form_that_are_no_words_of_this_one() -> None:
    bokmaal, nynorsk = imsterms.glossary("nb"), imsterms.glossary("nn")
    text = "Musklane og musklene, smerta og smerten, triggerpunktet, personar."
    apart = annotator(bokmaal).apart(nynorsk)
    assert [text[start:end] for start, end, _ in apart.find(text)] == ["Musklane", "personar"]


@pytest.mark.parametrize(
    "text",
    [
        "Muskelknuter gjør vondt.",
        "Et muskelknutekurs.",
        "Et muskelknute-kurs.",
        "Hun fikk IMS.",
        "Et trigger punkt.",
        "Muskel- og leddsmerter.",
        "Akutte og kroniske smerter.",
        "Hun fikk dry needling behandling.",
    ],
)
def test_what_may_be_faulty(text: str) -> None:
    assert annotator(imsterms.glossary("nb")).may_be_faulty(text)


def test_what_has_no_faulty_term() -> None:
    text = "Legen fant et triggerpunkt i muskelen. Pasienten gikk ut av rommet som er nytt."
    assert not annotator(imsterms.glossary("nb")).may_be_faulty(text)


def calls_of(text: str, **options: bool) -> int:
    """Return how many functions are called to annotate a text."""
    glossary, calls = imsterms.glossary("nb"), 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    glossary.annotate(text, **options)  # what is remembered of its words costs nothing the second time
    sys.setprofile(count)
    try:
        glossary.annotate(text, **options)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "part",
    [
        "nål ",
        "nål-",
        "muskel- og ",
        "muskel-, ",
        "na\u030a\u0301l ",
        "((nål) ",
        "nål (IMS) ",
        "Indre Møre sykkel (IMS) ",
        "intramuskulær stimulering (IMS) ",
        "lege behandling smerte lege ",
        "Nål A. (2010). J Nål et al. ",
        "nål\0\ud800",
    ],
)
def test_the_work_grows_as_the_text_does(part: str) -> None:
    for options in ({}, {"misspellings": True, "split": True, "compounds": True}):
        assert calls_of(part * 800, **options) < 5 * calls_of(part * 200, **options)
