"""What the rules look at: a termbase and what each language says, down to one concept in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

import polib

from ..catalogs import messages
from ..catalogs.data import ByLanguage, SourceData, plural_rule
from ..catalogs.files import catalogs, no_catalogs, read_catalog, translations
from ..catalogs.messages import Message, Translation
from ..catalogs.parser import Catalog
from ..errors import ImstermsError, MissingFormError
from ..files import shown_path
from ..languages.profile import Profile, profile
from ..languages.word_lists import WordLists, word_lists
from ..lexicon.concept import Concepts
from ..recognition.annotate import annotator
from ..recognition.match import Match
from ..recognition.senses import Confidence
from ..recognition.words import fold
from ..termbase.designation import lines_of
from ..termbase.forms import FORMS, base_form, capitalise, parse_form
from ..termbase.grammar import form
from ..termbase.model import NOTHING, ConceptEntry, Termbase
from ..termbase.records import TermRecord
from ..termbase.text import Reference
from ..termbase.validate import reference_problems
from .quality import Quality
from .remarks import remarks_of
from .rule import Acceptance, Line, Problem
from .sentence import Sentence, sentence

Make = Callable[[Termbase, Mapping[str, Mapping[str, Translation]], str], SourceData]
"""Makes the data of a termbase with its catalogs and version: of it alone, or on top of another."""


_SHORT = 10_000
"""Characters of texts for which it pays to look for those terms alone that they may have."""


_BEGINNING = 3
"""Letters at the beginning of a word that are the same in all its forms."""


class Content:
    """A termbase with everything that its languages say."""

    def __init__(
        self,
        termbase: Termbase,
        said: Mapping[str, tuple[str, Catalog]],
        quality: Quality | None = None,
        make: Make = SourceData,
    ) -> None:
        """``said`` holds the path and the catalog of each language but that of the sources."""
        self.quality = quality or Quality()
        self.said = said
        self.translated = ByLanguage(said, lambda language: translations(said[language][1]))
        """What each catalog says, by msgctxt."""
        # a header that cannot be read is a finding; until it is right, the language's own rule counts
        with_rules = ByLanguage(said, lambda name: self.translated[name] | plural_rule(said[name][1], name))
        self.data = make(termbase, with_rules, "")
        """The termbase as the library reads it."""
        self.data.content_hash = ""  # costly, and no rule asks for it
        self.termbase = self.data.whole
        self.messages = {message.context: message for message in self.data.messages}
        """What there is to translate, by msgctxt."""
        self.data.word_lists = self.quality.word_lists
        self.source = Wording(self, termbase.language, "")
        """What the language of the sources says."""
        self.wordings = (self.source, *(Wording(self, language, language) for language in said))
        """What each language says, that of the sources first."""
        self._family: dict[tuple[str, bool], Any] = {}

    @cached_property
    def concepts(self) -> tuple[ConceptEntry, ...]:
        """The concepts that are not obsolete."""
        own = (self.termbase.concepts[name] for name in self.data.termbase.concepts)
        return tuple(concept for concept in own if not concept.replaced_by)

    @property
    def catalogs(self) -> tuple[Wording, ...]:
        """The languages that the termbase is translated into."""
        return self.wordings[1:]

    def glossary(self, language: str) -> Concepts:
        """Return the concepts in a language."""
        return Concepts.opened(self.data, language, False, self._family)


def read_content(
    termbase: Termbase,
    locales: str,
    quality: Quality | None = None,
    *,
    root: str | None = None,
    required: bool = False,
    make: Make = SourceData,
) -> Content:
    """Return a termbase with the catalogs below ``locales``.

    ``make`` makes its data, by default of it alone; ``root`` is what paths in findings are relative to. Raises
    CatalogError where a catalog is broken, or where there is none and one is ``required``.
    """
    said: dict[str, tuple[str, Catalog]] = {}
    for language, path in catalogs(locales):
        shown = shown_path(path, root)
        said[language] = shown, read_catalog(path, shown)
    if required and not said:
        raise no_catalogs(locales)
    return Content(termbase, said, quality, make)


class Wording:
    """What one language says, and where it is written."""

    def __init__(self, content: Content, language: str, translation: str) -> None:
        """``translation`` is the language again where it is said in a catalog; empty for that of the sources."""
        self.content = content
        self.language = language
        self._translation = translation
        self.right_words: set[str] = set()
        """Words that a rule has seen to be of this language, so that it need not look again."""

    @cached_property
    def path(self) -> str:
        """The file of the catalog."""
        return self.content.said[self.language][0] if self._translation else ""

    @cached_property
    def catalog(self) -> Catalog | None:
        """The catalog; None for the language of the sources."""
        return self.content.said[self.language][1] if self._translation else None

    @cached_property
    def po_entries(self) -> dict[str, polib.POEntry]:
        """The messages of the catalog that are in use, by msgctxt."""
        entries: dict[str, polib.POEntry] = {}
        for entry in self.catalog if self.catalog is not None else ():
            if not entry.obsolete and entry.msgctxt is not None:
                entries.setdefault(entry.msgctxt, entry)
        return entries

    @cached_property
    def said(self) -> Mapping[str, Translation]:
        """What the language says, by msgctxt."""
        if self._translation:
            return self.content.translated[self.language]
        return {context: message.own for context, message in self.content.messages.items()}

    @cached_property
    def glossary(self) -> Concepts:
        """The concepts in the language."""
        return self.content.glossary(self.language)

    @cached_property
    def profile(self) -> Profile:
        """What is true of the language."""
        return profile(self.language)

    @cached_property
    def words(self) -> WordLists:
        """The word lists of the language, with those that the termbase adds."""
        return word_lists(self.language, self.content.data.word_lists)

    @cached_property
    def terms(self) -> dict[str, TermRecord]:
        """The designations of every concept that has a term."""
        return self.content.data.terms(self.language)["concepts"]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every concept that is not obsolete, as this language words it."""
        return tuple(Entry(self, concept) for concept in self.content.concepts)

    def entry(self, concept: str) -> Entry:
        """Return one concept as this language words it."""
        return Entry(self, self.content.termbase.concepts[concept])

    @cached_property
    def translated(self) -> tuple[Translated, ...]:
        """Every message that the catalog has, in the order of the sources."""
        return tuple(
            Translated(self, message, self.po_entries[context], self.said[context])
            for context, message in self.content.messages.items()
            if context in self.po_entries
        )

    def texts(self, concept: str, field: str) -> tuple[str, ...]:
        """Return what the language says in a field of a concept; nothing where the message is absent."""
        translation = self.said.get(messages.context_of(concept, field))
        return translation.texts if translation else ()

    @cached_property
    def accepted(self) -> list[Acceptance]:
        """What remarks in the catalog accept."""
        return [
            Acceptance(remark.rule, self.language, entry.msgctxt, self.path, entry.linenum or 1)
            for entry in self.po_entries.values()
            for remark in remarks_of(entry.tcomment)
            if remark.counts
        ]

    # --- where things are written ---

    def problem(self, concept: str, field: str, message: str) -> Problem:
        """Return a problem of a concept, at the place where the field is written."""
        asked = messages.field_of(field)
        entry = self.po_entries.get(messages.context_of(concept, asked))
        if entry is not None:
            return Problem(Line(self.path, entry.linenum or 1, concept, asked, self.language), message)
        source = self.content.termbase.concepts[concept]
        line = source.lines.get(field, source.lines.get("id", 0))
        return Problem(Line(source.path, line, concept, field, self.language), message)

    def entry_problem(self, entry: polib.POEntry | None, message: str) -> Problem:
        """Return a problem of a message of the catalog, or of its header."""
        context = (entry.msgctxt or "") if entry is not None else ""
        asked = self.content.messages.get(context)
        concept, field = (asked.concept, asked.field) if asked and asked.concept else (None, context)
        line = entry.linenum if entry is not None else 1
        return Problem(Line(self.path, line or 1, concept, field, self.language), message)

    # --- terms ---

    def matches(self, text: str) -> list[Match]:
        """Return whatever may be a term in a text."""
        return annotator(self.glossary).annotate(text, at_least=Confidence.POSSIBLE)

    def seek_in(self, text: str) -> None:
        """Prepare to look for terms in parts of this text alone, where it is short and nothing else is prepared."""
        if len(text) <= _SHORT and "annotator" not in self.glossary.kept:
            self.glossary = Concepts.opened(self.content.data, self.language, False, {})
            self.glossary.kept["text"] = text

    @cached_property
    def preferred(self) -> Mapping[str, list[str]]:
        """The concepts that have each preferred term, by the term without its case."""
        concepts: dict[str, list[str]] = {}
        for entry in self.entries:
            if entry.term:
                concepts.setdefault(entry.term.casefold(), []).append(entry.id)
        return concepts

    def form_names(self, concept: str) -> tuple[str, ...]:
        """Return the names of the forms that there may be: those of the table, and the concept's own."""
        return tuple(dict.fromkeys((*FORMS, *self.terms.get(concept, {}).get("forms", ()))))

    def has_form(self, concept: str, name: str) -> bool:
        """Return whether a concept has a form; one that is only not translated yet counts as there."""
        record = self.terms.get(concept)
        try:
            return record is None or bool(form(record, self.language, name, concept))
        except MissingFormError:
            return False
        except ImstermsError:  # not translated yet; an unknown form is for another rule
            return True

    @cached_property
    def inflected_adjectives(self) -> frozenset[str]:
        """The adjectives in terms of several words, in the forms that go with a plural or a definite noun."""
        adjectives: set[str] = set()
        for record in self.terms.values():
            forms = record["forms"]
            base = base_form(record).split()
            for name in ("the", "plural", "the plural"):
                words = (forms.get(name) or "").split()[-len(base) :]
                if len(words) == len(base) > 1 and words[-1] != base[-1]:
                    adjectives.update(word for word, before in zip(words[:-1], base, strict=False) if word != before)
        return frozenset(adjectives)


