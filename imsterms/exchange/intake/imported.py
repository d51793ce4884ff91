"""What reading a foreign termbase gives: neutral entries, and for each of them what became of its content.

Every ``read(stream)`` returns an ``ImportedTermbase``; ``sources.write_sources`` turns it into YAML and catalogs. A
reader names what it finds and is liberal about it; ids, duplicates and statuses that contradict each other are put
right in one place, here and in ``sources``, and every change is said in the entry's report.

Texts (definitions, explanations, notes) are kept in our own syntax, in which braces are references. The ``add_``
methods take foreign text and escape its braces; ``literal=False`` says that a text is in our syntax already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...termbase.model import NOTHING
from ...termbase.text import escape

KEPT, CHANGED, NOTED, LEFT_OUT = "kept", "changed", "put into notes", "left out"
ACTIONS = (KEPT, CHANGED, NOTED, LEFT_OUT)
"""What can become of a piece of content."""

# what no XML and no catalog can hold: control characters, lone surrogates, the two non-characters of the first plane
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("[ \t]*(?:[\r\n\u0085\u2028\u2029]|\t)[ \t\r\n\u0085\u2028\u2029]*")


def clean(text: str) -> str:
    """Return a foreign text without control characters, and with newlines as its only line breaks.

    >>> clean(" a\\x00b\\r\\nc ")
    'ab\\nc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _UNPRINTABLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n")).strip()


