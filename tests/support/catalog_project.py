"""A small project: a termbase in YAML and its catalogs, in a folder of the test's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from imsterms.catalogs.data import replaced
from imsterms.catalogs.files import catalog_path, read_catalog, write_catalog
from imsterms.catalogs.messages import extract
from imsterms.catalogs.update import Summary, new_catalog, update
from imsterms.checks.check import check_catalog
from imsterms.checks.content import read_content
from imsterms.findings import Finding
from imsterms.termbase.source import read_termbase

CONCEPTS = """
finding:
  term: finding
  definition: what an examination shows
treatment:
  term: treatment
  definition: what is done to help a patient
tender_point:
  term: tender point
  broader: [finding]
  definition: "{finding} in a muscle that hurts when it is pressed"
trigger_point:
  term: trigger point
  abbreviation: TrP
  admitted: [myofascial trigger point]
  deprecated: ["muscle knot # lay word"]
  plain: sore spot in a muscle
  broader: [tender_point]
  definition: "{tender_point} that sends {pain} elsewhere"
  explanation: A sore spot in a muscle.
  notes: [Some call it a knot.]
knot: {replaced_by: trigger_point}
pain:
  term: pain
  definition: unpleasant experience
needle:
  term: needle
  definition: thin pointed piece of metal
intramuscular_stimulation:
  term: intramuscular stimulation
  article: an
  plural: "-"
  abbreviation: IMS
  broader: [treatment]
  definition: "{treatment} with {needle}[plural]"
ims_norge:
  term: IMS Norge
  part_of_speech: proper noun
  definition: company
"""
ARTICLE = """
title: A visit
values: {interval: P7D}
blocks:
  - id: start
    heading: How it begins
  - id: body
    text: "The therapist finds {trigger_point}[the plural] and uses {needle}[a]."
  - id: pause
    text: "Wait {interval} between two visits."
"""
INTERFACE = """
field: {definition: definition}
units:
  day: {text: "{count} day", plural: "{count} days"}
