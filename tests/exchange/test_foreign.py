"""Files of other people: what is advised against stays so, nothing is invented, and where things came from is kept."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from requirements import require_module

import imsterms
from imsterms.cli import main
from imsterms.facade import Glossary
from imsterms.termbase.model import Termbase
from imsterms.termbase.source import read_termbase

SKOS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> .
@prefix skosno: <https://data.norge.no/vocabulary/skosno#> .
@prefix ex: <http://ex.example/> .
"""


def martif(*entries: str) -> str:
    return f'<martif type="TBX" xml:lang="en"><text><body>{"".join(entries)}</body></text></martif>'


def entry(name: str, language: str, *terms: str, more: str = "") -> str:
    tigs = "".join(f"<tig>{term}</tig>" for term in terms)
    return f'<termEntry id="{name}">{more}<langSet xml:lang="{language}">{tigs}</langSet></termEntry>'


def status(term: str, word: str, kind: str = "administrativeStatus") -> str:
    return f'<term>{term}</term><termNote type="{kind}">{word}</termNote>'


class Imported:
    """An import into a folder."""

    def __init__(self, folder: Path, said: str) -> None:
        self.folder = folder
        self.said = said

    @property
    def termbase(self) -> Termbase:
        return read_termbase(self.folder)

    def glossary(self, language: str) -> Glossary:
        return imsterms.load(self.folder).glossary(language)

    def export(self, *arguments: str) -> str:
        path = self.folder.parent / "exported"
        assert main(["export", *arguments, "--from", str(self.folder), "-o", str(path)]) == 0
        return path.read_text("utf-8")


@pytest.fixture
def take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Imported]:
    """Return a function that imports a file, by its name and content."""
    number = 0

    def run(name: str, content: str | bytes, *options: str, code: int = 0) -> Imported:
        nonlocal number
        number += 1
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        folder = tmp_path / f"own{number}"
        assert main(["import", str(path), "--to", str(folder), *options]) == code
        captured = capsys.readouterr()
        return Imported(folder, captured.out + captured.err)

    return run


Take = Callable[..., Imported]


# --- what is advised against ---


@pytest.mark.parametrize("word", ["forbidden", "Obsolete", "doNotUse", "deprecatedTerm-admn-sts", "frarådet", "utgått"])
def test_a_word_advised_against_in_tbx_is_not_a_good_one(take: Take, word: str) -> None:
    own = take("t.tbx", martif(entry("c1", "en", status("bad word", word), "<term>good word</term>")))
    concept = own.termbase.concepts["c1"]
    assert concept.term == "good word" and concept.admitted == ()
    assert [line.partition(" # ")[0] for line in concept.deprecated] == ["bad word"]
    [finding] = own.glossary("en").lint("This bad word is here.")
    assert finding.rule == "deprecated-word"


def test_a_qualifier_of_time_is_a_status_too(take: Take) -> None:
    terms = (status("old word", "obsoleteTerm", "temporalQualifier"), "<term>new word</term>")
    assert take("t.tbx", martif(entry("c1", "en", *terms))).termbase.concepts["c1"].term == "new word"


def test_a_status_that_nobody_knows_is_counted_and_decides_nothing(take: Take) -> None:
    entries = [entry(f"c{number}", "en", status("odd", "verboten"), "<term>good</term>") for number in range(10)]
    own = take("t.tbx", martif(*entries))
    assert {concept.term for concept in own.termbase.concepts.values()} == {"good"}
    assert own.said.splitlines()[0].startswith("status not understood, 10: 'verboten'")
    assert own.termbase.concepts["c1"].origin["status"] == ("verboten (en 'odd')",)


@pytest.mark.parametrize(
    ("table", "good", "bad"),
    [
        (
            "language,term,status,concept_id\nnb,nål,foretrukket,a\nnb,stift,frarådet,a\nnb,pinne,ikke bruk,a\n",
            "nål",
            2,
        ),
        ("concept_id,language,term,status\na,en,odd word,withdrawn\na,en,good word,\n", "good word", 1),
        ("Språk;Term;Status;Id\nbokmål;nål;Anbefalt;a\nbokmål;stift;Frarådd;a\n", "nål", 1),
        ("nb,frarådet\nnål,stift; pinne\n", "nål", 2),
    ],
)
def test_a_word_advised_against_in_a_table_is_not_a_good_one(take: Take, table: str, good: str, bad: int) -> None:
    [concept] = take("t.csv", table).termbase.concepts.values()
    assert (concept.term, len(concept.deprecated), concept.admitted) == (good, bad, ())


