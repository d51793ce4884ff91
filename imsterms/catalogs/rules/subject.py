"""What rules look at: a catalog in the light of its termbase, message by message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polib

from ...errors import TextError
from ...termbase.designation import lines_of
from ...termbase.forms import FORMS, STORED, base_form, parse_form
from ...termbase.model import LISTS, NOTHING, PHRASES, Termbase
from ...termbase.text import Reference, parse
from .. import messages
from ..files import translations
from ..messages import Message

if TYPE_CHECKING:
    from ...termbase.records import TermRecord

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
GAP = "\0"
"""Stands where a text has a reference; no text has one of its own."""

PREFERRED, ADMITTED, DEPRECATED, OTHER = "preferred", "admitted", "deprecated", "other"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A running text: what a translator wrote in a text message, or a line of a notes message."""

    text: str
    pieces: tuple[str | Reference, ...]
    """The text taken apart; nothing where its braces are broken."""
    error: str = ""
    """What is wrong with the braces."""

    @property
    def references(self) -> list[Reference]:
        return [piece for piece in self.pieces if isinstance(piece, Reference)]

    @property
    def words(self) -> str:
        """The author's own words, with a GAP where a reference stands."""
        return "".join(GAP if isinstance(piece, Reference) else piece for piece in self.pieces)


def sentence(text: str) -> Sentence:
    """Return a text taken apart; broken braces are noted and not raised."""
    try:
        return Sentence(text, tuple(parse(text)))
    except TextError as error:
        return Sentence(text, (), str(error))


class Checked:
    """One translated message: what is asked for, and what the catalog says."""

    def __init__(self, message: Message, entry: polib.POEntry, texts: tuple[str, ...]) -> None:
        self.message = message
        self.entry = entry
        self.texts = texts

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
    def english(self) -> tuple[Sentence, ...]:
        """The English text, singular and plural."""
        return tuple(sentence(text) for text in (self.message.text, self.message.plural) if text)

    @cached_property
    def named_in_english(self) -> dict[str, None]:
        """The concepts and values that the English text names, in order."""
        return dict.fromkeys(reference.name for one in self.english for reference in one.references)


