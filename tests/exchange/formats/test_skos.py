"""SKOS: valid by foreign shapes, the same in three syntaxes, read back as it was written."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from generated import made, termbases, traps, unescaped
from hypothesis import given
from requirements import require_grammar, require_module

import imsterms
from imsterms.cli import main
from imsterms.errors import ExchangeError, MissingExtraError
from imsterms.exchange.formats import skos
from imsterms.exchange.formats.skos import ap_no as skos_ap_no
from imsterms.exchange.intake.conversion import convert, settle
from imsterms.exchange.intake.imported import ImportedTermbase
from imsterms.facade import Glossary
from imsterms.termbase.model import RELATIONS

rdflib = require_module("rdflib")

BASE = rdflib.Namespace("https://w3id.org/imsterms/")
SYNTAXES = {"turtle": "turtle", "json-ld": "json-ld", "rdf-xml": "xml"}
SAMPLE = ["trigger_point", "tender_point", "pneumothorax"]
_cache: dict[tuple[Any, ...], bytes] = {}


def written(glossary: Glossary, module: Any = skos, **options: Any) -> bytes:
    key = (glossary, module, *sorted(options.items()))
    if key not in _cache:
        _cache[key] = fresh(glossary, module, **options)
    return _cache[key]


def fresh(glossary: Glossary, module: Any = skos, **options: Any) -> bytes:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return stream.getvalue()


def parsed(document: bytes, syntax: str = "turtle") -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Graph().parse(data=document, format=SYNTAXES.get(syntax, syntax))


def triples(graph: Any) -> set[tuple[Any, ...]]:
    return set(graph)


def read(document: bytes) -> ImportedTermbase:
    return skos.read(io.BytesIO(document))


@pytest.fixture(scope="session")
def conforms() -> Callable[..., str]:
    """Return a function that says what SHACL has against a graph: nothing is an empty string."""
    pyshacl = require_module("pyshacl")
    require_module("owlrl")

    def check(graph: Any, shapes: str, ontology: str, syntax: str, **options: Any) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shacl = rdflib.Graph().parse(require_grammar(f"skos/{shapes}"), format="turtle")
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(require_grammar(f"skos/{ontology}"), format=syntax)
            known = rdflib.Graph()
            for triple in dataset.triples((None, None, None)):
                known.add(triple[:3])
            fine, _, report = pyshacl.validate(graph, shacl_graph=shacl, ont_graph=known, **options)
        return "" if fine else str(report)

    return check


@pytest.fixture(scope="session")
def skos_errors(conforms: Callable[..., str]) -> Callable[[Any], str]:
    return lambda graph: conforms(
        graph, "skohub_skos.shacl.ttl", "w3c-skos-core.nq", "nquads", inference="owlrl", advanced=True
    )


@pytest.fixture(scope="session")
def profile_errors(conforms: Callable[..., str]) -> Callable[[Any], str]:
    return lambda graph: conforms(graph, "skos-ap-no-v2.shacl.ttl", "skos-ap-no-ontologies.ttl", "turtle")


# --- valid ---


@pytest.mark.slow
def test_all_of_skos_is_consistent(en: Glossary, skos_errors: Callable[[Any], str]) -> None:
    assert skos_errors(parsed(written(en, all_codes=True))) == ""


def test_skos_is_consistent_though_what_is_above_a_concept_is_said_to_be_related(
    skos_errors: Callable[[Any], str],
) -> None:
    glossary = made(
        {"id": "top", "words": {"en": {"term": "top"}}},
        {"id": "middle", "broader": ["top"], "words": {"en": {"term": "middle"}}},
        {
            "id": "low",
            "broader": ["middle"],
            "relations": {"related": ("top",), "part_of": ("middle",)},
            "words": {"en": {"term": "low", "abbreviation": "low", "admitted": ["LOW"], "deprecated": ["LOW # twice"]}},
        },
        about={"namespace": str(BASE)},
    )
    document = written(glossary)
    graph = parsed(document)
    assert skos_errors(graph) == ""
    graph.add((BASE.low, rdflib.SKOS.related, BASE.top))
    assert "related" in skos_errors(graph), "the check finds nothing"
    low = next(entry for entry in read(document).entries if entry.id == "low")
    assert low.relations == {"related": ["top"], "part_of": ["middle"]}


@pytest.mark.slow
def test_the_national_profile_is_met(en: Glossary, profile_errors: Callable[[Any], str]) -> None:
    document = written(en, skos_ap_no, contact="post@klinikken.example")
    assert b"<mailto:post@klinikken.example>" in document
    graph = parsed(document)
    assert profile_errors(graph) == ""
    graph.remove((BASE.needle, rdflib.SKOS.prefLabel, rdflib.Literal("nål", lang="nn")))
    assert "'nn'" in profile_errors(graph), "the check finds nothing"


def test_a_concept_that_the_profile_cannot_take_is_left_out_and_named(profile_errors: Callable[[Any], str]) -> None:
    both = {"nb": {"term": "nål"}, "nn": {"term": "nål"}}
    glossary = made(
        {"id": "needle", "words": {"en": {"term": "needle", "definition": "thin thing"}, **both}},
        {"id": "pin", "broader": ["needle"], "words": {"en": {"term": "pin"}, **both}},
        {
            "id": "nail",
            "broader": ["needle"],
            "words": {"en": {"term": "nail", "definition": "x"}, "nb": {"term": "spiker"}},
        },
    )
    stream = io.BytesIO()
    said = skos_ap_no.write(glossary, stream)
    assert said == [
        "pin is left out: it has no definition",
        "nail is left out: it has no preferred term in nn",
    ]
    graph = parsed(stream.getvalue())
    assert profile_errors(graph) == ""
    assert not list(graph.triples((None, None, BASE.pin)))


# --- three syntaxes ---


@pytest.mark.slow
def test_three_syntaxes_say_the_same(en: Glossary) -> None:
    graphs = [triples(parsed(written(en, syntax=syntax, all_codes=True), syntax)) for syntax in SYNTAXES]
    assert graphs[0] == graphs[1] == graphs[2]
    assert len(graphs[0]) > 5000


@pytest.mark.parametrize(
    ("syntax", "name"), [pytest.param("turtle", "turtle", marks=pytest.mark.slow), ("rdf-xml", "rdfxml")]
)
def test_rapper_counts_the_same_triples(
    en: Glossary, tmp_path: Path, require_tool: Callable[..., str], syntax: str, name: str
) -> None:
    rapper = require_tool("rapper")
    path = tmp_path / "file"
    document = written(en, syntax=syntax, all_codes=True)
    path.write_bytes(document)
    done = subprocess.run([rapper, "-q", "-i", name, "-o", "ntriples", str(path)], capture_output=True, check=True)
    assert triples(parsed(done.stdout, "nt")) == triples(parsed(document, syntax))


def test_two_exports_are_the_same_bytes(en: Glossary) -> None:
    assert fresh(en) == written(en)


# --- back again ---


def held(glossary: Glossary) -> dict[str, Any]:
    """Return what SKOS promises to hold of a glossary, in the shape that ``gained`` has."""
    found: dict[str, Any] = {}
    for concept_id, record in glossary.structure["concepts"].items():
        for language in glossary.languages:
            concept = glossary.in_language(language)[concept_id]
            good = {*concept.admitted, *concept.variants, concept.abbreviation or ""} - {concept.term, ""}
            found[concept_id, language] = {
                "preferred": str(concept.term),
                "good": sorted(map(str, good)),
                "deprecated": sorted({str(one) for one in concept.deprecated} - good - {concept.term}),
                "definition": str(concept.definition or ""),
            }
        found[concept_id] = {
            "subject_field": record["subject_field"],
            "broader": sorted(record["broader"]),
            "relations": relations(record["relations"]),
            "sources": sorted(record["sources"]),
        }
    return found


def relations(record: Any) -> dict[str, list[str]]:
    """Return the relations of a concept: what has a name of its own is written as related too, for other tools."""
    named = {one for name, ids in record.items() for one in ids if name not in ("related", "narrower")}
    found = {name: sorted({*ids} - (named if name == "related" else set())) for name, ids in sorted(record.items())}
    return {name: ids for name, ids in found.items() if ids and name != "narrower"}


def gained(result: ImportedTermbase) -> dict[str, Any]:
    settle(result)
    found: dict[str, Any] = {}
    for entry in result.entries:
        if entry.replaced_by:
            continue
        for language, words in entry.languages.items():
            assert words.preferred is not None
            good = {words.abbreviation, *(one.text for one in words.admitted)} - {"", words.preferred.text}
            found[entry.id, language] = {
                "preferred": words.preferred.text,
                "good": sorted(good),
                "deprecated": sorted(one.text for one in words.deprecated),
                "definition": unescaped(words.definition),
            }
        found[entry.id] = {
            "subject_field": entry.subject_field,
            "broader": sorted(entry.broader),
            "relations": relations(entry.relations),
            "sources": sorted(entry.sources),
        }
    return found


@pytest.mark.parametrize("syntax", ["turtle", pytest.param("json-ld", marks=pytest.mark.slow)])
def test_what_is_written_is_read_back(en: Glossary, syntax: str) -> None:
    result = read(written(en, syntax=syntax, all_codes=True))
    assert result.about == dict(en.structure["about"]) | {"version": en.version}
    assert result.sources["simons_1999"]["title"] == en.sources["simons_1999"].title
    assert result.subject_fields["findings"] == "findings and phenomena"
    assert gained(result) == held(en)


@traps
@given(termbases())
def test_any_text_survives_every_syntax(glossary: Glossary) -> None:
    expected = held(glossary)
    graphs = []
    for syntax in SYNTAXES:
        document = fresh(glossary, syntax=syntax, all_codes=True)
        assert gained(read(document)) == expected
        graphs.append(triples(parsed(document, syntax)))
    assert graphs[0] == graphs[1] == graphs[2]


def test_the_profile_is_read_back(en: Glossary) -> None:
    expected = held(en)
    result = read(written(en, skos_ap_no))
    explanations = {
        (entry.id, tag): words.explanation for entry in result.entries for tag, words in entry.languages.items()
    }
    bases = {entry.id: entry.basis for entry in result.entries}
    found = gained(result)
    assert set(bases) == set(en), "the values of the code lists are not concepts of the file"
    assert found["trigger_point", "nn"]["definition"] == expected["trigger_point", "nn"]["definition"]
    for concept in en.in_language("nn").values():
        assert unescaped(explanations[concept.id, "nn"]) == str(concept.explanation or "")
        assert bases[concept.id] == concept.basis
    relations = {key: one["relations"] for key, one in found.items() if isinstance(key, str)}
    assert relations == {key: one["relations"] for key, one in expected.items() if isinstance(key, str)}


def test_the_scheme_states_its_publisher_and_licence(en: Glossary) -> None:
    graph = parsed(written(en))
    licence = rdflib.URIRef(en.structure["about"]["licence"])
    scheme = rdflib.URIRef("https://w3id.org/imsterms")
    assert (scheme, rdflib.DCTERMS.license, licence) in graph
    assert (None, rdflib.DCTERMS.license, licence) in parsed(written(en, skos_ap_no))


def test_only_what_others_understand_is_written(en: Glossary) -> None:
    ours = {str(predicate) for predicate in parsed(written(en)).predicates() if "vocabulary#" in predicate}
    assert {one.partition("#")[2] for one in ours} <= {*RELATIONS, *RELATIONS.values()}


def test_variants_may_be_used_and_everyday_words_stay_out(en: Glossary) -> None:
    graph = parsed(written(en))
    hidden = {str(one) for one in graph.objects(None, rdflib.SKOS.hiddenLabel)}
    everywhere = {str(word) for tag in en.languages for one in en.in_language(tag).values() for word in one.deprecated}
    assert hidden <= everywhere


def test_licensed_codes_are_written_only_when_asked_for(en: Glossary) -> None:
    assert b"snomed" not in written(en)
    assert b"http://snomed.info/id/" in written(en, all_codes=True)


def test_an_unreviewed_safety_concept_says_so(en: Glossary) -> None:
    graph = parsed(written(en))
    notes = set(graph.objects(BASE.pneumothorax, rdflib.SKOS.editorialNote))
    assert rdflib.Literal(en["pneumothorax"].notice, lang="en") in notes


# --- other people's files ---


def entries(document: str | bytes) -> dict[str, Any]:
    result = read(document.encode() if isinstance(document, str) else document)
    settle(result)
    return {entry.id: entry for entry in result.entries}


PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ex: <http://example.org/> .
"""