def test_a_column_of_a_language_and_avoid_is_of_words_to_avoid(take: Take) -> None:
    own = take("t.csv", "en,nb,nb_avoid\nneedle,nål,stift\n")
    nb = own.glossary("nb")["needle"]
    assert (nb.term, list(nb.deprecated)) == ("nål", ["stift"])
    assert imsterms.load(own.folder).languages == ("en", "nb"), "nb-avoid is not a language"


def test_a_deprecated_concept_of_skos_warns_of_its_words(take: Take) -> None:
    own = take("t.ttl", SKOS + 'ex:a skos:prefLabel "bad word"@en ; owl:deprecated true . ex:b skos:prefLabel "x"@en .')
    assert own.termbase.concepts["a"].term == "-"
    [finding] = own.glossary("en").lint("a bad word")
    assert finding.rule == "deprecated-word" and "no term to use" in finding.message


def test_a_language_may_have_only_words_to_avoid(take: Take) -> None:
    own = take(
        "t.ttl", SKOS + 'ex:a skos:prefLabel "nål"@nb ; skos:hiddenLabel "bad word"@en . ex:b skos:prefLabel "b"@en .'
    )
    assert list(own.glossary("en")["a"].deprecated) == ["bad word"]
    assert [finding.rule for finding in own.glossary("en").lint("a bad word")] == ["deprecated-word"]
    for name in ("json", "csv"):
        again = take(f"t2.{name}", own.export(name))
        assert list(again.glossary("en")["a"].deprecated) == ["bad word"]


def test_another_spelling_of_a_word_to_avoid_is_to_be_avoided(take: Take) -> None:
    terms = [status(term, "deprecatedTerm-admn-sts") for term in ("muscle knot", "Muscle Knot")]
    own = take("t.tbx", martif(entry("c1", "en", *terms, status("trigger point", "preferredTerm"))))
    assert len(own.termbase.concepts["c1"].deprecated) == 2
    assert own.termbase.concepts["c1"].variants == ()


# --- nothing is invented ---


def test_forms_that_nobody_wrote_are_unknown(take: Take) -> None:
    own = take("t.csv", "en,nb\nceramics,keramikk\nnational parks,nasjonalparker\nresult (of test),resultat\n")
    ceramics = own.glossary("en")["ceramics"].term
    assert ceramics.forms == {"": "ceramics", "genitive": "ceramics'"}
    with pytest.raises(imsterms.MissingTranslationError):
        ceramics.form("plural")
    for arguments in (("json",), ("csv",), ("tbx",), ("skos",), ("fhir",), ("i18next",), ("jsonld",)):
        text = own.export(*arguments)
        assert "ceramicses" not in text and "a ceramics" not in text and "the ceramics" not in text


def test_no_form_and_an_unknown_form_are_two_things_in_the_long_table(take: Take) -> None:
    table = (
        "concept_id,language,term,status,part_of_speech,forms\n"
        'stress,en,stress,preferred,noun,"plural: -\nthe: the stress"\nneedle,en,needle,preferred,noun,\n'
    )
    own = take("t.csv", table)
    en = own.glossary("en")
    assert en["stress"].term.stated_forms["plural"] is None
    assert "plural" not in en["needle"].term.stated_forms
    again = take("u.csv", own.export("csv"))
    assert again.glossary("en")["stress"].term.stated_forms == en["stress"].term.stated_forms
    assert again.glossary("en")["needle"].term.stated_forms == en["needle"].term.stated_forms


def test_a_verb_has_no_article_and_no_plural(take: Take) -> None:
    verb = '<term>palpate</term><termNote type="partOfSpeech">verb</termNote>'
    own = take("t.tbx", martif(entry("c1", "en", verb)))
    assert "verb" in own.export("tbx") and ">noun<" not in own.export("tbx")
    assert "palpates" not in own.export("json")


