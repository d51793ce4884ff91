"""Surfaces: the forms of a designation that recognition looks for, and what each is said to be."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

import imsterms
from imsterms.recognition.surfaces import is_abbreviation, paradigms, surfaces


def readings(language: str, concept: str) -> dict[str, set[tuple[str, tuple[str, ...], bool]]]:
    """Return the surfaces of a concept, each with the field, the forms and whether it is listed."""
    found = defaultdict(set)
    for reading in surfaces(imsterms.glossary(language)):
        if reading.concept_id == concept:
            found[reading.text].add((reading.field, reading.forms, reading.listed))
    return found


def test_listed_forms_are_said_to_be_listed_and_made_ones_not() -> None:
    found = readings("nb", "trigger_point")
    assert ("term", ("the plural",), True) in found["triggerpunktene"]
    assert ("term", ("the plural genitive",), False) in found["triggerpunktenes"]
    assert ("deprecated", ("plural",), True) in found["muskelknuter"]


def test_what_is_spelt_otherwise_elsewhere_is_a_surface_too() -> None:
    assert ("term", ("", "the"), False) in readings("en", "anaesthesia")["anesthesia"]
    # what is listed so itself is left as it is
    assert {listed for _, _, listed in readings("en", "muscle_fibre")["muscle fiber"]} == {True}


def test_forms_that_look_alike_are_one_surface(project: Any) -> None:
    project.write("concepts/a.yaml", "hook: {term: hook}\n")
    project.catalog("nb", {"hook.term": ["krok", "kroker"], "hook.words": "also: krakk"})
    made = {
        each.text: each.forms for each in surfaces(project.glossary("nb")) if each.base == "krakk" and not each.listed
    }
    assert made["krakka"] == ("the", "the plural") and made["krakks"] == ("genitive", "plural genitive")


def test_adjectives_agree_in_every_form() -> None:
    found = readings("nb", "shortened_muscle")
    assert {"forkortet muskel", "forkortede muskler", "forkortete musklene", "forkorta muskel"} <= set(found)


def test_articles_are_no_part_of_a_surface() -> None:
    assert not any(text.startswith(("den ", "en ")) for text in readings("nb", "intramuscular_stimulation"))


def test_an_abbreviation_has_its_own_endings_and_no_others() -> None:
    found = readings("nn", "trigger_point")
    assert {"TrP", "TrP-et", "TrP-a"} <= set(found)
    assert "TrPet" not in found
    assert found["TrP"] == {("abbreviation", ("short",), True)}


def test_names_are_not_inflected_but_for_the_genitive() -> None:
    found = readings("nb", "hoyskolen_kristiania")
    preferred = {text for text, said in found.items() if any(field == "term" for field, _, _ in said)}
    assert preferred == {"Kristiania", "Kristianias"}


def test_the_combining_form_is_kept_with_the_base_form() -> None:
    combining = {
        reading.named.combining
        for reading in surfaces(imsterms.glossary("nb"))
        if reading.concept_id == "needle" and reading.text == "nål"
    }
    assert combining == {"nåle"} or combining == {"nåle-"}


def test_an_unlisted_compound_follows_its_last_part() -> None:
    muscle = {"": "skjelettmuskel", "the": "skjelettmuskelen", "plural": "skjelettmuskler"}
    assert paradigms("nb", [muscle]) == {"skjelettmuskel": {"the": "skjelettmuskelen", "plural": "skjelettmuskler"}}
    assert paradigms("en", [{"": "muscle", "plural": "muscles"}]) == {}, "English does not write compounds in one word"
    back = paradigms("nb", [muscle, {"": "smerte i ryggen", "the": "smerten i ryggen"}])
    assert "ryggen" in back, "a phrase teaches the forms of its last word"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[("IMS", True), ("TrP", True), ("Gunn-IMS", True), ("EMG-styrt IMS", True), ("NaCl", True)],
        *[("Qi", False), ("IMS-terapeut", False), ("ims", False), ("McGill", False), ("", False)],
    ],
)
def test_abbreviations_have_capitals_inside(text: str, expected: bool) -> None:
    assert is_abbreviation(text) is expected
