"""Designations of a concept."""

from __future__ import annotations

import pickle

import pytest

import imsterms
from imsterms.lexicon.designation import Designation


def test_the_preferred_term_comes_first_and_each_says_what_it_is(nb: imsterms.Glossary) -> None:
    first, *others = nb["trigger_point"].designations
    assert (first, first.status, first.type, first.register) == ("triggerpunkt", "preferred", "full form", "clinical")
    assert first.forms["the plural"] == "triggerpunktene"
    by_field = {designation.field: designation for designation in others}
    assert by_field["abbreviation"] == "TrP"
    assert by_field["deprecated"].reason
    assert len(set(others)) == len(others)


@pytest.mark.parametrize(
    ("text", "field", "properties"),
    [
        ("needle", "term", ("preferred", "full form", "clinical")),
        ("N", "abbreviation", ("admitted", "abbreviation", "clinical")),
        ("pin", "admitted", ("admitted", "full form", "clinical")),
        ("NDL", "admitted", ("admitted", "abbreviation", "clinical")),
        ("spike", "deprecated", ("deprecated", "full form", "clinical")),
        ("SPK", "deprecated", ("deprecated", "abbreviation", "clinical")),
        ("jab", "lay", ("admitted", "full form", "lay")),
        ("nedle", "variants", ("admitted", "variant spelling", "clinical")),
        ("thin pin", "plain", ("admitted", "full form", "lay")),
    ],
)
def test_status_type_and_register_are_those_of_iso(text: str, field: str, properties: tuple[str, ...]) -> None:
    designation = Designation({"": text}, field)
    assert (designation.status, designation.type, designation.register) == properties
    assert tuple(designation.properties().values()) == (*properties, field)
    again = pickle.loads(pickle.dumps(designation))
    assert (again, again.properties()) == (designation, designation.properties())


def test_every_output_has_the_three_apart(nb: imsterms.Glossary) -> None:
    statuses, types, registers = (set() for _ in range(3))
    for concept in nb.values():
        for designation in concept.designations:
            record = designation.as_dict()
            statuses.add(record["status"])
            types.add(record["type"])
            registers.add(record["register"])
            assert ("reason" in record) == (record["status"] == "deprecated")
    assert statuses == {"preferred", "admitted", "deprecated"}
    assert types == {"full form", "abbreviation", "variant spelling"}
    assert registers == {"clinical", "lay"}
    (match,) = nb.annotate("Muskelknuter")
    assert (match.status, match.designation.type, match.designation.register) == ("deprecated", "full form", "clinical")
    assert match.as_dict().items() >= nb.find("muskelknuter")[0].designation.properties().items()
