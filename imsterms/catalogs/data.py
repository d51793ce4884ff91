"""Runtime data made on the spot from sources: what a checkout uses, and what the build writes into the wheel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .. import limits
from ..errors import UnknownLanguageError
from ..files import shown_path
from ..findings import Finding
from ..languages.plurals import plural_forms, served_rule
from ..termbase.model import PLACE, RELATIONS, ArticleEntry, CodeSystem, Source, Termbase, plain
from ..termbase.runtime import content_hash
from ..termbase.source import read_termbase
from ..termbase.validate import validate
from . import messages, records
from .files import catalogs, read_catalog, translations
from .messages import Translation
from .served import progress, without_gaps

if TYPE_CHECKING:
    import polib

    from ..languages.data import Entries
    from ..termbase.records import (
        ArticleRecord,
        BlockRecord,
        ConceptRecord,
        LanguageTerms,
        LanguageTexts,
        ProgressRecord,
        Structure,
        TermRecord,
    )
    from ..termbase.runtime import Address

Made = TypeVar("Made")
_ORDER = tuple(dict.fromkeys((*RELATIONS, *RELATIONS.values())))


class ByLanguage(Mapping[str, Made]):
    """What is made for each language when it is first asked for."""

    def __init__(self, languages: Iterable[str], make: Callable[[str], Made]) -> None:
        self._languages = dict.fromkeys(languages)
        self._make = make
        self._made: dict[str, Made] = {}

    def __getitem__(self, language: str) -> Made:
        if language not in self._made:
            if language not in self._languages:
                raise KeyError(language)
            self._made[language] = self._make(language)
        return self._made[language]

    def __contains__(self, language: object) -> bool:
        return language in self._languages

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)


class SourceData:
    """The runtime data of a termbase and its translations, in the shape that ``termbase.runtime`` reads from JSON."""

    address: Address | None = None
    word_lists: Mapping[str, Entries] = {}

    def __init__(self, termbase: Termbase, catalogs: Mapping[str, Mapping[str, Translation]], version: str) -> None:
        """``catalogs`` holds the translations of each language but the sources' own, by msgctxt; the header, which says
        the plural rule, has the msgctxt ``""``."""
        self.termbase = termbase
        self.catalogs = catalogs
        self.version = version
        self.languages = tuple(sorted({termbase.language, *catalogs}))
        self.made_terms: dict[str, LanguageTerms] = {}
        """The terms of each language as far as they are made, without digest and version."""
        self._made_texts: dict[str, LanguageTexts] = {}
        self._broken: dict[str, dict[str, str]] = {}

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over everything the termbase says, in every language."""
        return content_hash(
            {
                "structure": self._structure,
                "languages": {language: [self._terms(language), self.texts(language)] for language in self.languages},
            }
        )

    def structure(self) -> Structure:
        return self._structure

    @cached_property
    def _structure(self) -> Structure:
        return structure(self.termbase)

    def terms(self, language: str) -> LanguageTerms:
        return {**self._terms(language), "content_hash": self.content_hash, "version": self.version}

    def _terms(self, language: str) -> LanguageTerms:
        found = self.made_terms.get(language)
        if found is None:
            found = self.made_terms[language] = {
                "language": language,
                "plurals": self._header(language),
                "replaced": replaced(self.termbase),
                "concepts": self._without_long_terms(
                    records.terms(self.termbase, self._translations(language), language), language
                ),
            }
            if avoided := records.avoided(self.termbase, self._translations(language), language):
                found["avoided"] = avoided
        return found

    def texts(self, language: str) -> LanguageTexts:
        found = self._made_texts.get(language)
        if found is None:
            made = records.texts(self.termbase, self._translations(language), language)
            found = self._made_texts[language] = self._without_gaps(made, language)
        return found

    def _without_long_terms(self, terms: dict[str, TermRecord], language: str) -> dict[str, TermRecord]:
        """Return the terms of a language without those that make each text that names them as long."""
        kept = {}
        for name, record in terms.items():
            lengths = {form: len(text or "") for form, text in record.get("forms", {}).items()}
            why = limits.excess("TERM_CHARACTERS", "the term", lengths.get("", 0))
            if why := why or limits.excess("FORM_CHARACTERS", "a form of the term", max(lengths.values(), default=0)):
                self._broken.setdefault(language, {})[f"{name}.term"] = why
            else:
                kept[name] = record
        return kept

    def _without_gaps(self, texts: LanguageTexts, language: str) -> LanguageTexts:
        return without_gaps(texts, self._terms(language), self._structure, self._broken.setdefault(language, {}))

    def progress(self, language: str) -> ProgressRecord:
        return progress(self, language, self.termbase)

    # --- what the termbase is checked and translated by ---

    @property
    def whole(self) -> Termbase:
        """The termbase, with whatever it lies on."""
        return self.termbase

    @cached_property
    def messages(self) -> list[messages.Message]:
        """What there is to translate."""
        return messages.extract(self.termbase)

    def lies_on(self, context: str) -> bool:
        """Return whether a message is one of a termbase below this one, which catalogs may change."""
        return False

    def wrong(self) -> list[Finding]:
        """Return what is wrong with the entries."""
        return validate(self.termbase)

    def broken_texts(self, locales: str, *, root: str | None = None) -> Iterator[Finding]:
        """Yield each text that is left out because it cannot be rendered, with its line in the catalog.

        Texts that only wait for the translation of a term are left out too, but not broken.
        """
        for language in self.languages:
            self.texts(language)
            if not (broken := self._broken[language]):
                continue
            path = dict(catalogs(locales)).get(language, "")
            lines = {entry.msgctxt: entry.linenum for entry in read_catalog(path)} if path else {}
            for context, why in broken.items():
                name = context.partition(".")[0]
                parts = (line for other, line in lines.items() if other and other.startswith(f"{context}."))
                line = lines.get(context) or lines.get(f"{name}.words") or next(parts, None) or 0
                shown = shown_path(path, root) if line else name
                yield Finding(shown, line, "IMS105", "broken-text", why, field=context, language=language)

    def _translations(self, language: str) -> Mapping[str, Translation]:
        if language == self.termbase.language and language not in self.catalogs:
            return self._own
        try:
            return self.catalogs[language]
        except KeyError:
            raise UnknownLanguageError(f"there is no catalog for '{language}'") from None

    @cached_property
    def _own(self) -> dict[str, Translation]:
        return {message.context: message.own for message in self.messages}

    def _header(self, language: str) -> str:
        header = self.catalogs.get(language, {}).get("")
        if header:
            return header.texts[0]
        return plural_forms(language)


