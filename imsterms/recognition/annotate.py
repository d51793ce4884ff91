"""Terms in running text: ``glossary.annotate``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..concept import ABBREVIATION, ADMITTED, DEPRECATED, PLAIN, PREFERRED, Designation
from . import context
from .ambiguity import SENSES
from .endings import is_abbreviation
from .false_friends import CAPITALS_ONLY, ORDINARY
from .loose import COMPOUND, Loose
from .matcher import Candidate, Matcher, choose
from .ordinary import ordinary_words
from .surfaces import Reading, surfaces
from .words import fold

if TYPE_CHECKING:
    from ..concept import Concept
    from ..glossary import Glossary

EXACT = "exact"

_REASONS = {
    PREFERRED: "the preferred term of the concept",
    ABBREVIATION: "the abbreviation of the concept's term",
    ADMITTED: "an admitted term of the concept",
    DEPRECATED: "a deprecated term of the concept",
    PLAIN: "the plain wording for the concept",
}


class Meaning(NamedTuple):
    """A concept that a surface may stand for, through which designation, and why."""

    concept: Concept
    designation: Designation
    forms: tuple[str, ...]
    status: str
    reason: str
    """Why the surface may mean this, for people."""

    def as_dict(self) -> dict[str, Any]:
        """Return the meaning as plain data, the concept by its id."""
        return {
            "concept": self.concept.id,
            "designation": str(self.designation),
            "status": self.status,
            "forms": list(self.forms),
            "reason": self.reason,
        }


class Match(NamedTuple):
    """A term in a text."""

    start: int
    end: int
    """Offsets in the text as given, in code points."""
    text: str
    """What stands there."""
    concept: Concept
    designation: Designation
    """The designation, a string in its base form that knows its status, its forms and the reason against it."""
    forms: tuple[str, ...]
    """Names of the forms that look like this (``""`` is the base form); empty where that is not known."""
    status: str
    """``preferred``, ``admitted``, ``deprecated``, ``abbreviation`` or ``plain``."""
    kind: str
    """``exact``, or how it was found with the options: ``split``, ``misspelt`` or ``compound``."""
    candidates: tuple[Meaning, ...]
    """What else the words may mean, the likeliest first."""

    def as_dict(self) -> dict[str, Any]:
        """Return the match as plain data, the concept by its id and its preferred term."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "concept": self.concept.id,
            "term": str(self.concept.term),
            "designation": str(self.designation),
            "status": self.status,
            "forms": list(self.forms),
            "kind": self.kind,
            "candidates": [meaning.as_dict() for meaning in self.candidates],
        }


class Surface:
    """What a surface stands for, worked out once."""

    __slots__ = ("candidates", "capitals", "first", "plain", "rules")

    def __init__(self, meanings: list[Meaning], capitals: str, rules: tuple[context.Rule, ...]) -> None:
        self.first = meanings[0]
        self.candidates = tuple(meanings[1:])
        self.capitals = capitals
        """How it must be written where small letters would be another word; empty where any case will do."""
        self.rules = rules
        self.plain = self.first.status == PLAIN


