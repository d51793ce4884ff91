"""What reading a foreign termbase gives: one typed record that every reader fills.

A reader says what the file says, in the file's own words. What a status, a kind of term, a part of speech, a gender or
a language tag means is decided afterwards, in one place (``designations``, ``order`` and ``conversion``), and every
change is reported with the entry.

Texts (definitions, explanations, notes) are kept in our own syntax, in which braces are references. The ``add_``
methods take foreign text and escape its braces; ``literal=False`` says that a text is in our syntax already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...termbase.model import LISTS, NOTHING, TEXTS
from ...termbase.text import escape
from .report import ORIGIN, Reported, counted

# what no XML and no catalog can hold: control characters, lone surrogates, the two non-characters of the first plane
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("[ \t]*(?:[\r\n\u0085\u2028\u2029]|\t)[ \t\r\n\u0085\u2028\u2029]*")


DATE = re.compile(r"\d{4}-[01]\d-[0-3]\d", re.ASCII)
NO_REASON = "no reason given"
"""What the sources say where a file does not say why a designation is not to be used."""


def clean(text: str) -> str:
    """Return a foreign text without control characters, and with newlines as its only line breaks.

    >>> clean(" a\\x00b\\r\\nc ")
    'ab\\nc'
    """
    if text.isprintable():  # which most are, and which is seen at once
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _UNPRINTABLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n")).strip()


def one_line(text: str) -> str:
    """Return a foreign text as one line, as terms and notes are.

    >>> one_line("dry \\n needling")
    'dry needling'
    """
    return text.strip() if text.isprintable() else _LINE_BREAKS.sub(" ", clean(text)).strip()


@dataclass(slots=True)
class ImportedTerm:
    """A designation, as the file describes it."""

    text: str
    status: str = ""
    """The file's word for its status; empty where it says nothing."""
    kind: str = ""
    """The file's word for its kind (acronym, variant ...)."""
    part_of_speech: str = ""
    gender: str = ""
    forms: dict[str, str] = field(default_factory=dict)
    """Forms by the names of the table of forms (``a``, ``the``, ``plural`` ...); ``-`` says that there is none. In a
    listed designation, the forms besides ``text``, in order, under any names."""
    reason: str = ""
    """Why a deprecated designation is not to be used."""
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ImportedWords:
    """What a concept is called in one language, and what is said about it there."""

    entry: ImportedEntry
    language: str
    terms: list[ImportedTerm] = field(default_factory=list)
    """The designations as the file has them; ``designations.sort`` divides them among the fields below."""
    preferred: ImportedTerm | None = None
    abbreviation: str = ""
    admitted: list[ImportedTerm] = field(default_factory=list)
    deprecated: list[ImportedTerm] = field(default_factory=list)
    variants: list[ImportedTerm] = field(default_factory=list)
    lay: list[ImportedTerm] = field(default_factory=list)
    plain: str = ""
    definition: str = ""
    explanation: str = ""
    notes: list[str] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    """The preferred term's forms beside a number, where the language has more than two."""
    fuzzy: list[str] = field(default_factory=list)
    """Fields whose translation needs review, as the runtime data names them (``term``, ``notes``)."""
    reviewed: dict[str, list[str]] = field(default_factory=dict)
    """When each of those fields was reviewed, and by whom."""

    def add_term(
        self, text: str, status: str = "", *, kind: str = "", reason: str = "", **forms: str
    ) -> ImportedTerm | None:
        """Add a designation with the file's words for its status and kind; return it, or None for an empty one."""
        term = ImportedTerm(one_line(text), one_line(status), one_line(kind), reason=one_line(reason))
        term.forms = {name: one_line(form) for name, form in forms.items()}
        if not term.text or term.text == NOTHING:
            self.entry.left_out(f"{self.language}: a term that is empty or a lone dash")
            return None
        self.terms.append(term)
        return term

    def add_note(self, text: str, *, literal: bool = True) -> None:
        """Add a note. It becomes one line."""
        note = escape(one_line(text)) if literal else one_line(text)
        if note and note != NOTHING and note not in self.notes:
            self.notes.append(note)

    def add_text(self, name: str, text: str, *, literal: bool = True) -> None:
        """Set the ``definition``, or the ``explanation`` for patients; a second one goes into the notes."""
        text = clean(text)
        if text == NOTHING:
            self.entry.left_out(f"{self.language}: a {name} that is a lone dash")
            return
        ours = escape(text) if literal else text
        if not getattr(self, name):
            setattr(self, name, ours)
        elif ours and getattr(self, name) != ours:
            self.add_note(text, literal=literal)
            self.entry.changed(f"{self.language}: a second {name} is a note here, '{short(text)}'", f"a second {name}")

    def merge(self, others: ImportedWords) -> None:
        """Add what a second section of the same language says."""
        self.terms += others.terms
        for name in TEXTS:
            self.add_text(name, getattr(others, name), literal=False)
        for note in others.notes:
            self.add_note(note, literal=False)