def read_source_data(folder: str, locales: str, version: str, *, root: str | None = None) -> SourceData:
    """Return the data of the YAML below ``folder`` and the catalogs below ``locales``.

    ``root`` is what paths in messages are relative to. Raises SourceError or CatalogError with every finding.
    """
    return SourceData(read_termbase(folder, root=root), read_catalogs(locales, root=root), version)


def read_catalogs(locales: str, *, root: str | None = None) -> dict[str, dict[str, Translation]]:
    """Return what every catalog below ``locales`` says, by language and msgctxt. Raises CatalogError."""
    found: dict[str, dict[str, Translation]] = {}
    for language, path in catalogs(locales):
        catalog = read_catalog(path, shown_path(path, root))
        found[language] = translations(catalog) | plural_rule(catalog, language)
    return found


def plural_rule(catalog: polib.POFile, language: str) -> dict[str, Translation]:
    """Return the plural rule to use with a catalog, by the msgctxt that ``SourceData`` looks for it under."""
    return {"": Translation((served_rule(catalog.metadata.get("Plural-Forms", ""), language),))}


def structure(termbase: Termbase) -> Structure:
    """Return the concepts' places, codes and sources, the articles' blocks, the works and the code systems."""
    return {
        "concepts": _concepts(termbase),
        "articles": {article.id: _article(article) for article in termbase.articles.values()},
        "sources": {source.id: _stated(source) for source in termbase.sources.values()},
        "code_systems": {system.id: _stated(system) for system in termbase.code_systems.values()},
        "signs": {sign.id: {"urgency": sign.urgency, "settled": sign.settled} for sign in termbase.signs.values()},
        "about": dict(termbase.about),
    }


def replaced(termbase: Termbase) -> dict[str, str]:
    """Return each obsolete id with the id that replaced it."""
    return {entry.id: entry.replaced_by for entry in termbase.concepts.values() if entry.replaced_by}


def _stated(entry: Source | CodeSystem) -> dict[str, Any]:
    return {name: value for name, value in entry.as_dict().items() if value and name != "id"}


def _concepts(termbase: Termbase) -> dict[str, ConceptRecord]:
    concepts: dict[str, ConceptRecord] = {}
    for entry in termbase.concepts.values():
        if entry.replaced_by:
            continue
        stated = {name: plain(getattr(entry, name)) for name in (*PLACE, "review")}
        if entry.advice or "advice" in entry.lines:  # empty where only the texts give advice
            stated["advice"] = list(entry.advice)
        stated |= {name: plain(value) for name in ("facts", "verified", "origin") if (value := getattr(entry, name))}
        concepts[entry.id] = cast("ConceptRecord", stated)
    # the other side of each relation is derived
    for entry in termbase.concepts.values():
        for relation, targets in (("broader", entry.broader), *entry.relations.items()):
            inverse = RELATIONS.get(relation)
            for target in targets:
                if inverse and target in concepts and entry.id in concepts:
                    others = concepts[target]["relations"].setdefault(inverse, [])
                    if entry.id not in others:
                        others.append(entry.id)
    for record in concepts.values():  # in one order, whichever side states a relation
        record["relations"] = {name: record["relations"][name] for name in _ORDER if name in record["relations"]}
    return concepts


def _article(article: ArticleEntry) -> ArticleRecord:
    blocks: list[BlockRecord] = []
    for block in article.blocks:
        record: BlockRecord = {"id": block.id, "kind": block.kind, "covers": list(block.covers)}
        if block.claim:
            record |= {
                "attribution": block.claim.attribution,
                "assessment": block.claim.assessment,
                "date": block.claim.date,
                "sources": list(block.claim.sources),
            }
        if block.signs:
            record["signs"] = list(block.signs)
        if block.table:
            record["columns"] = list(block.table.columns)
            record["rows"] = list(block.table.rows)
        blocks.append(record)
    return {"values": dict(article.values), "sources": list(article.sources), "blocks": blocks}
