"""Read TBX: version 3 and version 2 (martif), DCA and DCT, any prefix, liberally.

Data categories are known by their names, compared without case; what the model has no place for is kept with the
origin.
"""

import re
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from ....errors import ExchangeError
from ....termbase.model import RELATIONS
from ...intake.imported import ImportedEntry, ImportedTermbase, ImportedWords
from ...intake.vocabulary import folded, meaning
from ...intake.xml_input import local, parse_xml, text_of

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ROOTS = {"tbx", "martif", "TBX"}
ENTRIES = {"conceptEntry", "termEntry", "entry"}
SECTIONS = {"langSec", "langSet", "langGroup"}
TERMS = {"termSec", "tig", "ntig", "termGroup"}
GROUPS = {"descripGrp", "adminGrp", "termNoteGrp", "termGrp", "noteGrp"}
CONTAINERS = {"noteGrp", "noteKey", "noteValue"}
"""What a note of TBX-Min is made of; no markup."""
TYPED = {"descrip", "admin", "termNote", "transac", "ref", "xref", "descripNote", "adminNote", "transacNote"}
"""Elements that say their data category in ``type`` (DCA); any other element is a category itself (DCT)."""
TRANSACTION = "transaction"
STATUSES = {"usagestatus", "administrativestatus", "normativeauthorization", "termstatus", "temporalqualifier"}
"""Data categories that say a status, as categories are compared."""
PATIENTS, EVERYDAY = "patients", "everyday words"
"""The ``customerSubset`` of a plain wording, and of everyday words."""

_FIELDS = {"partofspeech": "part_of_speech", "termtype": "kind", "grammaticalgender": "gender"}
_SUBSETS = {PATIENTS: "plain", EVERYDAY: "lay"}
_RELATIONS = {*RELATIONS, *RELATIONS.values()}
_SOURCES = {"source", "bibl", "sourceidentifier"}
_STATUSES = ("conceptstatus", "entrystatus")
_LICENCE = re.compile(r"licen|creativecommons\.org|copyright|©|public domain", re.I)
_OF_DOCUMENT = {"title": "title", "publisher": "publisher", "license": "licence", "licence": "licence"}


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a TBX document. Raises ExchangeError where it is none."""
    root = parse_xml(stream.read())
    name = local(root)
    if name not in ROOTS:
        advice = ""
        if name == "mtf":
            advice = "; this is MultiTerm XML: let MultiTerm, or a converter of it, save the termbase as TBX"
        raise ExchangeError(f"this is not TBX: the document is <{name[:60]}>, not <tbx> or <martif>{advice}")
    imported = ImportedTermbase(language=_language(root))
    _header(imported, root)
    for element in root.iter():
        if local(element) in ENTRIES:
            try:
                _Entry(imported, element).read()
            except RecursionError:
                raise ExchangeError("the TBX is nested too deeply; such documents are not read") from None
    if not imported.entries:
        raise ExchangeError("this TBX has no concept entries")
    for element in root.iter():
        if local(element) == "back" and len(element):
            imported.left_out("the back matter: people, works and other objects that entries point to")
    return imported


def _header(imported: ImportedTermbase, root: Element) -> None:
    """Read what the document says of itself; a licence is a paragraph that speaks of one."""
    for header in root:
        if local(header) not in ("tbxHeader", "martifHeader"):
            continue
        for element in header.iter():
            text = " ".join(text_of(element).split())
            if (name := _OF_DOCUMENT.get(local(element).casefold())) and text:
                imported.about.setdefault(name, text)
            elif local(element) == "p" and text:
                label, _, rest = text.partition(": ")
                name = _OF_DOCUMENT.get(label.casefold(), "")
                if name or element.get("type", "") != "XCSURI" and _LICENCE.search(text):
                    imported.about.setdefault(name or "licence", rest or text if name else text)


def _language(element: Element) -> str:
    return element.get(LANG) or element.get("lang") or ""


class _Entry:
    """Reads one concept entry."""

    def __init__(self, imported: ImportedTermbase, element: Element) -> None:
        self.imported = imported
        self.element = element
        self.entry = imported.add(element.get("id") or element.get(XML_ID) or "")
        self.languages: list[str] = []

    def read(self) -> None:
        sections = [child for child in self.element if local(child) in SECTIONS]
        self.languages = [_language(section) for section in sections]
        for section in sections:
            language = _language(section) or "und"
            words = self.entry.words(language)
            for name, element, head in flat(section):
                if local(element) not in TERMS:
                    self._take(name, element, head, language)
            for child in section.iter():
                if local(child) in TERMS:
                    read_term(words, child)
        for name, element, head in flat(self.element):
            if local(element) not in SECTIONS:
                self._take(name, element, head, "")
        if not self.entry.languages:
            self.entry.left_out("an entry without a language section", "entries without a language section")

    def _take(self, name: str, element: Element, head: Element | None, section: str) -> None:
        """Take in what is said of the concept, or of one language's ``section`` of it."""
        entry, text, kind = self.entry, said(self.entry, name, element), folded(name)
        target = element.get("target", "").lstrip("#")
        language = _language(element)
        relation = meaning("relations", kind)
        if relation and target:
            entry.relate(text if kind == "crossreference" and text in _RELATIONS else relation, target)
            if text and text not in _RELATIONS and text != target:
                entry.keep(name, f"{target}: {text}", section)
        elif kind == "subjectfield" and entry.subject_field in ("", text):
            entry.subject_field = text
        elif kind == "definition":
            if not section:
                language = language or (self.imported.language if self.imported.language in self.languages else "")
                language = language or (self.languages[0] if self.languages else "und")
                entry.changed(
                    f"the definition is at the concept in the file, in {language} here",
                    "definitions without a language",
                )
            entry.words(section or language).add_text("definition", text)
        elif kind in _SOURCES and (head is None or folded(category(head)) == "definition"):
            entry.add_source(text)
        elif kind in ("note", "notevalue"):
            entry.add_note(text, section or language)
        elif not (section or entry.status) and kind in _STATUSES and folded(text) in ("deprecated", "retired"):
            entry.status = text
        else:
            about = f"{name} of the {category(head)}" if head is not None else name
            about = "subject field" if kind == "subjectfield" else about
            whose = section or (language if language in self.languages else "")
            entry.keep(about, f"{text} {target}".strip(), whose, once=name != TRANSACTION)