@dataclass(slots=True)
class ImportedEntry(Reported):
    """A concept of a foreign termbase."""

    id: str
    """As the file has it; an id of ours is made from it where it can be, else from a term."""
    iri: str = ""
    """The IRI that names the concept in the file, where one does."""
    status: str = ""
    """The file's word for the status of the whole concept."""
    subject_field: str = ""
    """As the file has it, a name or a phrase; empty where it says nothing."""
    part_of_speech: str = ""
    """As the file has it, where it says it of the concept and not of a term."""
    languages: dict[str, ImportedWords] = field(default_factory=dict)
    broader: list[str] = field(default_factory=list)
    """Ids, as the file has them."""
    relations: dict[str, list[str]] = field(default_factory=dict)
    """Relation -> ids. Names of ``termbase.model.RELATIONS``, in either direction; others go to the origin."""
    codes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """System -> relation (exact, close, broad, narrow) -> codes; the system of a web address is ``iri``."""
    sources: list[str] = field(default_factory=list)
    """Ids in ``ImportedTermbase.sources``, or the works themselves as the file cites them."""
    basis: str = ""
    review: tuple[str, str] = ("none", "")
    replaced_by: str = ""
    notes: list[str] = field(default_factory=list)
    """Notes of which the file does not say the language."""
    origin: dict[str, list[str]] = field(default_factory=dict)
    """What has no other place here, by the name that the file has for it; no reader of the termbase is shown it."""
    facts: dict[str, list[str]] = field(default_factory=dict)
    """What only our own files say: ``advice`` (ids of signs), ``contraindication``, ``verified`` (date and source)."""
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    """Of a row of a wide or bilingual table, each cell by language and field, as it is."""

    def words(self, language: str) -> ImportedWords:
        """Return the words of a language, made when first asked for."""
        found = self.languages.get(language)
        if found is None:
            found = self.languages[language] = ImportedWords(self, language)
        return found

    def add_note(self, text: str, language: str = "") -> None:
        """Add a note, to the language's words where the file says the language."""
        if language:
            self.words(language).add_note(text)
        elif note := escape(one_line(text)):
            self.notes.append(note)

    def keep(self, name: str, text: str, about: str = "", *, said: bool = True, once: bool = True) -> None:
        """Keep content that has no place here with the origin, and say so; ``about`` is the term or language.

        ``once`` is false for what may happen twice, such as a change of the entry.
        """
        name, text = one_line(name) or "field", one_line(text)
        if text:
            value = f"{text} ({one_line(about)})" if about else text
            values = self.origin.setdefault(name, [])
            if not once or value not in values:
                values.append(value)
            if said:
                self.say(ORIGIN, f"{name}: {short(value)}", name)

    def add_code(self, system: str, code: str, relation: str = "exact") -> None:
        """Add a code of another system."""
        codes = self.codes.setdefault(one_line(system), {}).setdefault(relation, [])
        if one_line(code) not in codes:
            codes.append(one_line(code))

    def add_source(self, source: str) -> None:
        """Add a work by its id, or as the file cites it."""
        if source and source not in self.sources:
            self.sources.append(source)

    def relate(self, relation: str, target: str) -> None:
        """Add a relation to another entry, ``broader`` too."""
        targets = self.broader if relation == "broader" else self.relations.setdefault(relation, [])
        if target not in targets:
            targets.append(target)

    def held(self) -> str:
        """Return in a phrase what of the entry is in the result.

        >>> ImportedEntry("c1").held()
        'nothing'
        """
        if self.replaced_by:
            return f"obsolete, replaced by {self.replaced_by}"
        counts = []
        for language, words in self.languages.items():
            terms = sum(map(bool, (words.preferred, words.abbreviation, words.plain)))
            numbers = {"term": terms + sum(len(getattr(words, name)) for name in LISTS)}
            numbers |= {"definition": bool(words.definition), "note": len(words.notes)}
            numbers["explanation"] = bool(words.explanation)
            if said := [counted(int(number), name) for name, number in numbers.items() if number]:
                counts.append(f"{language} {', '.join(said)}")
        others = (
            (len(self.broader) + sum(map(len, self.relations.values())), "relation"),
            (sum(len(codes) for one in self.codes.values() for codes in one.values()), "code"),
            (len(self.sources), "source"),
        )
        counts += [counted(number, name) for number, name in others if number]
        return "; ".join(counts) or "nothing"


@dataclass(slots=True)
class ImportedTermbase(Reported):
    """A foreign termbase. Its own report is about the document as a whole."""

    entries: list[ImportedEntry] = field(default_factory=list)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    """Bibliography: id -> author, year, title, container, doi, url."""
    subject_fields: dict[str, str] = field(default_factory=dict)
    """Words for the subject fields, where the file has them besides their names."""
    language: str = ""
    """The document's own language, where it names one."""
    code_systems: dict[str, dict[str, str]] = field(default_factory=dict)
    """The systems of the codes: name, version, checked_against, owner, licence, url."""
    signs: dict[str, tuple[str, bool]] = field(default_factory=dict)
    """The signs that advice names: id -> urgency, and whether it is settled."""
    sign_words: dict[str, dict[str, str]] = field(default_factory=dict)
    """Language -> sign -> what it is called."""
    columns: set[tuple[str, str]] = field(default_factory=set)
    """The languages and fields that a wide or bilingual table has columns for."""
    pairs: bool = False
    """Whether the table has pairs of terms, several of a concept, and not one row a concept."""
    about: dict[str, str] = field(default_factory=dict)
    """Title, publisher, licence, version and namespace, as far as the document states them."""

    def add(self, id: str) -> ImportedEntry:
        """Add an entry and return it."""
        entry = ImportedEntry(id)
        self.entries.append(entry)
        return entry

    def add_sign(self, name: str, urgency: str, settled: bool, language: str, word: str) -> None:
        """Add a sign with what it is called in a language."""
        self.signs[name] = (urgency, settled)
        self.sign_words.setdefault(language, {})[name] = word

    def tags(self) -> Iterator[str]:
        """Yield the language tags in order of first use, as the file has them."""
        yield from dict.fromkeys(language for entry in self.entries for language in entry.languages)


def short(text: str) -> str:
    """Return a text as a report quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
