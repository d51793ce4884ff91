"""What is found with the options: terms written apart, misspelt, or as part of an unlisted compound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import limits
from ..lexicon.designation import LAY, PLAIN
from .compounds import Compounds
from .matcher import Candidate, Matcher, Place, Trie, below
from .misspellings import Misspellings
from .scanner import ODD, Scanner
from .words import HYPHENS, fold, is_word, joined_after, joined_before, next_word, separator, words_in

if TYPE_CHECKING:
    from ..languages.profile import Profile
    from ..languages.word_lists import WordLists
    from .surfaces import Reading

SPLIT, MISSPELT, COMPOUND = "split", "misspelt", "compound"

_MOST_PARTS = 4
"""Words that one compound may be written in."""

_SHORTEST_PART = 3
_SHORTEST_WHOLE = 7

_BESIDE = 80
"""Characters before and after a word in which a sentence has words without a capital."""
_LONGEST_SMALL_WORD = 3
"""Letters of a word that has no capital in a heading either."""


class Word(NamedTuple):
    """A word of a text."""

    start: int
    end: int
    folded: str
    before: str | None
    """What parts it from the word before, as it is compared; None where no term can run across."""
    is_name: bool
    """Whether it has a capital in the middle of a sentence."""


class Apart:
    """Finds terms whose words were written in parts: "trigger punkt", "intra muskulær stimulering".

    Only words that a term begins with are looked at, so that a text is not gone through pair by pair.
    """

    def __init__(self, joined: Mapping[str, Place[Reading]], never_part: Set[str]) -> None:
        """``joined`` are terms without the spaces in them."""
        self._joined = joined
        self._beginnings = {
            term[:end] for term in joined for end in range(_SHORTEST_PART, len(term) - _SHORTEST_PART + 1)
        }
        firsts = {beginning: beginning for beginning in self._beginnings - never_part}
        self.scanner = Scanner(firsts.get, lambda: (("", word, "") for word in firsts))
        self._never_part = never_part

    def find(self, text: str) -> Iterator[Candidate[Reading]]:
        """Yield the terms of a text that are written apart; some may be written so by right."""
        for start, end in self._first_parts(text):
            joined = fold(text[start:end])
            for _ in range(_MOST_PARTS - 1):
                part, end = self._part(text, end)
                joined += part
                if len(part) < _SHORTEST_PART or part in self._never_part:
                    break
                if joined in self._joined:
                    yield Candidate(start, end, self._joined[joined])
                if joined not in self._beginnings:
                    break

    def _first_parts(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the words of a text that go on, with the word after them, as a term does."""
        for start, end, word, line, first in self.scanner.find(text):
            after = first + end - start + 1
            part = line[after : line.find(b" ", after)]
            if part:
                joined = word + part.decode("latin-1")
                goes_on = joined in self._beginnings or joined in self._joined or ODD in part
            else:
                goes_on = not line or text[end : end + 1].isspace()
            if goes_on:
                yield start, end

    @staticmethod
    def _part(text: str, end: int) -> tuple[str, int]:
        """Return the next word, if a space or a hyphen is before it, and where it ends."""
        after = text.find(" ", end + 1, end + 60)
        word = text[end + 1 : after]
        if after > 0 and text[end] == " " and is_word(word):
            return fold(word), after
        found = next_word().match(text, end)
        if found is None or separator(found[1]) not in (" ", "-"):
            return "", end
        return fold(found[2]), found.end()


