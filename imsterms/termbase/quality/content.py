"""What the quality rules look at: the termbase, what each language says, and what is agreed about both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ...errors import TextError
from ..forms import capitalise, parse_form
from ..model import ConceptEntry, Termbase
from ..text import Reference, parse
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language says, in the shape of the runtime data, and where it is written."""

    language: str
    terms: Mapping[str, Mapping[str, Any]]
    """Terms record of each concept that has a term."""
    texts: Mapping[str, Mapping[str, Any]]
    """Definition, explanation and notes of each concept."""
    places: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """(concept, field) -> file and line."""

    def forms(self, concept: str) -> Mapping[str, str | None]:
        """Return the forms of a concept's preferred term, by name."""
        forms: Mapping[str, str | None] = self.terms.get(concept, {}).get("forms", {})
        return forms

    def text(self, concept: str, name: str) -> str:
        """Return the definition or the explanation of a concept; empty where there is none."""
        return str(self.texts.get(concept, {}).get(name, ""))

    def pieces(self, concept: str, name: str) -> list[str | Reference]:
        """Return a text as literal pieces and references; nothing where it is broken (IMS105 says so)."""
        try:
            return parse(self.text(concept, name))
        except TextError:
            return []

    def references(self, concept: str, name: str) -> list[str]:
        """Return the ids that a text refers to, in order."""
        return [piece.name for piece in self.pieces(concept, name) if isinstance(piece, Reference)]

    def literal(self, concept: str, name: str) -> str:
        """Return a text without the terms that it refers to; ``…`` stands for each."""
        return "".join(piece if isinstance(piece, str) else "…" for piece in self.pieces(concept, name))

    def readable(self, concept: str, name: str) -> str:
        """Return a text with the terms that it refers to, near enough for measuring."""
        return "".join(
            piece if isinstance(piece, str) else self._rendered(piece) for piece in self.pieces(concept, name)
        )

    def _rendered(self, reference: Reference) -> str:
        forms = self.forms(reference.name)
        name, capital = parse_form(reference.form)
        text = forms.get(name) or forms.get("") or reference.name
        return capitalise(text) if capital else text

    def own_words(self, concept: str) -> list[str]:
        """Return every form of a concept's preferred and admitted terms, and its abbreviation."""
        record = self.terms.get(concept, {})
        words = [form for name, form in self.forms(concept).items() if form and name != "compound"]
        words += [form for one in record.get("admitted", ()) for form in one["forms"]]
        words.append(record.get("abbreviation", ""))
        return [word for word in dict.fromkeys(words) if word not in ("", "-")]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule found; the place and the rule's code are added by ``check``."""

    concept: str
    language: str
    field: str
    message: str


@dataclass(frozen=True)
class Content:
    """All that the rules look at."""

    termbase: Termbase
    wordings: tuple[Wording, ...]
    """One for each language, that of the sources first."""
    settings: Settings

    @cached_property
    def entries(self) -> tuple[ConceptEntry, ...]:
        """The concepts that are not obsolete."""
        return tuple(entry for entry in self.termbase.concepts.values() if not entry.replaced_by)

    @property
    def source(self) -> Wording:
        """The wording of the sources' own language."""
        return next(wording for wording in self.wordings if wording.language == self.termbase.language)

    def each(self, name: str) -> Iterator[tuple[Wording, str, str]]:
        """Yield (wording, concept, text) for every text of that name that there is."""
        for wording in self.wordings:
            for entry in self.entries:
                if text := wording.text(entry.id, name):
                    yield wording, entry.id, text
