"""Norwegian inflection: the forms that people write of a noun whose forms nobody listed."""

from __future__ import annotations

import pytest

from imsterms.languages.inflection import inflection


@pytest.mark.parametrize(
    ("language", "noun", "the", "plural", "the_plural"),
    [
        ("nb", "bevegelighet", {"bevegeligheten", "bevegeligheta"}, {"bevegeligheter"}, {"bevegelighetene"}),
        ("nn", "rørsleheit", {"rørsleheita"}, {"rørsleheitar"}, {"rørsleheitane"}),
        ("nb", "massør", {"massøren"}, {"massører"}, {"massørene"}),
        ("nb", "behandler", {"behandleren"}, {"behandlere"}, {"behandlerne"}),
        ("nn", "massør", {"massøren"}, {"massørar", "massører"}, {"massørane", "massørene"}),
        ("nb", "skulder", {"skulderen"}, {"skuldere", "skulderer"}, {"skulderne", "skulderene"}),
        ("nb", "pute", {"puten", "puta"}, {"puter"}, {"putene"}),
        ("nn", "pute", {"puta"}, {"putar", "puter"}, {"putane", "putene"}),
        ("nb", "stram", {"strammen"}, {"strammer"}, {"strammene"}),
        ("nb", "stasjon", {"stasjonen"}, {"stasjoner"}, {"stasjonene"}),
        ("nb", "terapi", {"terapien"}, {"terapier"}, {"terapiene"}),
    ],
)
def test_regular_forms(language: str, noun: str, the: set[str], plural: set[str], the_plural: set[str]) -> None:
    forms = inflection(language).noun_forms(noun, {})
    assert the <= set(forms["the"])
    assert plural <= set(forms["plural"])
    assert the_plural <= set(forms["the plural"])


def test_what_no_norwegian_writes_is_not_made() -> None:
    assert "stasjona" not in inflection("nb").noun_forms("stasjon", {})["the"]
    assert inflection("nn").noun_forms("stimulering", {})["the"] == ("stimuleringa",)
    assert "massørar" not in inflection("nb").noun_forms("massør", {})["plural"]


def test_short_words_are_not_inflected() -> None:
    assert inflection("nb").noun_forms("nål", {}) == {}


def test_a_compound_is_inflected_as_its_last_part() -> None:
    listed = {"muskel": {"the": "muskelen", "plural": "muskler", "the plural": "musklene"}}
    forms = inflection("nb").noun_forms("Ryggmuskel", listed)
    assert (forms["the"], forms["plural"], forms["the plural"]) == (
        ("Ryggmuskelen",),
        ("Ryggmuskler",),
        ("Ryggmusklene",),
    )


@pytest.mark.parametrize(
    ("language", "form", "name", "base", "definite", "others"),
    [
        ("nb", "huden", "the", "hud", {"huden"}, [("huda", "the")]),
        ("nb", "legen", "the", "lege", {"legen"}, [("lega", "the")]),
        ("nb", "nerven", "the", "nerv", {"nerven"}, []),
        ("nb", "punktene", "the plural", "punkt", {"punktet"}, [("punkta", "the plural")]),
        ("nb", "leggene", "the plural", "legg", {"leggen"}, []),
        ("nb", "punkter", "plural", "punkt", {"punktet"}, [("punkt", "plural")]),
        ("nn", "huden", "the", "hud", {"huden"}, []),
    ],
)
def test_other_official_endings(
    language: str, form: str, name: str, base: str, definite: set[str], others: list[tuple[str, str]]
) -> None:
    assert list(inflection(language).other_forms(form, name, base, definite)) == others


@pytest.mark.parametrize(
    ("adjective", "others"),
    [
        ("forkortede", ["forkortete", "forkorta"]),
        ("skadet", ["skada"]),
        ("kronisk", []),
        ("tret", []),
    ],
)
def test_participles(adjective: str, others: list[str]) -> None:
    assert list(inflection("nb").adjective_forms(adjective)) == others


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_abbreviations_are_inflected_after_a_hyphen(language: str) -> None:
    forms = dict(inflection(language).abbreviation_forms("TrP"))
    assert forms["TrP-et"] == "the"
    assert forms["TrP-enes"] == "the plural genitive"
    assert forms["TrPs"] == forms["TrP-s"] == "genitive"
    assert "IMSs" not in dict(inflection(language).abbreviation_forms("IMS"))


@pytest.mark.parametrize(
    ("language", "variant", "forms", "name"),
    [
        ("nb", "nåla", {"": "nål", "the": "nålen", "the plural": "nålene"}, "the"),
        ("nb", "triggerpunkta", {"": "punkt", "the": "punktet", "the plural": "punktene"}, "the plural"),
        ("nb", "nålane", {"": "nål", "the": "nålen", "the plural": "nålene"}, "the plural"),
        ("nb", "nålar", {"": "nål", "plural": "nåler"}, ""),
        ("nn", "nåler", {"": "nål", "plural": "nåler"}, "plural"),
        ("nb", "naal", {"": "nål", "the": "nålen"}, ""),
    ],
)
def test_a_variant_shows_its_form_by_its_ending(
    language: str, variant: str, forms: dict[str, str | None], name: str
) -> None:
    assert inflection(language).variant_form(variant, forms) == name
