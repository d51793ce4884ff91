"""What the rules about terminology look at: a termbase and what each language says, down to one concept in one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..catalogs.files import catalogs, read_catalog, translations
from ..catalogs.messages import Translations, english, terms, texts
from ..errors import TextError
from ..termbase.forms import capitalise, parse_form
from ..termbase.model import ConceptEntry, Termbase
from ..termbase.text import Reference, parse
from .quality import Quality
from .rule import Line, Problem


@dataclass(frozen=True)
class Content:
    """A termbase with everything that its languages say."""

    termbase: Termbase
    quality: Quality
    wordings: tuple[Wording, ...] = field(init=False)
    """One for each language, that of the sources first."""

    @classmethod
    def read(cls, termbase: Termbase, quality: Quality, locales: str, *, root: str | None = None) -> Content:
        """Return a termbase with the catalogs below ``locales``.

        ``root`` is what paths in findings are relative to. Raises CatalogError where a catalog is broken.
        """
        said = []
        for language, path in catalogs(locales):
            relative = os.path.relpath(path, root) if root else path
            shown = path if relative.startswith("..") else relative.replace(os.sep, "/")
            catalog = read_catalog(path, shown)
            places: dict[tuple[str, str], tuple[str, int]] = {}
            for entry in catalog:
                concept, dot, name = (entry.msgctxt or "").partition(".")
                if dot and not entry.obsolete:
                    places.setdefault((concept, name), (shown, entry.linenum or 0))
            said.append((language, translations(catalog), places))
        return cls.of(termbase, quality, said)

    @classmethod
    def of(
        cls,
        termbase: Termbase,
        quality: Quality,
        said: Iterable[tuple[str, Translations, Mapping[tuple[str, str], tuple[str, int]]]],
    ) -> Content:
        """Return a termbase with translations: for each language what it says, and where each message is written."""
        content = cls(termbase, quality)
        everything = [(termbase.language, english(termbase), {}), *said]
        object.__setattr__(content, "wordings", tuple(Wording(content, *one) for one in everything))
        return content

    @cached_property
    def concepts(self) -> tuple[ConceptEntry, ...]:
        """The concepts that are not obsolete."""
        return tuple(concept for concept in self.termbase.concepts.values() if not concept.replaced_by)

    @property
    def source(self) -> Wording:
        """What the language of the sources says."""
        return self.wordings[0]

    def problem(self, concept: ConceptEntry, field: str, message: str) -> Problem:
        """Return a problem of a concept that is the same in every language."""
        return self.source.problem(concept.id, field, message)


class Wording:
    """What one language says: the designations and texts of every concept, and where they are written."""

    def __init__(
        self,
        content: Content,
        language: str,
        said: Translations,
        places: Mapping[tuple[str, str], tuple[str, int]],
    ) -> None:
        """``places`` gives the file and line of each (concept, field) that a catalog has."""
        self.content = content
        self.language = language
        self.terms = terms(content.termbase, said, language)
        """Designations of each concept that has a term."""
        self._texts = texts(content.termbase, said)["concepts"]
        self._places = places

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every concept that is not obsolete, as this language words it."""
        return tuple(Entry(concept, self) for concept in self.content.concepts)

    def entry(self, concept: str) -> Entry:
        """Return one concept as this language words it."""
        return Entry(self.content.termbase.concepts[concept], self)

    def text(self, concept: str, field: str) -> str:
        """Return the definition or the explanation of a concept; empty where there is none."""
        return str(self._texts.get(concept, {}).get(field, ""))

    @cached_property
    def preferred(self) -> Mapping[str, list[str]]:
        """The concepts that have each preferred term, by the term without its case."""
        concepts: dict[str, list[str]] = {}
        for entry in self.entries:
            if entry.term:
                concepts.setdefault(entry.term.casefold(), []).append(entry.id)
        return concepts

    def problem(self, concept: str, field: str, message: str) -> Problem:
        """Return a problem of a concept, at the place where the field is written."""
        entry = self.content.termbase.concepts[concept]
        path, line = self._places.get((concept, field)) or (
            entry.path,
            entry.lines.get(field, entry.lines.get("id", 0)),
        )
        return Problem(Line(path, line, concept, field, self.language), message)


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept as one language words it."""

    concept: ConceptEntry
    wording: Wording

    @property
    def id(self) -> str:
        return self.concept.id

    @property
    def record(self) -> Mapping[str, Any]:
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

    def designations(self, status: str) -> Iterator[str]:
        """Yield the base form of each designation that is ``admitted`` or ``deprecated``."""
        for designation in self.record.get(status, ()):
            yield designation["forms"][0]

    @property
    def own_words(self) -> list[str]:
        """Every form of the preferred and the admitted terms, and the abbreviation."""
        words = [form for name, form in self.forms.items() if form and name != "compound"]
        words += [form for designation in self.record.get("admitted", ()) for form in designation["forms"]]
        words.append(self.record.get("abbreviation", ""))
        return [word for word in dict.fromkeys(words) if word not in ("", "-")]

    def text(self, field: str) -> str:
        """Return the definition or the explanation; empty where there is none."""
        return self.wording.text(self.id, field)

    def pieces(self, field: str) -> list[str | Reference]:
        """Return a text as literal pieces and references; nothing where it is broken (IMS105 says so)."""
        try:
            return parse(self.text(field))
        except TextError:
            return []

    def references(self, field: str) -> list[str]:
        """Return the ids that a text refers to, in order."""
        return [piece.name for piece in self.pieces(field) if isinstance(piece, Reference)]

    def literal(self, field: str) -> str:
        """Return a text with ``…`` for each term that it refers to."""
        return "".join(piece if isinstance(piece, str) else "…" for piece in self.pieces(field))

    def readable(self, field: str) -> str:
        """Return a text with the terms that it refers to, near enough for measuring."""
        return "".join(piece if isinstance(piece, str) else self._rendered(piece) for piece in self.pieces(field))

    def _rendered(self, reference: Reference) -> str:
        forms = self.wording.terms.get(reference.name, {}).get("forms", {})
        name, capital = parse_form(reference.form)
        text: str = forms.get(name) or forms.get("") or reference.name
        return capitalise(text) if capital else text

    def problem(self, field: str, message: str) -> Problem:
        """Return a problem at the place where a field of this concept is written in this language."""
        return self.wording.problem(self.id, field, message)