def test_a_hierarchy_stated_from_above_and_labels_without_a_language() -> None:
    found = entries(
        PREFIXES
        + """
        ex:scheme a skos:ConceptScheme ; dct:language "es" .
        ex:dolor a skos:Concept ; skos:prefLabel "dolor" ; skos:narrower ex:cefalea ; skos:notation "G1" .
        ex:cefalea skos:prefLabel "cefalea" ; skos:altLabel "dolor de cabeza" ; skos:hiddenLabel "cefalia" .
        """
    )
    assert found["cefalea"].broader == ["dolor"]
    words = found["cefalea"].languages["es"]
    assert (words.preferred.text, words.admitted[0].text, words.deprecated[0].text) == (
        "cefalea",
        "dolor de cabeza",
        "cefalia",
    )
    assert found["dolor"].origin == {"notation": ["G1"]}


def test_labels_only_as_resources_and_notes_as_nodes() -> None:
    found = entries(
        PREFIXES
        + """
        ex:a a skos:Concept ; skosxl:prefLabel [ skosxl:literalForm "aguja"@es ] ;
            skosxl:altLabel [ skosxl:literalForm "púa"@es ; skos:editorialNote "regional"@es ] ;
            skos:definition [ rdf:value "instrumento {fino}"@es ] ;
            skos:exactMatch <http://id.nlm.nih.gov/mesh/D009339>, <http://elsewhere.example/1> ;
            dct:creator "somebody" ; ex:colour "grey"@en ; ex:see ex:b .
        """
    )
    entry = found["a"]
    words = entry.languages["es"]
    assert words.preferred.text == "aguja"
    assert words.definition == "instrumento {{fino}}"
    assert entry.codes == {"mesh": {"exact": ["D009339"]}, "iri": {"exact": ["http://elsewhere.example/1"]}}
    assert entry.origin["dct:creator"] == ["somebody"]
    assert entry.origin["http://example.org/colour"] == ["grey (en)"]
    assert entry.origin["http://example.org/see"] == ["http://example.org/b"]
    assert entry.notes == [] and set(entry.languages) == {"es"}, "no reader is shown what is said of the entry"


