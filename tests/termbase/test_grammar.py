"""The forms of a term: the whole table, and what follows from what."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms

TABLE = {
    "en": {
        "": "trigger point",
        "a": "a trigger point",
        "the": "the trigger point",
        "plural": "trigger points",
        "the plural": "the trigger points",
        "genitive": "trigger point's",
        "a genitive": "a trigger point's",
        "the genitive": "the trigger point's",
        "plural genitive": "trigger points'",
        "the plural genitive": "the trigger points'",
        "The plural": "The trigger points",
        "Term": "Trigger point",
    },
    "nb": {
        "": "triggerpunkt",
        "a": "et triggerpunkt",
        "the": "triggerpunktet",
        "plural": "triggerpunkter",
        "the plural": "triggerpunktene",
        "genitive": "triggerpunkts",
        "a genitive": "et triggerpunkts",
        "the genitive": "triggerpunktets",
        "plural genitive": "triggerpunkters",
        "the plural genitive": "triggerpunktenes",
        "The plural": "Triggerpunktene",
        "A": "Et triggerpunkt",
    },
    "nn": {
        "": "triggerpunkt",
        "a": "eit triggerpunkt",
        "the": "triggerpunktet",
        "plural": "triggerpunkt",
        "the plural": "triggerpunkta",
        "the genitive": "triggerpunktets",
        "The plural": "Triggerpunkta",
    },
}


@pytest.mark.parametrize(
    ("language", "form", "text"), [(tag, form, text) for tag, forms in TABLE.items() for form, text in forms.items()]
)
def test_the_table_of_forms(language: str, form: str, text: str) -> None:
    term = imsterms.glossary(language)["trigger_point"].term
    assert term.form(form) == text
    if form:
        assert f"{term:{form}}" == text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"short": "IMS", "short genitive": "IMS's", "full": "intramuscular stimulation (IMS)"}),
        ("nb", {"short": "IMS", "short genitive": "IMS'", "full": "intramuskulær stimulering (IMS)",
                "the": "den intramuskulære stimuleringen", "the full": "den intramuskulære stimuleringen (IMS)",
                "The full": "Den intramuskulære stimuleringen (IMS)", "Short": "IMS"}),
        ("nn", {"short": "IMS", "the full": "den intramuskulære stimuleringa (IMS)"}),
    ],
)  # fmt: skip
def test_abbreviations(language: str, forms: dict[str, str]) -> None:
    term = imsterms.glossary(language)["intramuscular_stimulation"].term
    assert {name: term.form(name) for name in forms} == forms


def test_compound(nb: imsterms.Glossary, en: imsterms.Glossary) -> None:
    assert nb.render("{needle}[compound]behandling") == "nålebehandling"
    assert nb.render("{intramuscular_stimulation}[compound]behandling") == "IMS-behandling"
    with pytest.raises(imsterms.MissingFormError):
        en["needle"].term.form("compound")


def test_a_form_that_does_not_exist(nb: imsterms.Glossary, en: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.MissingFormError) as missing:
        en["needle"].term.form("compound")
    assert str(missing.value) == "the term 'needle' (needle, en) has no form 'compound'"
    with pytest.raises(imsterms.UnknownFormError) as unknown:
        nb["trigger_point"].term.form("the plurl")
    assert "did you mean 'the plural'" in str(unknown.value)
    for error in (missing.value, unknown.value):
        assert isinstance(error, imsterms.ImstermsError)
        assert isinstance(error, LookupError)


def test_names_have_one_form(project: Any) -> None:
    project.write("concepts/a.yaml", "ims_norge: {term: IMS Norge, part_of_speech: proper noun}\n")
    project.catalog("nb", {"ims_norge.term": "IMS Norge"})
    term = project.glossary("nb")["ims_norge"].term
    assert term.forms == {"": "IMS Norge", "genitive": "IMS Norges"}
    assert term.gender is None


def test_more_overrides_a_regular_form(project: Any) -> None:
    project.write("concepts/a.yaml", "bone:\n  term: bone\n  more: ['genitive: of bone']\n")
    project.catalog("nb", {"bone.term": ["bein", "bein"], "bone.words": "genitive: beins\ncompound: bein\nshort: -"})
    assert project.glossary("en")["bone"].term.form("genitive") == "of bone"
    assert project.glossary("nb").render("{bone}[compound]hinne") == "beinhinne"
    with pytest.raises(imsterms.MissingFormError):
        project.glossary("nb")["bone"].term.form("short")
