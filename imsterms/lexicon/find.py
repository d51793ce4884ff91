"""Look-up by any form of any designation, exactly as the termbase writes it but for case and white space."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from .concept import Concept, Concepts
from .designation import ABBREVIATION, ADMITTED, DEPRECATED, LAY, PLAIN, PREFERRED, VARIANT
from .schema import PYDANTIC

ORDER = {PREFERRED: 0, VARIANT: 1, ABBREVIATION: 2, ADMITTED: 3, PLAIN: 4, LAY: 5, DEPRECATED: 6}
"""Which designations come first where several fit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that was found, and through which designation."""

    concept: Concept
    designation: str
    """The designation in its base form."""
    status: str
    """``preferred``, ``admitted``, ``deprecated``, ``abbreviation``, ``plain`` or ``variant``."""
    forms: tuple[str, ...]
    """Names of the forms that were written; several where forms look alike."""
    text: str
    """The form as the termbase writes it."""
    language: str = ""
    """The language of the designation, where ``search`` found it in another language than it was asked in."""

    __get_pydantic_core_schema__ = PYDANTIC

    def __str__(self) -> str:
        return self.text

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return what was found as plain data, the concept by its id and its preferred term."""
        return {
            "concept": self.concept.id,
            "term": str(self.concept),
            "designation": self.designation,
            "status": self.status,
            "forms": list(self.forms),
            "text": self.text,
            "language": self.language or self.concept.language,
        }


def key(text: str) -> str:
    """Return a text as it is compared by ``find``: composed, folded, spaces single, soft hyphens gone.

    >>> key("Trigger\\u00a0 Points")
    'trigger points'
    """
    return " ".join(normalize("NFC", text.replace("\u00ad", "")).casefold().split())


def index(glossary: Concepts) -> Index:
    """Return the index of a glossary, made when first asked for."""
    found: Index | None = glossary.kept.get("index")
    return found if found is not None else glossary.kept.setdefault("index", Index(glossary))


class Index:
    """Every form of every designation of a glossary."""

    def __init__(self, glossary: Concepts) -> None:
        self._exact: dict[str, list[Found]] = {}
        self._by_designation: dict[str, list[list[Found]]] = {}
        for concept in glossary.values():
            for designation in concept.designations:
                by_text: dict[str, list[str]] = {}
                results: list[Found] = []
                self._by_designation.setdefault(concept.id, []).append(results)
                for name, form in designation.forms.items():
                    by_text.setdefault(form, []).append(name)
                for text, names in by_text.items():
                    found = Found(concept, str(designation), designation.status, tuple(names), text)
                    self._exact.setdefault(key(text), []).append(found)
                    results.append(found)
        for candidates in self._exact.values():
            candidates.sort(key=lambda found: ORDER[found.status])

    def find(self, text: str) -> list[Found]:
        """Return the concepts of which ``text`` is a designation, each once, preferred terms first."""
        best: dict[str, Found] = {}
        for found in self._exact.get(key(text), ()):
            best.setdefault(found.concept.id, found)
        return list(best.values())

    def by_designation(self, concept_id: str) -> list[list[Found]]:
        """Return what is found by each form of a concept's designations, a list for each designation."""
        return self._by_designation.get(concept_id, [])
