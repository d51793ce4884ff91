"""Terms in running text: ``glossary.annotate``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, TypedDict

from ..languages.profile import profile
from ..languages.word_lists import word_lists
from ..lexicon.designation import ABBREVIATION, ADMITTED, DEPRECATED, LAY, PLAIN, TERM
from . import context
from .compounds import Compounds, all_first_parts, unaccented_terms
from .coordination import Coordination
from .loose import COMPOUND, MISSPELT, SPLIT, Loose
from .match import Match, Meaning
from .matcher import Candidate, Matcher, Place, choose
from .misspellings import ordinary_words
from .scanner import BEGINNING, join
from .senses import AT_LEAST, VARIANTS, Confidence, Sense, Text, senses_of
from .surfaces import Reading, is_abbreviation, surfaces
from .words import HYPHENS, fold

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts

EXACT, COORDINATED, UNACCENTED = "exact", "coordinated", "unaccented"
_new: Any = tuple.__new__

_AFTER_HYPHEN = re.compile(rf"[{HYPHENS}]([^\W\d_]{{3,40}})(?![{HYPHENS}\w])")

_CAPITALS_ONLY = 2
"""Abbreviations of so few letters are terms in capitals only."""

_REASONS = {
    TERM: "the preferred term of the concept",
    ABBREVIATION: "the abbreviation of the concept's term",
    ADMITTED: "an admitted term of the concept",
    DEPRECATED: "a deprecated term of the concept",
    LAY: "an everyday word for the concept",
    PLAIN: "the plain wording for the concept",
}


class Level(IntEnum):
    """Which of overlapping surfaces is kept: the lowest, and of those the longest."""

    TERM = 0
    PHRASE = 1
    """An everyday phrase with terms in it, of which it takes the place: smerter i kneet."""
    WORD = 2
    """Any other everyday word, which never hides a term."""


class Options(TypedDict, total=False):
    """How sure it must be that words mean a term, and in which other ways terms may be written."""

    at_least: str
    misspellings: bool
    split: bool
    compounds: bool


class Surface:
    """What a surface stands for, worked out once."""

    __slots__ = (
        "ambiguous",
        "anywhere",
        "capitals",
        "kind",
        "level",
        "long_forms",
        "named",
        "plain",
        "rest",
        "rules",
        "sense",
        "shows_health",
    )

    def __init__(
        self,
        meanings: list[Meaning],
        capitals: str,
        rules: tuple[context.Rule, ...],
        cased: bool,
        sense: Sense | None,
        kind: str,
        level: Level,
    ) -> None:
        concept, designation, forms, _ = meanings[0]
        self.kind = kind
        self.sense = sense
        """What is known of its other senses; None where it has none."""
        self.ambiguous = sense is not None and not sense.figurative
        """Whether it has senses that are no figures of speech."""
        self.shows_health = sense is None or sense.alone is Confidence.CERTAIN and not sense.near
        """Whether it means the term wherever it stands, and says so of the text."""
        self.named = designation != designation.lower()
        """Whether it has a capital wherever it stands."""
        self.long_forms = (
            ()
            if designation.field != ABBREVIATION
            else tuple(fold(other) for other in concept.designations if other.field in (TERM, ADMITTED))
        )
        """What it is short for, where it is an abbreviation."""
        # the form of a compound is that of its last part, which is not the term
        forms = () if kind == COMPOUND else forms
        self.rest = None if cased else (concept, designation, forms, kind, tuple(meanings[1:]))
        """What a match says after its text; None where that depends on its case."""
        self.capitals = capitals
        """How it must be written where lower case would be another word; empty where any case will do."""
        self.rules = rules
        self.anywhere = not (capitals or rules)
        """Whether it means this wherever it stands."""
        self.plain = designation.field == PLAIN
        self.level = level
        """Which is kept where it overlaps others."""


class Annotator:
    """Finds the terms of a glossary in texts; made once and shared."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self.lists = word_lists(glossary.language, glossary._word_lists)
        """The word lists of the language, with those that the termbase adds."""
        readings = surfaces(glossary)
        self._matcher = Matcher(
            ((reading.text, reading) for reading in readings),
            common=self.lists.common,
            conjunctions=self.lists.conjunctions,
            sought=_may_be_faulty,
        )
        self.first_parts = all_first_parts(readings, self._matcher, self.lists.joints)
        """What compounds of the terms may begin with."""
        self._compounds = Compounds(profile(glossary.language), self.lists, self.first_parts, {})
        self._coordination = Coordination(self._place, self.lists.conjunctions, self.lists.joints)
        self._others: dict[tuple[str, int, bool], Place[Reading]] = {}
        self._rules = context.rules(self.lists.false_friends)
        self.senses = senses_of(glossary)
        """The words of the language that have other senses, and names."""
        self._unaccented = unaccented_terms(readings, glossary.language)
        beginnings = self._compounds.beginnings.union(word[:BEGINNING] for word in self._unaccented)
        self._matcher.find_longer(beginnings, self._longer)

    def in_capitals_only(self, base: str) -> bool:
        """Return whether a designation is an abbreviation that in lower case would be another word."""
        return (fold(base) in self.lists.capitals_only or len(base) <= _CAPITALS_ONLY) and is_abbreviation(base)

    def surface(self, text: str) -> Surface | None:
        """Return what a surface stands for."""
        place = self._matcher.place(text)
        if place is None:
            return None
        surface: Surface = place.note or self._surface(place)
        return surface

    def _has_figures(self, surface: str) -> bool:
        """Return whether a folded term that no list names is of the kind that figures of speech and names have.

        That is one word that says nothing of health itself ("Painkiller"), in a language whose compounds are several.
        """
        if " " in surface or not self.lists.subject or profile(self._glossary.language).compound == "joined":
            return False
        return not self.senses.speaks_of_health(surface)

    def apart(self, theirs: Concepts) -> Matcher[Reading]:
        """Return what finds the terms of another written form that are no words of this one, in a fraction of the time.

        Where it finds nothing, ``annotate`` in the other form finds only what both have.
        """
        theirs.kept.setdefault("text", self._glossary.kept.get("text", ""))
        readings = (each for each in surfaces(theirs) if each.field in (TERM, ADMITTED))
        apart = Matcher((each.text, each) for each in readings if self._matcher.place(each.text) is None)
        join((self._matcher.seeker, self._loose.apart.scanner, apart.scanner))
        return apart

    def may_be_faulty(self, text: str) -> bool:
        """Return whether a text may have a faulty term; where it has none, no rule has to look at its terms."""
        return any(not found[2] or not self._ruled_out(text, found) for found in self.suspicious(text))

    def suspicious(self, text: str) -> Iterator[Candidate[Reading]]:
        """Yield what may be deprecated, an abbreviation, of several words, or written apart, this without values."""
        joined: list[Candidate[Reading]] = []
        terms = self._matcher.find(text, joined, sought=True)
        apart = self._loose.apart.find(text) if profile(self._glossary.language).compound == "joined" else ()
        yield from (found for found in terms if any(map(_may_be_faulty, found[2])))
        for start, end, _ in chain(joined, self._coordination.find(text, ()), apart):
            yield _new(Candidate, (start, end, ()))  # whatever is around

    def admitted(self, text: str) -> list[Candidate[Reading]]:
        """Return the places that may be admitted terms."""
        return [found for found in self._matcher.find(text) if any(each.field == ADMITTED for each in found[2])]

    def annotate(
        self,
        text: str,
        *,
        at_least: str = Confidence.LIKELY,
        misspellings: bool = False,
        split: bool = False,
        compounds: bool = False,
    ) -> list[Match]:
        """Return the terms of a text that are at least so sure, by start."""
        sure_enough = AT_LEAST[at_least] if at_least in AT_LEAST else AT_LEAST[Confidence(at_least)]
        everything = self._accepted(text)
        if misspellings or split or compounds:
            exact = {found[:2]: found for found in reversed(everything)}  # what is listed comes first
            for found, kind in self._loose.find(text, misspellings=misspellings, split=split, compounds=compounds):
                surface = found.values.note or self._surface(found.values)
                # what is written as it should be is no misspelling of something else
                if not surface.plain and not self._ruled_out(text, found):
                    exact.setdefault(found[:2], found._replace(values=self._as(kind, found.values)))
            everything = sorted(exact.values(), key=lambda found: (found.start, found.end))
        chosen = choose(everything, self._rank, self._covers)
        if not chosen and "-" not in text:
            return []
        shortened = [
            found._replace(values=self._as(COORDINATED, found.values))
            for found in self._coordination.find(text, chosen)
            if self._has_one_sense(found.values)
        ]
        if shortened:
            # of two that are as long the first is kept: "muscle" in "muscle and joint pain"
            chosen = choose(sorted([*shortened, *chosen], key=lambda found: found.start), self._rank, self._covers)
        if not chosen:
            return []
        surroundings = self._surroundings(text, chosen)
        matches = []
        for start, end, values in chosen:
            surface = values.note
            confidence, why = surroundings.judge(start, end, surface.sense, surface.named, surface.long_forms)
            if surface.kind != EXACT and confidence is Confidence.CERTAIN:
                confidence, why = VARIANTS[surface.kind]
            # whoever asks for misspellings gets them, unsure as they are
            if confidence in sure_enough or why == VARIANTS[MISSPELT][1]:
                written = text[start:end]
                rest = surface.rest or self._rest(values, written)
                matches.append(_new(Match, (start, end, written, *rest, confidence, why)))
        return matches

    def _surroundings(self, text: str, chosen: list[Candidate[Reading]]) -> Text:
        """Return the text with the terms that can mean one thing only, by which the others are judged."""
        sure = {start: values[0].named.concept_id for start, _, values in chosen if values.note.shows_health}
        return Text(text, self.senses, [*sure], len({*sure.values()}))

    @cached_property
    def _loose(self) -> Loose:
        return Loose(
            self._matcher,
            self.first_parts,
            profile(self._glossary.language),
            self.lists,
            lambda: self.lists.near_words.union(ordinary_words(self._glossary)),
        )

    def _longer(self, word: str) -> Place[Reading] | None:
        """Return what a word stands for that is plainly a compound of a term, or a term without some letters."""
        place = self._compounds.sure_part(word)
        if place:
            return self._as(COMPOUND, place) if self._names_concept(place) else None
        term = self._unaccented.get(word)
        place = self._place(term) if term and word not in self.lists.near_words else None
        return self._as(UNACCENTED, place) if place else None

    def _hyphenated(self, text: str, found: Candidate[Reading]) -> Candidate[Reading] | None:
        """Return the compound that a term begins, written with a hyphen: "IMS-behandling", "triggerpunkt-kurs"."""
        after = _AFTER_HYPHEN.match(text, found.end)
        if after is None or not after[1][0].islower() or self._ruled_out(text, found):
            return None
        # an address, or one of several first parts: "hjerte/smerte-visa"
        if text[max(0, found.start - 1) : found.start] == "/" or text.startswith("/", after.end()):
            return None
        whole = self._place(text[found.start : found.end] + after[1])
        if whole:
            return Candidate(found.start, after.end(), self._as(SPLIT, whole))
        shortest = 2 if found.values.note.long_forms else 3
        goes_with_any = self._compounds.goes_with_any(fold(after[1]))
        is_named = found.values.note.level is Level.TERM if goes_with_any else self._names_concept(found.values)
        if found.end - found.start <= shortest or not is_named:
            return None
        if self._compounds.is_another(fold(text[found.start : found.end]), fold(after[1])):
            return None
        # what goes with any term is a compound where the term is one, the rest only near words of health
        sense = None if goes_with_any else self.senses.health
        return Candidate(found.start, after.end(), self._as(COMPOUND, found.values, sense))

    def _place(self, text: str) -> Place[Reading] | None:
        """Return what a surface stands for, or None where there is no such term."""
        place = self._matcher.place(text)
        return None if place is None or (place.note or self._surface(place)).plain else place

    def _has_one_sense(self, readings: Place[Reading]) -> bool:
        surface: Surface = readings.note or self._surface(readings)
        return not (surface.plain or surface.ambiguous or surface.rules)

    def _names_concept(self, readings: Place[Reading]) -> bool:
        """Return whether a word names its concept in compounds too, which everyday words for it seldom do."""
        surface: Surface = readings.note or self._surface(readings)
        return surface.level is Level.TERM and not surface.ambiguous

    def _as(self, kind: str, readings: Place[Reading], sense: Sense | None = None) -> Place[Reading]:
        """Return readings as those of a term that is written otherwise than listed, and may have another sense then."""
        key = kind, id(readings), sense is None
        place = self._others.get(key)
        if place is None:
            place = Place(readings[0])
            place += readings[1:]
            self._surface(place, kind, sense)
            self._others[key] = place
        return place

    def _accepted(self, text: str) -> list[Candidate[Reading]]:
        joined: list[Candidate[Reading]] = []
        accepted = [
            found
            for found in self._matcher.find(text, joined)
            if (found[2].note or self._surface(found[2])).anywhere or not self._ruled_out(text, found)
        ]
        compounds = list(filter(None, (self._hyphenated(text, found) for found in joined)))
        for start, end, place in self._coordination.parted(text) if "-" in text else ():
            compounds.append(Candidate(start, end, self._as(SPLIT, place)))
        return sorted(accepted + compounds, key=lambda found: found.start) if compounds else accepted

    def _ruled_out(self, text: str, found: Candidate[Reading]) -> bool:
        """Return whether the text is another word."""
        surface = found.values.note or self._surface(found.values)
        if surface.capitals:
            written = text[found.start : found.start + len(surface.capitals)]
            # "DNS" is no plural of "DN"
            if written != surface.capitals and (surface.capitals[-1].islower() or not written.isupper()):
                return True
        return bool(surface.rules) and context.speak_against(surface.rules, text, found.start, found.end)

    @staticmethod
    def _rank(found: Candidate[Reading]) -> tuple[int, int]:
        return found.values.note.level, found.start - found.end

    @staticmethod
    def _covers(found: Candidate[Reading]) -> bool:
        return found.values.note.level is Level.PHRASE

    def _rest(self, values: Place[Reading], written: str) -> tuple[object, ...]:
        # of designations that differ in case alone, the one that is written so
        first, *others = self._meanings(values, written)
        return first.concept, first.designation, first.forms, values.note.kind, tuple(others)

    def _surface(self, readings: Place[Reading], kind: str = EXACT, other_sense: Sense | None = None) -> Surface:
        meanings = self._meanings(readings, None)
        text = readings[0].text
        folded = fold(text)
        base = readings[0].base
        capitals = text if self.in_capitals_only(base) else ""
        sense = self.senses.of(folded, fold(base))
        level = Level.TERM if meanings[0].designation.register != LAY else Level.WORD
        if level and sense is None:
            # with punctuation around it, it is found in itself
            shorter = (found[2] for found in self._matcher.find(text) if found[1] - found[0] < len(text))
            inside = [values for values in shorter if values is not readings]
            if inside and not any(_names_concept_of(readings, each) for each in inside):
                level = Level.PHRASE
            if not (self.senses.speaks_of_health(folded) or any(map(self._has_one_sense, inside))):
                sense = self.senses.health
        elif sense is None and self._has_figures(folded):
            sense = self.senses.figures
        cased = len(meanings) > 1 and len({reading.text for reading in readings}) > 1
        rules = self._rules.get(folded, ())
        surface = readings.note = Surface(meanings, capitals, rules, cased, other_sense or sense, kind, level)
        return surface

    def _meanings(self, readings: list[Reading], written: str | None) -> list[Meaning]:
        """Return what readings mean, each concept once, the likeliest first."""
        best: dict[str, Reading] = {}
        for reading in sorted(readings, key=lambda one: (one.text != written if written else False, one.rank)):
            best.setdefault(reading.concept_id, reading)
        meanings = [self._meaning(reading, readings) for reading in best.values()]
        first = meanings[0]
        named = [fold(first.designation), first.concept.id]
        for *used, other_id, reason in self.lists.other_concepts:
            if used == named and other_id not in best:
                other = self._glossary.get(other_id)
                if other is not None and other.has_term:
                    meanings.append(Meaning(other, other.designations[0], (), reason))
        return meanings

    def _meaning(self, reading: Reading, readings: list[Reading]) -> Meaning:
        concept = self._glossary[reading.concept_id]
        forms = dict.fromkeys(
            name
            for other in readings
            if (other.concept_id, other.field, other.base, other.listed)
            == (reading.concept_id, reading.field, reading.base, reading.listed)
            for name in other.forms
        )
        reason = _REASONS[reading.field] + ("" if reading.listed else ", with a regular ending")
        designation = next(one for one in concept.designations if (one.field, one) == (reading.field, reading.base))
        return Meaning(concept, designation, tuple(forms), reason)


def _names_concept_of(readings: Place[Reading], inside: Place[Reading]) -> bool:
    """Return whether a term means the concept already of the phrase that it is in."""
    concepts = {reading.concept_id for reading in readings}
    return any(each.concept_id in concepts and each.field != LAY for each in inside)


def _may_be_faulty(reading: Reading) -> bool:
    return reading.field in (DEPRECATED, ABBREVIATION) or " " in reading.text and reading.field not in (LAY, PLAIN)


def annotator(glossary: Concepts) -> Annotator:
    """Return the annotator of a glossary, made when first asked for."""
    return glossary.once("annotator", lambda: Annotator(glossary))