"""
WORDS: Mapping[str, Mapping[str, str | tuple[str, ...]]] = {
    "nb": {
        "finding.term": ("funn", "funn"),
        "finding.term.the": "funnet",
        "finding.term.the.plural": "funnene",
        "finding.term.a": "et funn",
        "finding.definition": "resultat av en undersøkelse",
        "treatment.term": ("behandling", "behandlinger"),
        "treatment.term.the": "behandlingen",
        "treatment.term.the.plural": "behandlingene",
        "treatment.term.a": "en behandling",
        "treatment.words": "compound: behandlings",
        "treatment.definition": "tiltak som skal hjelpe en pasient",
        "tender_point.term": ("ømt punkt", "ømme punkter"),
        "tender_point.term.the": "det ømme punktet",
        "tender_point.term.the.plural": "de ømme punktene",
        "tender_point.term.a": "et ømt punkt",
        "tender_point.definition": "{finding} i en muskel som gjør vondt ved trykk",
        "trigger_point.term": ("triggerpunkt", "triggerpunkter"),
        "trigger_point.term.the": "triggerpunktet",
        "trigger_point.term.the.plural": "triggerpunktene",
        "trigger_point.term.a": "et triggerpunkt",
        "trigger_point.words": "\n".join(
            [
                "short: TrP",
                "plain: ømt sted i en muskel",
                "also: myofascielt triggerpunkt | det myofascielle triggerpunktet",
                "not: muskelknute | muskelknuten # folkelig ord",
            ]
        ),
        "trigger_point.definition": "{tender_point} som gir {pain} et annet sted",
        "trigger_point.explanation": "Et ømt sted i en muskel.",
        "trigger_point.notes": "Noen kaller det en knute.",
        "pain.term": ("smerte", "smerter"),
        "pain.term.the": "smerten",
        "pain.term.the.plural": "smertene",
        "pain.term.a": "en smerte",
        "pain.definition": "ubehagelig opplevelse",
        "needle.term": ("nål", "nåler"),
        "needle.term.the": "nålen",
        "needle.term.the.plural": "nålene",
        "needle.term.a": "en nål",
        "needle.words": "compound: nåle",
        "needle.definition": "tynt og spisst stykke metall",
        "intramuscular_stimulation.term": "intramuskulær stimulering",
        "intramuscular_stimulation.term.the": "den intramuskulære stimuleringen",
        "intramuscular_stimulation.words": "short: IMS",
        "intramuscular_stimulation.definition": "{treatment} med {needle}[plural]",
        "ims_norge.term": "IMS Norge",
        "ims_norge.definition": "firma",
        "article/visit.title": "Et besøk",
        "article/visit.start": "Slik begynner det",
        "article/visit.body": "Behandleren finner {trigger_point}[the plural] og bruker {needle}[a].",
        "article/visit.pause": "Vent {interval} mellom to besøk.",
        "interface/field.definition": "definisjon",
        "unit/day": ("{count} dag", "{count} dager"),
    },
    "nn": {
        "finding.term": ("funn", "funn"),
        "finding.term.the": "funnet",
        "finding.term.the.plural": "funna",
        "finding.term.a": "eit funn",
        "finding.definition": "resultat av ei undersøking",
        "treatment.term": ("behandling", "behandlingar"),
        "treatment.term.the": "behandlinga",
        "treatment.term.the.plural": "behandlingane",
        "treatment.term.a": "ei behandling",
        "treatment.definition": "tiltak som skal hjelpe ein pasient",
        "tender_point.term": ("ømt punkt", "ømme punkt"),
        "tender_point.term.the": "det ømme punktet",
        "tender_point.term.the.plural": "dei ømme punkta",
        "tender_point.term.a": "eit ømt punkt",
        "tender_point.definition": "{finding} i ein muskel som gjer vondt ved trykk",
        "trigger_point.term": ("triggerpunkt", "triggerpunkt"),
        "trigger_point.term.the": "triggerpunktet",
        "trigger_point.term.the.plural": "triggerpunkta",
        "trigger_point.term.a": "eit triggerpunkt",
        "trigger_point.words": "\n".join(
            [
                "short: TrP",
                "plain: ømt punkt i ein muskel",
                "also: myofascielt triggerpunkt | det myofascielle triggerpunktet",
                "not: muskelknute | muskelknuten # folkeleg ord",
            ]
        ),
        "trigger_point.definition": "{tender_point} som gir {pain} ein annan stad",
        "trigger_point.explanation": "Ein øm stad i ein muskel.",
        "trigger_point.notes": "Nokre kallar det ein knute.",
        "pain.term": ("smerte", "smerter"),
        "pain.term.the": "smerta",
        "pain.term.the.plural": "smertene",
        "pain.term.a": "ei smerte",
        "pain.definition": "ubehageleg oppleving",
        "needle.term": ("nål", "nåler"),
        "needle.term.the": "nåla",
        "needle.term.the.plural": "nålene",
        "needle.term.a": "ei nål",
        "needle.words": "compound: nåle",
        "needle.definition": "tynt og spisst stykke metall",
        "intramuscular_stimulation.term": "intramuskulær stimulering",
        "intramuscular_stimulation.term.the": "den intramuskulære stimuleringa",
        "intramuscular_stimulation.words": "short: IMS",
        "intramuscular_stimulation.definition": "{treatment} med {needle}[plural]",
        "ims_norge.term": "IMS Norge",
        "ims_norge.definition": "firma",
        "article/visit.title": "Eit besøk",
        "article/visit.start": "Slik byrjar det",
        "article/visit.body": "Behandlaren finn {trigger_point}[the plural] og bruker {needle}[a].",
        "article/visit.pause": "Vent {interval} mellom to besøk.",
        "interface/field.definition": "definisjon",
        "unit/day": ("{count} dag", "{count} dagar"),
    },
}


@dataclass
class Project:
    """A termbase and its catalogs on disk."""

    folder: Path

    @property
    def sources(self) -> Path:
        return self.folder

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    def path(self, language: str) -> Path:
        return Path(catalog_path(str(self.locales), language))

    def write(self, name: str, text: str) -> None:
        """Write a source file."""
        path = self.sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Edit a source file."""
        path = self.sources / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def update(self, *, write: bool = True) -> dict[str, Summary]:
        termbase = read_termbase(self.sources)
        found = update(str(self.locales), extract(termbase), replaced(termbase), write=write)
        return {summary.language: summary for summary in found}

    def new(self, language: str) -> Path:
        termbase = read_termbase(self.sources)
        new_catalog(str(self.locales), language, extract(termbase))
        return self.path(language)

    def catalog(self, language: str) -> polib.POFile:
        return read_catalog(str(self.path(language)))

    def entry(self, language: str, context: str) -> polib.POEntry:
        return next(one for one in self.catalog(language) if one.msgctxt == context and not one.obsolete)

    def change(self, language: str, change: Callable[[polib.POFile], object]) -> None:
        """Let a function edit a catalog, and save it."""
        catalog = self.catalog(language)
        change(catalog)
        write_catalog(catalog, str(self.path(language)))

    def translate(self, language: str, words: Mapping[str, str | tuple[str, ...]], comment: str = "") -> None:
        """Write translations into a catalog."""

        def fill(catalog: polib.POFile) -> None:
            entries = {entry.msgctxt: entry for entry in catalog if not entry.obsolete}
            for context, text in words.items():
                entry = entries[context]
                entry.tcomment = comment or entry.tcomment
                if isinstance(text, tuple):
                    entry.msgstr_plural = dict(enumerate(text))
                else:
                    entry.msgstr = text

        self.change(language, fill)

    def check(self) -> list[Finding]:
        content = read_content(read_termbase(self.sources), str(self.locales), root=str(self.folder), required=True)
        return sorted(finding for catalog in content.catalogs for finding in check_catalog(catalog))


def make_project(folder: Path) -> Project:
    project = Project(folder)
    project.write("concepts/findings.yaml", CONCEPTS.lstrip())
    project.write("articles/visit.yaml", ARTICLE.lstrip())
    project.write("interface.yaml", INTERFACE.lstrip())
    for language, words in WORDS.items():
        project.new(language)
        catalog = project.catalog(language)
        for entry in catalog:
            if entry.msgctxt not in words and not entry.msgid_plural:
                entry.msgstr = "-"
        write_catalog(catalog, str(project.path(language)))
        project.translate(language, words)
    project.update()
    return project


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project as it was made; not to be changed."""
    return make_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(pristine: Project, tmp_path: Path) -> Project:
    """A copy of the project, to be changed at will."""
    shutil.copytree(pristine.folder, tmp_path / "project")
    return Project(tmp_path / "project")