def test_what_the_file_does_not_say_is_not_stated(take: Take) -> None:
    text = take("t.csv", "en,nb\nneedle,nål\n").export("tbx")
    assert "partOfSpeech" not in text and "termType" not in text and "subjectField" not in text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("n.ttl", SKOS + 'ex:n a skos:Concept ; skos:prefLabel "nål" .'),
        ("n.csv", "language,term\n,nål\n"),
        ("n.csv", "term,definition\nnål,noe spisst\n"),
        ("n.tbx", martif(entry("n", "", "<term>nål</term>")).replace(' xml:lang="en"', "")),
    ],
)
def test_a_language_that_nobody_says_is_not_english(take: Take, name: str, content: str) -> None:
    own = take(name, content)
    assert own.termbase.language == "und" and "--language TAG" in own.said
    own = take(name, content, "--language", "nb")
    assert own.termbase.language == "nb"
    assert [concept.term for concept in own.termbase.concepts.values()] == ["nål"]


# --- where things came from ---

VOCABULARY = (
    SKOS
    + """
<http://voc.example/list> a skos:ConceptScheme ; dct:title "Example list"@en ; dct:publisher "Example Ltd" ;
  owl:versionInfo "7" ; dct:license <http://creativecommons.org/publicdomain/zero/1.0/> .
<http://voc.example/list/c0042> a skos:Concept ; skos:prefLabel "needle"@en ; skos:definition "thin pointed rod"@en ;
  skos:notation "A.12" ; skos:exactMatch <http://other.example/n77> ; skos:inScheme <http://voc.example/list> .
"""
)


def test_a_vocabulary_keeps_its_names_and_terms_of_use(take: Take) -> None:
    own = take("v.ttl", VOCABULARY)
    rdflib = require_module("rdflib")
    graph = rdflib.Graph().parse(data=own.export("skos"), format="turtle")
    skos, dct = rdflib.SKOS, rdflib.DCTERMS
    concept, scheme = rdflib.URIRef("http://voc.example/list/c0042"), rdflib.URIRef("http://voc.example/list")
    assert (concept, skos.exactMatch, rdflib.URIRef("http://other.example/n77")) in graph
    assert (concept, skos.notation, rdflib.Literal("A.12")) in graph
    assert list(graph.objects(concept, skos.scopeNote)) == []
    assert (scheme, dct.title, rdflib.Literal("Example list")) in graph
    assert (scheme, dct.license, rdflib.URIRef("http://creativecommons.org/publicdomain/zero/1.0/")) in graph
    assert (scheme, rdflib.OWL.versionInfo, rdflib.Literal("7")) in graph
    assert own.termbase.concepts["c0042"].basis == "unknown"


@pytest.mark.parametrize("name", ["skos", "tbx", "fhir", "jsonld", "json", "csv"])
def test_no_export_of_a_foreign_termbase_says_that_it_is_ours(take: Take, name: str) -> None:
    text = take("v.ttl", VOCABULARY).export(name)
    assert "publicdomain/zero" in text and "Example list" in text
    assert "licenses/by/4.0" not in text and "w3id.org/imsterms/c" not in text
    assert ">imsterms<" not in text and '"imsterms"' not in text


def test_an_id_of_tbx_comes_out_again(take: Take) -> None:
    head = "<martifHeader><fileDesc><titleStmt><title>Example list</title></titleStmt><sourceDesc><p>x</p></sourceDesc>"
    head += "<publicationStmt><p>Licence: CC0</p></publicationStmt></fileDesc></martifHeader>"
    document = martif(entry("TC-42", "en", "<term>needle</term>"))
    own = take("t.tbx", document.replace("<text>", f"{head}<text>"))
    assert own.termbase.concepts["tc_42"].origin["id"] == ("TC-42",)
    text = own.export("tbx")
    assert '<conceptEntry id="TC-42">' in text and "<title>Example list</title>" in text and "CC0" in text


def test_a_source_that_is_an_address_stays_one(take: Take) -> None:
    section = (
        '<langSet xml:lang="en"><descripGrp><descrip type="Definition">thin</descrip>'
        '<admin type="sourceIdentifier">https://example.org/needle</admin></descripGrp>'
        "<tig><term>needle</term></tig></langSet>"
    )
    own = take("t.tbx", martif(f'<termEntry id="a">{section}</termEntry>'))
    again = take("u.tbx", own.export("tbx"))
    for one in (own, again):
        [work] = one.termbase.sources.values()
        assert (work.id, work.url) == ("https_example_org_needle", "https://example.org/needle")
        assert one.termbase.concepts["a"].definition == "thin"


