"""From an imported termbase to ours: concept entries in the sources' language, translations in the others.

What contradicts our model is put right here, and said in the entry's report: ids, languages, two statuses of a word,
relations to nothing, circles of broader concepts, references in texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from ... import limits
from ...catalogs import messages, records
from ...catalogs.messages import Translation
from ...catalogs.records import translations_of
from ...errors import ExchangeError, ImstermsError, TextError
from ...termbase.designation import write_designation
from ...termbase.forms import FORMS, parse_form
from ...termbase.grammar import form
from ...termbase.model import (
    ABOUT,
    BASES,
    FACTS,
    MATCHES,
    NOTHING,
    REVIEWS,
    TEXTS,
    URGENCIES,
    CodeSystem,
    ConceptEntry,
    InterfaceWord,
    Review,
    SignEntry,
    Source,
    Termbase,
    Verified,
)
from ...termbase.text import escape, parse
from .designations import sort
from .identifiers import file_name, is_id, slug, unique
from .imported import DATE, ImportedEntry, ImportedTermbase, clean, one_line, short
from .order import break_circles, normalise_languages, ours_by_foreign_id, resolve_relations, source_language
from .report import Remark, Report, counted
from .vocabulary import meaning
from .wording import StatedTerm, stated_term, terms_record, texts_record

if TYPE_CHECKING:
    from ...termbase.entries import Values
    from ...termbase.records import ListField, TermRecord

DEFAULT_FIELD = "general"


@dataclass(slots=True)
class Conversion:
    """A termbase of ours made from an imported one."""

    termbase: Termbase
    translations: dict[str, dict[str, Translation]]
    """Language -> msgctxt -> translation, for each language but the sources' own."""
    entries: list[tuple[str, ImportedEntry]] = field(default_factory=list)
    """Our id of each entry, and the entry with its report."""
    document: list[Remark] = field(default_factory=list)
    """What became of the document as a whole."""

    def report(self) -> Report:
        """Return what became of everything."""
        languages = ", ".join(sorted({self.termbase.language, *self.translations}))
        result = f"{counted(len(self.entries), 'concept')} in {languages}, sources in {self.termbase.language}"
        entries = [(ours, entry.held(), list(entry.report)) for ours, entry in self.entries]
        return Report(self.document, entries, result)


def settle(imported: ImportedTermbase, unstated: str | None = None) -> None:
    """Decide what the file's own words mean: language tags, and which designation is what.

    ``unstated`` is the language of words of which the file does not say it.
    """
    normalise_languages(imported, unstated)
    if why := next(filter(None, _excess(imported)), ""):
        raise ExchangeError(why)
    described = {entry.id for entry in imported.entries}
    for entry in imported.entries:
        if entry.replaced_by and entry.replaced_by not in described:
            entry.keep("replaced by", entry.replaced_by)
            entry.replaced_by, entry.status = "", entry.status or "obsolete"
        elif meaning("statuses", entry.status) == "proposed":
            entry.keep("status", entry.status)
        elif entry.status and not meaning("statuses", entry.status):
            entry.keep("status of the concept", entry.status)
        for words in entry.languages.values():
            sort(words)


def _excess(imported: ImportedTermbase) -> Iterator[str]:
    """Yield what of the file is more than the limits allow, a sentence each; nothing for what is not."""
    yield limits.excess("LANGUAGES", "the file", len(list(imported.tags())))
    for number, entry in enumerate(imported.entries, 1):
        words = entry.languages.values()
        terms = (term for one in words for term in one.terms)
        longest = max((text for term in terms for text in (term.text, *term.forms.values())), key=len, default="")
        yield limits.excess("TERM_CHARACTERS", f"the term '{short(longest)}'", len(longest))
        lists: list[Sized] = [entry.notes, entry.broader, entry.sources, *entry.relations.values()]
        lists += [each for one in words for each in (one.terms, one.notes)]
        lists += [codes for relations in entry.codes.values() for codes in relations.values()]
        name = f"a list of concept {number} ({short(entry.id) or 'without an id'})"
        yield limits.excess("CONCEPT_ITEMS", name, max(map(len, lists)))


