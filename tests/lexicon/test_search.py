"""find: any form of any designation, exactly; search: what people type into a box."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import imsterms
from imsterms.lexicon.find import key
from imsterms.lexicon.search import edit_distance


@given(st.text(max_size=50))
def test_find_and_search_take_any_text(text: str) -> None:
    glossary = imsterms.glossary("nb")
    assert isinstance(glossary.find(text), list)
    assert len(glossary.search(text, limit=3)) <= 3


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("nål", "needle"),
        ("nal", "needle"),
        ("NAAL"[:2], "needle"),
        ("trigger", "trigger_point"),
        ("triggerpunk", "trigger_point"),
        ("trigerpunkt", "trigger_point"),
        ("tirggerpunkt", "trigger_point"),
        ("triggerpunktenes", "trigger_point"),
        ("omt punkt", "tender_point"),
        ("ims", "intramuscular_stimulation"),
        ("intramuskulaer", "intramuscular_stimulation"),
        ("akupunktor", "acupuncturist"),
    ],
)
def test_search_forgives(nb: imsterms.Glossary, query: str, concept: str) -> None:
    assert concept in [one.concept.id for one in nb.search(query)][:3]


def test_search_ranks_and_limits(nb: imsterms.Glossary) -> None:
    found = nb.search("nål")
    assert found[0].concept.id == "needle"
    assert len({one.concept.id for one in found}) == len(found)
    assert len(nb.search("a", limit=5)) == 5
    assert nb.search("a", limit=0) == nb.search("a", limit=-1) == []
    assert nb.search("") == nb.search("   ") == nb.search("---") == []


@pytest.mark.parametrize(
    ("language", "query", "concept"),
    [
        ("nb", "kontraindikasjon absolutt", "absolute_contraindication"),  # any order
        ("en", "back pain low", "low_back_pain"),
        ("en", "pain in the neck", "neck_pain"),  # small words need not be there
        ("nb", "trigerp", "trigger_point"),  # a slip while the word is still being typed
        ("nb", "oemt", "tender_point"),  # letters that a keyboard lacks
        ("nb", "omt pu", "tender_point"),
        ("nb", "naal", "needle"),
        ("en", "neckpain", "neck_pain"),  # written together
        ("nb", "ischias", "sciatica"),  # two slips
        ("nb", "M54.5", "low_back_pain"),  # a code
        ("nb", "m545", "low_back_pain"),
    ],
)
def test_search_takes_what_people_type(language: str, query: str, concept: str) -> None:
    assert concept in [found.concept.id for found in imsterms.glossary(language).search(query)][:3]


@pytest.mark.parametrize(
    ("language", "query", "concept"),
    [
        ("nb", "torrnaling", "dry_needling"),
        ("nb", "knuter i musklene", "trigger_point"),
        ("nb", "skarp spiss", "needle"),
        ("nb", "omt punkt", "tender_point"),
        ("nb", "muskelknute", "trigger_point"),
        ("nb", "intramuskulaer stimulering", "intramuscular_stimulation"),
        ("nb", "bloedning", "bleeding"),
        ("nb", "lunge punktert", "pneumothorax"),
        ("nb", "nålfobi", "needle_phobia"),
        ("nb", "redd for nåler", "needle_phobia"),
        ("nb", "kronisk smer", "chronic_pain"),
        ("nb", "sciatica", "sciatica"),
        ("nn", "vondt i nakken", "neck_pain"),
        ("nn", "naal", "needle"),
        ("nn", "hovudpine", "headache"),
        ("nn", "blodfortynnande", "anticoagulant_therapy"),
        ("en", "muscle knot", "trigger_point"),
        ("en", "punctured lung", "pneumothorax"),
        ("en", "triger point", "trigger_point"),
        ("en", "pain knee", "knee_pain"),
        ("en", "afraid of needles", "needle_phobia"),
    ],
)
def test_the_best_comes_first(language: str, query: str, concept: str) -> None:
    assert imsterms.glossary(language).search(query)[0].concept.id == concept


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_words_of_a_term_may_come_in_any_order(language: str) -> None:
    glossary = imsterms.glossary(language)
    for concept in glossary.values():
        backwards = " ".join(reversed(str(concept.term).split()))
        assert concept in [found.concept for found in glossary.search(backwards, limit=10)], backwards


def test_designations_come_before_definitions(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "a: {term: alpha, definition: sharp edge of a knife}\nb: {term: sharp edge}\nc: {term: edge}\n",
    )
    glossary = project.glossary("en")
    assert [(found.concept.id, found.text) for found in glossary.search("edge sharp")] == [
        ("b", "sharp edge"),
        ("a", "alpha"),
    ]


def test_a_whole_word_comes_before_its_beginning_in_others(project: Any) -> None:
    project.write(
        "concepts/a.yaml", "a: {term: pointed lung}\nb: {term: tender point}\nc: {term: lung, plain: point of a lung}\n"
    )
    assert [found.concept.id for found in project.glossary("en").search("point")] == ["b", "c", "a"]


def test_other_languages_follow_where_there_is_little(nb: imsterms.Glossary) -> None:
    found = nb.search("referred pain")[0]
    assert (found.concept, found.text, found.language) == (nb["referred_pain"], "referred pain", "en")
    assert nb.search("triggerpunkt")[0].language == ""


def test_search_of_a_whole_book_is_cut() -> None:
    assert imsterms.glossary("nb").search("x" * 10_000_000) == []


@pytest.mark.parametrize(
    ("one", "other", "limit", "distance"),
    [
        ("", "", 2, 0), ("a", "", 2, 1), ("muskel", "muksel", 2, 1), ("muskel", "muskelen", 2, 2),
        ("abc", "xyz", 2, 3), ("abcdef", "a", 2, 3), ("ca", "abc", 3, 3),
    ],
)  # fmt: skip
def test_edit_distance(one: str, other: str, limit: int, distance: int) -> None:
    assert edit_distance(one, other, limit) == edit_distance(other, one, limit) == distance


@pytest.mark.parametrize("text", ["İ", "ß", "ﬁne", "Å", "Ǆ"])
def test_keys_do_not_change_when_folded_again(text: str) -> None:
    assert key(key(text)) == key(text)
