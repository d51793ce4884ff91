"""A concept as a developer sees it: designations, relations, languages, review state, replacement."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms


def test_concepts_sort_as_their_language_does(nb: imsterms.Glossary) -> None:
    concepts = [concept for concept in nb.values() if concept.has_term]
    assert [str(concept) for concept in sorted(concepts)] == [str(concept) for concept in nb.sorted()]


def test_a_concept(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"]
    assert (concept.id, concept.language, concept.subject_field) == ("trigger_point", "nb", "findings")
    assert concept.abbreviation == "TrP"
    assert concept.part_of_speech == "noun"
    assert "tender_point" in [one.id for one in concept.broader]
    assert concept in nb["tender_point"].narrower
    assert concept.basis in ("sourced", "adapted", "own")
    assert concept.review in ("none", "editorial", "clinical")
    assert concept.definition is not None
    assert concept.definition.language == "nb"
    assert concept.definition.references[0].concept == "tender_point"
    start, end = concept.definition.references[0].start, concept.definition.references[0].end
    assert concept.definition[start:end] == "ømt punkt"
    assert "{tender_point}" in concept.definition.template
    assert repr(concept) == "<Concept trigger_point nb: triggerpunkt>"
    assert concept == nb["trigger_point"] != imsterms.glossary("nn")["trigger_point"]


def test_designations(small: Any) -> None:
    concept = small.glossary("en")["needle"]
    assert [(one, one.field) for one in concept.designations] == [
        ("needle", "term"), ("N", "abbreviation"), ("pin", "admitted"), ("spike", "deprecated"), ("thin pin", "plain"),
    ]  # fmt: skip
    assert concept.admitted[0].forms == {"": "pin", "plural": "pins"}
    assert concept.deprecated[0].reason == "sounds dangerous"
    assert concept.designations[0].forms["the plural genitive"] == "the needles'"
    assert (concept.plain, concept.abbreviation) == ("thin pin", "N")
    assert small.glossary("nb")["needle"].plain is None


def test_both_sides_of_every_relation(en: imsterms.Glossary) -> None:
    from imsterms.termbase.model import RELATIONS

    inverse = {**RELATIONS, **{value: name for name, value in RELATIONS.items()}}
    for concept in en.values():
        for relation, targets in {"broader": concept.broader, **concept.relations}.items():
            for target in targets:
                back = {"broader": target.broader, **target.relations}[inverse[relation]]
                assert concept in back, (concept.id, relation, target.id)


def test_in_language(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"].in_language("en")
    assert concept.term == "trigger point"
    assert concept.definition is not None
    assert "tender point" in concept.definition
    with pytest.raises(imsterms.UnknownLanguageError):
        concept.in_language("de")


def test_an_obsolete_concept_gives_its_replacement_with_a_warning(small: Any) -> None:
    glossary = small.glossary("nb")
    with pytest.warns(DeprecationWarning, match="the concept 'awl' is obsolete; use 'needle'") as caught:
        assert glossary["awl"].id == "needle"
    assert caught[0].filename == __file__
    assert "awl" not in list(glossary)
    assert glossary.replaced == {"awl": "needle"}
    with pytest.warns(DeprecationWarning):
        assert glossary.render("{awl}[the]") == "nålen"


def test_a_concept_leads_back_to_everything_its_glossary_can_do(nb: imsterms.Glossary) -> None:
    def linked(concept: imsterms.Concept) -> list[str]:
        """Return the concepts that an explanation names, as a clinic's typed code asks for them."""
        glossary: imsterms.Glossary = concept.glossary
        return [match.concept.id for match in concept.glossary.annotate(str(concept.explanation), loose=True)] + [
            match.concept.id for match in glossary.annotate(concept.term.the_plural)
        ]

    assert linked(nb.annotate("triggerpunktet")[0].concept)[-1] == "trigger_point"
    assert nb["trigger_point"].glossary is nb
    assert nb.articles["treatment_frequency"].glossary is nb


def test_status_type_and_register_are_independent(nb: imsterms.Glossary) -> None:
    en = nb.in_language("en")
    designations = {(one.status, one.type, one.register) for concept in en.values() for one in concept.designations}
    assert ("deprecated", "abbreviation", "clinical") in designations
    assert ("admitted", "abbreviation", "clinical") in designations
    assert ("admitted", "full form", "lay") in designations
    assert ("admitted", "variant spelling", "clinical") in designations
    assert {register for status, _, register in designations if status != "admitted"} == {"clinical"}
    short, deprecated, *_ = en.annotate("an MTrP and a TB", at_least="possible")
    assert (short.status, short.designation.type) == ("admitted", "abbreviation")
    assert (deprecated.status, deprecated.designation.type) == ("deprecated", "abbreviation")
    listed = {str(one): one.type for one in en["trigger_point"].admitted}
    assert listed["MTrP"] == "abbreviation"
    assert listed["myofascial trigger point"] == "full form"