def test_what_is_said_of_an_entry_is_kept_whole_and_not_shown(take: Take, capsys: pytest.CaptureFixture[str]) -> None:
    group = (
        '<transacGrp><transac type="transactionType">{}</transac>'
        '<transacNote type="responsibility">K. Berg</transacNote></transacGrp>'
    )
    more = '<descrip type="entryStatus">Final</descrip>' + group.format("origination") + group.format("modification")
    own = take("t.tbx", martif(entry("c1", "en", "<term>needle</term>", more=more)))
    assert own.termbase.concepts["c1"].origin == {
        "transaction": ("origination K. Berg", "modification K. Berg"),
        "entryStatus": ("Final",),
    }
    assert main(["show", "c1", "--from", str(own.folder)]) == 0
    assert "Berg" not in capsys.readouterr().out
    assert take("u.json", own.export("json")).termbase.concepts["c1"].origin == own.termbase.concepts["c1"].origin


def test_what_replaces_a_concept_elsewhere_is_written_again(take: Take) -> None:
    document = SKOS + 'ex:a a skos:Concept ; skos:prefLabel "a"@en ; dct:isReplacedBy <http://other.example/b> .'
    own = take("t.ttl", document + 'ex:c a skos:Concept ; skos:prefLabel "c"@en .')
    assert "dct:isReplacedBy <http://other.example/b>" in own.export("skos")


def test_bokmal_of_norway_is_bokmal(take: Take) -> None:
    sections = ("<langSet xml:lang='nb'><tig><term>saks</term></tig></langSet>", "nb-NO", "<term>klipper</term>")
    own = take("t.tbx", martif(f'<termEntry id="a">{sections[0]}</termEntry>', entry("b", *sections[1:])))
    assert own.termbase.language == "nb" and list(own.termbase.concepts) == ["a", "b"]
    assert own.termbase.concepts["b"].term == "klipper"


def test_an_acronym_that_does_not_look_like_one_is_kept_as_such(take: Take) -> None:
    term = '<term>radar</term><termNote type="termType">acronym</termNote>'
    own = take("t.tbx", martif(entry("a", "en", term)))
    assert own.termbase.concepts["a"].origin == {"kind of term": ("acronym (en 'radar')",)}


def test_no_note_of_others_is_an_order_to_us(take: Take) -> None:
    notes = ("code: see appendix B", "notice: do not translate", "explanation: why", "form of: metal", "reason: short")
    section = "".join(f"<note>{note}</note>" for note in notes)
    own = take(
        "t.tbx",
        martif(f'<termEntry id="a"><langSet xml:lang="en">{section}<tig><term>n</term></tig></langSet></termEntry>'),
    )
    assert own.termbase.concepts["a"].notes == notes


# --- grammar ---


def test_kinds_parts_of_speech_and_genders_in_any_spelling(take: Take) -> None:
    def noted(term: str, kind: str, word: str) -> str:
        return f'<term>{term}</term><termNote type="{kind}">{word}</termNote>'

    document = martif(
        entry("emg", "en", noted("EMG", "termType", "acronym")),
        entry("log", "en", noted("log file", "partOfSpeech", "Noun")),
        entry("nal", "nb", noted("nål", "grammaticalGender", "feminine")),
    )
    own = take("t.tbx", document)
    assert "abbreviation" in own.export("tbx").partition("EMG")[2].partition("</termSec>")[0]
    assert own.termbase.concepts["log"].part_of_speech == "noun"
    assert own.glossary("nb")["nal"].term.a == "ei nål"
    table = "nb,kjønn,ordklasse\nnål,hunkjønn,substantiv\n"
    term = take("t.csv", table).glossary("nb")["nal"].term
    assert (term.a, term.gender) == ("ei nål", "feminine")


def test_catalogs_have_the_plural_forms_of_their_languages(take: Take, require_tool: Callable[[str], str]) -> None:
    msgfmt = require_tool("msgfmt")
    own = take("t.csv", "en,ja,pl,ar,cy\nneedle,針,igła,إبرة,nodwydd\n")
    for language in ("ja", "pl", "ar", "cy"):
        path = own.folder / "locales" / language / "LC_MESSAGES" / "imsterms.po"
        subprocess.run([msgfmt, "-c", "-o", os.devnull, str(path)], check=True)
        assert str(own.glossary(language)["needle"].term)