class Entry:
    """One concept as one language words it."""

    __slots__ = ("concept", "wording")

    def __init__(self, wording: Wording, concept: ConceptEntry) -> None:
        self.wording = wording
        self.concept = concept

    @property
    def id(self) -> str:
        return self.concept.id

    @property
    def record(self) -> TermRecord:
        """The designations, in the shape of the runtime data; empty where the language has no term."""
        return self.wording.terms.get(self.id, {})

    @property
    def forms(self) -> Mapping[str, str | None]:
        """The forms of the preferred term, by name."""
        forms: Mapping[str, str | None] = self.record.get("forms", {})
        return forms

    @property
    def term(self) -> str:
        """The preferred term; empty where there is none."""
        return self.forms.get("") or ""

    def designations(self, field: Literal["admitted", "deprecated", "lay"]) -> Iterator[tuple[str, str]]:
        """Yield the base form and the reason of each designation of a list."""
        for designation in self.record.get(field) or ():
            yield designation["forms"][0], designation["reason"]

    @property
    def own_words(self) -> list[str]:
        """Every form of the preferred and the admitted terms, and the abbreviation."""
        words = [form for name, form in self.forms.items() if form and name != "compound"]
        words += [form for designation in self.record.get("admitted", ()) for form in designation["forms"]]
        words.append(self.record.get("abbreviation") or "")
        return [word for word in dict.fromkeys(words) if word not in ("", NOTHING)]

    def may_name_itself(self, text: str) -> bool:
        """Return whether a text may have a word of the concept: what one begins with is there."""
        folded = fold(text)
        others = [form for variant in self.record.get("variants", ()) for form in variant["forms"]]
        words = " ".join([*self.own_words, *others, self.record.get("plain") or ""]).split()
        return any(fold(word)[:_BEGINNING] in folded for word in words)

    def text(self, field: str) -> str:
        """Return the definition or the explanation; empty where there is none."""
        text = next(iter(self.wording.texts(self.id, field)), "")
        return "" if text == NOTHING else text

    def sentence(self, field: str) -> Sentence:
        """Return a text taken apart; without pieces where it is broken (IMS105 says so)."""
        return sentence(self.text(field))

    def readable(self, field: str) -> str:
        """Return a text with the terms that it refers to, near enough for measuring."""
        pieces = self.sentence(field).pieces
        return "".join(piece if isinstance(piece, str) else self._rendered(piece) for piece in pieces)

    def _rendered(self, reference: Reference) -> str:
        forms = self.wording.terms.get(reference.name, {}).get("forms", {})
        name, capital = parse_form(reference.form)
        text: str = forms.get(name) or forms.get("") or reference.name
        return capitalise(text) if capital else text

    def problem(self, field: str, message: str) -> Problem:
        """Return a problem at the place where a field of this concept is written in this language."""
        return self.wording.problem(self.id, field, message)


