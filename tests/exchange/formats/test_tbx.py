"""TBX: written by its grammars, read from files of others, and nothing dangerous on the way."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from generated import made, termbases
from hypothesis import given, settings
from requirements import require_grammar

import imsterms
from imsterms.errors import ExchangeError, UnknownLanguageError
from imsterms.exchange.formats import tbx
from imsterms.exchange.intake.conversion import convert, settle
from imsterms.exchange.intake.imported import ImportedTermbase
from imsterms.facade import Glossary

NS = "{urn:iso:std:iso:30042:ed-2}"


def written(glossary: Glossary, **options: Any) -> bytes:
    stream = io.BytesIO()
    tbx.write(glossary, stream, **options)
    return stream.getvalue()


def read(document: str | bytes) -> ImportedTermbase:
    imported = tbx.read(io.BytesIO(document.encode() if isinstance(document, str) else document))
    settle(imported)
    return imported


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, en: Glossary) -> dict[str, Path]:
    """The built-in termbase in every dialect."""
    folder = tmp_path_factory.mktemp("tbx")
    found = {}
    for name, options in (
        ("4", {}),
        ("1.2", {"edition": "1.2"}),
        ("2", {"edition": "2"}),
        ("nb", {"edition": "2", "target": "nb"}),
    ):
        found[name] = folder / f"{name}.tbx"
        found[name].write_bytes(written(en, **options))
    return found


# --- written ---


def test_the_structure_of_version_3(files: dict[str, Path]) -> None:
    root = ElementTree.parse(files["4"]).getroot()
    assert root.tag == f"{NS}tbx" and root.get("style") == "dca" and root.get("type") == "TBX-Basic"
    assert [child.tag.removeprefix(NS) for child in root] == ["tbxHeader", "text"]
    entries = {one.get("id"): one for one in root.iter(f"{NS}conceptEntry")}
    assert len(entries) == len(imsterms.glossary("en"))
    targets = {ref.get("target") for ref in root.iter(f"{NS}ref")}
    assert targets <= set(entries), "no reference dangles"
    entry = entries["trigger_point"]
    sections = {section.get("{http://www.w3.org/XML/1998/namespace}lang"): section for section in entry}
    assert {"en", "nb", "nn"} <= set(sections)
    first = sections["nb"].find(f"{NS}termSec")
    assert first is not None
    notes = {note.get("type"): note.text for note in first.iter(f"{NS}termNote")}
    assert first.findtext(f"{NS}term") == "triggerpunkt"
    assert notes == {
        "partOfSpeech": "noun",
        "grammaticalGender": "neuter",
        "termType": "fullForm",
        "usageStatus": "preferred",
    }


@pytest.mark.parametrize("name", ["4", "1.2"])
def test_version_3_is_valid_by_its_grammar(name: str, files: dict[str, Path], require_tool: Callable[..., str]) -> None:
    grammar = require_grammar("tbx-v3/core_schema.rng")
    command = [require_tool("xmllint"), "--noout", "--nonet", "--relaxng", str(grammar), str(files[name])]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr[:1000]


@pytest.mark.parametrize("name", ["2", "nb"])
def test_version_2_is_valid_by_its_grammar_and_its_dtd(
    name: str, files: dict[str, Path], require_tool: Callable[..., str]
) -> None:
    jing = [require_tool("jing"), str(require_grammar("tbx-v2/TBXBasicRNGV02.rng")), str(files[name])]
    result = subprocess.run(jing, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[:1000]
    dtd = str(require_grammar("tbx-v2/TBXBasiccoreStructV02.dtd"))
    xmllint = [require_tool("xmllint"), "--noout", "--nonet", "--dtdvalid", dtd, str(files[name])]
    result = subprocess.run(xmllint, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr[:1000]


def schematron_failures(saxonche: ModuleType, schema: Path, document: Path) -> list[str]:
    """Return the messages of the Schematron rules that a document breaks; Saxon evaluates them."""
    sch = "{http://purl.oclc.org/dsdl/schematron}"
    failures = []
    with saxonche.PySaxonProcessor(license=False) as processor:
        xpath = processor.new_xpath_processor()
        xpath.declare_namespace("tbx", NS[1:-1])
        xpath.set_context(xdm_item=processor.parse_xml(xml_file_name=str(document)))
        for rule in ElementTree.parse(schema).getroot().iter(f"{sch}rule"):
            for check in rule:
                if check.get("role") == "info":
                    continue
                test = check.get("test")
                broken = f"not({test})" if check.tag == f"{sch}assert" else test
                if xpath.evaluate(f"//{rule.get('context')}[{broken}]") is not None:
                    failures.append(" ".join((check.text or "").split()))
    return failures


def test_edition_4_is_valid_by_its_schematron(
    files: dict[str, Path], require_module: Callable[[str], ModuleType]
) -> None:
    saxonche = require_module("saxonche")
    schema = require_grammar("tbx-v3/basic_schema.sch")
    assert schematron_failures(saxonche, schema, files["4"]) == []
    # the check sees what is wrong
    broken = files["4"].with_name("broken.tbx")
    broken.write_text(files["4"].read_text("utf-8").replace(">preferred<", ">favourite<"), "utf-8")
    assert any("usageStatus" in failure for failure in schematron_failures(saxonche, schema, broken))


def test_translate_toolkit_reads_the_bilingual_file(
    files: dict[str, Path], require_module: Callable[[str], ModuleType]
) -> None:
    module = require_module("translate.storage.tbx")
    store = module.tbxfile.parsefile(str(files["nb"]))
    units = {str(unit.source): str(unit.target) for unit in store.units}
    nb, en = imsterms.glossary("nb"), imsterms.glossary("en")
    assert units == {str(concept.term): str(nb[concept.id].term) for concept in en.values()}


def test_single_files_are_bilingual(en: Glossary) -> None:
    package = tbx.files(en)
    assert set(package.files) == {"en-nb.tbx", "en-nn.tbx"}
    root = ElementTree.fromstring(package.files["en-nn.tbx"])
    assert {section.get("{http://www.w3.org/XML/1998/namespace}lang") for section in root.iter("langSet")} == {
        "en",
        "nn",
    }


def test_what_a_bilingual_file_leaves_out_is_said() -> None:
    glossary = made(
        {"id": "a", "words": {"en": {"term": "a"}, "nb": {"term": "b"}}}, {"id": "c", "words": {"en": {"term": "c"}}}
    )
    assert tbx.write(glossary, io.BytesIO(), edition="2", target="nb") == ["c: no term in en and nb"]
    with pytest.raises(UnknownLanguageError):
        tbx.write(glossary, io.BytesIO(), edition="2", target="fr")
    with pytest.raises(ExchangeError, match="two languages"):
        tbx.write(glossary, io.BytesIO(), edition="2", target="en")
    with pytest.raises(ExchangeError, match="edition"):
        tbx.write(glossary, io.BytesIO(), edition="5")


def test_version_2_offers_translators_only_what_they_may_use(files: dict[str, Path], en: Glossary) -> None:
    nb = en.in_language("nb")
    root = ElementTree.parse(files["nb"]).getroot()
    assert list(root.iter("note")) == []
    for entry in root.iter("termEntry"):
        concept = nb[str(entry.get("id"))]
        offered = {term.text for term in entry.iter("term")}
        for other in (*concept.deprecated, *concept.lay, *en[concept.id].deprecated, *en[concept.id].lay):
            good = {*concept.admitted, *en[concept.id].admitted, concept.abbreviation, en[concept.id].abbreviation}
            assert str(other) not in offered or str(other) in {*good, str(concept.term), str(en[concept.id].term)}


@pytest.mark.parametrize("name", ["4", "1.2", "2"])
def test_the_document_states_its_title_publisher_and_licence(name: str, files: dict[str, Path], en: Glossary) -> None:
    about = en.structure["about"]
    text = files[name].read_text("utf-8").partition("<body>")[0]
    assert f"<title>{about['title']}</title>" in text
    assert about["licence"] in text and about["publisher"] in text
    read_again = tbx.read(io.BytesIO(files[name].read_bytes())).about
    assert read_again == {key: about[key] for key in ("title", "publisher", "licence")}


# --- there and back: what the format's own tools understand ---


@pytest.mark.parametrize("name", ["4", "1.2"])
def test_designations_and_definitions_come_back(name: str, files: dict[str, Path], en: Glossary) -> None:
    imported = tbx.read(io.BytesIO(files[name].read_bytes()))
    convert(imported)
    assert [entry.id for entry in imported.entries] == list(en)
    for tag in en.languages:
        glossary = en.in_language(tag)
        for entry in imported.entries:
            concept, words = glossary[entry.id], entry.languages[tag]
            assert words.preferred is not None and words.preferred.text == concept.term
            assert {one.text for one in words.deprecated} == set(concept.deprecated)
            assert words.definition.replace("{{", "{").replace("}}", "}") == str(concept.definition or "")
            assert words.abbreviation == (concept.abbreviation or "")


@pytest.mark.parametrize("edition", ["4", "1.2"])
@settings(max_examples=40, deadline=None)
@given(glossary=termbases(("en", "nb", "fr")))
def test_any_termbase_comes_back(edition: str, glossary: Glossary) -> None:
    imported = tbx.read(io.BytesIO(written(glossary, edition=edition)))
    assert [entry.id for entry in imported.entries] == list(glossary)
    convert(imported)
    for entry in imported.entries:
        for tag, words in entry.languages.items():
            concept = glossary.in_language(tag)[entry.id]
            assert words.preferred is not None and words.preferred.text == concept.term
            # readers take the space around a text away
            assert words.definition.replace("{{", "{").replace("}}", "}") == str(concept.definition).strip()
            assert [one.text for one in words.deprecated] == list(concept.deprecated)
            assert words.abbreviation == concept.abbreviation


# --- files of others ---

DCT = """<?xml version="1.0"?>
<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
  xmlns:b="http://www.tbxinfo.net/ns/basic" style="dct" type="TBX-Basic" xml:lang="en-US">
 <t:tbxHeader><t:fileDesc><t:sourceDesc><t:p>x</t:p></t:sourceDesc></t:fileDesc></t:tbxHeader>
 <t:text><t:body>
  <t:conceptEntry id="c1">
   <min:subjectField>Astronomy</min:subjectField>
   <b:crossReference target="c2">see also</b:crossReference>
   <t:transacGrp><b:transactionType>origination</b:transactionType><t:date>2012-01-02</t:date></t:transacGrp>
   <t:langSec xml:lang="en-US">
    <t:descripGrp><b:definition>A <t:hi>star</t:hi> that {burns}.</b:definition><b:source>NASA</b:source></t:descripGrp>
    <t:termSec><t:term>black hole</t:term><min:partOfSpeech>noun</min:partOfSpeech>
     <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><b:context>Black holes suck.</b:context>
    </t:termSec>
    <t:termSec><t:term>BH</t:term><b:termType>acronym</b:termType></t:termSec>
   </t:langSec>
   <t:langSec xml:lang="zu"><t:termSec><t:term>umgodi</t:term></t:termSec></t:langSec>
  </t:conceptEntry>
  <t:conceptEntry id="C 2"><t:langSec xml:lang="zu"><t:termSec><t:term>inkanyezi</t:term>
    <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></t:termSec></t:langSec></t:conceptEntry>
 </t:body></t:text>