def test_what_is_stated_of_a_definition_is_not_lost() -> None:
    document = b"""
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <http://ex.org/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix dct: <http://purl.org/dc/terms/> .
        @prefix dc: <http://purl.org/dc/elements/1.1/> .
        ex:needle a skos:Concept ; skos:prefLabel "needle"@en ; skos:definition ex:text ; skos:note ex:elsewhere .
        ex:text rdf:value "thin pointed rod"@en ; dc:source "Handbook, 2020" ; dct:modified "2021-05-01" .
    """
    entry = read(document).entries[0]
    assert entry.languages["en"].definition == "thin pointed rod"
    assert entry.sources == ["Handbook, 2020"]
    assert entry.origin["dct:modified"] == ["2021-05-01"]
    assert entry.origin["skos:note"] == ["http://ex.org/elsewhere"]


def test_labels_that_are_resources_under_the_names_of_plain_ones() -> None:
    found = entries(
        PREFIXES
        + """@prefix fi: <https://iri.suomi.fi/model/term/> .
        ex:a a skos:Concept ; skos:prefLabel ex:l1 ; fi:notRecommendedSynonym ex:l2 .
        ex:l1 a skosxl:Label ; skosxl:literalForm "saha"@fi . ex:l2 a skosxl:Label ; skosxl:literalForm "sahis"@fi .
        """
    )
    words = found["a"].languages["fi"]
    assert words.preferred.text == "saha" and [one.text for one in words.deprecated] == ["sahis"]


