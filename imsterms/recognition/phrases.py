"""Free phrases: "behandling av ryggsmerter", "chronic shoulder pain".

Each word of such a phrase belongs to a designation, or adds no concept: it is one of the ``phrase_words`` of the
language. Where any other word is in it, nothing is found: what is unknown may change what is meant. "Smerter i nakken",
"vond nakke" and "nakkesmerter" mean the same: where the compound of two parts is a designation, that is found.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise, starmap
from typing import NamedTuple

from .. import limits
from ..languages.profile import profile
from ..languages.word_lists import FIGURATIVE, word_lists
from ..lexicon.concept import Concepts
from ..lexicon.designation import LAY, PLAIN
from ..lexicon.find import Found, find, key
from .broader import BROADER, Broader
from .compounds import first_parts
from .context import rules, speak_against
from .parts import find_by_parts, general_nouns
from .unlisted import DERIVED, find_unlisted

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MARK = re.compile(r"[,;:/()–&+]")
_AFTER = re.compile(r"(?:,| (\w+)) ")
_MOST_WORDS = 12
"""What is longer is a sentence, or a list."""


Span = tuple[int, int]


class _Piece(NamedTuple):
    """A part of a phrase that names a concept."""

    start: int
    end: int
    found: Found
    is_quality: bool
    """Whether it is an adjective or a verb, and what was found is its noun: smerte, of vond."""


def find_by_phrase(glossary: Concepts, text: str) -> list[Found]:
    """Return the concepts that a phrase or a compound names, that of its head first.

    Where a word in it is unknown, they are broader than the phrase; none where that may mean something else.
    """
    text = " ".join(text[: limits.QUERY_CHARACTERS + 1].split())
    text = text.lower() if text.isupper() else text
    words = [word.span() for word in _WORD.finditer(text)]
    if len(text) > limits.QUERY_CHARACTERS or not 0 < len(words) <= _MOST_WORDS:
        return []
    phrases = glossary.once("phrases", lambda: _Phrases(glossary))
    pieces, unknown = phrases.pieces(text, words)
    if unknown or any(piece.found.kind == BROADER for piece in pieces):
        pieces, kind = phrases.sure(text, pieces, unknown), BROADER
    else:
        kind = "phrase"
    if not phrases.are_plain(text, pieces):
        return []
    concepts = phrases.concepts(text, pieces)
    return list({found.concept.id: found._replace(kind=kind) for found in concepts}.values())


class _Phrases:
    """The phrases of a language."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self._joined = profile(glossary.language).compound == "joined"
        self._lists = word_lists(glossary.language, glossary._word_lists)
        self._conjunctions = {*self._lists.conjunctions}
        self._links = profile(glossary.language).prepositions - self._conjunctions | self._lists.prepositions
        self._adding_nothing = self._lists.phrase_words | self._lists.prepositions
        self._wide_heads = self._lists.phrase_heads | self._lists.broader_heads
        self._rules = rules(self._lists.false_friends)
        senses = (sense for sense in self._lists.senses if sense.alone != FIGURATIVE)
        self._several_senses = {word for sense in senses for word in sense.words}
        self._broader = Broader(glossary)
        self._general = general_nouns(glossary.language, self._lists)

    def are_plain(self, text: str, pieces: list[_Piece]) -> bool:
        """Return whether it is plain what the pieces of a phrase name."""
        if not self._joined and any(starmap(self._is_wider, pairwise(pieces))):
            return False
        return any(self._is_plain(piece) or self._is_sure(text, piece, as_head=False) for piece in pieces)

    def _is_wider(self, piece: _Piece, head: _Piece) -> bool:
        """Return whether an everyday word may be meant more widely after a noun: nerve impingement."""
        found = head.found
        together = head.start <= piece.end + 1 and not (piece.is_quality or head.is_quality)
        is_everyday = found.designation.field == LAY and " " not in found.text
        return together and is_everyday and key(found.text) not in self._wide_heads

    def _is_plain(self, piece: _Piece) -> bool:
        """Return whether it is not an everyday word that means the concept in some company only."""
        found = piece.found
        base = key(found.designation)
        is_sure = base not in self._several_senses or base in self._lists.broader_heads
        return found.designation.field != LAY or piece.is_quality or is_sure

    def pieces(self, text: str, words: list[Span]) -> tuple[list[_Piece], list[Span]]:
        """Return what names a concept, in the order of the text, and the words that are unknown.

        There is nothing where an unknown word may change what is meant.
        """
        pieces: list[_Piece] = []
        unknown: list[Span] = []
        has_general = False
        at = 0
        while at < len(words):
            word = text[slice(*words[at])]
            is_general = key(word) in self._general
            adds_nothing = key(word) in self._adding_nothing or word.isdecimal()
            for last in range(len(words), at + adds_nothing, -1):
                if last - at > 1 and self._goes_on(text, words[at:last]):
                    continue
                start, end = words[at][0], words[last - 1][1]
                found, is_quality = self._named(text, start, end)
                if found:
                    pieces += [_Piece(start, end, each, is_quality) for each in found]
                    at = last
                    break
            else:
                if not (adds_nothing or is_general):
                    if not self._broader.may_add(word, first=at == 0):
                        return [], []
                    unknown.append(words[at])
                has_general |= is_general
                at += 1
        # an experience may be painful, and a situation assessed, without any pain or patient
        if all(piece.is_quality and (has_general or piece.found.kind == DERIVED) for piece in pieces):
            return [], []
        return pieces, unknown

    def sure(self, text: str, pieces: list[_Piece], unknown: list[Span]) -> list[_Piece]:
        """Return the pieces that mean their concepts whatever the unknown words say; none where the head does not."""
        nouns = [piece for piece in pieces if not piece.is_quality]
        if not nouns or not all(self._says_more(text, span, nouns) for span in unknown):
            return []
        items = self._parted(text, nouns)[0][0]
        head = items[0 if self._joined else -1]
        as_head = all(span[1] < head.end for span in unknown)
        sure = [piece for piece in pieces if self._is_sure(text, piece, as_head=as_head)]
        return sure if head in sure else []

    def _is_sure(self, text: str, piece: _Piece, *, as_head: bool) -> bool:
        beside = f"{text[: piece.start]} {text[piece.end :]}"
        if piece.found.kind == BROADER:  # by what it is made of
            return True
        return self._broader.is_sure(piece.found, text[piece.start : piece.end], beside, as_head=as_head)

    def _says_more(self, text: str, span: Span, nouns: list[_Piece]) -> bool:
        """Return whether a word says more of a noun: it is before it, or after a preposition that follows it."""
        if any(self._links & self._between(text, noun.end, span[0]) for noun in nouns if noun.end < span[0]):
            return True
        after = next((noun for noun in nouns if noun.start > span[1]), None)
        if after is None or _MARK.search(text, span[1], after.start):
            return False
        # "after birth" has its own preposition
        return self._links.isdisjoint(self._between(text, span[1], after.start + len(text[after.start :].split()[0])))

    @staticmethod
    def _between(text: str, start: int, end: int) -> set[str]:
        return {key(word) for word in _WORD.findall(text, start, end)}

    def _goes_on(self, text: str, words: list[tuple[int, int]]) -> bool:
        """Return whether words have a preposition that is that of what follows them too: pain in the neck and arms."""
        after = _AFTER.match(text, words[-1][1])
        is_list = after is not None and (not after[1] or after[1].casefold() in self._conjunctions)
        return is_list and any(key(text[slice(*word)]) in self._links for word in words[1:])

    def _named(self, text: str, start: int, end: int) -> tuple[list[Found], bool]:
        """Return what a part of the text names, and whether it is not a noun."""
        part = text[start:end]
        if speak_against(self._rules.get(key(part), ()), text, start, end):
            return [], False
        if part.islower() and part in self._lists.capitals_only:
            return [], False
        noun = self._lists.phrase_nouns.get(key(part))
        if found := find(self._glossary, noun or part):
            # where several concepts have it, it is not plain which is meant
            return found if len(found) == 1 else [], noun is not None
        if found := find_unlisted(self._glossary, part):
            is_derived = found[0].kind == DERIVED
            is_sure = not is_derived or self._broader.is_sure(found[0], part, "", as_head=True)
            return found if len(found) == 1 and is_sure else [], is_derived
        if " " in part and "-" not in part:
            return [], False
        return find_by_parts(self._glossary, part) or self._broader.compound(part), False

    def concepts(self, text: str, pieces: list[_Piece]) -> list[Found]:
        """Return the concepts of the pieces, that of the head first, with compounds in the place of their parts."""
        if not pieces:
            return []
        after: list[list[Found]] = []
        rest: list[Found] = []
        for items in reversed(self._parted(text, pieces)):
            listed = [self._item(item) for item in items]
            wholes = [self._whole(listed[-1][0], item[0]) for item in after]
            if after and all(wholes):
                # pain in the neck and shoulders: neck pain and shoulder pain
                others = chain(listed.pop()[1:], *(item[1:] for item in after))
                listed += [[*whole] for whole in wholes]
                rest = [*others, *rest]
            else:
                rest = [*chain(*after), *rest]
            after = listed
        return [*chain(*after), *rest]

    def _parted(self, text: str, pieces: list[_Piece]) -> list[list[list[_Piece]]]:
        """Return the pieces in parts that a preposition begins, and in each those that are coordinated."""
        parts: list[list[list[_Piece]]] = [[[]]]
        end = 0
        for piece in pieces:
            between = self._between(text, end, piece.start)
            if end and between & self._links:
                parts.append([[]])
            elif end and (between & self._conjunctions or _MARK.search(text, end, piece.start)):
                parts[-1].append([])
            parts[-1][-1].append(piece)
            end = piece.end
        return parts

    def _item(self, pieces: list[_Piece]) -> list[Found]:
        """Return the concepts of words that belong together, that of the head first."""
        concepts = [piece.found for piece in pieces if not piece.is_quality]
        if not self._joined:
            concepts.reverse()
        for quality in (piece.found for piece in pieces if piece.is_quality):
            whole = concepts and (self._whole(quality, concepts[0]) or self._whole(concepts[0], quality))
            concepts[: len(whole)] = whole or [quality]
        return concepts

    def _whole(self, head: Found, other: Found) -> list[Found]:
        """Return the concept whose designation is the compound of two."""
        between = "" if self._joined else " "
        for last in (str(head.designation), str(head.concept.term)):
            for first in (str(other.designation), str(other.concept.term)):
                firsts = first_parts(first, None, self._lists.joints) if not between else [first]
                for part in firsts:
                    found = find(self._glossary, part + between + last)
                    if len(found) == 1 and found[0].designation.field != PLAIN:
                        return found
        return []
