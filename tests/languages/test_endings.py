"""Endings that are data: languages that have a profile, and no module of their own."""

from __future__ import annotations

import pytest

from imsterms.languages.inflection import inflection


@pytest.mark.parametrize(
    ("language", "noun", "name", "form"),
    [
        ("sv", "muskel", "the", "muskeln"),
        ("sv", "skada", "plural", "skador"),
        ("sv", "nål", "the plural", "nålarna"),
        ("da", "muskel", "plural", "muskeler"),
        ("da", "nål", "the plural", "nålene"),
        ("de", "Nadel", "plural", "Nadeln"),
        ("de", "Punkt", "genitive", "Punktes"),
        ("is", "nál", "the", "nálin"),
        ("is", "nál", "dative", "nálinni"),
    ],
)
def test_endings_of_the_profile(language: str, noun: str, name: str, form: str) -> None:
    assert form in inflection(language).noun_forms(noun, {})[name]


def test_a_compound_is_inflected_as_its_last_part() -> None:
    forms = inflection("sv").noun_forms("ryggmuskel", {"muskel": {"plural": "muskler"}})
    assert forms["plural"] == ("ryggmuskler",)


def test_the_ending_of_a_case_is_added_to_its_form() -> None:
    assert list(inflection("de").other_forms("Muskeln", "plural", "Muskel", ())) == [("Muskelnn", "plural dative")]
    assert list(inflection("is").other_forms("nálin", "the", "nál", ())) == [("nálinni", "the dative")]
    assert list(inflection("sv").other_forms("nålar", "plural", "nål", ())) == []


@pytest.mark.parametrize(
    ("language", "form", "genitive"),
    [
        ("nb", "nålen", ("nålens", "the genitive")),
        ("da", "nålen", ("nålens", "the genitive")),
        ("sv", "nålens", None),
        ("nb", "kors", None),
        ("en", "needle", None),
    ],
)
def test_a_genitive_is_part_of_a_match_only_without_an_apostrophe(
    language: str, form: str, genitive: tuple[str, str] | None
) -> None:
    assert inflection(language).genitive(form, "the") == genitive


def test_the_arabic_article_is_at_the_first_word_at_the_last_or_at_both() -> None:
    joined = set(inflection("ar").joined("نقاط زناد"))
    assert {"نقاط الزناد", "النقاط زناد", "النقاط الزناد", "ونقاط الزناد", "للنقاط زناد"} <= joined


def test_letters_that_a_keyboard_lacks_are_written_in_each_way_of_the_profile() -> None:
    assert list(inflection("nb").unaccented("nålefølelse")) == ["naalefoelelse", "nalefolelse"]
    assert list(inflection("nb").unaccented("muskel")) == list(inflection("ja").unaccented("nål")) == []


def test_abbreviations_are_inflected_as_the_profile_says() -> None:
    forms = {"TrP:n": "the", "TrP:et": "the", "TrP:er": "plural", "TrP:erna": "the plural", "TrP:s": "genitive"}
    assert dict(inflection("sv").abbreviation_forms("TrP")) == forms


def test_a_profile_names_the_nouns_that_people_put_into_the_plural() -> None:
    assert inflection("nb").is_productive("tørrnåling")
    assert not inflection("en").is_productive("stress")
    assert [*inflection("nb").joined("nål")] == []