def one_line(text: str) -> str:
    """Return a foreign text as one line, as terms and notes are.

    >>> one_line("dry \\n needling")
    'dry needling'
    """
    return _LINE_BREAKS.sub(" ", clean(text)).strip()


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of one piece of content."""

    action: str
    """``changed``, ``put into notes`` or ``left out``."""
    what: str

    def __str__(self) -> str:
        return f"{self.action}: {self.what}"


@dataclass(slots=True)
class Reported:
    """Something with a report."""

    report: list[Remark] = field(default_factory=list, kw_only=True)

    def changed(self, what: str) -> None:
        """Report content that is kept in another shape."""
        self._say(CHANGED, what)

    def noted(self, what: str) -> None:
        """Report content that the model has no place for and that went into the notes."""
        self._say(NOTED, what)

    def left_out(self, what: str) -> None:
        """Report content that is not in the result."""
        self._say(LEFT_OUT, what)

    def _say(self, action: str, what: str) -> None:
        remark = Remark(action, " ".join(what.split()))
        if remark not in self.report:
            self.report.append(remark)


@dataclass(slots=True)
class ImportedTerm:
    """A designation with its forms."""

    text: str
    forms: dict[str, str] = field(default_factory=dict)
    """Forms by the names of the table of forms (``a``, ``the``, ``plural`` ...); ``-`` says that there is none. In a
    listed designation, the forms besides ``text``, in order, under any names."""
    reason: str = ""
    """Why a deprecated designation is not to be used."""
    stated: bool = True
    """Whether the file states a status."""


@dataclass(slots=True)
class ImportedWords:
    """What a concept is called in one language, and what is said about it there."""

    entry: ImportedEntry
    language: str
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

    def add_term(self, text: str, status: str = "", *, reason: str = "", **forms: str) -> ImportedTerm | None:
        """Add a designation; return it, or None where it is not kept.

        ``status`` is ``preferred``, ``admitted``, ``deprecated``, ``abbreviation``, ``variant``, ``lay``, ``plain``, or
        empty where the file says nothing: then the first of a language is the preferred one. A second preferred term
        becomes admitted. Every departure from ``status`` is reported.
        """
        term = ImportedTerm(one_line(text), {name: one_line(form) for name, form in forms.items()}, one_line(reason))
        term.stated = bool(status)
        where = f"{self.language} '{term.text}'"
        if not term.text or term.text == NOTHING:
            self.entry.left_out(f"{self.language}: a term that is empty or a lone dash")
            return None
        if status == "preferred" and self.preferred is None:
            self.preferred = term
        elif status in ("abbreviation", "plain") and not getattr(self, status):
            setattr(self, status, term.text)
        elif status == "deprecated":
            self.deprecated.append(term)
        elif status == "variant":
            self.variants.append(term)
        elif status == "lay":
            self.lay.append(term)
        else:
            if status in ("preferred", "abbreviation", "plain"):
                self.entry.changed(f"{where}: a second {_NAMES[status]} of the language is an admitted term here")
            self.admitted.append(term)
        return term

    def add_definition(self, text: str, *, literal: bool = True) -> None:
        """Set the definition; a second one goes into the notes."""
        self._set("definition", text, literal)

    def add_explanation(self, text: str, *, literal: bool = True) -> None:
        """Set the explanation for patients; a second one goes into the notes."""
        self._set("explanation", text, literal)

    def add_note(self, text: str, *, literal: bool = True) -> None:
        """Add a note. It becomes one line."""
        note = escape(one_line(text)) if literal else one_line(text)
        if note and note != NOTHING and note not in self.notes:
            self.notes.append(note)

    def _set(self, name: str, text: str, literal: bool) -> None:
        text = clean(text)
        if not text:
            return
        if text == NOTHING:
            self.entry.left_out(f"{self.language}: a {name} that is a lone dash")
            return
        ours = escape(text) if literal else text
        if not getattr(self, name):
            setattr(self, name, ours)
        elif getattr(self, name) != ours:
            self.add_note(f"{name}: {text}", literal=literal)
            self.entry.noted(f"{self.language}: a second {name}, '{_short(text)}'")


_NAMES = {"preferred": "preferred term", "abbreviation": "abbreviation", "plain": "plain wording"}


@dataclass(slots=True)
class ImportedEntry(Reported):
    """A concept of a foreign termbase."""

    id: str
    """As the file has it; ``sources`` makes an id of ours from it where it can, else from a term."""
    subject_field: str = ""
    """As the file has it, a name or a phrase; empty where it says nothing."""
    part_of_speech: str = ""
    """``noun``, ``proper noun``, or empty where the file says nothing."""
    languages: dict[str, ImportedWords] = field(default_factory=dict)
    broader: list[str] = field(default_factory=list)
    """Ids, as the file has them."""
    relations: dict[str, list[str]] = field(default_factory=dict)
    """Relation -> ids. Names of ``termbase.model.RELATIONS``, in either direction; others go into the notes."""
    codes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """System -> relation (exact, close, broad, narrow) -> codes."""
    sources: list[str] = field(default_factory=list)
    """Ids in ``ImportedTermbase.sources``, or the works themselves as the file cites them."""
    basis: str = ""
    review: tuple[str, str] = ("none", "")
    contraindication: str = ""
    """``absolute`` or ``relative``, or empty."""
    verified: tuple[str, str] = ("", "")
    """When a statement of law was last checked, and against what."""
    replaced_by: str = ""
    notes: list[str] = field(default_factory=list)
    """Notes of which the file does not say the language."""

    def words(self, language: str) -> ImportedWords:
        """Return the words of a language, made when first asked for."""
        found = self.languages.get(language)
        if found is None:
            found = self.languages[language] = ImportedWords(self, language)
        return found

    def add_note(self, text: str, language: str = "", *, literal: bool = True) -> None:
        """Add a note, to the language's words where the file says the language."""
        if language:
            self.words(language).add_note(text, literal=literal)
        elif note := escape(one_line(text)) if literal else one_line(text):
            self.notes.append(note)

    def note(self, name: str, text: str, language: str = "") -> None:
        """Put content that the model has no place for into the notes as ``name: text``, and say so."""
        if text.strip():
            self.add_note(f"{name}: {text}", language)
            self.noted(f"{f'{language} ' if language else ''}{name}: {_short(text)}")

    def add_code(self, system: str, code: str, relation: str = "exact") -> None:
        """Add a code of another system."""
        codes = self.codes.setdefault(one_line(system), {}).setdefault(relation, [])
        if one_line(code) not in codes:
            codes.append(one_line(code))

    def relate(self, relation: str, target: str) -> None:
        """Add a relation to another entry, ``broader`` too."""
        targets = self.broader if relation == "broader" else self.relations.setdefault(relation, [])
        if target not in targets:
            targets.append(target)

    def kept(self) -> str:
        """Return in a phrase what the entry holds.

        >>> entry = ImportedEntry("c1")
        >>> _ = entry.words("es").add_term("aguja", "preferred")
        >>> entry.kept()
        'kept: es 1 term'
        """
        counts = []
        for language, words in self.languages.items():
            terms = (
                (words.preferred is not None)
                + len(words.admitted)
                + len(words.deprecated)
                + len(words.variants)
                + len(words.lay)
            )
            terms += bool(words.abbreviation) + bool(words.plain)
            numbers = ((terms, "term"), (int(bool(words.definition)), "definition"), (len(words.notes), "note"))
            said = [f"{number} {name}{'s' * (number != 1)}" for number, name in numbers if number]
            if words.explanation:
                said.append("1 explanation")
            if said:
                counts.append(f"{language} {', '.join(said)}")
        others = (
            (len(self.broader) + sum(map(len, self.relations.values())), "relation"),
            (sum(len(codes) for one in self.codes.values() for codes in one.values()), "code"),
            (len(self.sources), "source"),
        )
        counts += [f"{number} {name}{'s' * (number != 1)}" for number, name in others if number]
        return f"{KEPT}: {'; '.join(counts) or 'nothing'}"


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
    plurals: dict[str, str] = field(default_factory=dict)
    """Plural rule of a language, where the document names it."""

    def add(self, id: str) -> ImportedEntry:
        """Add an entry and return it."""
        entry = ImportedEntry(id)
        self.entries.append(entry)
        return entry

    def tags(self) -> Iterator[str]:
        """Yield the language tags in order of first use, as the file has them."""
        seen = set()
        for entry in self.entries:
            for language in entry.languages:
                if language not in seen:
                    seen.add(language)
                    yield language


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