class Loose:
    """Finds what exact matching leaves out; made from what it knows."""

    def __init__(
        self,
        matcher: Matcher[Reading],
        first: Mapping[str, Place[Reading]],
        profile: Profile,
        lists: WordLists,
        ordinary: Callable[[], frozenset[str]],
    ) -> None:
        """``first`` are the first parts of compounds, ``ordinary`` returns the words that are no misspellings."""
        self._trie = matcher.trie
        self._joining_words = matcher.joining_words
        self._ordinary = ordinary
        self._first, self._profile, self._lists = first, profile, lists

    def _words_of_terms(self) -> Iterator[tuple[list[str], Place[Reading]]]:
        """Yield the words of each surface but plain wordings, with what it may stand for."""
        for path, readings in _paths(self._trie):
            if readings[0].field != PLAIN:
                yield [path[0], *(part.lstrip(" -'./") for part in path[1:])], readings

    @cached_property
    def _joined(self) -> dict[str, Place[Reading]]:
        """Terms without the spaces in them."""
        joined: dict[str, Place[Reading]] = {}
        for words, readings in self._words_of_terms():
            term = "".join(words)
            if len(term) >= _SHORTEST_WHOLE and term.isalnum() and all(words):
                joined.setdefault(term, readings)
        return joined

    @cached_property
    def _compounds(self) -> Compounds[Place[Reading]]:
        last = {
            words[0]: readings
            for words, readings in self._words_of_terms()
            if len(words) == 1 and len(words[0]) > 4 and not _abbreviation(readings)
        }
        return Compounds(self._profile, self._lists, self._first, last)

    @cached_property
    def apart(self) -> Apart:
        # patients write their words as they like
        terms = {term: readings for term, readings in self._joined.items() if readings[0].field != LAY}
        return Apart(terms, self._lists.never_part)

    @cached_property
    def _misspellings(self) -> Misspellings:
        vocabulary = dict.fromkeys(word for words, _ in self._words_of_terms() for word in words)
        return Misspellings([*vocabulary, *self._joined], self._ordinary())

    def find(
        self, text: str, *, misspellings: bool, split: bool, compounds: bool
    ) -> Iterator[tuple[Candidate[Reading], str]]:
        """Yield candidates of the kinds asked for, each with its kind, in no order."""
        if split:
            for candidate in self.apart.find(text):
                yield candidate, SPLIT
        if not (misspellings or compounds):
            return
        words = _words(text)
        for place, word in enumerate(words):
            if misspellings:
                yield from self._misspelt(text, words, place, word)
            if compounds:
                yield from self._compound(text, word)

    def _compound(self, text: str, word: Word) -> Iterator[tuple[Candidate[Reading], str]]:
        # what a hyphen joins to a term is found without the option
        if word.before != "-" and text[word.end : word.end + 1] not in tuple(HYPHENS) and word.folded not in self._trie:
            part = self._compounds.part(word.folded)
            if part:
                yield Candidate(word.start, word.end, part), COMPOUND

    def _misspelt(
        self, text: str, words: list[Word], place: int, word: Word
    ) -> Iterator[tuple[Candidate[Reading], str]]:
        before = text[word.start - 1] if word.start else " "
        if before in HYPHENS and joined_before(text, word.start, self._joining_words):
            return
        for end, values in self._walk(words, place, self._trie, 0):
            after = text[end] if end < len(text) else " "
            if not (after in HYPHENS and joined_after(text, end)):
                yield Candidate(word.start, end, values), MISSPELT

    def _walk(self, words: list[Word], place: int, node: Any, wrong: int) -> Iterator[tuple[int, Place[Reading]]]:
        """Yield the ends of terms that begin here, with at least one word misspelt and at most two."""
        word = words[place]
        first = node is self._trie
        between = "" if first else word.before
        if between is None:
            return
        spellings = [(word.folded, 0)]
        if wrong < 2 and not word.is_name:
            edits, corrections = self._misspellings.corrections(word.folded)
            # two letters off, and made of known parts: rather a compound
            if edits < 2 or self._compounds.part(word.folded) is None:
                spellings += [(correction, 1) for correction in corrections]
            if first and word.folded in self._joined and word.folded not in self._trie:
                spellings.append((word.folded, 1))
        for spelling, more in spellings:
            further = below(node, between + spelling)
            if further is None:
                if first and more and spelling in self._joined:
                    yield word.end, self._joined[spelling]
                continue
            going_on = type(further) is dict
            values = below(further, "") if going_on else further
            if values is not None and wrong + more and not (more and _abbreviation(values)):
                yield word.end, values
            if going_on and place + 1 < len(words):
                yield from self._walk(words, place + 1, further, wrong + more)


def _paths(trie: Trie) -> Iterator[tuple[tuple[str, ...], Place[Reading]]]:
    """Yield every surface of a trie as its words."""
    stack: list[tuple[tuple[str, ...], Trie]] = [((word,), trie) for word in trie]
    while stack:
        path, parent = stack.pop()
        node = below(parent, path[-1])
        if type(node) is not dict:
            yield path, node
            continue
        for word in node:
            if word:
                stack.append(((*path, word), node))
            else:
                yield path, below(node, word)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    end = -1
    for match in words_in().finditer(text):
        start = match.start()
        # what is longer than this parts terms in any case
        before = separator(text[end:start]) if end >= 0 and start - end <= limits.SEPARATOR_CHARACTERS else None
        written = match.group()
        is_name = (
            before == " " and written[0].isupper() and not written[1:].isupper() and not _title(found, text, start)
        )
        found.append(Word(start, match.end(), fold(written), before, is_name))
        end = match.end()
    return found


def _abbreviation(readings: Place[Reading]) -> bool:
    return all(reading.is_abbreviation for reading in readings)


def _title(words: list[Word], text: str, start: int) -> bool:
    """Tell whether a word is in a heading: the word before has a capital too, and nothing around is of a sentence."""
    if not words or not text[words[-1].start].isupper():
        return False
    before, after = text[max(0, start - _BESIDE) : start], text[start : start + _BESIDE]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return not any(word[0].islower() and len(word) > _LONGEST_SMALL_WORD for word in line.split())