# --- SKOS-AP-NO ---


def test_the_national_profile_is_read_as_it_is_meant(take: Take) -> None:
    own = take(
        "n.ttl",
        SKOS
        + """
ex:needle a skos:Concept ; skos:prefLabel "nål"@nb ;
  skosno:hasGenericConceptRelation [ skosno:hasGenericConcept ex:tool ] ;
  skosno:hasPartitiveConceptRelation [ skosno:hasPartitiveConcept ex:tip ] ;
  euvoc:xlDefinition [ rdf:value "liten spiss ting"@nb ;
    dct:audience <https://data.norge.no/vocabulary/audience-type#public> ] ,
  [ rdf:value "spiss stang"@nb ; dct:source "Ordboka" ;
    skosno:relationshipWithSource <https://data.norge.no/vocabulary/relationship-with-source-type#self-composed> ] .
ex:tool skos:prefLabel "verktøy"@nb . ex:tip skos:prefLabel "spiss"@nb .
ex:old skos:prefLabel "gammel"@nb ; dct:isReplacedBy <http://elsewhere.example/new> .
ex:old2 skos:prefLabel "eldre"@nb ; dct:isReplacedBy ex:needle .
""",
    )
    concepts = own.termbase.concepts
    needle = concepts["needle"]
    assert needle.broader == ("tool",) and concepts["tip"].relations == {"part_of": ("needle",)}
    assert (needle.definition, needle.explanation, needle.basis) == ("spiss stang", "liten spiss ting", "own")
    assert [own.termbase.sources[one].title for one in needle.sources] == ["Ordboka"]
    assert concepts["old"].origin["replaced by"] == ("http://elsewhere.example/new",)
    assert concepts["old"].term == "-" and concepts["old"].deprecated, "what is replaced is not a good word"
    assert concepts["old2"].replaced_by == "needle"
    assert "old2: obsolete, replaced by needle" in (own.folder / "import-report.txt").read_text("utf-8")


# --- one meaning, whatever the format ---


def test_the_same_facts_give_the_same_sources(take: Take) -> None:
    sources = {
        "a.tbx": martif(
            '<termEntry id="needle"><langSet xml:lang="en"><descrip type="definition">thin rod</descrip>'
            f"<tig><term>needle</term></tig><tig>{status('pin', 'forbidden')}</tig></langSet></termEntry>"
        ),
        "b.ttl": SKOS.replace("http://ex.example/", "http://ex.example/list/")
        + '<http://ex.example/list> a skos:ConceptScheme . ex:needle skos:prefLabel "needle"@en ; '
        + 'skos:definition "thin rod"@en ; skos:hiddenLabel "pin"@en .',
        "c.csv": "id,language,term,status,definition\nneedle,en,needle,,thin rod\nneedle,en,pin,forbidden,\n",
        "d.csv": "id,en,avoid,Definition\nneedle,needle,pin,thin rod\n",
    }
    found = set()
    for name, content in sources.items():
        text = (take(name, content).folder / "concepts" / "general.yaml").read_text("utf-8")
        found.add(text.replace("pin # forbidden", "pin # no reason given"))
    assert len(found) == 1