def test_nodes_without_names_are_kept_as_what_is_said_of_them() -> None:
    document = (
        PREFIXES
        + """@prefix skosno: <https://data.norge.no/vocabulary/skosno#> .
        [] a skos:Concept ; skos:prefLabel "spade"@en ; skos:broader _:tool ; ex:made [ ex:of "steel" ] .
        _:tool a skos:Concept ; skos:prefLabel "tool"@en ; dct:source [ dct:title "Big book" ] ; skos:note [ ] .
        ex:saw a skos:Concept ; skos:prefLabel "saw"@en ; skosno:hasGenericConceptRelation [
            skosno:hasGenericConcept _:tool ; dct:description "by use"@en ] .
        """
    ).encode()
    converted = convert(skos.read(io.BytesIO(document)))
    spade, tool, saw = converted.termbase.concepts.values()
    assert (spade.id, tool.id, spade.broader, saw.broader) == ("spade", "tool", ("tool",), ("tool",))
    assert spade.origin == {"http://example.org/made": ("http://example.org/of steel",)}
    assert saw.origin["dct:description"] == ("by use",)
    assert tool.sources == ("big_book",) and converted.termbase.sources["big_book"].title == "Big book"
    assert converted.termbase == convert(skos.read(io.BytesIO(document))).termbase, (
        "rdflib numbers such nodes anew in each run"
    )


