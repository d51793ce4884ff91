"""Write TBX: version 3 in two editions, and version 2, which have the same content under different names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ....facade import Glossary
from ....lexicon.concept import Concept
from ....lexicon.designation import Designation, is_abbreviation
from ....termbase.model import RELATIONS
from ...intake.conversion import DEFAULT_FIELD
from ...intake.imported import NO_REASON, clean
from ...intake.vocabulary import table
from ...iris import code_addresses
from ...sections import about, advised_against, glossaries, language_sections, more_texts, text, title
from .reader import EVERYDAY, LANG, PATIENTS

_NCNAME = re.compile(r"[^\W\d][\w.-]*\Z")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the elements and data categories of one edition are called."""

    root: str
    header: str
    entry: str
    section: str
    term: str
    attributes: dict[str, str]
    status: str
    statuses: list[str]
    """The words for preferred, admitted and deprecated."""
    proper_noun: str
    encoding: str
    """The file of the data categories that version 2 names; its readers know no status, so that all in it is used."""


EDITIONS = {name: Dialect(**stated) for name, stated in table("tbx_editions").items()}
"""The editions of TBX-Basic in version 3, and TBX-Basic in version 2."""

_GENDERS = ("masculine", "feminine", "neuter")
_PARTS = {"noun": "noun", "verb": "verb", "adjective": "adjective", "adverb": "adverb", "other": "other"}


def write_document(
    glossary: Glossary,
    stream: IO[bytes],
    dialect: Dialect,
    languages: Sequence[str] | None = None,
) -> list[str]:
    """Write a termbase in ``languages`` (default: all it has); return what was left out, a sentence each."""
    found = glossaries(glossary)
    if languages is not None:
        found = {tag: found[tag] for tag in languages}
    root = Element(dialect.root, {**dialect.attributes, LANG: glossary.language})
    _header(glossary, root, dialect)
    body = SubElement(SubElement(root, "text"), "body")
    left_out = []
    waiting: dict[str, tuple[Concept, list[Concept]]] = {}
    for concept in glossary.values():
        words = list(language_sections(concept.id, found))
        # in a bilingual file, an entry has both languages
        if languages is not None and len(words) < len(languages):
            left_out.append(f"{concept.id}: no term in {' and '.join(languages)}")
        elif words or not dialect.encoding and any(advised_against(concept.id, found)):
            waiting[concept.id] = (concept, words)
        else:
            left_out.append(f"{concept.id}: no term in any language")
    ids = _xml_ids([concept for concept, _ in waiting.values()])
    for concept, words in waiting.values():
        body.append(_Entry(dialect, concept, ids, found).element(words))
    indent(root, " ")
    # as one text: written to a stream, each piece would be encoded alone
    stream.write(f"<?xml version='1.0' encoding='UTF-8'?>\n{tostring(root, encoding='unicode')}\n".encode())
    return left_out


def _header(glossary: Glossary, root: Element, dialect: Dialect) -> None:
    header = SubElement(root, dialect.header)
    description = SubElement(header, "fileDesc")
    names = ("titleStmt", "publicationStmt") if dialect.encoding else ("publicationStmt", "titleStmt")
    stated = [(name, said) for name in ("publisher", "licence") if (said := about(glossary, name))]
    for name in names:
        if name == "titleStmt":
            _add(SubElement(description, name), "title", title(glossary))
        elif stated:
            publication = SubElement(description, name)
            for key, said in stated:
                _add(publication, "p", f"{key}: {said}")
    _add(SubElement(description, "sourceDesc"), "p", f"{title(glossary)}, content {glossary.content_hash}")
    if dialect.encoding:
        _add(SubElement(header, "encodingDesc"), "p", dialect.encoding, type="XCSURI")


def _xml_ids(concepts: list[Concept]) -> dict[str, str]:
    """Return the id of each concept in the document: the one it had in the file it was imported from, where XML can."""
    ids: dict[str, str] = {}
    taken = {concept.id for concept in concepts}
    for concept in concepts:
        original = next(iter(concept.origin.get("id", ())), "")
        ids[concept.id] = original if _NCNAME.match(original) and original not in taken else concept.id
        taken.add(ids[concept.id])
    return ids


