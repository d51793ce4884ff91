"""What is a kind of a concept, though no list has it: "skånsom nålebehandling", "idrettsfysioterapi".

The head is a designation, and the words before it only say more of it. Where one of them says that it is not there
(uten), or makes something else of it (falsk, politisk), or where the head has other senses and nothing beside it speaks
of health, it is not known what is meant.
"""

from __future__ import annotations

import re

from ..languages.profile import profile
from ..languages.word_lists import WordLists, word_lists
from ..lexicon.concept import Concepts
from ..lexicon.designation import ABBREVIATION, LAY, PLAIN, VARIANTS
from ..lexicon.find import BETWEEN, ORDER, Found, designated, key
from .compounds import Compounds
from .senses import senses_of

BROADER = "broader"
_SHORTEST_FIRST, _SHORTEST_HEAD = 3, 5
_LONGEST_ABBREVIATION = 5


class Broader:
    """The words of a language that may say more of a designation, and the designations of which they may."""

    def __init__(self, glossary: Concepts) -> None:
        stated = profile(glossary.language)
        self.lists: WordLists = word_lists(glossary.language, glossary._word_lists)
        self._listed = designated(glossary)
        self._senses = senses_of(glossary)
        self._compounds: Compounds[int] = Compounds(stated, self.lists, {}, {})
        self._joined = stated.compound == "joined"
        self._vowel = re.compile(f"[{stated.vowels}]" if stated.vowels else "(?!)")
        designated_words = " ".join(self._listed.keys).replace(BETWEEN, " ").split()
        self._words = {*self.lists.frequent, *self.lists.phrase_words, *designated_words}
        self._heads: dict[str, int] = {}
        self._designations: set[str] = set()
        for place, forms in enumerate(self._listed.keys):
            words = forms.split(BETWEEN)
            self._designations.update(words)
            if self._listed.ranks[place] != ORDER[PLAIN]:
                for word in filter(str.isalpha, words):
                    known = self._heads.setdefault(word, place)
                    if self._listed.concepts[known] != self._listed.concepts[place]:
                        self._heads[word] = -1

    def may_add(self, word: str, *, first: bool) -> bool:
        """Return whether a word that is not known may say more of another; ``first`` is the one that begins a text."""
        folded = key(word)
        if len(word) < 2 or "'" in folded or not self.lists.changing.isdisjoint([folded, *folded.split("-")]):
            return False
        if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            return True
        # a name begins with a capital, as a sentence does
        may_begin = first and (folded in self._words or folded.endswith(self.lists.adjective_endings))
        return self._vowel.search(folded) is not None and (word == folded or may_begin)

    def is_sure(self, found: Found, written: str, beside: str, *, as_head: bool = False) -> bool:
        """Return whether a designation, as it is written, means its concept whatever words are ``beside`` it.

        ``as_head`` says that those are before it, and are no part of it.
        """
        if found.designation.field == ABBREVIATION and found.text not in written:
            return False
        base = str(found.concept.term) if found.designation.field == VARIANTS else str(found.designation)
        form, base = key(found.text), key(base)
        of_health = self._senses.speaks_of_health
        # one form of a word of health may be another word (krefter), and an everyday word has other senses
        needs_company = of_health(base) if found.designation.field != LAY else True
        sense = self._senses.of(form, base)
        if (sense is None or sense.figurative) and (of_health(form) or not needs_company):
            return True
        return as_head and not self.lists.broader_heads.isdisjoint((form, base)) or of_health(beside)

    def compound(self, text: str) -> list[Found]:
        """Return the concept that a compound is a kind of: that of its head, where a word is before it."""
        word = key(text)
        first, hyphen, last = word.rpartition("-")
        if hyphen:
            return self._kind(first, last) if self.lists.changing.isdisjoint(first.split("-")) else []
        for end in range(_SHORTEST_FIRST, len(word) - _SHORTEST_HEAD + 1) if self._joined and word.isalpha() else ():
            first, last = word[:end], word[end:]
            if last in self._heads and self._is_first(first) and self._compounds.may_join(first, last):
                return self._kind(first, last)
        return []

    def _kind(self, first: str, last: str) -> list[Found]:
        place = self._heads.get(last, -1)
        if place < 0:
            return []
        texts = self._listed.texts[place].split(BETWEEN)
        found = self._listed.found(place, next(form for form in texts if key(form) == last))
        as_head = first in self._designations and self._senses.of(first, first) is None
        return [found._replace(kind=BROADER)] if self.is_sure(found, last, first, as_head=as_head) else []

    def _is_first(self, part: str) -> bool:
        """Return whether a compound may begin with a word."""
        bases = {part, *(part.removesuffix(joint) for joint in self.lists.joints)}
        return bases.isdisjoint(self.lists.prefixes | self.lists.changing) and not self._words.isdisjoint(bases)
