"""Designations written as no list has them: with another regular ending, in parts, or as a verb or an adjective.

"Symptomer" in Nynorsk, "manuell terapeut" and "musculo-skeletal", "undersøker" and "mobilised".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import limits
from ..languages.inflection import inflection
from ..languages.word_lists import word_lists
from ..lexicon.concept import Concepts
from ..lexicon.designation import ABBREVIATION, LAY, PLAIN
from ..lexicon.find import BETWEEN, Found, designated, find_listed, key
from .senses import senses_of

SPLIT, DERIVED = "split", "derived"
_SHORTEST_STEM, _SHORTEST_PART, _SHORTEST_WHOLE = 4, 3, 7
_LONGEST_ENDING = 5


def find_unlisted(glossary: Concepts, text: str) -> list[Found]:
    """Return the concepts of the designation that a text is a form, a spelling or a derivation of."""
    wanted = key(text[: limits.QUERY_CHARACTERS + 1])
    if len(wanted) > limits.QUERY_CHARACTERS:
        return []
    return glossary.once("unlisted", lambda: _Unlisted(glossary)).find(wanted)


class _Unlisted:
    """The designations of a glossary, with what the language makes of them."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self._lists = word_lists(glossary.language, glossary._word_lists)
        self._senses = senses_of(glossary)
        self._regular = inflection(glossary.language)
        self._without = {"", *(without for _, without, _ in self._regular.profile.nouns)}
        self._joined: dict[str, str] = {}
        words = "|".join(map(re.escape, self._lists.conjunctions)) or "(?!)"
        self._parted = re.compile(rf"- (?:{words}) |[ -]")
        forms = BETWEEN.join(designated(glossary).keys)
        for joined, form in zip(self._parted.sub("", forms).split(BETWEEN), forms.split(BETWEEN), strict=True):
            self._joined.setdefault(joined, form)

    def find(self, wanted: str) -> list[Found]:
        """Return the concepts of the one designation; none where several would do."""
        found = [*self._parted_otherwise(wanted)]
        if not found and wanted.isalpha():
            found = [*self._inflected(wanted)] or [*self._derived(wanted)]
        verb, _, particle = wanted.rpartition(" ")
        if not found and verb.isalpha() and particle in self._lists.particles:
            found = [*self._derived(particle + verb)]
        if len({each.concept.id for each in found}) > 1 and found[0].kind == DERIVED:
            return []
        return list({each.concept.id: each for each in reversed(found)}.values())

    def _parted_otherwise(self, wanted: str) -> Iterator[Found]:
        whole = self._parted.sub("", wanted)
        parts = wanted.split(" ")
        are_parts = len(parts) == 1 or all(
            len(part) >= _SHORTEST_PART and part not in self._lists.never_part for part in parts
        )
        if len(whole) >= _SHORTEST_WHOLE and are_parts and whole in self._joined:
            for found in find_listed(self._glossary, self._joined[whole]):
                if found.designation.field not in (PLAIN, ABBREVIATION):
                    yield found._replace(kind=SPLIT)

    def _bases(self, wanted: str) -> Iterator[Found]:
        """Yield what a word may be a form of."""
        for end in range(len(wanted) - 1, max(_SHORTEST_STEM, len(wanted) - _LONGEST_ENDING - 1), -1):
            for without in self._without:
                yield from self._base(wanted[:end] + without)

    def _base(self, base: str) -> Iterator[Found]:
        for found in find_listed(self._glossary, base):
            if "" in found.forms and found.designation.field not in (PLAIN, ABBREVIATION):
                yield found

    def _inflected(self, wanted: str) -> Iterator[Found]:
        for found in self._bases(wanted):
            names = [name for name, forms in self._regular.regular_forms(found.text).items() if wanted in forms]
            if names:
                yield found._replace(forms=tuple(names), text=wanted)

    def _derived(self, wanted: str) -> Iterator[Found]:
        if wanted in self._lists.frequent:
            return
        for ending, noun in self._lists.noun_endings:
            stem = wanted.removesuffix(ending)
            if len(stem) >= _SHORTEST_STEM and wanted == stem + ending:
                for found in self._base(stem + noun):
                    if found.designation.field != LAY or self._is_of_health(found):
                        yield found._replace(forms=(), kind=DERIVED)

    def _is_of_health(self, found: Found) -> bool:
        """Return whether an everyday noun means what its verb does; in English often not: a dressing, to dress."""
        is_noun = self._regular.profile.compound == "joined" and len(found.designation.forms) > 1
        return is_noun or self._senses.speaks_of_health(found.text)