@pytest.mark.parametrize("name", ["a.ttl", "b.jsonld"])
def test_the_same_file_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    concepts = [
        {
            "@id": f"http://ex.example/{number}",
            "p:prefLabel": {"@value": "needle", "@language": "en"},
            "p:definition": text,
        }
        for number, text in enumerate(({"@value": f"sense {one}", "@language": "en"} for one in "abc"), 1)
    ]
    graph = {"@context": {"p": "http://www.w3.org/2004/02/skos/core#"}, "@graph": concepts}
    turtle = SKOS + "".join(
        f'ex:{number} skos:prefLabel "needle"@en ; skos:definition "sense {text}"@en ; '
        f"skos:broader ex:{number % 3 + 1} .\n"
        for number, text in enumerate("abc", 1)
    )
    (tmp_path / name).write_text(turtle if name.endswith("ttl") else json.dumps(graph))
    results = set()
    for seed in ("1", "2", "3"):
        folder = tmp_path / seed
        command = [sys.executable, "-m", "imsterms", "import", str(tmp_path / name), "--to", str(folder)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        results.add((folder / "concepts" / "general.yaml").read_text("utf-8"))
    assert len(results) == 1
    assert "needle:\n  term: needle\n" in results.pop()


def test_a_long_table_in_and_out_is_the_same_bytes(take: Take, tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    assert main(["export", "csv", "-o", str(first)]) == 0
    own = take("again.csv", first.read_bytes())
    assert own.export("csv") == first.read_text("utf-8")


# --- the report ---


def test_the_report_is_the_worst_first_and_saved(take: Take) -> None:
    entries = [
        entry(f"c{number}", "en", status(f"term {number}", "verboten" if number % 10 == 0 else "preferred"))
        for number in range(100)
    ]
    own = take("t.tbx", martif(*entries), "--json")
    report = (own.folder / "import-report.txt").read_text("utf-8").splitlines()
    assert "status not understood, 10" in report[0]
    saved: Any = json.loads((own.folder / "import-report.json").read_text("utf-8"))
    assert saved == json.loads(own.said)
    assert len(saved["entries"]) == 100


# --- which format ---


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("m.xml", "<mtf><conceptGrp/></mtf>", "MultiTerm XML"),
        ("m.ttl", "@prefix skos: <x#> .\n- needle", "not Turtle"),
        ("m.rdf", '<updates a="1" b="2"><update c="3" d="4"/></updates>', "not RDF/XML: <updates> has no namespace"),
        ("m.dat", "no format at all", "name it: imsterms import FORMAT FILE"),
        ("m.json", '{"resourceType": "CodeSystem"}', "FHIR is written, not read"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(take: Take, name: str, content: str, said: str) -> None:
    result = take(name, content, code=2)
    assert said in result.said and "b'" not in result.said and "Traceback" not in result.said
    assert not result.folder.exists()


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ('ex:1 skos:prefLabel "a"@en\nex:2 skos:prefLabel "b"@en .', "line 4, 'ex:2 skos:prefLabel .* lack its ' .'"),
        ('ex:1 dct:title "a"@en .', "line 3, 'ex:1 dct:title .* @prefix dct: <http://purl.org/dc/terms/> ."),
        ('ex:1 skos:prefLabel "a\nb"@en .', 'line 3, .*three quotation marks at both ends: """'),
    ],
)
def test_bad_turtle_says_where_what_and_what_to_write(take: Take, statements: str, said: str) -> None:
    prefixes = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://ex.org/> .\n"
    assert re.search(said, take("m.ttl", prefixes + statements, code=2).said)


def test_a_file_of_another_format_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.tbx"
    path.write_text(martif(entry("a", "en", "<term>a</term>")))
    assert main(["import", "skos", str(path), "--to", str(tmp_path / "own")]) == 2
    assert f"imsterms import tbx {path}" in capsys.readouterr().err


def test_xml_is_not_taken_for_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.tbx"
    path.write_text(martif(entry("a", "en", "<term>a</term>")))
    assert main(["import", "csv", str(path), "--languages", "en", "nb", "--to", str(tmp_path / "own")]) == 2
    assert f"imsterms import tbx {path}" in capsys.readouterr().err


def test_what_needed_review_still_does(tmp_path: Path) -> None:
    words = {"en": {"preferred": {"term": "needle"}}, "nb": {"preferred": {"term": "nål", "needs_review": True}}}
    document = {"concepts": [{"id": "needle", "part_of_speech": "noun", "languages": words}]}
    (tmp_path / "t.json").write_text(json.dumps(document))
    assert main(["import", str(tmp_path / "t.json"), "--to", str(tmp_path / "own")]) == 0
    term = imsterms.load(tmp_path / "own").glossary("nb")["needle"].term
    assert term == "nål" and term.needs_review


def test_one_label_many_times_costs_what_many_labels_cost(take: Take) -> None:
    from imsterms.exchange.intake.conversion import convert
    from imsterms.exchange.intake.imported import ImportedTermbase

    def steps(number: int) -> int:
        imported = ImportedTermbase()
        for _ in range(number):
            imported.add("").words("en").add_term("needle")
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            convert(imported)
        finally:
            sys.setprofile(None)
        return calls

    assert steps(400) < 4.4 * steps(100)
