"""IRIs of concepts, and the codes of other systems that may go into a document."""

from __future__ import annotations

import pytest

from imsterms.errors import ExchangeError
from imsterms.exchange.iris import SYSTEMS, Names, code_of, iri, mapped


def test_concepts_are_directly_below_the_base() -> None:
    names = Names("https://clinic.example/terms#", {"sun": "https://other.example/1"})
    assert names.concept("needle") == "https://clinic.example/terms#needle"
    assert names.concept("sun") == "https://other.example/1", "an imported concept keeps its own"
    assert names.part("label", "needle", "nb", "1") == "https://clinic.example/terms/label/needle.nb.1"


@pytest.mark.parametrize("base", ["clinic", "https://clinic.example/terms", "https://a b/", "javascript"])
def test_a_base_that_is_no_namespace_is_refused(base: str) -> None:
    with pytest.raises(ExchangeError, match="cannot be the namespace"):
        Names(base)


@pytest.mark.parametrize(
    ("system", "code", "code_iri"),
    [
        ("hpo", "HP:0003552", "http://purl.obolibrary.org/obo/HP_0003552"),
        ("mesh", "D054972", "http://id.nlm.nih.gov/mesh/D054972"),
    ],
)
def test_a_code_and_its_iri_lead_to_each_other(system: str, code: str, code_iri: str) -> None:
    assert SYSTEMS[system].code_iri(code) == code_iri
    assert code_of(code_iri) == (system, code)


def test_an_iri_of_no_system_is_no_code() -> None:
    assert code_of("https://example.org/HP_1") is None
    assert SYSTEMS["icpc-2"].code_iri("L18") == ""
    assert iri("https://a.no/å b") == "https://a.no/å%20b"


def test_licensed_codes_are_left_out_unless_asked_for() -> None:
    codes = {"icd-10": {"exact": ["M79.1"]}, "mesh": {"exact": ["D1"], "close": ["D1", "D2"]}, "own": {"broad": ["X"]}}
    assert mapped(codes, all_codes=False) == [
        ("mesh", "exact", "D1"),
        ("mesh", "close", "D2"),
        ("own", "broad", "X"),
    ]
    assert ("icd-10", "exact", "M79.1") in mapped(codes, all_codes=True)
