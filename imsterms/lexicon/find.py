"""Look-up by any form of any designation, exactly as the termbase writes it but for case and white space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from .concept import Concept, Concepts
from .designation import ABBREVIATION, ADMITTED, DEPRECATED, LAY, PLAIN, TERM, VARIANTS, Designation
from .schema import PYDANTIC

ORDER = {TERM: 0, VARIANTS: 1, ABBREVIATION: 2, ADMITTED: 3, PLAIN: 4, LAY: 5, DEPRECATED: 6}
"""Which designations come first where several fit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that was found, and through which designation."""

    concept: Concept
    designation: Designation
    """The designation, a string in its base form that knows its status, type and register."""
    forms: tuple[str, ...]
    """Names of the forms that were written; several where forms look alike."""
    text: str
    """The form as the termbase writes it."""
    language: str = ""
    """The language of the designation, where ``search`` found it in another language than it was asked in."""

    __get_pydantic_core_schema__ = PYDANTIC

    def __str__(self) -> str:
        return self.text

    @property
    def status(self) -> str:
        """``preferred``, ``admitted`` or ``deprecated``."""
        return self.designation.status

    @property
    def type(self) -> str:
        """``full form``, ``abbreviation`` or ``variant spelling``."""
        return self.designation.type

    @property
    def register(self) -> str:
        """``clinical``, or ``lay`` where patients are spoken to or speak."""
        return self.designation.register

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return what was found as plain data, the concept by its id and its preferred term."""
        return {
            "concept": self.concept.id,
            "term": str(self.concept),
            "designation": str(self.designation),
            **self.designation.properties(),
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


class Written(NamedTuple):
    """A designation as it is written: each text, with the names of the forms that look like it."""

    concept: Concept
    designation: Designation
    texts: dict[str, tuple[str, ...]]

    def found(self, text: str) -> Found:
        """Return what is handed out where the designation was found by ``text``, one of its texts."""
        return Found(self.concept, self.designation, self.texts[text], text)


def written(glossary: Concepts) -> list[Written]:
    """Return every designation of a glossary; they are put together when first asked for."""
    made: list[Written] | None = glossary.kept.get("written")
    if made is None:
        made = []
        for concept in glossary.values():
            for designation in concept.designations:
                texts: dict[str, tuple[str, ...]] = {}
                for name, form in designation.forms.items():
                    texts[form] = (*texts.get(form, ()), name)
                made.append(Written(concept, designation, texts))
        glossary.kept["written"] = made
    return made


def find(glossary: Concepts, text: str) -> list[Found]:
    """Return the concepts of which ``text`` is a designation, each once, preferred terms first."""
    table: dict[str, list[tuple[Written, str]]] | None = glossary.kept.get("find")
    if table is None:
        table = {}
        for designation in sorted(written(glossary), key=lambda one: ORDER[one.designation.field]):
            for form in designation.texts:
                table.setdefault(key(form), []).append((designation, form))
        glossary.kept["find"] = table
    best: dict[str, Found] = {}
    for designation, form in table.get(key(text), ()):
        if designation.concept.id not in best:
            best[designation.concept.id] = designation.found(form)
    return list(best.values())