class _Entry:
    """Writes one concept."""

    def __init__(self, dialect: Dialect, concept: Concept, ids: dict[str, str], languages: dict[str, Glossary]) -> None:
        self.dialect = dialect
        self.concept = concept
        self.sources = list(map(str, concept.sources))
        self.ids = ids
        self.languages = languages

    def element(self, words: Iterable[Concept]) -> Element:
        concept = self.concept
        entry = Element(self.dialect.entry, {"id": self.ids[concept.id]})
        field = concept.glossary.word(f"subject_field.{concept.subject_field}")
        if concept.subject_field != DEFAULT_FIELD:  # made up by the import
            _add(entry, "descrip", field, type="subjectField")
        relations = [("broader", concept.broader)]
        relations += [(name, targets) for name, targets in concept.relations.items() if name in RELATIONS]
        for relation, targets in relations:
            for target in targets:
                if target.id in self.ids:
                    _add(entry, "ref", relation, type="crossReference", target=self.ids[target.id])
        record = concept.glossary.structure["concepts"][concept.id]
        for _, code, address in code_addresses(record["codes"]):
            _add(entry, "xref", code, type="externalCrossReference", target=address)
        for one in words:
            entry.append(self._section(one))
        for language, deprecated in () if self.dialect.encoding else advised_against(concept.id, self.languages):
            section = SubElement(entry, self.dialect.section, {LANG: language})
            for designation in deprecated:
                self._listed(section, designation, self.dialect.statuses[2])
        return entry

    def _section(self, words: Concept) -> Element:
        section = Element(self.dialect.section, {LANG: words.language})
        if definition := text(words, "definition"):
            parent = SubElement(section, "descripGrp") if self.sources else section
            _add(parent, "descrip", definition, type="definition")
            for source in self.sources:
                _add(parent, "admin", source, type="source")
        preferred, admitted, deprecated = self.dialect.statuses
        usable_only = bool(self.dialect.encoding)
        for note in () if usable_only else (*more_texts(words).values(), *words.notes, words.notice):
            if note:
                _add(section, "note", note)
        kind = "fullForm" if words.abbreviation else "abbreviation" if is_abbreviation(words.term) else ""
        self._term(section, str(words.term), preferred, kind, gender=words.term.gender or "")
        if words.abbreviation:
            self._term(section, words.abbreviation, admitted, "abbreviation")
        for one in words.admitted:
            self._listed(section, one, admitted)
        if not usable_only:
            for one in words.lay:
                self._listed(section, one, admitted, EVERYDAY)
            for one in words.deprecated:
                self._listed(section, one, deprecated)
            for variant in words.variants:
                self._term(section, variant, admitted, "variant")
            if words.plain:
                self._term(section, words.plain, admitted, "", PATIENTS)
        return section

    def _listed(self, section: Element, designation: Designation, status: str, subset: str = "") -> None:
        element = self._term(section, str(designation), status, "", subset)
        if designation.reason not in ("", NO_REASON):
            _add(element, "note", designation.reason)

    def _term(
        self, section: Element, text: str, status: str, kind: str, subset: str = "", *, gender: str = ""
    ) -> Element:
        element = SubElement(section, self.dialect.term)
        _add(element, "term", text)
        part = self.concept.part_of_speech
        if stated := self.dialect.proper_noun if part == "proper noun" else _PARTS.get(part):
            _add(element, "termNote", stated, type="partOfSpeech")
        if gender in _GENDERS:
            _add(element, "termNote", gender, type="grammaticalGender")
        if kind:
            _add(element, "termNote", kind, type="termType")
        _add(element, "termNote", status, type=self.dialect.status)
        if subset:
            _add(element, "admin", subset, type="customerSubset")
        return element


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = clean(text)
