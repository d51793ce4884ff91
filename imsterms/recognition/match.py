"""A term that was found in a text, and what else the words may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..lexicon.schema import core_schema
from .senses import CERTAIN, Confidence

if TYPE_CHECKING:
    from ..lexicon.concept import Concept
    from ..lexicon.designation import Designation


class Meaning(NamedTuple):
    """A concept that a surface may stand for, through which designation, and why."""

    concept: Concept
    designation: Designation
    forms: tuple[str, ...]
    reason: str
    """Why the surface may mean this, for people."""

    def as_dict(self) -> dict[str, object]:
        """Return the meaning as plain data, the concept by its id."""
        return {
            "concept": self.concept.id,
            "designation": str(self.designation),
            **self.designation.properties(),
            "forms": list(self.forms),
            "reason": self.reason,
        }


class Match(NamedTuple):
    """A term in a text."""

    start: int
    end: int
    """Offsets in the text as given, in code points."""
    text: str
    """The text that was matched."""
    concept: Concept
    designation: Designation
    """The designation, a string in its base form that knows its status, type and register, its forms and its reason."""
    forms: tuple[str, ...]
    """Names of the forms that look like this (``""`` is the base form); empty where that is not known."""
    kind: str
    """``exact``, or how else: ``coordinated``, ``compound``, ``split``, ``unaccented`` or ``misspelt``."""
    candidates: tuple[Meaning, ...]
    """What else the words may mean, the likeliest first."""
    confidence: Confidence = CERTAIN[0]
    """How sure it is that the words mean the concept: ``possible``, ``likely`` or ``certain``."""
    why: str = CERTAIN[1]
    """Why it is so sure, for people."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        return core_schema(cls)

    def __str__(self) -> str:
        return self.text

    @property
    def status(self) -> str:
        """That of the designation: ``preferred``, ``admitted`` or ``deprecated``."""
        return self.designation.status

    def as_dict(self) -> dict[str, object]:
        """Return the match as plain data, the concept by its id and its preferred term."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "concept": self.concept.id,
            "term": str(self.concept.term) if self.concept.has_term else "",
            "designation": str(self.designation),
            **self.designation.properties(),
            "forms": list(self.forms),
            "kind": self.kind,
            "candidates": [meaning.as_dict() for meaning in self.candidates],
            "confidence": str(self.confidence),
            "why": self.why,
        }