def read_term(words: ImportedWords, element: Element) -> None:
    """Add one ``termSec``, ``tig`` or ``ntig`` to the words of its language."""
    text = ""
    fields: dict[str, str] = {}
    statuses: list[str] = []
    notes: list[str] = []
    others: list[tuple[str, str]] = []
    for name, part, _ in flat(element):
        if local(part) == "term":
            text = said(words.entry, f"the term '{(part.text or '')[:30]}'", part)
            continue
        content = said(words.entry, name, part)
        kind = folded(name)
        if kind in STATUSES:
            statuses.append(content)
        elif kind in _FIELDS and _FIELDS[kind] not in fields:
            fields[_FIELDS[kind]] = content
        elif kind == "customersubset" and content in _SUBSETS:
            fields["kind"] = _SUBSETS[content]
        elif kind in ("note", "notevalue"):
            notes.append(content)
        else:
            others.append((name, f"{content} {part.get('target', '')}".strip()))
    # of several statuses the one that advises against the term counts
    statuses.sort(key=lambda status: meaning("statuses", status) != "deprecated")
    term = words.add_term(text, *statuses[:1], kind=fields.get("kind", ""))
    if term is None:
        return
    term.part_of_speech, term.gender = fields.get("part_of_speech", ""), fields.get("gender", "")
    term.notes = notes
    about = f"{words.language} '{term.text}'"
    for other in statuses[1:]:
        words.entry.keep("status", other, about)
    for name, content in others:
        words.entry.keep(name, content, about, once=name != TRANSACTION)


# --- elements, in either style ---


def category(element: Element) -> str:
    """Return the data category of an element; a transaction is one thing, with what was done, when and by whom."""
    name = local(element)
    if name in ("transacGrp", "transac"):
        return TRANSACTION
    return element.get("type") or name if name in TYPED else name


def flat(parent: Element) -> Iterator[tuple[str, Element, Element | None]]:
    """Yield the data categories below an element, and for each group its first element."""
    for child in parent:
        if local(child) in GROUPS:
            first = child[0] if len(child) else None
            for name, element, _ in flat(child):
                yield name, element, None if element is first else first
        else:
            yield category(child), child, None


def said(entry: ImportedEntry, name: str, element: Element) -> str:
    """Return the text of an element; inline markup in it is reported."""
    if local(element) == "transacGrp":
        return " ".join(text_of(part).strip() for part in element)
    names = {local(child) for child in element.iter()} - {local(element), *CONTAINERS} if len(element) else ()
    if names:
        entry.changed(f"{name}: inline markup ({', '.join(sorted(names))}) is plain text here")
    return text_of(element).strip()
