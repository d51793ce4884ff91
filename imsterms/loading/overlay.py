"""A clinic's own termbase on top of another, as runtime data.

What is one replaces: a preferred term with all its forms, an abbreviation, a definition. What is many adds: admitted
and deprecated terms, notes, relations, codes, sources. ``-`` removes. A preferred term that is replaced stays as an
admitted one, so that texts which use it are still understood.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from copy import deepcopy
from dataclasses import fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from ..catalogs import messages, records
from ..catalogs.data import SourceData, replaced, structure
from ..catalogs.messages import Translation
from ..findings import Finding
from ..languages.profile import profile
from ..termbase.model import (
    LISTS,
    NOTHING,
    PHRASES,
    RELATIONS,
    TEXTS,
    CodeSystem,
    ConceptEntry,
    SignEntry,
    Source,
    Termbase,
)
from ..termbase.validate import validate

if TYPE_CHECKING:
    from ..languages.data import Entries
    from ..termbase.records import (
        ConceptRecord,
        LanguageTerms,
        LanguageTexts,
        Marks,
        ProgressRecord,
        Structure,
        TermRecord,
        TextRecord,
    )
    from ..termbase.runtime import Address, Data

# what an entry states about its term; the rest of its fields stand for themselves
_TERM = ("term", "plural", "article", "more")


class NoData:
    """The runtime data of no termbase at all: what is below a termbase that is loaded alone."""

    languages: tuple[str, ...] = ()
    version = ""
    content_hash = ""
    address: Address | None = None
    word_lists: Mapping[str, Entries] = {}

    def structure(self) -> Structure:
        return {"concepts": {}, "articles": {}, "sources": {}, "code_systems": {}, "signs": {}, "about": {}}

    def terms(self, language: str) -> LanguageTerms:
        return {"language": language, "plurals": "", "replaced": {}, "concepts": {}}

    def texts(self, language: str) -> LanguageTexts:
        return {"concepts": {}, "articles": {}, "interface": {}, "units": {}}

    def progress(self, language: str) -> ProgressRecord:
        return {"terms": [0, 0], "texts": [0, 0], "words": [0, 0], "offered": False}


def _in(data: Data, language: str) -> Data:
    return data if language in data.languages else NoData()


def base_entries(base: Data, language: str) -> dict[str, ConceptEntry]:
    """Return the concepts of runtime data as entries, as far as other entries need them to be checked against."""
    spoken = language if language in base.languages else next(iter(base.languages), "")
    records = base.terms(spoken)["concepts"] if spoken else {}
    found = {}
    for name, place in base.structure()["concepts"].items():
        forms = records.get(name, {}).get("forms", {})
        found[name] = ConceptEntry(
            name,
            place["subject_field"],
            term=forms.get("") or NOTHING,
            plural=forms.get("plural") or NOTHING,
            part_of_speech=place["part_of_speech"],
            broader=tuple(place["broader"]),
        )
    for gone, by in (base.terms(spoken)["replaced"] if spoken else {}).items():
        found[gone] = ConceptEntry(gone, "", replaced_by=by)
    return found


def laid_over(entry: ConceptEntry, base: ConceptEntry | None) -> ConceptEntry:
    """Return an entry with what it does not state itself taken from the entry below it."""
    if base is None or entry.replaced_by:
        return entry
    names = {field.name for field in fields(entry)}
    stated = {name: getattr(entry, name) for name in entry.lines if name in names and name != "id"}
    if "term" in entry.lines:
        stated |= {name: getattr(entry, name) for name in _TERM}
    # the field is where others look for the concept; the file that a clinic writes in need not be called the same
    stated["broader"] = tuple(dict.fromkeys((*base.broader, *entry.broader)))
    return replace(base, path=entry.path, lines=entry.lines, **stated)


class OverlayData(SourceData):
    """The runtime data of our own termbase on top of ``base``; interface words that neither has are from ``words``."""

    def __init__(
        self, base: Data, own: SourceData, version: str, *, words: Data, word_lists: Mapping[str, Entries]
    ) -> None:
        super().__init__(own.termbase, own.catalogs, version)
        self.base = base
        self.words = words
        self.word_lists = word_lists
        self.languages = tuple(sorted({*base.languages, *own.languages}))

    @cached_property
    def entries(self) -> dict[str, ConceptEntry]:
        """The concepts of both, each of ours with what it leaves to the base."""
        under = base_entries(self.base, self.termbase.language)
        return under | {name: laid_over(entry, under.get(name)) for name, entry in self.termbase.concepts.items()}

    @cached_property
    def messages(self) -> list[messages.Message]:
        """What our own sources state."""
        own = self.termbase
        under = self.base.structure()["concepts"]
        return [
            message
            for message in messages.extract(self._all, own.concepts)
            if message.concept not in under
            or message.field.partition(".")[0] in map(messages.field_of, own.concepts[message.concept].lines)
        ]

    def lies_on(self, context: str) -> bool:
        group, _, name = context.partition("/")
        under = self.base.structure()
        words = self.words.texts(self.words.languages[0])
        return (
            context.partition(".")[0] in under["concepts"]
            or (group == "article" and name.partition(".")[0] in under["articles"])
            or (group == "interface" and name in words["interface"])
            or (group == "unit" and name in words["units"])
        )

    @cached_property
    def whole(self) -> Termbase:
        own, under = self.termbase, self.base.structure()
        concepts = dict(self.entries)
        texts = _in(self.base, own.language).texts(own.language)["concepts"]
        for name in own.concepts.keys() & texts.keys():
            entry, stated = concepts[name], own.concepts[name].lines
            unstated: Any = {field: texts[name].get(field) or "" for field in TEXTS if field not in stated}
            concepts[name] = replace(entry, **unstated)
        works = {name: Source(name, "") for name in under["sources"]} | dict(own.sources)
        signs = {name: SignEntry(name, record["urgency"]) for name, record in under["signs"].items()} | dict(own.signs)
        systems = {name: CodeSystem(name, "") for name in under["code_systems"]} | dict(own.code_systems)
        # only a clinic that lists code systems wants to be held to its list
        return replace(
            own, concepts=concepts, sources=works, signs=signs, code_systems=systems if own.code_systems else {}
        )

    def wrong(self) -> list[Finding]:
        """Return what is wrong with our own entries, each with the one below it."""
        findings = [
            # the circle is closed by ours, wherever it was seen
            finding if finding.path else replace(finding, path="concepts")
            for finding in validate(self.whole)
            if finding.path or finding.code == "IMS209"
        ]
        for name, entry in self.termbase.concepts.items():
            if entry.replaced_by and name in self.base.structure()["concepts"]:
                message = f"{name}: a concept of the built-in termbase cannot be made obsolete; give it your own term"
                line = entry.lines.get("id", 0)
                findings.append(Finding(entry.path, line, "IMS251", "base-concept-obsolete", message))
        return findings

    def _translations(self, language: str) -> Mapping[str, Translation]:
        """Return what our own sources and catalogs say in a language, by msgctxt."""
        said = self.catalogs.get(language, {})
        return {**self._own, **said} if language == self.termbase.language else said

    @cached_property
    def _all(self) -> Termbase:
        return replace(self.termbase, concepts=self.entries)

    def _terms(self, language: str) -> LanguageTerms:
        if language not in self.made_terms:
            own = records.terms(self._all, self._translations(language), language, partial=True)
            under = _in(self.base, language).terms(language)
            concepts = dict(under["concepts"])
            for name, record in own.items():
                merged = merged_terms(concepts.get(name, {}), record, language)
                if "forms" in merged:
                    concepts[name] = merged
            rule = under["plurals"] or self._header(language)
            gone = {**under["replaced"], **replaced(self.termbase)}
            self.made_terms[language] = {
                "language": language,
                "plurals": rule,
                "replaced": gone,
                "concepts": self._without_long_terms(concepts, language),
            }
            avoided = records.avoided(self.termbase, self._translations(language), language)
            if avoided := {name: words for name, words in avoided.items() if name not in concepts}:
                self.made_terms[language]["avoided"] = avoided
        return self.made_terms[language]

    def texts(self, language: str) -> LanguageTexts:
        if language not in self._made_texts:
            own = records.texts(self._all, self._translations(language), language, partial=True)
            under = _in(self.base, language).texts(language)
            words = _in(self.words, language).texts(language)
            concepts = dict(under["concepts"])
            for name, record in own["concepts"].items():
                concepts[name] = merged_texts(concepts.get(name, {}), record)
            works = {name: said for name, said in under.get("sources", {}).items() if name not in self.termbase.sources}
            merged: LanguageTexts = {
                "concepts": concepts,
                "articles": {**under["articles"], **own["articles"]},
                "interface": {**words["interface"], **under["interface"], **own["interface"]},
                "units": {**words["units"], **under["units"], **own["units"]},
                "sources": {**works, **own.get("sources", {})},
            }
            self._made_texts[language] = self._without_gaps(merged, language)
        return self._made_texts[language]

    @cached_property
    def _structure(self) -> Structure:
        under = self.base.structure()
        own = structure(self.termbase)
        concepts = dict(under["concepts"])
        entries = self.termbase.concepts
        related = (
            one for entry in entries.values() for ids in (entry.broader, *entry.relations.values()) for one in ids
        )
        for name in {*entries, *related} & concepts.keys():
            concepts[name] = deepcopy(concepts[name])
        for name, record in own["concepts"].items():
            if name in concepts:
                _add_place(concepts[name], record, entries[name].lines)
            else:
                concepts[name] = record
        for name, entry in entries.items():
            for relation, targets in (("broader", entry.broader), *entry.relations.items()):
                for target in targets:
                    if relation in RELATIONS and target in concepts:
                        _append(concepts[target]["relations"].setdefault(RELATIONS[relation], []), [name])
        return {
            "concepts": concepts,
            "articles": {**under["articles"], **own["articles"]},
            "sources": {**under["sources"], **own["sources"]},
            "code_systems": {**under["code_systems"], **own["code_systems"]},
            "signs": {**under["signs"], **own["signs"]},
            "about": own["about"] or under["about"],
        }


def merged_terms(under: TermRecord, own: TermRecord, language: str) -> TermRecord:
    """Return the designations of a concept, ours on top of those of the base."""
    merged: TermRecord = {}
    replaces = "forms" in own
    term = own if replaces else under  # whose preferred term counts, with what belongs to it
    if "forms" in term:
        merged["forms"] = term["forms"]
    if "counts" in term:
        merged["counts"] = term["counts"]
    if "gender" in term:
        merged["gender"] = term["gender"]
    for phrase in PHRASES:
        if text := (own if phrase in own else under).get(phrase):
            merged[phrase] = text
    ours = {own.get("forms", {}).get("")} | {one["forms"][0] for field in LISTS for one in own.get(field, ())}
    before = under.get("forms", {}).get("")
    for field in LISTS:
        gone = own.get(field) == [] or (replaces and field == "variants")
        listed = [] if gone else [one for one in under.get(field, ()) if one["forms"][0] not in ours]
        if replaces and field == "admitted" and before and before not in ours:
            listed.insert(0, {"forms": _listed_forms(under["forms"], language), "reason": ""})
        if designations := [*own.get(field, ()), *listed]:
            merged[field] = designations
    return {**merged, **_marks({} if replaces else under, own)}


def _marks(under: Marks, own: Marks) -> Marks:
    """Return the states of texts, ours on top of those of the base; of a text that is ours, only ours count."""
    marks: Marks = {}
    if fuzzy := [*(field for field in under.get("fuzzy", ()) if field not in own), *own.get("fuzzy", ())]:
        marks["fuzzy"] = fuzzy
    kept = {field: made for field, made in under.get("reviewed", {}).items() if field not in own}
    if reviewed := kept | own.get("reviewed", {}):
        marks["reviewed"] = reviewed
    return marks


def _listed_forms(forms: Mapping[str, str | None], language: str) -> list[str]:
    """Return the forms of a preferred term as a listed designation has them."""
    found = [forms.get(name) or NOTHING for name in profile(language).listed_forms]
    while found[-1] == NOTHING:
        found.pop()
    return found


def merged_texts(under: TextRecord, own: TextRecord) -> TextRecord:
    """Return the texts of a concept, ours on top of those of the base."""
    merged: TextRecord = {}
    for field in TEXTS:
        if text := (own if field in own else under).get(field):
            merged[field] = text
    if notes := [] if own.get("notes") == [] else [*under.get("notes", ()), *own.get("notes", ())]:
        merged["notes"] = notes
    return {**merged, **_marks(under, own)}


def _add_place(merged: ConceptRecord, own: ConceptRecord, stated: Container[str]) -> None:
    """Add to a concept's place what our entry for it states; what is one replaces."""
    for name, value in own.items():
        if name == "relations":
            for relation, targets in own["relations"].items():
                _append(merged["relations"].setdefault(relation, []), targets)
        elif name == "codes":
            for system, matches in own["codes"].items():
                for match, codes in matches.items():
                    _append(merged["codes"].setdefault(system, {}).setdefault(match, []), codes)
        elif name == "facts":
            merged["facts"] = {**merged.get("facts", {}), **own["facts"]}
        elif name in stated and isinstance(value, list):
            added: dict[str, list[str]] = cast("dict[str, list[str]]", merged)
            _append(added.setdefault(name, []), value)
        elif name in stated:
            merged.update(cast("ConceptRecord", {name: value}))


def _append(items: list[str], more: Iterable[str]) -> None:
    items += [one for one in more if one not in items]
