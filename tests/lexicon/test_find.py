"""find: any form of any designation, exactly."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms


@pytest.mark.parametrize(
    ("text", "concept", "properties", "forms"),
    [
        ("Triggerpunktene", "trigger_point", ("preferred", "full form"), ("the plural",)),
        ("TRIGGERPUNKT", "trigger_point", ("preferred", "full form"), ("",)),
        ("triggerpunktets", "trigger_point", ("preferred", "full form"), ("the genitive",)),
        ("et  triggerpunkt", "trigger_point", ("preferred", "full form"), ("a",)),
        ("trigger\u00adpunktet", "trigger_point", ("preferred", "full form"), ("the",)),
        ("den\u00a0intramuskulære stimuleringen", "intramuscular_stimulation", ("preferred", "full form"), ("the",)),
        ("IMS", "intramuscular_stimulation", ("admitted", "abbreviation"), ("short",)),
        ("ims", "intramuscular_stimulation", ("admitted", "abbreviation"), ("short",)),
        ("na\u030aler", "needle", ("preferred", "full form"), ("plural",)),
    ],
)
def test_find_any_form(
    nb: imsterms.Glossary, text: str, concept: str, properties: tuple[str, str], forms: tuple[str, ...]
) -> None:
    found = [one for one in nb.find(text) if one.concept.id == concept]
    assert [((one.status, one.designation.type), one.forms) for one in found] == [(properties, forms)]


def test_find_says_all_forms_that_look_alike(nn: imsterms.Glossary) -> None:
    (found,) = nn.find("triggerpunkt")
    assert found.forms == ("", "plural")
    assert (found.designation, found.text, found.status) == ("triggerpunkt", "triggerpunkt", "preferred")


def test_find_deprecated_and_admitted(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "a: {term: alpha, admitted: [one | ones], deprecated: ['beta # wrong'], plain: the first}\n"
        "b: {term: beta, variants: [bayta]}\n",
    )
    glossary = project.glossary("en")
    assert [(one.concept.id, one.status) for one in glossary.find("Beta")] == [("b", "preferred"), ("a", "deprecated")]
    assert [(one.concept.id, one.status, one.forms) for one in glossary.find("ones")] == [
        ("a", "admitted", ("plural",))
    ]
    (variant,) = glossary.find("bayta")
    assert (variant.status, variant.designation.type, variant.designation.register) == (
        "admitted",
        "variant spelling",
        "clinical",
    )
    (plain,) = glossary.find("the first")
    assert (plain.status, plain.designation.type, plain.designation.register) == ("admitted", "full form", "lay")
    assert plain.as_dict()["field"] == plain.designation.field == "plain"


def test_find_a_genitive_and_an_abbreviation_with_an_ending(en: imsterms.Glossary, nb: imsterms.Glossary) -> None:
    for glossary, text, concept, forms in (
        (en, "GP\u2019s", "general_practitioner", ("short genitive",)),
        (en, "family doctor's", "general_practitioner", ("genitive",)),
        (nb, "IMS-behandlingens", "intramuscular_stimulation", ("the genitive",)),
        (nb, "IMS'", "intramuscular_stimulation", ("short genitive",)),
        (nb, "TrP-ene", "trigger_point", ("the plural",)),
        (nb, "NPEs", "npe", ("short genitive",)),
    ):
        found = glossary.find(text)
        assert [(each.concept.id, each.forms) for each in found] == [(concept, forms)], text
        assert found[0].text == text.replace("\u2019", "'")


def test_another_word_is_no_abbreviation_with_an_ending(en: imsterms.Glossary, nb: imsterms.Glossary) -> None:
    assert not en.find("DNS")
    assert not nb.find("vass")


def test_nothing_found_is_an_empty_list(nb: imsterms.Glossary) -> None:
    for text in ("", " ", "xyzzy", "triggerpunktx", "trigger"):
        assert nb.find(text) == []


def test_every_form_of_every_concept_is_found(
    nb: imsterms.Glossary, nn: imsterms.Glossary, en: imsterms.Glossary
) -> None:
    for glossary in (nb, nn, en):
        for concept in glossary.values():
            for designation in concept.designations:
                for text in designation.forms.values():
                    assert concept in [one.concept for one in glossary.find(text)], (concept.id, text)
