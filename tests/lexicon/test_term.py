"""Terms: counting, gender, terms as plain strings."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import imsterms
from imsterms.termbase.forms import FORMS


def test_shortcuts(nb: imsterms.Glossary) -> None:
    term = nb["trigger_point"].term
    assert (term.a, term.the, term.plural, term.the_plural) == (
        "et triggerpunkt", "triggerpunktet", "triggerpunkter", "triggerpunktene",
    )  # fmt: skip
    assert (term.gender, term.language, term.needs_review) == ("neuter", "nb", False)


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_every_form_that_a_term_names_can_be_had(language: str) -> None:
    for concept in imsterms.glossary(language).values():
        forms = concept.term.forms
        assert forms[""] == concept.term
        for name, text in forms.items():
            assert concept.term.form(name) == text
            assert text.strip() == text != ""
            assert text != "-"
        for name in set(FORMS) - set(forms):
            with pytest.raises(imsterms.MissingFormError):
                concept.term.form(name)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_norwegian_noun_has_a_gender(language: str) -> None:
    for concept in imsterms.glossary(language).values():
        if concept.part_of_speech == "noun":
            assert concept.term.gender in ("masculine", "feminine", "neuter"), concept.id
        else:
            assert concept.term.gender is None


def test_counted(nb: imsterms.Glossary, nn: imsterms.Glossary, en: imsterms.Glossary) -> None:
    term = nb["trigger_point"].term
    assert [term.counted(number) for number in (0, 1, 2)] == [
        "0 triggerpunkter", "1 triggerpunkt", "2 triggerpunkter",
    ]  # fmt: skip
    assert term.counted(12345) == "12\u00a0345 triggerpunkter"
    assert nn["trigger_point"].term.counted(3) == "3 triggerpunkt"
    assert en["trigger_point"].term.counted(12345) == "12,345 trigger points"
    with pytest.raises(TypeError, match="a count is a whole number, not float"):
        term.counted(1.5)  # type: ignore[arg-type]


def test_what_is_not_counted(project: Any) -> None:
    project.write("concepts/a.yaml", "healing: {term: healing, plural: '-'}\nneedling: {term: needling}\n")
    project.catalog(
        "nb",
        {
            "healing.term": "tilheling",
            "healing.term.the": "tilhelingen",
            "healing.term.a": "en tilheling",
            "needling.term": ["nåling", "-"],
            "needling.term.the": "nålingen",
            "needling.term.the.plural": "-",
            "needling.term.a": "en nåling",
        },
    )
    glossary = project.glossary("nb")
    for name in ("healing", "needling"):
        term = glossary[name].term
        for ask in (lambda: term.plural, lambda: term.the_plural, lambda: term.counted(2)):  # noqa: B023
            with pytest.raises(imsterms.MissingFormError):
                ask()
        assert set(term.forms) == {"", "a", "the", "genitive", "a genitive", "the genitive"}
    assert project.glossary("en")["healing"].term.forms.keys() == {"", "the", "genitive", "the genitive"}


def test_plural_rules_of_any_language(project: Any) -> None:
    """Polish: three plural forms, and a case among its words."""
    project.write("concepts/a.yaml", "point: {term: point}\nweek: {term: week}\n")
    project.write("interface.yaml", "units: {day: {text: '{count} day', plural: '{count} days'}}\n")
    project.catalog(
        "pl",
        {
            "point.term": ["punkt", "punkty", "punktów"],
            "point.words": "instrumental: punktem",
            "unit/day": ["{count} dzień", "{count} dni", "{count} dnia"],
        },
    )
    glossary = project.glossary("pl")
    term = glossary["point"].term
    assert [term.counted(number) for number in (1, 2, 5, 22)] == ["1 punkt", "2 punkty", "5 punktów", "22 punkty"]
    assert glossary.render("z {point}[instrumental]") == "z punktem"
    assert f"{term:Instrumental}" == "Punktem"
    with pytest.raises(imsterms.UnknownFormError, match="did you mean 'instrumental'"):
        term.form("instrumntal")
    with pytest.raises(imsterms.MissingFormError, match=r"the term 'punkt' \(point, pl\) has no form 'a'"):
        term.form("a")  # a language without articles


def test_a_language_without_a_profile_may_have_any_form(project: Any) -> None:
    project.write("concepts/a.yaml", "point: {term: point}\n")
    project.catalog("cs", {"point.term": ["bod", "body", "bodů"], "point.term.the": "bod"})
    term = project.glossary("cs")["point"].term
    assert term.counted(5) == "5 bodů"
    with pytest.raises(imsterms.MissingTranslationError, match="the form 'a' of 'bod'"):
        term.form("a")


def test_format_specs_that_are_those_of_str(nb: imsterms.Glossary) -> None:
    term = nb["needle"].term
    assert f"{term}" == "nål"
    assert (
        f"{term:>5}|{term:<5}|{term:^5}|{term:5}|{term:.2}|{term:*>5}|{term:x>5}"
        == "  nål|nål  | nål |nål  |nå|**nål|xxnål"
    )
    assert f"{term!r:>7}" == "  'nål'"
    with pytest.raises(imsterms.UnknownFormError):
        f"{term:genitiv}"


def test_a_term_is_a_string(nb: imsterms.Glossary) -> None:
    term = nb["needle"].term
    assert term == "nål"
    assert hash(term) == hash("nål")
    assert {term: 1}["nål"] == 1
    assert "".join([term, "er"]) == "nåler"
    assert isinstance(term, imsterms.Term)
    assert imsterms.Term is type(term)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_terms_can_be_pickled(nb: imsterms.Glossary, protocol: int) -> None:
    term = nb["trigger_point"].term
    packed = pickle.dumps(term, protocol)
    again = pickle.loads(packed)
    assert type(again) is imsterms.Term
    assert (again, again.forms, again.language, again.gender) == (term, term.forms, term.language, term.gender)
    assert again.counted(2) == "2 triggerpunkter"
    assert len(packed) < 5000  # the term alone, not the whole termbase


def test_terms_and_designations_can_be_copied(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"]
    for again in (copy.copy(concept.term), copy.deepcopy(concept.term)):
        assert (type(again), again, again.the_plural) == (imsterms.Term, "triggerpunkt", "triggerpunktene")
    for designation in concept.designations:
        for again in (copy.copy(designation), copy.deepcopy(designation), pickle.loads(pickle.dumps(designation))):
            assert type(again) is imsterms.Designation
            for name in ("field", "status", "type", "register", "forms", "reason"):
                assert getattr(again, name) == getattr(designation, name)
            assert again == designation