def test_rdf_xml_with_a_prefix_of_its_own_and_entities_for_namespaces() -> None:
    found = entries(
        """<?xml version="1.0"?>
        <!DOCTYPE r:RDF [<!ENTITY skos "http://www.w3.org/2004/02/skos/core#">]>
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="&skos;">
          <s:Concept r:about="http://example.org/zu1"><s:prefLabel xml:lang="zu">inaliti</s:prefLabel></s:Concept>
        </r:RDF>"""
    )
    assert found["zu1"].languages["zu"].preferred.text == "inaliti"


LABEL = '<http://e.org/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "aiguille"@fr'


@pytest.mark.parametrize(
    "document",
    [
        f"{LABEL} .",
        f"{LABEL} <http://e.org/graph> .",
        f"\ufeff[] a <http://e.org/x> . {LABEL} .",
        '{"@context": {"@vocab": "http://www.w3.org/2004/02/skos/core#"}, "@id": "http://e.org/a", '
        '"prefLabel": {"@value": "aiguille", "@language": "fr"}}',
        f"<http://e.org/g> {{ {LABEL} . }}",
    ],
    ids=["n-triples", "n-quads", "turtle with a byte order mark", "json-ld", "trig"],
)
def test_any_syntax_is_recognised(document: str) -> None:
    assert entries(document)["a"].languages["fr"].preferred.text == "aiguille"


def test_what_is_not_a_concept_is_reported() -> None:
    result = read(
        (
            PREFIXES + 'ex:a skos:prefLabel "a"@en ; skos:broader ex:gone . ex:p a <http://xmlns.com/foaf/0.1/Person> .'
        ).encode()
    )
    assert "left out: 1 of the kind foaf:Person" in map(str, result.report)
    assert [str(remark) for remark in result.entries[0].report] == [
        "kept with the origin only: skos:broader: http://example.org/gone"
    ]