class Subject:
    """A catalog that is checked."""

    def __init__(
        self,
        language: str,
        path: str,
        catalog: polib.POFile,
        termbase: Termbase,
        asked: Iterable[Message],
        others: Mapping[str, polib.POFile],
    ) -> None:
        """``asked`` are the messages of the termbase; ``others`` the other catalogs, by language."""
        self.language = language
        self.path = path
        self.catalog = catalog
        self.termbase = termbase
        self.messages = {message.context: message for message in asked}
        self.others = others
        self.entries: dict[str, polib.POEntry] = {}
        for entry in catalog:
            if not entry.obsolete and entry.msgctxt is not None:
                self.entries.setdefault(entry.msgctxt, entry)
        self._translations = translations(catalog)
        self._inflected: dict[str, frozenset[str]] = {}

    def checked(self) -> Iterator[Checked]:
        """Yield every message that is in the catalog, in the order of the sources."""
        for context, message in self.messages.items():
            entry = self.entries.get(context)
            if entry is not None:
                yield Checked(message, entry, self._translations[context].texts)

    def texts(self, concept: str, field: str) -> tuple[str, ...]:
        """Return what the catalog says in a field of a concept; nothing where the message is not there."""
        translation = self._translations.get(messages.context_of(concept, field))
        return translation.texts if translation else ()

    def entry(self, concept: str, field: str) -> polib.POEntry | None:
        """Return the entry of a field of a concept."""
        return self.entries.get(messages.context_of(concept, field))

    @cached_property
    def records(self) -> dict[str, TermRecord]:
        """The designations of every concept that has a term in this language."""
        return messages.terms(self.termbase, self._translations, self.language)

    @cached_property
    def _foreign(self) -> dict[str, dict[str, TermRecord]]:
        return {name: messages.terms(self.termbase, translations(one), name) for name, one in self.others.items()}

    def known_forms(self, concept: str) -> tuple[str, ...]:
        """Return the names of the forms that there may be: those of the table, and the concept's own."""
        record = self.records.get(concept, {})
        return tuple(dict.fromkeys((*FORMS, *record.get("forms", ()))))

    def has_form(self, concept: str, spec: str) -> bool:
        """Return whether a concept has a form here; one that is only not translated yet counts as there."""
        record = self.records.get(concept)
        name = parse_form(spec)[0]
        if record is None:
            return True
        forms = record["forms"]
        if name in forms:
            return forms[name] is not None
        if name in STORED:
            return True
        if name in ("short", "full", "the full", "short genitive"):
            base = {"short": "", "full": "", "the full": "the", "short genitive": ""}[name]
            return "abbreviation" in record and forms.get(base, "") is not None
        if name.endswith("genitive"):
            return forms.get(name[:-8].rstrip(), "") is not None
        return name in record  # plain; a compound form stands in ``forms``

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every designation of the language, in lower case."""
        return frozenset(word for form in self.designations.statuses for word in form.split())

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The terms of one word in lower case, in the forms that may end a compound."""
        return frozenset(
            form
            for record in self.records.values()
            for name, form in record["forms"].items()
            if form and name in ("", "the", "plural", "the plural") and form.islower() and form.isalpha()
        )

    @cached_property
    def inflected_adjectives(self) -> frozenset[str]:
        """The adjectives in terms of several words, in the forms that go with a plural or a definite noun."""
        found: set[str] = set()
        for record in self.records.values():
            forms = record["forms"]
            base = base_form(record).split()
            for name in ("the", "plural", "the plural"):
                words = (forms.get(name) or "").split()[-len(base) :]
                if len(words) == len(base) > 1 and words[-1] != base[-1]:
                    found.update(word for word, before in zip(words[:-1], base, strict=False) if word != before)
        return frozenset(found)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The abbreviations of the language."""
        return frozenset(short for record in self.records.values() if (short := record.get("abbreviation")))

    @cached_property
    def compounds(self) -> frozenset[str]:
        """The designations of one word, here and in the other catalogs."""
        others = (Designations(records).statuses for records in self._foreign.values())
        return frozenset(form for forms in (self.designations.statuses, *others) for form in forms if " " not in form)

    def inflected_in(self, language: str) -> frozenset[str]:
        """Return the inflected forms of terms of one word in another language that differ from those here."""
        found = self._inflected.get(language)
        if found is None:
            found = self._inflected[language] = frozenset(self._inflected_in(language))
        return found

    def _inflected_in(self, language: str) -> Iterator[str]:
        for concept, theirs in self._foreign.get(language, {}).items():
            here = self.records.get(concept, {}).get("forms", {})
            for name in ("the", "plural", "the plural"):
                form = theirs["forms"].get(name)
                # a short word is too easily a word of its own
                if form and here.get(name) and form != here[name] and " " not in form and len(form) > 5:
                    yield form.lower()

    @cached_property
    def designations(self) -> Designations:
        """Every designation of the language, to be found in running text."""
        return Designations(self.records)


class Designations:
    """The designations of a language by their words, in every form that the catalog states."""

    def __init__(self, records: Mapping[str, TermRecord]) -> None:
        self.statuses: dict[str, list[tuple[str, str]]] = {}
        """Form, in lower case -> (concept, status)."""
        self._lengths: dict[str, set[int]] = {}
        for concept, record in records.items():
            for form in record["forms"].values():
                self._add(form, concept, PREFERRED)
            for phrase in PHRASES:
                self._add(record.get(phrase), concept, OTHER)
            for field in LISTS:
                for designation in record.get(field, ()):
                    for form in designation["forms"]:
                        self._add(form, concept, PREFERRED if field == "variants" else field)

    def _add(self, form: str | None, concept: str, status: str) -> None:
        if not form or form == NOTHING:
            return
        words = WORD.findall(form.lower())
        if not words:
            return
        known = self.statuses.setdefault(" ".join(words), [])
        if (concept, status) not in known:
            known.append((concept, status))
        self._lengths.setdefault(words[0], set()).add(len(words))

    def find(self, text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield (words as written, [(concept, status)]) for each designation in a text, the longest at each place."""
        found = list(WORD.finditer(text))
        place = 0
        while place < len(found):
            for length in sorted(self._lengths.get(found[place][0].lower(), ()), reverse=True):
                words = found[place : place + length]
                key = " ".join(word[0].lower() for word in words)
                start, end = words[0].start(), words[-1].end()
                # the words of a designation have nothing but one space between them
                if key in self.statuses and len(words) == length and len(key) == end - start:
                    yield text[start:end], self.statuses[key]
                    place += length
                    break
            else:
                place += 1