</t:tbx>"""

MARTIF = """\ufeff<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
 <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
 <text><body>
  <termEntry id="eid-1">
   <descrip type="subjectField">manufacturing</descrip>
   <descrip type="definition">A value&nbsp;between 0 and 1</descrip>
   <descrip type="superordinateConceptGeneric" target="eid-2"/>
   <langSet xml:lang="en">
    <ntig><termGrp><term>alpha smoothing factor</term><termNote type="termType">fullForm</termNote></termGrp></ntig>
   </langSet>
   <langSet xml:lang="hu">
    <tig><term>Alfa</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>old</note></tig>
    <tig><term>alfa simítási tényező</term></tig>
   </langSet>
  </termEntry>
  <termEntry><langSet xml:lang="en"><tig><term>factor</term><termNote type="partOfSpeech">verb</termNote></tig>
  </langSet></termEntry>
  <termEntry id="eid-2"><langSet xml:lang="en"><tig><term>Factor</term></tig></langSet></termEntry>
 </body><back><refObjectList type="respPerson"><refObject id="r"/></refObjectList></back></text>
</martif>"""


def test_dct_with_prefixes() -> None:
    imported = tbx.read(io.BytesIO(DCT.encode()))
    conversion = convert(imported)
    first, second = imported.entries
    english = first.languages["en"]
    assert english.preferred is not None and english.preferred.text == "black hole"
    assert english.abbreviation == "BH"
    assert english.definition == "A star that {{burns}}."
    assert first.sources == ["NASA"] and first.subject_field == "Astronomy" and first.part_of_speech == "noun"
    assert first.origin["transaction"] == ["origination 2012-01-02"]
    assert first.origin["context"] == ["Black holes suck. (en-US 'black hole')"]
    assert "inline markup (hi)" in "\n".join(map(str, first.report))
    assert [(one.text, one.reason) for one in second.languages["zu"].deprecated] == [
        ("inkanyezi", "supersededTerm-admn-sts")
    ]
    concept = conversion.termbase.concepts["c1"]
    assert conversion.termbase.language == "en" and concept.term == "black hole"
    assert concept.notes == (), "what is said about the entry is not for its readers"
    assert concept.origin["related"] == ("c2",), "the file has no such entry, which is not forgotten"


def test_who_did_what_and_when_stays_together() -> None:
    document = """<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="c">
        <transacGrp><transac>origination</transac><transacNote>K. Berg</transacNote><date>2020</date></transacGrp>
        <langSec xml:lang="en"><termSec><term>needle</term>
        <transacGrp><transac>origination</transac><transacNote>K. Berg</transacNote></transacGrp>
        <transacGrp><transac>modification</transac><transacNote>K. Berg</transacNote></transacGrp>
        <transacGrp><transac>modification</transac><transacNote>K. Berg</transacNote></transacGrp>
        </termSec></langSec></conceptEntry></body></text></tbx>"""
    entry = tbx.read(io.BytesIO(document.encode())).entries[0]
    assert entry.origin == {
        "transaction": [
            "origination K. Berg (en 'needle')",
            "modification K. Berg (en 'needle')",
            "modification K. Berg (en 'needle')",
            "origination K. Berg 2020",
        ]
    }


def test_martif_with_a_doctype_and_everything_liberal() -> None:
    imported = tbx.read(io.BytesIO(MARTIF.encode()))
    conversion = convert(imported)
    first, nameless, last = imported.entries
    assert first.languages["en"].definition == "A value\N{NO-BREAK SPACE}between 0 and 1"
    assert [(one.text, one.reason) for one in first.languages["hu"].deprecated] == [("Alfa", "old")]
    assert any("back matter" in remark.what for remark in imported.report)
    assert list(conversion.termbase.concepts) == ["eid_1", "factor", "eid_2"]
    assert conversion.termbase.concepts["eid_1"].broader == ("eid_2",)
    assert conversion.termbase.concepts["eid_1"].origin == {"id": ("eid-1",)}
    assert conversion.translations["hu"]["eid_1.term"].texts[0] == "alfa simítási tényező"
    assert "no id" in str(next(iter(nameless.report)))
    assert conversion.termbase.concepts["factor"].part_of_speech == "verb"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("<tbx>", "well-formed"),
        ("plain text", "well-formed"),
        ("<html/>", "not TBX"),
        ("<martif/>", "no concept entries"),
        ("", "well-formed"),
    ],
)
def test_what_is_no_tbx_is_said(document: str, reason: str) -> None:
    with pytest.raises(ExchangeError, match=reason):
        read(document)


# --- safety ---

LAUGHS = """<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><tbx>&c;</tbx>"""
EXTERNAL = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>'
PARAMETER = '<!DOCTYPE tbx [<!ENTITY % x SYSTEM "http://localhost/x.dtd">%x;]><tbx/>'
QUADRATIC = f'<!DOCTYPE tbx [<!ENTITY x "{"x" * 100_000}">]><tbx>{"&x;" * 1000}</tbx>'
DEFAULTS = f'<!DOCTYPE tbx [<!ATTLIST q z CDATA "{"x" * 50_000}">]><tbx>{"<q/>" * 1000}</tbx>'
DEEP = f"<tbx><conceptEntry>{'<descripGrp>' * 100_000}{'</descripGrp>' * 100_000}</conceptEntry></tbx>"


@pytest.mark.parametrize("document", [LAUGHS, EXTERNAL, PARAMETER, QUADRATIC, DEFAULTS, DEEP])
def test_hostile_xml_is_refused(document: str) -> None:
    with pytest.raises(ExchangeError, match="not read"):
        read(document)


def test_xinclude_and_outside_document_types_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    term = f'<langSet xml:lang="en"><tig><term>x{include}</term></tig></langSet>'
    document = f'<!DOCTYPE martif SYSTEM "{secret.as_uri()}"><martif><termEntry id="a">{term}</termEntry></martif>'
    entry = read(document).entries[0]
    preferred = entry.languages["en"].preferred
    assert preferred is not None and preferred.text == "x"
    assert "include" in str(next(iter(entry.report)))
