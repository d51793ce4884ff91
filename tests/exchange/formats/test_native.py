"""The native JSON document: described by its schema, stable, and enough for tools that are not Python."""

from __future__ import annotations

import copy
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.exchange.formats.native import SCHEMA, document, write
from imsterms.termbase.forms import FORMS


@pytest.fixture(scope="module")
def exported(nb: imsterms.Glossary) -> dict[str, Any]:
    stream = io.BytesIO()
    write(nb, stream, claims="annotated")
    return json.loads(stream.getvalue())  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(Path(SCHEMA).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator(schema: Any, require_module: Any) -> Any:
    jsonschema = require_module("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_describes_the_document(validator: Any, exported: Any) -> None:
    errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(exported)]
    assert errors == []


def test_the_schema_is_closed(schema: Any) -> None:
    """A key that the schema does not name is an error, so the schema cannot fall behind the document."""

    def objects(node: Any) -> Any:
        if isinstance(node, dict):
            if node.get("type") == "object":
                yield node
            for value in node.values():
                yield from objects(value)
        elif isinstance(node, list):
            for value in node:
                yield from objects(value)

    assert all("additionalProperties" in one or one.get("maxProperties") == 0 for one in objects(schema))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.pop("content_hash"),
        lambda one: one.update(extra=1),
        lambda one: one["concepts"][0].update(id="Not an id"),
        lambda one: one["concepts"][0]["languages"]["nb"]["preferred"]["forms"].update(a=None),
        lambda one: one["concepts"][0]["languages"]["nb"].pop("definition"),
        lambda one: one["concepts"][0].update(basis="guessed"),
        lambda one: next(
            block
            for article in one["articles"]
            for block in article["languages"]["nb"]["blocks"]
            if block["kind"] == "claim"
        ).pop("assessment"),
    ],
)
def test_the_schema_refuses_what_is_not_the_document(validator: Any, exported: Any, change: Any) -> None:
    broken = copy.deepcopy(exported)
    change(broken)
    assert not validator.is_valid(broken)


def properties(status: str, *, register: str = "clinical", field: str) -> dict[str, str]:
    """Return what a full form says of itself in the document."""
    return {"status": status, "type": "full form", "register": register, "field": field}


def test_a_small_termbase_with_everything_odd(project: Any, validator: Any) -> None:
    """Gaps, a third language with three plurals, an obsolete id, fuzzy texts."""
    project.write(
        "concepts/a.yaml",
        """\
point: {term: point, definition: "a {hole}", codes: {x: {broad: ["1"]}}}
hole: {term: hole, admitted: [gap | gaps], deprecated: ["pit | pits # rude"], lay: [dip]}
old: {replaced_by: hole}
""",
    )
    project.write("articles/one.yaml", "title: One\nblocks: [{id: a, text: A}, {id: b, text: B}]\n")
    terms = {"point.term": ["punkt", "punkty", "punktów"], "point.words": "instrumental: punktem"}
    project.catalog("pl", {**terms, "point.definition": "{hole}", "article/one.title": "Raz"}, outdated=("point.term",))
    found = document(project.glossary("en"))
    assert [error.message for error in validator.iter_errors(found)] == []
    point, hole, old = found["concepts"]
    assert point["languages"]["pl"]["preferred"]["counts"] == ["punkt", "punkty", "punktów"]
    assert point["languages"]["pl"]["preferred"]["needs_review"] is True
    assert point["languages"]["pl"]["preferred"]["forms"]["instrumental"] == "punktem"
    assert point["languages"]["pl"]["definition"] is None  # it names a concept that has no Polish term yet
    assert point["languages"]["en"]["definition"]["text"] == "a hole"
    assert "pl" not in hole["languages"]
    assert list(found["articles"][0]["languages"]) == ["en"]
    assert document(project.glossary("pl", fallback=True)) == found
    assert hole["languages"]["en"]["admitted"] == [
        {"term": "gap", "forms": ["gap", "gaps"], **properties("admitted", field="admitted")}
    ]
    assert hole["languages"]["en"]["deprecated"] == [
        {"term": "pit", "forms": ["pit", "pits"], **properties("deprecated", field="deprecated"), "reason": "rude"}
    ]
    assert hole["languages"]["en"]["lay"] == [
        {"term": "dip", "forms": ["dip"], **properties("admitted", register="lay", field="lay")}
    ]
    assert old == {"id": "old", "obsolete": True, "replaced_by": "hole", "languages": {}}


def test_every_word_of_every_language(exported: Any) -> None:
    assert exported["languages"] == ["en", "nb", "nn"]
    assert exported["version"] == imsterms.__version__
    assert exported["content_hash"] == imsterms.glossary("en").content_hash
    for record in exported["concepts"]:
        for language, words in record["languages"].items():
            concept = imsterms.glossary(language)[record["id"]]
            assert words["preferred"]["forms"] == concept.term.forms
            assert words["preferred"].get("gender") == concept.term.gender
            assert set(words["preferred"]["forms"]) <= {*FORMS}
            assert words["plain"] == (" | ".join(concept.plain_forms) or None)
            for text in (words["definition"], words["explanation"], *words["notes"]):
                for reference in text["references"] if text else ():
                    shown = text["text"][reference["start"] : reference["end"]]
                    other = imsterms.glossary(language)[reference["concept"]]
                    assert shown.casefold() == other.term.form(reference["form"]).casefold()
    assert len(exported["articles"]) == 11


def test_the_same_from_any_language_and_any_run(exported: Any) -> None:
    for language in ("en", "nn"):
        stream = io.BytesIO()
        write(imsterms.glossary(language, fallback=True), stream, claims="annotated")
        assert json.loads(stream.getvalue()) == exported
    code = (
        "import imsterms, sys; from imsterms.exchange.formats.native import write; "
        "write(imsterms.glossary('nb'), sys.stdout.buffer, claims='annotated')"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert json.loads(runs.pop()) == exported


def test_it_can_be_compared_line_by_line(nb: imsterms.Glossary) -> None:
    stream = io.BytesIO()
    write(nb, stream)
    text = stream.getvalue().decode("utf-8")
    assert "triggerpunktene" in text  # as people write it, not as \\u escapes
    assert text.endswith("}\n")
    assert max(map(len, text.splitlines())) < 1500


def test_a_consumer_in_javascript(nb: imsterms.Glossary, tmp_path: Path, require_tool: Any, root: Path) -> None:
    node = require_tool("node")
    path = tmp_path / "imsterms.json"
    with path.open("wb") as stream:
        write(nb, stream)
    script = root / "tests" / "exchange" / "formats" / "consumer.js"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 21
    result = subprocess.run(
        [node, str(script), str(path)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(result.stdout) == {
        "plural": "triggerpunkta",
        "english": "trigger point",
        "found": ["trigger_point"],
        "sentence": "Behandleren palperer triggerpunktene.",
        "title": str(nb.articles["treatment_frequency"].title),
    }


def test_the_command_prints_the_schema(capfdbinary: Any) -> None:
    from imsterms.cli import main

    assert main(["export", "json", "--schema"]) == 0
    assert capfdbinary.readouterr().out == Path(SCHEMA).read_bytes()