def convert(
    imported: ImportedTermbase,
    *,
    language: str | None = None,
    unstated: str | None = None,
) -> Conversion:
    """Return ``imported`` as a termbase of ours whose sources are in ``language``.

    Without ``language`` that is English where at least half the concepts have an English term, else the language with
    most terms; ``unstated`` is the language of words of which the file does not say it. Raises ExchangeError where
    there is nothing to convert.
    """
    settle(imported, unstated)
    chosen = source_language(imported, language)
    ids = ours_by_foreign_id(imported, chosen)
    resolve_relations(imported, ids)
    break_circles(imported)
    return _Converter(imported, chosen, ids).converted()


# --- entries ---


class _Converter:
    """Makes the entries of one termbase."""

    def __init__(self, imported: ImportedTermbase, language: str, ids: Mapping[str, str]) -> None:
        self.imported = imported
        self.language = language
        self.ids = ids
        self.concepts: dict[str, ConceptEntry] = {}
        self.works: dict[str, Source] = {}
        self.interface: dict[str, InterfaceWord] = {}
        self._works_by_text: dict[str, str] = {}
        self.translations: dict[str, dict[str, Translation]] = {}
        self._terms: dict[str, dict[str, TermRecord]] = {}
        self._stated_terms: dict[str, TermRecord] = {}
        self.signs: dict[str, SignEntry] = {}
        self.obsolete = {one.id: one.replaced_by for one in imported.entries if one.replaced_by}

    def converted(self) -> Conversion:
        for name, work in self.imported.sources.items():
            self._add_work(name, work)
        self.translations = {language: {} for language in self.imported.tags() if language != self.language}
        self.signs = dict(self._signs())
        for entry in self.imported.entries:
            self._concept(entry)
        # texts come second: which forms they may ask for depends on the terms of all
        for entry in self.imported.entries:
            if entry.id in self._terms:
                self._texts(entry)
        termbase = Termbase(
            self.concepts,
            interface=self.interface,
            sources=self.works,
            signs=self.signs,
            code_systems=self._code_systems(),
            language=self.language,
            about={name: said for name in ABOUT if (said := one_line(self.imported.about.get(name, "")))},
        )
        entries = [(entry.id, entry) for entry in self.imported.entries]
        return Conversion(termbase, self.translations, entries, list(self.imported.report))

    def _concept(self, entry: ImportedEntry) -> None:
        name = self._subject_field(entry)
        if replacement := self._replacement(entry):
            self.concepts[entry.id] = ConceptEntry(entry.id, name, replaced_by=replacement, path=_path(name))
            return
        review = self._review(entry)  # before the notes are read, to which it may add
        spoken = self.language if self.language in entry.languages else next(iter(entry.languages), self.language)
        for note in entry.notes:
            entry.words(spoken).add_note(note, literal=False)
        part = meaning("parts_of_speech", entry.part_of_speech)
        if part in ("", "other") and entry.part_of_speech not in ("", "unknown", part):
            # more exact than ours, or not understood
            entry.keep("part of speech", entry.part_of_speech, said=not part)
        part = part or "unknown"
        is_noun = part in ("noun", "proper noun", "unknown")
        terms = {tag: terms_record(words, is_noun=is_noun) for tag, words in entry.languages.items()}
        self._terms[entry.id] = terms
        self.concepts[entry.id] = self._entry(entry, name, part, review, terms.get(self.language, {}))

    def _texts(self, entry: ImportedEntry) -> None:
        """Add the texts of an entry and its translations."""
        for language, words in entry.languages.items():
            texts = texts_record(words, partial(self._text, entry, language))
            concept = self.concepts[entry.id]
            if language != self.language:
                self.translations[language] |= translations_of(
                    concept, self._terms[entry.id][language], texts, language
                )
                continue
            own: Values = {field: texts.get(field) or "" for field in TEXTS}
            self.concepts[entry.id] = replace(concept, notes=tuple(texts.get("notes", ())), **own)

    def _entry(self, entry: ImportedEntry, name: str, part: str, review: Review, terms: TermRecord) -> ConceptEntry:
        """Return the entry with the designations of the sources' language."""
        stated: StatedTerm = {"term": NOTHING}
        if "forms" in terms:
            stated = stated_term(terms, self.language, part, entry.id)
            entry.keep("gender", terms.get("gender", ""), self.language)  # the sources have no place for it
        else:
            only = f"only words in {self.language} that are not to be used" if "deprecated" in terms else ""
            said = only or f"no term in {self.language}"
            entry.changed(f"{said}: the term is '-' in the sources", said)
        sources = tuple(dict.fromkeys(self._work(text) for text in entry.sources if one_line(text)))
        basis = entry.basis if entry.basis in BASES else "sourced" if sources else "unknown"
        made = ConceptEntry(
            entry.id,
            name,
            part_of_speech=part,
            abbreviation=terms.get("abbreviation") or NOTHING,
            plain=terms.get("plain") or NOTHING,
            admitted=_lines(terms, "admitted"),
            deprecated=_lines(terms, "deprecated"),
            variants=_lines(terms, "variants"),
            lay=_lines(terms, "lay"),
            basis=basis,
            broader=tuple(entry.broader),
            relations={relation: tuple(targets) for relation, targets in entry.relations.items()},
            codes=self._codes(entry),
            sources=sources,
            review=review,
            path=_path(name),
            **stated,
        )
        return self._with_facts(made, entry)

    def _with_facts(self, made: ConceptEntry, entry: ImportedEntry) -> ConceptEntry:
        """Return an entry with what only our own files say; what is not in the shape of ours goes to the origin."""
        for name, values in entry.facts.items():
            date, _, against = (values or [""])[0].partition(" ")
            if name == "advice" and (named := set(filter(None, values))) <= self.signs.keys():
                advice = tuple(value for value in values if value in named)
                made = replace(made, advice=advice, lines={"advice": 0})  # stated, though it may be empty
            elif values[:1] and values[0] in FACTS.get(name, ()):
                made = replace(made, facts={**made.facts, name: values[0]})
            elif name == "verified" and against and DATE.fullmatch(date):
                made = replace(made, verified=Verified(date, against))
            else:
                for value in values:
                    entry.keep(name, value)
        return replace(made, origin={name: tuple(values) for name, values in entry.origin.items()})

    def _signs(self) -> Iterator[tuple[str, SignEntry]]:
        """Yield the signs of a file of ours, and add what they are called."""
        for name, (urgency, settled) in self.imported.signs.items():
            if is_id(name) and urgency in URGENCIES:
                yield name, SignEntry(name, urgency, settled=settled)
        for language, words in self.imported.sign_words.items():
            for name, word in words.items():
                key = f"sign.{name}"
                if language == self.language:
                    self.interface[key] = InterfaceWord(key, one_line(word), path="interface.yaml")
                elif language in self.translations:
                    self.translations[language][f"interface/{key}"] = Translation((one_line(word),))

    def _code_systems(self) -> dict[str, CodeSystem]:
        """Return the systems that the document lists, and those of its codes that it does not; none without a list."""
        listed = {name.lower(): stated for name, stated in self.imported.code_systems.items()}
        used = {system for entry in self.concepts.values() for system in entry.codes} if listed else set()
        systems = listed | {system: {} for system in sorted(used - listed.keys())}
        known: dict[str, Values] = {
            name: {key: stated[key] for key in _SYSTEM if stated.get(key)} for name, stated in systems.items()
        }
        return {name: CodeSystem(name, **{"name": name, **stated}) for name, stated in known.items()}

    def _subject_field(self, entry: ImportedEntry) -> str:
        """Return the name of the entry's subject field; its words, where the name does not show them, are kept."""
        said = one_line(entry.subject_field)
        name = file_name(said, DEFAULT_FIELD)
        words = one_line(self.imported.subject_fields.get(entry.subject_field, said))
        words = words.replace("{", "(").replace("}", ")")
        key = f"subject_field.{name}"
        if words and words != name.replace("_", " ") and key not in self.interface and words != name:
            self.interface[key] = InterfaceWord(key, words, path="interface.yaml")
        elif words and key in self.interface and self.interface[key].text != words:
            entry.changed(f"the subject field '{words}' is '{self.interface[key].text}' here")
        return name

    def _replacement(self, entry: ImportedEntry) -> str:
        """Return what replaces an obsolete concept; empty for one in use."""
        if not entry.replaced_by:
            return ""
        target = self.ids.get(entry.replaced_by, "")
        seen = {entry.id}
        while target in self.obsolete and target not in seen:
            seen.add(target)
            target = self.ids.get(self.obsolete[target], "")
        if not target or target in seen:
            entry.keep("replaced by", entry.replaced_by)
            entry.replaced_by = ""
            return ""
        if entry.languages:
            entry.left_out(f"the words of an obsolete concept; '{target}' replaces it", "words of obsolete concepts")
        entry.replaced_by = target
        return target

    def _codes(self, entry: ImportedEntry) -> dict[str, dict[str, tuple[str, ...]]]:
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for system, relations in entry.codes.items():
            system = system.lower() if self.imported.code_systems else system
            for relation, codes in relations.items():
                match = relation if relation in MATCHES else "close"
                if match != relation:
                    entry.changed(f"code {system} {relation}: a close match here", "relations of codes")
                listed = found.setdefault(system, {})
                listed[match] = (*listed.get(match, ()), *(code for code in codes if code))
        return {
            system: kept for system, relations in found.items() if (kept := {k: v for k, v in relations.items() if v})
        }

    def _review(self, entry: ImportedEntry) -> Review:
        state, date = entry.review
        if state in REVIEWS and state != "none" and DATE.fullmatch(date):
            return Review(state, date)
        if state != "none":
            entry.keep("review", f"{state} {date}".strip())
        return Review()

    # --- sources ---

    def _work(self, text: str) -> str:
        """Return the id of a work in the bibliography, which is made where the file only cites it."""
        if text in self.imported.sources:
            return self._works_by_text[text]
        text = clean(text)
        if text not in self._works_by_text:
            work = {"title": one_line(text)}
            if re.match(r"https?://\S+\Z", text):
                work["url"] = text
            self._add_work(text, work)
        return self._works_by_text[text]

    def _add_work(self, text: str, work: Mapping[str, str]) -> None:
        name = text if is_id(text) and text not in self.works else unique(slug(text, "source"), self.works)
        known: Values = {key: found for key in _WORK if (found := one_line(work.get(key, "")))}
        known.setdefault("title", one_line(text) or name)
        self._works_by_text[text] = name
        known |= {flag: work.get(flag) == "true" for flag in ("verified", "legislation")}
        self.works[name] = Source(name, **known)

    # --- texts ---

    def _text(self, entry: ImportedEntry, language: str, text: str) -> str:
        """Return a text with its references renamed; one that leads nowhere becomes plain words."""
        try:
            pieces = parse(text)
        except TextError:
            entry.changed("a text with braces that are no references: they are literal here")
            return escape(text)
        written = []
        for piece in pieces:
            if isinstance(piece, str):
                written.append(escape(piece))
                continue
            target = self.ids.get(piece.name, "")
            if self._has_form(target, language, parse_form(piece.form)[0]):
                written.append(f"{{{target}}}{text[piece.start + len(piece.name) + 2 : piece.end]}")
            elif self._has_form(target, language, ""):
                entry.changed(f"{language}: '{target}' has no form '{piece.form}' for {piece}: its base form here")
                written.append(f"{{{target}}}[]")
            else:
                entry.changed(f"{language}: the reference {piece} leads nowhere: plain words here")
                written.append(escape(str(piece)))
        return "".join(written)

    def _has_form(self, target: str, language: str, name: str) -> bool:
        """Return whether a concept has a form of its term in a language."""
        record = self._terms.get(target, {}).get(language)
        if not record or "forms" not in record or name not in FORMS:
            return False
        if name and language == self.language:
            # the sources' language has forms that follow from what its entry states
            if target not in self._stated_terms:
                alone = Termbase({target: self.concepts[target]}, language=language)
                self._stated_terms[target] = records.terms(alone, messages.english(alone), language)[target]
            record = self._stated_terms[target]
        try:
            form(record, language, name, target)
        except ImstermsError:
            return False
        return True


_SYSTEM = ("name", "version", "checked_against", "owner", "licence", "url")
_WORK = ("title", "author", "year", "container", "note", "doi", "url", "supports")


def _lines(terms: TermRecord, field: ListField) -> tuple[str, ...]:
    return tuple(map(write_designation, terms.get(field, ())))


def _path(name: str) -> str:
    return f"concepts/{name}.yaml"
