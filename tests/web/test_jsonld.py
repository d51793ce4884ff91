"""schema.org JSON-LD: foreign tools read it, and it says what the glossary says."""

from __future__ import annotations

import io
import json
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generated import made, termbases, traps
from hypothesis import given

from imsterms.facade import Glossary
from imsterms.web import jsonld


def document(glossary: Glossary, module: Any, **options: Any) -> Any:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return json.loads(stream.getvalue())


def graph_of(content: dict[str, Any], rdflib: ModuleType) -> Any:
    """Return the triples of a document, with schema.org's context replaced by what it does: a vocabulary."""
    content = content | {"@context": {"@vocab": "https://schema.org/", "sameAs": {"@type": "@id"}}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Graph().parse(data=json.dumps(content), format="json-ld")


def test_every_concept_is_a_term_of_the_set(en: Glossary, require_module: Callable[[str], ModuleType]) -> None:
    rdflib = require_module("rdflib")
    graph = graph_of(document(en, jsonld), rdflib)
    schema = rdflib.Namespace("https://schema.org/")
    base = rdflib.Namespace("https://w3id.org/imsterms/")
    assert set(graph.subjects(rdflib.RDF.type, schema.DefinedTerm)) == {base[one] for one in en}
    names = set(graph.objects(base.trigger_point, schema.name))
    assert rdflib.Literal("triggerpunkt", lang="nn") in names
    assert rdflib.URIRef("http://id.nlm.nih.gov/mesh/D061028") in set(graph.objects(base.trigger_point, schema.sameAs))
    said = str(set(graph.objects(base.trigger_point, schema.alternateName)))
    assert "myofascielt triggerpunkt" in said and "muskelknute" not in said


def test_an_unreviewed_safety_concept_says_so(en: Glossary) -> None:
    found = next(one for one in document(en, jsonld)["hasDefinedTerm"] if one["termCode"] == "pneumothorax")
    assert en["pneumothorax"].notice in found["description"][0]["@value"]


def test_the_document_may_stand_in_a_page() -> None:
    glossary = made({"id": "a", "words": {"en": {"term": "</script><script>alert(1)//", "definition": "<!--"}}})
    stream = io.BytesIO()
    jsonld.write(glossary, stream)
    assert b"<" not in stream.getvalue()
    term = json.loads(stream.getvalue())["hasDefinedTerm"][0]
    assert term["name"][0]["@value"] == "</script><script>alert(1)//"


@traps
@given(termbases())
def test_any_text_is_a_name_or_a_description(glossary: Glossary) -> None:
    for found in document(glossary, jsonld)["hasDefinedTerm"]:
        for name in found["name"]:
            assert name["@value"] == glossary.in_language(name["@language"])[found["termCode"]].term


@pytest.mark.slow
def test_typescript_knows_every_property(en: Glossary, require_npm: Callable[..., Path], tmp_path: Path) -> None:
    """By the types that Google makes from schema.org; they know no texts with a language, which become plain here."""
    folder = require_npm("schema-dts", "typescript@5")

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return value["@value"] if "@value" in value else {key: plain(one) for key, one in value.items()}
        return [plain(one) for one in value] if isinstance(value, list) else value

    def errors(content: Any) -> str:
        source = folder / f"{tmp_path.name}.ts"
        text = json.dumps(plain(content))
        source.write_text(
            f'import type {{ DefinedTermSet, WithContext }} from "schema-dts";\n'
            f"export const set: WithContext<DefinedTermSet> = {text};\n",
            encoding="utf-8",
        )
        try:
            tsc = folder / "node_modules/typescript/bin/tsc"
            command = ["node", str(tsc), "--strict", "--noEmit", "--skipLibCheck", str(source)]
            return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=folder).stdout
        finally:
            source.unlink()

    content = document(en, jsonld)
    content["hasDefinedTerm"] = content["hasDefinedTerm"][:20]
    assert errors(content) == ""
    content["hasDefinedTerm"][0]["termCodes"] = "x"
    assert "termCodes" in errors(content), "the check finds nothing"
