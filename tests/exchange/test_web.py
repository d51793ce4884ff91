"""schema.org JSON-LD and i18next: foreign tools read them, and they say what the glossary says."""

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

from imsterms.cli import main
from imsterms.exchange.formats import i18next, jsonld
from imsterms.facade import Glossary


def document(glossary: Glossary, module: Any, **options: Any) -> Any:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return json.loads(stream.getvalue())


# --- schema.org ---


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


# --- i18next ---

ASK = """
const { createRequire } = require("node:module");
const i18next = createRequire(process.argv[1] + "/package.json")("i18next").default
  ?? createRequire(process.argv[1] + "/package.json")("i18next");
const { resources, asked } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
i18next.init({ resources, lng: "en", ns: ["imsterms", "imsterms_interface"], defaultNS: "imsterms", fallbackLng: false,
  interpolation: { escapeValue: false }, initAsync: false }).then(() => {
  console.log(JSON.stringify(asked.map(([lng, key, options]) => i18next.t(key, { lng, ...options }))));
});
"""


@pytest.fixture(scope="session")
def translate(require_npm: Callable[..., Path]) -> Callable[[Any, list[Any]], list[Any]]:
    """Return a function that asks i18next itself for translations: (language, key, options)."""
    folder = require_npm("i18next")

    def ask(resources: Any, asked: list[Any]) -> list[Any]:
        done = subprocess.run(
            ["node", "-e", ASK, str(folder)],
            input=json.dumps({"resources": resources, "asked": asked}),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        # i18next may say on the console who maintains it
        found: list[Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found

    return ask


def test_i18next_gives_every_form_and_counts(en: Glossary, translate: Callable[[Any, list[Any]], list[Any]]) -> None:
    asked: list[Any] = []
    expected: list[str] = []
    for language in en.languages:
        for concept in en.in_language(language).values():
            for name, form in concept.term.forms.items():
                asked.append((language, f"{concept.id}.{'_'.join(name.split()) or 'term'}", {}))
                expected.append(form)
            if concept.term.forms.get("plural"):
                for count in (1, 2):
                    asked.append((language, f"{concept.id}.counted", {"count": count}))
                    expected.append(concept.term.counted(count))
    asked.append(("nn", "imsterms_interface:relation.part_of", {}))
    expected.append(en.in_language("nn").label("relation.part_of"))
    assert translate(document(en, i18next), asked) == expected


def test_any_text_comes_out_of_i18next_as_it_is(translate: Callable[[Any, list[Any]], list[Any]]) -> None:
    texts = ["針 & <b>'nadel'</b> \"x\"", "אבחון", "na\u030al", "a:b.c_d", "$T(x) {x} }}", "%s {0}", "line\nbreak"]
    concepts = [
        {"id": f"c{number}", "words": {"en": {"term": text.replace("\n", " "), "definition": text}}}
        for number, text in enumerate(texts)
    ]
    asked = [("en", f"c{number}.definition", {}) for number in range(len(texts))]
    assert translate(document(made(*concepts), i18next), asked) == texts


def test_what_i18next_would_change_is_left_out_and_named() -> None:
    glossary = made({"id": "a", "words": {"en": {"term": "a", "definition": "{{count}}", "explanation": "see $t(b)"}}})
    stream = io.BytesIO()
    said = i18next.write(glossary, stream)
    found = json.loads(stream.getvalue())["en"]["imsterms"]["a"]
    assert "definition" not in found and "explanation" not in found and found["term"] == "a"
    assert len(said) == 2 and "a.definition (en)" in said[0]


def test_a_language_with_more_plurals_has_its_own_categories() -> None:
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    assert i18next._plural_forms("pl", rule) == {"one": 0, "few": 1, "many": 2, "other": 2}


def test_a_file_for_each_language(tmp_path: Path) -> None:
    assert main(["export", "i18next", "--split", str(tmp_path)]) == 0
    paths = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json")}
    assert {"nb/imsterms.json", "nb/imsterms_interface.json", "nn/imsterms.json"} <= paths