# --- safety ---


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="r">&x;</rdf:RDF>',
        '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><rdf:RDF xmlns:rdf="r"/>',
        f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]><rdf:RDF xmlns:rdf="r">&l9;</rdf:RDF>',
        '{"@context": "http://127.0.0.1/context.jsonld", "@id": "x:a"}',
        '{"@context": [{"a": {"@id": "x:b", "@context": "http://127.0.0.1/c"}}], "a": {}}',
        '{"@context": {"@import": "http://127.0.0.1/c"}}',
        "[" * 100_000,
        "<a> <b>",
        "\x00\x01",
        "no RDF at all",
    ],
    ids=["entity", "parameter entity", "laughs", "context", "nested context", "import", "deep", "cut", "nul", "prose"],
)
def test_a_hostile_document_is_refused_in_a_sentence(document: str, no_network: None) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(document.encode())
    assert "\n" not in str(caught.value)


def test_xinclude_and_an_outer_dtd_fetch_nothing(no_network: None) -> None:
    found = entries(
        """<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">
          <s:Concept rdf:about="http://e.org/a"><s:prefLabel xml:lang="fr">a</s:prefLabel>
            <s:note><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></s:note>
          </s:Concept></rdf:RDF>"""
    )
    assert "root:" not in repr(found)


@pytest.mark.parametrize("base", ["imsterms/", "https://example.org/a b/", "https://example.org/x"])
def test_a_namespace_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(ExchangeError, match="cannot be the namespace"):
        written(made({"id": "a", "words": {"en": {"term": "a"}}}, about={"namespace": base}))


def test_a_namespace_of_ones_own_names_everything() -> None:
    about = {"namespace": "https://clinic.example/terms#", "publisher": "The clinic"}
    graph = parsed(written(made({"id": "needle", "words": {"en": {"term": "needle"}}}, about=about)))
    subjects = {str(subject) for subject in graph.subjects()}
    assert "https://clinic.example/terms#needle" in subjects
    assert all(one.startswith("https://clinic.example/terms") for one in subjects if "vocabulary#" not in one)


def test_without_rdflib_the_error_says_what_to_install(en: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rdflib", None)
    with pytest.raises(MissingExtraError, match=r"imsterms\[skos\]"):
        fresh(en, syntax="json-ld")


def test_an_import_of_an_export_has_the_same_words(en: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "ims.ttl"
    path.write_bytes(written(en, all_codes=True))
    assert main(["import", "skos", str(path), "--to", str(tmp_path / "own")]) == 0
    again = imsterms.load(tmp_path / "own").glossary("nn")
    nn = en.in_language("nn")
    assert set(again) == set(nn)
    for concept_id, concept in nn.items():
        assert again[concept_id].term == concept.term
        assert again[concept_id].definition == concept.definition
        assert again[concept_id].subject_field == concept.subject_field
        assert {one.id for one in again[concept_id].broader} == {one.id for one in concept.broader}


def test_the_command_line_writes_json_ld(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "skos", "--syntax", "json-ld"]) == 0
    content = json.loads(capsysbinary.readouterr().out)
    assert any(node.get("dct:title") == "imsterms" for node in content["@graph"])
    assert imsterms.languages() == ("en", "nb", "nn")


def test_a_long_chain_of_classes() -> None:
    chain = "".join(f"ex:k{number} rdfs:subClassOf ex:k{number + 1} .\n" for number in range(1500))
    prefixes = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <http://x.org/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    text = f"{prefixes}{chain}ex:k1500 rdfs:subClassOf skos:Concept .\nex:cup a ex:k0 ; skos:altLabel 'cup'@en .\n"
    assert len(read(text.encode()).entries) == 1
