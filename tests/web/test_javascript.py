"""The JavaScript module gives in Node.js what the library gives in Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import main

ASK = """
import { readFileSync } from "node:fs";
const folder = process.argv[2];
const { Glossary } = await import(`${folder}/imsterms.mjs`);
const glossaries = {};
const { languages, asked } = JSON.parse(readFileSync(0, "utf8"));
for (const tag of languages) glossaries[tag] = new Glossary((await import(`${folder}/imsterms.${tag}.mjs`)).default);
console.log(JSON.stringify(asked.map(([tag, method, ...given]) => {
  if (method === "search") {
    const others = languages.filter((other) => other !== tag).map((other) => glossaries[other]);
    return glossaries[tag].search(given[0], { others }).map(
      (found) => [found.concept, found.text, found.status, found.type, found.register, found.language]);
  }
  if (method === "document") {
    const document = glossaries[tag].document();
    return given.map((text) => document.render(text));
  }
  try {
    return glossaries[tag][method](...given);
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
})));
"""
Ask = Callable[[list[Any]], list[Any]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("js")
    assert main(["export", "js", "--split", str(folder)]) == 0
    return folder


@pytest.fixture
def ask(folder: Path, require_tool: Callable[..., str]) -> Ask:
    node = require_tool("node")
    (folder / "ask.mjs").write_text(ASK, encoding="utf-8")

    def ask(asked: list[Any]) -> list[Any]:
        done = subprocess.run(
            [node, str(folder / "ask.mjs"), str(folder)],
            input=json.dumps({"languages": imsterms.languages(), "asked": asked}),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        answers: list[Any] = json.loads(done.stdout)
        return answers

    return ask


def test_every_form_of_every_concept(ask: Ask) -> None:
    glossaries = [imsterms.glossary(language) for language in imsterms.languages()]
    terms = [concept.term for glossary in glossaries for concept in glossary.values()]
    asked = [[term.language, "forms", term.concept_id] for term in terms]
    assert ask(asked) == [term.forms for term in terms]


def test_counting(ask: Ask) -> None:
    asked = []
    expected = []
    for language in imsterms.languages():
        for concept in imsterms.glossary(language).values():
            for count in (0, 1, 2, 5, 21, 12345, -3):
                asked.append([language, "counted", concept.id, count])
                try:
                    expected.append(concept.term.counted(count))
                except imsterms.MissingFormError as error:
                    expected.append(f"ImstermsError: {error}")
    assert ask(asked) == expected


TEXTS = [
    "Behandleren palperer {trigger_point}[the plural].",
    "{trigger_point}[The plural] og {needle}[ the  genitive ]",
    "{{ {needle} }}",
    "{intramuscular_stimulation}[full] og {intramuscular_stimulation}[Short]",
    "{istop}[Term]",
]


def test_texts(ask: Ask) -> None:
    languages = ("nb", "nn")
    asked = [[language, "render", text] for language in languages for text in TEXTS]
    assert ask(asked) == [imsterms.glossary(language).render(text) for language in languages for text in TEXTS]
    values = {"n": 12345, "x": 0.5, "name": "<{needle}>", "constructor": "y"}
    text = "{n} {x} {name} {constructor}"
    assert ask([["nb", "render", text, values]]) == [imsterms.glossary("nb").render(text, values)]
    counted = "{needle}[counted n], {treatment_session}[ counted  m ]"
    assert ask([["nb", "render", counted, {"n": 12345, "m": 1}]]) == ["12\u00a0345 nåler, 1 behandlingstime"]
    twice = ["{intramuscular_stimulation}[The] hjelper.", "{intramuscular_stimulation} og {needle}"]
    document = imsterms.glossary("nb").document()
    assert ask([["nb", "document", *twice]]) == [[document.render(text) for text in twice]]


def test_what_is_wrong_is_an_error(ask: Ask) -> None:
    answers = ask([
        ["nb", "render", "{toString}"],
        ["nb", "term", "constructor"],
        ["nb", "term", "needle", "the plurl"],
        ["nb", "term", "needle", "short"],
        ["nb", "render", "a } b"],
        ["nb", "counted", "needle", 1.5],
        ["nb", "render", "{needle}[counted n]", {"n": "3"}],
        ["nb", "render", "{needle}[counted n]"],
    ])  # fmt: skip
    assert [answer.split(":")[0] for answer in answers] == ["ImstermsError"] * 8


def test_search_finds_the_same_in_the_same_order(ask: Ask) -> None:
    queries = [
        *("nål", "nal", "trigger", "trigerp", "muskelknute", "oemt punkt", "smerte", "absolutt kontra", "punkt"),
        *("M54.5", "trigger point", "back pain low", "needle", "x", "", "   ", "tirggerpunkt", "ischias"),
    ]
    queries += [str(concept.term)[:5] for concept in imsterms.glossary("nn").values()][::7]
    queries += [str(concept.term)[1:] for concept in imsterms.glossary("en").values()][::7]
    asked = [[language, "search", query] for language in imsterms.languages() for query in queries]
    expected = [
        [
            [found.concept.id, found.text, *list(found.designation.properties().values())[:3], found.language]
            for found in imsterms.glossary(language).search(query)
        ]
        for language, _, query in asked
    ]
    for question, answer, right in zip(asked, ask(asked), expected, strict=True):
        assert answer == right, question


def test_definitions_and_explanations(ask: Ask) -> None:
    nb = imsterms.glossary("nb")
    ids = ["trigger_point", "pneumothorax"]
    asked = [["nb", field, concept_id] for field in ("definition", "explanation", "notice") for concept_id in ids]
    expected = [getattr(nb[concept_id], field) for _, field, concept_id in asked]
    assert ask(asked) == expected


def test_claims_are_left_out(folder: Path) -> None:
    for language in imsterms.languages():
        text = (folder / f"imsterms.{language}.mjs").read_text(encoding="utf-8")
        for article in imsterms.glossary(language).articles.values():
            assert str(article.title) not in text or len(str(article.title)) < 12


def test_types_name_the_ids_and_the_forms(folder: Path) -> None:
    types = (folder / "imsterms.d.mts").read_text(encoding="utf-8")
    assert '"trigger_point"' in types
    assert '"the plural"' in types


TEXTS = {
    "nb": (
        "Muskelknutene ble funnet ved palpasjon, og IMS-behandlingen begynte. Se helse- og omsorgstjenester.",
        "Dr. Hansen kom. Hun ringte Helse Vestby om en ny bil og nytt utstyr. Prisen er høy.",
        "Triggerpunkt\u00adene gjør vondt. Skriv til post@triggerpunkt.no eller www.nål.no.",
        "Vi ser etter et punkt (TrP) og behandler med nål. Han behandler ikke saken.",
        "Andre ledd i paragrafen gjelder. Smerter i et ledd, i nakken og i musklene er noe annet.",
        "Muskel-, ledd- eller nervesmerter og akutte, nye og kroniske smerter, muskelknuter samt -spasmer. Pasient- og "
        "brukerombud, x- og y, fot- og ankelbein.",
        "Triggerpunktkurset og triggerpunkt-behandling til dry needling-kvelden; smerte-fri, muskel-skjelettplager og "
        "IMS-kurs-dag. Gåsehud-øyeblikk med pasientbehandlingen, se triggerpunkt-kurs.no og Akupunktur-Senteret.",
        "Han så en nål i en høystakk.\n\nStramme bånd og trigger-\npunkter. Muskelkramper og -spasmer.",
    ),
    "nn": (
        "Behandlaren kjenner etter muskelknutar og stramme band, og set nåla i triggerpunktet.",
        "Eg har hatt hovudpine og vondt i nakken i fleire veker. Prosessen tok lang tid.",
    ),
    "en": (
        "The needle goes into the trigger point (TrP). Patients' and Users' Rights Act. A twitch is not pain.",
        "An acupuncture-trained nurse, needle-free and acupuncture-like.",
        "It is the levator scapulae.",
        # a compound with a hyphen is no sign that so long a text is about health
        "A ligament, a vertebra and pneumothorax. Her vertebra-papers were on the table. "
        + "The wall was built of grey stones, and the garden lay behind it. " * 22
        + "He was in no condition to travel.",
        "Acute and chronic pain, muscle and joint pain, muscle and chronic pain.",
        "Ask Dr Gunn at the Institute for the Study and Treatment of Pain. Smith J, et al. Pain. 1999;12(3):45-50.",
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_terms_are_found_in_text_as_in_python(language: str, ask: Ask) -> None:
    glossary = imsterms.glossary(language)
    texts = [*TEXTS[language], *(article.to_text() for article in glossary.articles.values())]
    for text, found in zip(texts, ask([[language, "annotate", text] for text in texts]), strict=True):
        matches = glossary.annotate(text)
        plain = [match for match in matches if match.designation.field == "plain"]
        expected = {
            (match.start, match.end, match.concept.id) for match in matches if match.designation.field != "plain"
        }
        ours = {(one["start"], one["end"], one["concept"]) for one in found}
        assert expected <= ours, text
        # plain wordings are not in the tables: inside one, an everyday word may be found
        for start, end, concept_id in ours - expected:
            assert any(match.start <= start and end <= match.end for match in plain), (text[start:end], concept_id)
