"""Codes are exactly the verified ones, none of the tempting ones, and every system says its edition and its terms."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import imsterms
from imsterms.exchange.formats.native import document

DATA = Path(__file__).parents[1] / "data"
LABEL_KEYS = {"label", "title", "display", "preferred_label", "official_label_as_found"}


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mapped() -> set[tuple[str, str, str, str]]:
    """Return every mapping of the termbase as (concept, system, code, relation)."""
    return {
        (concept.id, system, code, relation)
        for concept in imsterms.glossary("en").values()
        for system, relations in concept.codes.items()
        for relation, codes in relations.items()
        for code in codes
    }


def test_codes_equal_the_verified_table() -> None:
    verified = {(row["concept_id"], row["system"], row["code"], row["relation"]) for row in table("codes.csv")}
    assert mapped() - verified == set(), "not verified"
    assert verified - mapped() == set(), "verified and missing"


@pytest.mark.parametrize("row", table("do_not_map.csv"), ids=lambda row: f"{row['concept_id']}-{row['code']}")
def test_what_looks_right_and_is_wrong_is_not_mapped(row: dict[str, str]) -> None:
    assert row["concept_id"] in imsterms.glossary("en")
    relations = {
        relation
        for concept, system, code, relation in mapped()
        if (concept, system) == (row["concept_id"], row["system"])
        and (code == row["code"] or code.startswith(f"{row['code']}."))
    }
    assert relations <= {row["allowed"]} - {""}, row["reason"]


def test_concepts_that_no_system_knows_have_no_code(en: imsterms.Glossary) -> None:
    for concept in ("needle_grasp", "taut_band", "local_twitch_response", "short_muscle_syndrome", "de_qi"):
        assert en[concept].codes == {}


def test_every_system_has_an_edition_an_owner_and_terms_of_use(en: imsterms.Glossary) -> None:
    systems = en.code_systems
    assert {system for _, system, _, _ in mapped()} == set(systems)
    for system in systems.values():
        assert (
            system.name and system.checked_against and system.owner and system.licence and system.url.startswith("http")
        )


def test_the_json_document_has_systems_and_codes_and_no_foreign_label(en: imsterms.Glossary) -> None:
    exported = document(en)
    assert exported["code_systems"]["icd-10-no"]["licence"]
    for record in exported["concepts"]:
        for relations in record.get("codes", {}).values():
            assert not LABEL_KEYS & set(relations)
            assert all(isinstance(code, str) and " " not in code for codes in relations.values() for code in codes)


def test_show_names_the_edition_of_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    from imsterms.cli import main

    assert main(["show", "pneumothorax"]) == 0
    assert "ICD-11 for Mortality and Morbidity Statistics (MMS), 2024-01: CB21 (same meaning" in capsys.readouterr().out