class Annotator:
    """Finds the terms of a glossary in texts; made once and shared."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._language = glossary.language
        self._matcher = Matcher((reading.text, reading) for reading in surfaces(glossary))
        self._rules = context.rules(self._language)
        self._ordinary = ORDINARY.get(self._language, frozenset())
        # the readings of a surface by identity: the trie and the loose index keep the lists alive
        self._known: dict[int, Surface] = {}

    def annotate(
        self, text: str, *, misspellings: bool = False, split: bool = False, compounds: bool = False
    ) -> list[Match]:
        """Return the terms of a text, by start."""
        exact = self._accepted(text)
        if not (misspellings or split or compounds):
            return [self._match(text, found, EXACT) for found in choose(exact, self._rank)]
        kinds: dict[tuple[int, int, int], str] = {}
        everything = {(found.start, found.end): found for found in exact}
        for found, kind in self._loose.find(text, misspellings=misspellings, split=split, compounds=compounds):
            if self._surface(found.values).plain or self._ruled_out(text, found):
                continue
            # what is written as it should be is no misspelling of something else
            if everything.setdefault((found.start, found.end), found) is found:
                kinds[found.start, found.end, id(found.values)] = kind
        chosen = choose(sorted(everything.values(), key=lambda one: (one.start, one.end)), self._rank)
        return [self._match(text, one, kinds.get((one.start, one.end, id(one.values)), EXACT)) for one in chosen]

    @cached_property
    def _loose(self) -> Loose:
        return Loose(self._matcher, self._language, frozenset(ordinary_words(self._glossary)))

    def _accepted(self, text: str) -> list[Candidate[Reading]]:
        return [found for found in self._matcher.find(text) if not self._ruled_out(text, found)]

    def _ruled_out(self, text: str, found: Candidate[Reading]) -> bool:
        """Tell whether what stands there is another word."""
        surface = self._known.get(id(found.values)) or self._surface(found.values)
        if surface.capitals:
            written = text[found.start : found.start + len(surface.capitals)]
            if written != surface.capitals and not written.isupper():
                return True
        return bool(surface.rules) and any(rule.speaks_against(text, found.start, found.end) for rule in surface.rules)

    def _rank(self, found: Candidate[Reading]) -> tuple[bool, int]:
        # a plain wording never hides a term
        return self._known[id(found.values)].plain, found.start - found.end

    def _match(self, text: str, found: Candidate[Reading], kind: str) -> Match:
        surface = self._known[id(found.values)]
        written = text[found.start : found.end]
        first, candidates = surface.first, surface.candidates
        if candidates and len({reading.text for reading in found.values}) > 1:
            # two designations that differ in case alone: the one that is written so
            meanings = self._meanings(found.values, written)
            first, candidates = meanings[0], tuple(meanings[1:])
        concept, designation, forms, status, _ = first
        # the form of a compound is that of its last part, which is not the term
        forms = () if kind == COMPOUND else forms
        return Match(found.start, found.end, written, concept, designation, forms, status, kind, candidates)

    def _surface(self, readings: list[Reading]) -> Surface:
        meanings = self._meanings(readings, None)
        text = readings[0].text
        folded = fold(text)
        small = folded in self._ordinary or len(text) <= CAPITALS_ONLY
        capitals = text if small and is_abbreviation(readings[0].base) else ""
        surface = Surface(meanings, capitals, self._rules.get(folded, ()))
        return self._known.setdefault(id(readings), surface)

    def _meanings(self, readings: list[Reading], written: str | None) -> list[Meaning]:
        """Return what readings mean, each concept once, the likeliest first."""
        best: dict[str, Reading] = {}
        for reading in sorted(readings, key=lambda one: (one.text != written if written else False, one.rank)):
            best.setdefault(reading.concept_id, reading)
        meanings = [self._meaning(reading, readings) for reading in best.values()]
        first = meanings[0]
        for concept_id, reason in SENSES.get((first.concept.id, fold(first.designation)), ()):
            if concept_id in best or concept_id not in self._glossary or not self._glossary[concept_id].has_term:
                continue
            other = self._glossary[concept_id]
            meanings.append(Meaning(other, other.designations[0], (), PREFERRED, reason))
        return meanings

    def _meaning(self, reading: Reading, readings: list[Reading]) -> Meaning:
        concept = self._glossary[reading.concept_id]
        forms = dict.fromkeys(
            name
            for other in readings
            if (other.concept_id, other.status, other.base, other.listed)
            == (reading.concept_id, reading.status, reading.base, reading.listed)
            for name in other.forms
        )
        reason = _REASONS[reading.status] + ("" if reading.listed else ", with a regular ending")
        return Meaning(concept, _designation(concept, reading), tuple(forms), reading.status, reason)


def _designation(concept: Concept, reading: Reading) -> Designation:
    for designation in concept.designations:
        if designation.status == reading.status and designation == reading.base:
            return designation
    raise AssertionError(f"{reading.base} is no designation of {concept.id}")


def annotator(glossary: Glossary) -> Annotator:
    """Return the annotator of a glossary, made when first asked for."""
    found = glossary._annotator
    if found is None:
        found = glossary._annotator = Annotator(glossary)
    return found
