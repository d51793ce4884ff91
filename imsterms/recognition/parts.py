"""Words that no concept lists, by what they are plainly made of: fysioterapitime, shoulder-blade pain.

Each part is a word of one concept, and there is one way only to part the whole; or a noun follows that goes with any
term (triggerpunktmetoden). Of "nakke- og skuldersmerter" each word is looked up, with the part that it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from .. import limits
from ..languages.inflection import inflection
from ..languages.profile import profile
from ..languages.word_lists import FIGURATIVE, WordLists, word_lists
from ..lexicon.concept import Concepts
from ..lexicon.designation import LAY, NAMES, PLAIN, TERM
from ..lexicon.find import BETWEEN, ORDER, Found, designated, key
from .compounds import Compounds, first_parts
from .coordination import Coordination
from .matcher import Candidate, Place
from .senses import senses_of

_AMBIGUOUS = -1
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4
_FIELDS = {ORDER[field] for field in (*NAMES, LAY)}
_COMPOUND, _COORDINATED = "compound", "coordinated"

Pair = tuple[tuple[str, int], ...]
"""Parts of a word, the head first, each with the number of its designation."""


def find_by_parts(glossary: Concepts, text: str) -> list[Found]:
    """Return the concepts of the parts of a text that no concept lists, that of its head first.

    Where it is not plain what the parts are, there are none.
    """
    return glossary.once("parts", lambda: Parts(glossary)).find(text)


def general_nouns(language: str, lists: WordLists) -> frozenset[str]:
    """Return the forms of the nouns that add no concept to what is beside them: pasientgruppa, site of pain.

    >>> "gruppene" in general_nouns("nb", word_lists("nb"))
    True
    """
    regular = inflection(language).regular_forms
    forms = (form for noun in lists.general_nouns for several in regular(noun).values() for form in several)
    return frozenset(chain(lists.general_nouns, forms))


class Parts:
    """The designations of a glossary as parts of longer words."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        stated = profile(glossary.language)
        self._joined = stated.compound == "joined"
        lists = word_lists(glossary.language, glossary._word_lists)
        self._listed = designated(glossary)
        self._general = general_nouns(glossary.language, lists)
        self._several_senses = {word for sense in lists.senses if sense.alone != FIGURATIVE for word in sense.words}
        self._changing = lists.changing
        self._speaks_of_health = senses_of(glossary).speaks_of_health
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        for place, forms in enumerate(self._listed.keys):
            if self._listed.ranks[place] != ORDER[PLAIN]:
                words = (forms if self._joined else forms.replace("-", " ")).split(BETWEEN)
                base = words[0]
                combining = glossary[self._listed.concepts[place]]._record.get("forms", {}).get("compound")
                firsts = first_parts(base, key(combining.rstrip("-")) if combining else None, lists.joints)
                self._enter(self._first, firsts if self._joined else [base], place)
                self._enter(self._last, (word for word in words if stated.without_article(word) == word), place)
        names = {part: place for part, place in self._first.items() if self._is_subject(place)}
        self._compounds = Compounds(stated, lists, names, {})
        self._coordination = Coordination(self._place, lists.conjunctions, lists.joints)
        words_between = "|".join(map(re.escape, lists.conjunctions)) or "(?!)"
        self._between = re.compile(rf",? (?:{words_between}) |, ")

    def find(self, text: str) -> list[Found]:
        """Return the concepts of the parts of a text, where those are plain."""
        wanted = self._key(text[: limits.QUERY_CHARACTERS + 1])
        if len(wanted) > limits.QUERY_CHARACTERS:
            return []
        between = [mark.span() for mark in self._between.finditer(wanted)]
        if between:
            starts, ends = zip(*between, strict=True)
            return self._coordinated(wanted, list(zip((0, *ends), (*starts, len(wanted)), strict=True)))
        whole = wanted.replace("-", "")
        if (place := self._place(whole)) is not None:
            return [self._found(whole, place[0], _COMPOUND)]
        return [self._found(part, place, _COMPOUND) for part, place in self._parts(wanted)]

    def _key(self, text: str) -> str:
        """Return a text as it is compared; where compounds are written apart, a hyphen may be in them."""
        return key(text) if self._joined else key(text).replace("-", " ")

    def _enter(self, parts: dict[str, int], words: Iterable[str], place: int) -> None:
        for word in words:
            known = parts.setdefault(word, place)
            if known == _AMBIGUOUS or self._listed.concepts[known] != self._listed.concepts[place]:
                parts[word] = _AMBIGUOUS

    def _has_senses(self, place: int) -> bool:
        return place != _AMBIGUOUS and key(self._listed.texts[place].partition(BETWEEN)[0]) in self._several_senses

    def _is_part(self, place: int) -> bool:
        """Return whether a designation is a noun that tells what a compound with it is."""
        if place == _AMBIGUOUS or (rank := self._listed.ranks[place]) not in _FIELDS:
            return False
        # beside another term, a term has not its other senses; a noun has other forms
        is_noun = rank != ORDER[LAY] or BETWEEN in self._listed.texts[place]
        return rank == ORDER[TERM] or is_noun and not self._has_senses(place)

    def _is_head(self, place: int) -> bool:
        # a lay word in a phrase may be meant more widely than its concept: nerve impingement
        return self._is_part(place) and (self._joined or self._listed.ranks[place] != ORDER[LAY])

    def _is_subject(self, place: int) -> bool:
        """Return whether a designation tells what a compound is about, whatever follows it."""
        if not (self._joined and self._has_senses(place)):
            return self._is_part(place) and not self._has_senses(place)
        base = self._listed.texts[place].partition(BETWEEN)[0]
        is_of_health = base not in self._changing and self._speaks_of_health(base)
        return is_of_health and self._listed.ranks[place] in _FIELDS

    def _parts(self, text: str) -> Pair:
        """Return the only two parts that a compound may have; one where the other goes with any term."""
        splits = self._splits(text)
        pairs: dict[tuple[str, str], Pair] = {}
        for first, last in splits:
            place, head = self._first.get(first), self._last.get(last)
            if place is None or head is None or self._goes_with_any(last) and not self._is_head(head):
                continue
            both = self._has_senses(place) and self._has_senses(head)
            if both or not (self._is_part(place) and self._is_head(head) and self._compounds.may_join(first, last)):
                return ()
            concepts = self._listed.concepts[head], self._listed.concepts[place]
            pairs[concepts] = ((last, head), (first, place)) if len({*concepts}) == 2 else ((last, head),)
        if pairs:
            return next(iter(pairs.values())) if len(pairs) == 1 else ()
        if text.isalpha():
            sure = self._compounds.sure_part(text)
            if sure is not None:
                return (("", sure),)
        return tuple(
            (first, self._first[first])
            for first, last in splits
            if self._goes_with_any(last) and self._is_subject(self._first.get(first, _AMBIGUOUS))
        )[-1:]

    def _goes_with_any(self, noun: str) -> bool:
        return noun in self._general or self._compounds.goes_with_any(noun)

    def _splits(self, text: str) -> list[tuple[str, str]]:
        if self._joined and text.isalpha():
            return [(text[:end], text[end:]) for end in range(_SHORTEST_FIRST, len(text) - _SHORTEST_LAST + 1)]
        marks = re.finditer("-" if self._joined else " ", text)
        return [(text[: mark.start()], text[mark.end() :]) for mark in marks]

    def _place(self, text: str) -> Place[int] | None:
        place = self._last.get(text, _AMBIGUOUS)
        return None if place == _AMBIGUOUS or self._has_senses(place) else Place(place)

    def _coordinated(self, text: str, pieces: list[tuple[int, int]]) -> list[Found]:
        """Return the concepts of all pieces, each as it is or with what it leaves out; none where one is unknown."""
        whole = [Candidate(*piece, place) for piece in pieces if (place := self._place(text[slice(*piece)]))]
        found = {candidate.start: candidate.values[0] for candidate in (*whole, *self._coordination.find(text, whole))}
        if len(found) == len(whole) or [*sorted(found)] != [start for start, _ in pieces]:
            return []
        return [self._found(text[start:end], found[start], _COORDINATED) for start, end in pieces]

    def _found(self, text: str, place: int, kind: str) -> Found:
        texts = self._listed.texts[place].split(BETWEEN)
        written = next((form for form in texts if self._key(form) == text), None)
        # where the part has no form of its own, the base form says what it is
        found = self._listed.found(place, written or texts[0])
        return found._replace(forms=found.forms if written else (), kind=kind)
