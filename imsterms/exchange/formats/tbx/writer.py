"""Write TBX: version 3 in two editions, and version 2, which have the same content under different names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from ....facade import Glossary
from ....lexicon.concept import Concept, Designation
from ....lexicon.term import Term
from ....termbase.forms import STORED
from ....termbase.model import NOTHING, RELATIONS
from ...intake.imported import clean
from ...progress import Progress
from ...sections import LanguageSection, glossaries, language_sections

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMESPACE = "urn:iso:std:iso:30042:ed-2"
PATIENTS, EVERYDAY = "patients", "everyday words"
"""The ``customerSubset`` of a plain wording."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the elements and data categories of one edition are called."""

    root: str = "tbx"
    header: str = "tbxHeader"
    entry: str = "conceptEntry"
    section: str = "langSec"
    term: str = "termSec"
    attributes: tuple[tuple[str, str], ...] = (("type", "TBX-Basic"), ("style", "dca"), ("xmlns", NAMESPACE))
    encoding: str = ""
    status: str = "usageStatus"
    statuses: tuple[str, str, str] = ("preferred", "admitted", "deprecated")
    genders: tuple[str, ...] = field(default=("masculine", "feminine", "neuter"))


_ADMN = ("preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts")
EDITIONS = {
    "4": Dialect(),
    "1.2": Dialect(status="administrativeStatus", statuses=_ADMN),
}
"""The editions of TBX-Basic in version 3."""

MARTIF = Dialect(
    "martif",
    "martifHeader",
    "termEntry",
    "langSet",
    "tig",
    (("type", "TBX-Basic"),),
    "TBXBasicXCSV02.xcs",
    "administrativeStatus",
    _ADMN,
)
"""TBX-Basic in version 2."""


def write_document(
    glossary: Glossary,
    stream: IO[bytes],
    dialect: Dialect,
    progress: Progress[Any],
    languages: Sequence[str] | None = None,
) -> list[str]:
    """Write a termbase in ``languages`` (default: all it has); return what was left out, a sentence each."""
    found = glossaries(glossary)
    if languages is not None:
        found = {tag: found[tag] for tag in languages}
    root = Element(dialect.root, {**dict(dialect.attributes), XML_LANG: glossary.language})
    header = SubElement(SubElement(root, dialect.header), "fileDesc")
    _add(SubElement(header, "titleStmt"), "title", "Terms of imsterms")
    source = f"imsterms {glossary.version}, content {glossary.content_hash}"
    _add(SubElement(header, "sourceDesc"), "p", source)
    if dialect.encoding:
        encoding = SubElement(root[0], "encodingDesc")
        _add(encoding, "p", dialect.encoding, type="XCSURI")
    body = SubElement(SubElement(root, "text"), "body")
    left_out = []
    written = set()
    waiting = []
    for concept in progress(glossary.values()):
        words = list(language_sections(concept.id, found))
        # in a bilingual file, an entry has both languages
        if not words or (languages is not None and len(words) < len(languages)):
            left_out.append(f"{concept.id}: no term in {' and '.join(languages or ('any language',))}")
            continue
        written.add(concept.id)
        waiting.append((concept, words))
    for concept, words in waiting:
        body.append(_Entry(dialect, concept, written).element(words))
    indent(root, " ")
    ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True)
    stream.write(b"\n")
    return left_out


class _Entry:
    """Writes one concept."""

    def __init__(self, dialect: Dialect, concept: Concept, written: set[str]) -> None:
        self.dialect = dialect
        self.concept = concept
        self.written = written

    def element(self, words: Iterable[LanguageSection]) -> Element:
        concept = self.concept
        entry = Element(self.dialect.entry, {"id": concept.id})
        field = concept.glossary.word(f"subject_field.{concept.subject_field}")
        _add(entry, "descrip", field, type="subjectField")
        relations = [("broader", concept.broader)]
        relations += [(name, targets) for name, targets in concept.relations.items() if name in RELATIONS]
        for relation, targets in relations:
            for target in targets:
                if target.id in self.written:
                    _add(entry, "ref", relation, type="crossReference", target=target.id)
        _note(entry, "subject field", concept.subject_field)
        for system, matches in concept.codes.items():
            for match, codes in matches.items():
                for code in codes:
                    _note(entry, "code", f"{system} {match} {code}")
        _note(entry, "basis", concept.basis)
        if concept.review != "none":
            _note(entry, "review", f"{concept.review} {concept.review_date}")
        for one in words:
            entry.append(self._section(one))
        return entry

    def _section(self, words: LanguageSection) -> Element:
        section = Element(self.dialect.section, {XML_LANG: words.language})
        if words.definition:
            sources = self.concept.sources
            parent = SubElement(section, "descripGrp") if sources else section
            _add(parent, "descrip", words.definition, type="definition")
            for source in sources:
                _add(parent, "admin", str(source), type="source")
        if words.explanation:
            _note(section, "explanation", words.explanation)
        for note in words.notes:
            _add(section, "note", note)
        if words.notice:
            _note(section, "notice", words.notice)
        preferred, admitted, deprecated = self.dialect.statuses
        self._preferred(section, words.term, preferred)
        if words.abbreviation:
            self._term(section, words.abbreviation, admitted, "abbreviation")
        for one in words.admitted:
            self._listed(section, one, admitted)
        for one in words.lay:
            self._listed(section, one, admitted, EVERYDAY)
        for one in words.deprecated:
            self._listed(section, one, deprecated)
        for variant in words.variants:
            self._term(section, variant, admitted, "variant")
        if words.plain:
            self._term(section, words.plain, admitted, "", PATIENTS)
        return section

    def _preferred(self, section: Element, term: Term, status: str) -> None:
        element = self._term(section, str(term), status, "fullForm", gender=term.gender or "")
        proper = self.concept.part_of_speech == "proper noun"
        for name, form in term.stated_forms.items():
            if name and not (proper and name in STORED and form is None):  # a name has no other forms
                _note(element, f"form {name}", NOTHING if form is None else form)

    def _listed(self, section: Element, designation: Designation, status: str, subset: str = "") -> None:
        element = self._term(section, str(designation), status, "", subset)
        for name, text in list(designation.forms.items())[1:]:
            _note(element, f"form {name}", text)
        if designation.reason:
            _note(element, "reason", designation.reason)

    def _term(
        self, section: Element, text: str, status: str, kind: str, subset: str = "", *, gender: str = ""
    ) -> Element:
        element = SubElement(section, self.dialect.term)
        _add(element, "term", text)
        part = "properNoun" if self.concept.part_of_speech == "proper noun" else "noun"
        _add(element, "termNote", part, type="partOfSpeech")
        if gender in self.dialect.genders:
            _add(element, "termNote", gender, type="grammaticalGender")
        if kind:
            _add(element, "termNote", kind, type="termType")
        _add(element, "termNote", status, type=self.dialect.status)
        if subset:
            _add(element, "admin", subset, type="customerSubset")
        return element


def _note(parent: Element, name: str, text: str) -> None:
    _add(parent, "note", f"{name}: {text}")


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = clean(text)