class Translated:
    """A message with its translation."""

    def __init__(self, wording: Wording, message: Message, entry: polib.POEntry, translation: Translation) -> None:
        self.wording = wording
        self.message = message
        self.entry = entry
        self.texts = translation.texts
        """The msgstr, or one for each plural form."""
        self.state = translation.state
        """How far the translation is."""
        self.whole = "\n".join((message.text, message.plural, *translation.texts))
        """Everything that the message says in both languages, to look for signs in."""

    @property
    def written(self) -> tuple[str, ...]:
        """The texts that say something: not empty, and not ``-``."""
        return tuple(text for text in self.texts if text and text != NOTHING)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The running texts of the message."""
        if self.message.kind == "text":
            return tuple(sentence(text) for text in self.written)
        if self.message.field == "notes":
            return tuple(sentence(line) for line in lines_of(self.texts[0]))
        return ()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references of all sentences."""
        return tuple(reference for one in self.sentences for reference in one.references)

    @cached_property
    def reference_faults(self) -> list[tuple[str, str]]:
        """What is wrong with the references, as the reader of the sources sees it: code and sentence."""
        concepts = self.wording.content.termbase.concepts
        values = [name for name in self.asked if name not in concepts]
        return [
            (code, message)
            for reference in self.references
            for code, _, message in reference_problems(
                reference, concepts, values, self.wording.form_names(reference.name)
            )
        ]

    @cached_property
    def asked(self) -> dict[str, None]:
        """The concepts and values that the English text names, in order."""
        english = [sentence(text) for text in (self.message.text, self.message.plural) if text]
        return dict.fromkeys(reference.name for one in english for reference in one.references)

    def problem(self, message: str) -> Problem:
        """Return a problem at this message."""
        return self.wording.entry_problem(self.entry, message)
