"""Read TBX: version 3 and version 2 (martif), DCA and DCT, any prefix, liberally.

Data categories are known by their names, wherever they stand; what the model has no place for goes into the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from ....errors import ExchangeError
from ....termbase.model import RELATIONS
from ...intake.imported import ImportedEntry, ImportedTermbase, ImportedWords
from ...intake.xml_input import local, parse_xml, text_of
from .elements import category, flat, said
from .term import TermReader

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROOTS = {"tbx", "martif", "TBX"}
ENTRIES = {"conceptEntry", "termEntry", "entry"}
SECTIONS = {"langSec", "langSet", "langGroup"}
TERMS = {"termSec", "tig", "ntig", "termGroup"}
BROADER = {
    "superordinateConceptGeneric": "broader",
    "broaderConceptGeneric": "broader",
    "subordinateConceptGeneric": "narrower",
    "superordinateConceptPartitive": "part_of",
    "broaderConceptPartitive": "part_of",
    "subordinateConceptPartitive": "has_part",
    "relatedConcept": "related",
    "relatedConceptBroader": "broader",
    "relatedConceptNarrower": "narrower",
    "coordinateConceptGeneric": "related",
    "coordinateConceptPartitive": "related",
    "associatedConcept": "related",
    "antonymConcept": "contrasts_with",
    "crossReference": "related",
    "see": "related",
}
"""Data categories that relate concepts, and our relations for them."""

_RELATIONS = {*RELATIONS, *RELATIONS.values()}


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a TBX document. Raises ExchangeError where it is none."""
    root = parse_xml(stream.read())
    if local(root) not in ROOTS:
        raise ExchangeError(f"this is not TBX: the document is <{local(root)[:60]}>, not <tbx> or <martif>")
    imported = ImportedTermbase(language=_language(root))
    for element in root.iter():
        if local(element) in ENTRIES:
            _Entry(imported, element).read()
    if not imported.entries:
        raise ExchangeError("this TBX has no concept entries")
    for element in root.iter():
        if local(element) == "back" and len(element):
            imported.left_out("the back matter: people, works and other objects that entries point to")
    return imported


def _language(element: Element) -> str:
    return element.get(LANG) or element.get("lang") or ""


class _Entry:
    """Reads one concept entry."""

    def __init__(self, imported: ImportedTermbase, element: Element) -> None:
        self.imported = imported
        self.element = element
        self.entry = imported.add(element.get("id") or element.get("{http://www.w3.org/XML/1998/namespace}id") or "")

    def read(self) -> None:
        languages = [_language(child) for child in self.element if local(child) in SECTIONS]
        for child in self.element:
            if local(child) in SECTIONS:
                self._section(child)
        for group in _transactions(self.element):
            self.entry.note("transaction", group)
        for name, element, head in flat(self.element):
            if local(element) not in SECTIONS and not _is_transaction(element):
                self._concept(name, element, head, languages)
        if not self.entry.languages:
            self.entry.left_out("an entry without a language section")

    def _concept(self, name: str, element: Element, head: Element | None, languages: list[str]) -> None:
        entry, text = self.entry, said(self.entry, name, element)
        target = element.get("target", "").lstrip("#")
        if name in BROADER:
            relation = text if name == "crossReference" and text in _RELATIONS else BROADER[name]
            if target:
                entry.relate(relation, target)
                if text and text not in _RELATIONS and text != target:
                    entry.note(name, f"{target}: {text}")
            else:
                entry.note(name, text)
        elif name == "subjectField":
            if entry.subject_field and entry.subject_field != text:
                entry.note("subject field", text)
            else:
                entry.subject_field = text
        elif name == "definition":
            language = _language(element) or (self.imported.language if self.imported.language in languages else "")
            language = language or (languages[0] if languages else "und")
            entry.words(language).add_definition(text)
            entry.changed(f"the file has the definition at the concept, in {language} here")
        elif name in ("source", "bibl") and (head is None or category(head) == "definition"):
            _add_source(entry, text)
        elif name == "note" or name == "noteValue":
            self._note(text, _language(element))
        elif name == "xref" or "target" in element.attrib:
            entry.note(name, f"{text} {target}".strip())
        else:
            about = f"{name} of the {category(head)}" if head is not None else name
            entry.note(about, text, _language(element) if _language(element) in languages else "")

    def _note(self, text: str, language: str) -> None:
        """Take in a note; those that our own writer made are what they were before."""
        entry = self.entry
        name, _, rest = text.partition(": ")
        parts = rest.split(" ", 2)
        if name == "code" and len(parts) == 3:
            entry.add_code(parts[0], parts[2], parts[1])
        elif name == "basis" and rest in ("sourced", "adapted", "own"):
            entry.basis = rest
        elif name == "review" and len(parts) == 2:
            entry.review = (parts[0], parts[1])
        elif name == "subject field" and " " not in rest:
            self.imported.subject_fields[rest] = entry.subject_field
            entry.subject_field = rest
        else:
            entry.add_note(text, language)

    def _section(self, section: Element) -> None:
        language = _language(section)
        if not language:
            self.entry.changed("a language section does not say its language: 'und' here")
        words = self.entry.words(language or "und")
        for group in _transactions(section):
            self.entry.note("transaction", group, words.language)
        for name, element, head in flat(section):
            if local(element) in TERMS:
                continue
            if not _is_transaction(element):
                self._language_level(words, name, element, head)
        terms = [TermReader(words, child) for child in section.iter() if local(child) in TERMS]
        full = [term for term in terms if term.text and not term.is_short]
        for term in terms:
            term.add(has_full_form=bool(full))

    def _language_level(self, words: ImportedWords, name: str, element: Element, head: Element | None) -> None:
        entry, text = self.entry, said(self.entry, name, element)
        if name == "definition":
            words.add_definition(text)
        elif name in ("source", "bibl") and (head is None or category(head) == "definition"):
            _add_source(entry, text)
        elif name in ("note", "noteValue"):
            if text.startswith("explanation: "):
                words.add_explanation(text.partition(": ")[2])
            elif not text.startswith("notice: "):  # ours, made anew wherever it is needed
                words.add_note(text)
        else:
            about = f"{name} of the {category(head)}" if head is not None else name
            target = element.get("target", "")
            entry.note(about, f"{text} {target}".strip(), words.language)


def _add_source(entry: ImportedEntry, text: str) -> None:
    if text and text not in entry.sources:
        entry.sources.append(text)


def _is_transaction(element: Element) -> bool:
    return local(element) in ("transac", "transacNote", "transactionType", "date", "responsibility")


def _transactions(parent: Element) -> Iterator[str]:
    """Yield each transaction as one line: what, when, who."""
    for child in parent:
        if local(child) == "transacGrp":
            yield " ".join(text_of(part).strip() for part in child)
        elif local(child) == "transac":
            yield text_of(child).strip()
