"""Finding listed words and phrases in text: whole words, offsets of the text as given.

The one interface to matching: a ``Matcher`` is made from surfaces and finds ``Candidate``s; ``choose`` keeps those
that do not overlap, the longest first. This module does not know what a surface means.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from .addresses import BESIDE_ADDRESS, Addresses
from .scanner import BEGINNING, ODD, Scanner, in_one_byte
from .words import HYPHENS, IGNORABLE, fold, is_word, key, next_word, separator, words_in

T = TypeVar("T")
Trie = dict[str, Any]
"""Surfaces by their folded words. A node is the list of values of what ends here, or a dict if others go on; in a
dict the list of what ends here has the key ``""``."""

_NEAR = 16
_REACH = 200
"""Characters from the beginning of a word of a surface to that of the next: as a rule, and at most."""
_STOPS = frozenset(".,:;!?)]»”")
_CLOSING = frozenset(")]}»”’\"'")
_new: Any = tuple.__new__


class Place(list[T]):
    """The values of all surfaces that are the same when compared, in the order in which they were given."""

    __slots__ = ("note",)

    note: Any
    """Room for what the caller works out of the values once; None at first."""

    def __init__(self, value: T) -> None:
        super().__init__((value,))
        self.note = None


class Candidate(NamedTuple, Generic[T]):
    """A place where a surface stands."""

    start: int
    end: int
    values: Place[T]


class Matcher(Generic[T]):
    """Finds surfaces in text.

    >>> matcher = Matcher([("trigger point", 1), ("trigger", 2)])
    >>> [tuple(found) for found in matcher.find("Triggers, trigger\\u00a0points, a trigger and TRIGGER\\nPOINT")]
    [(10, 17, [2]), (28, 35, [2]), (40, 47, [2]), (40, 53, [1])]
    """

    def __init__(
        self,
        surfaces: Iterable[tuple[str, T]],
        *,
        common: Sequence[str] = (),
        conjunctions: Iterable[str] = (),
    ) -> None:
        """``common`` are the commonest words of the language, the commonest first; a surface is sought by its rarest
        word, so that one that begins with "det" does not have to be tried in every third sentence.
        ``conjunctions`` may come before the rest of a compound ("muskelkramper og -spasmer")."""
        self.joining_words = (*(f" {word}" for word in conjunctions), ",", "/")
        """What, before a space and a hyphen, joins the word after them to an earlier one."""
        self.trie: Trie = {}
        ranks = {word: len(common) - place for place, word in enumerate(common)}
        anchors: dict[str, _Anchor] = {}
        further: list[tuple[list[str], int, bool]] = []
        for surface, value in surfaces:
            words = key(surface)
            if words:
                self._add(words, value)
                # not taken from ``words``: folding can put a mark at the beginning of a word, as it does in Thai
                count = len(words) - (words[-1] == ".")
                bare = [fold(word) for word in words_in().findall(surface)[:count]]
                rarest = min(range(len(bare)), key=lambda place: (ranks.get(bare[place], 0), -len(bare[place])))
                if rarest:
                    further.append((bare, rarest, words[rarest] in (f" {bare[rarest]}", f"-{bare[rarest]}")))
                else:
                    anchors.setdefault(bare[0], _Anchor(self.trie))
        for word, anchor in anchors.items():
            anchor.node = self.trie[word]
        for bare, rarest, spaced in further:
            begins = anchors.get(bare[0])
            if begins is None or not begins.first:  # it would be found by that in any case
                anchor = anchors.setdefault(bare[rarest], _Anchor())
                anchor.counts.add(rarest)
                anchor.previous.add(bare[rarest - 1])
                anchor.spaced &= spaced
        self._anchors = anchors
        self._longer: Callable[[str], Place[T] | None] = lambda word: None
        self._scanner = Scanner(anchors, self._anchor)

    def find_longer(self, beginnings: Iterable[str], longer: Callable[[str], Place[T] | None]) -> None:
        """Find from now on words that are no surface too, those for which ``longer`` has values (see ``Scanner``)."""
        starts = frozenset(beginnings)
        for word, anchor in self._anchors.items():
            if not anchor.first and word[:BEGINNING] in starts and (place := longer(word)) is not None:
                anchor.first, anchor.node = True, place
        self._longer = longer
        self._scanner = Scanner(self._anchors, self._anchor, starts)

    def _anchor(self, word: str) -> _Met | None:
        """Return what a word that a text has is the anchor of."""
        anchor = self._anchors.get(word)
        if anchor is None:
            place = self._longer(word)
            if place is None:
                return None
            anchor = _Anchor(place)
        return anchor.met()

    def _add(self, words: tuple[str, ...], value: T) -> None:
        node = self.trie
        for word in words[:-1]:
            below = node.get(word)
            if type(below) is not dict:
                below = node[word] = {} if below is None else {"": below}
            node = below
        last = node.get(words[-1])
        if type(last) is dict:
            node, words, last = last, ("",), last.get("")
        if last is None:
            node[words[-1]] = Place(value)
        else:
            last.append(value)

    def place(self, text: str) -> Place[T] | None:
        """Return the values of a surface, or None where there is no such surface."""
        node: Any = self.trie
        for word in (fold(text),) if is_word(text) else key(text):
            node = node.get(word) if type(node) is dict else None
        return node.get("") if type(node) is dict else node

    def find(self, text: str, joined: list[Candidate[T]] | None = None) -> list[Candidate[T]]:
        """Return every surface that is in the text as whole words, by start; they may overlap.

        Those that a hyphen joins to the word after them are added to ``joined``.
        """
        joined = [] if joined is None else joined
        search = _Search[T](text, joined)
        earlier: dict[int, tuple[int, Any]] = {}
        met = self._scanner.met
        found = search.found
        for offset, line, spans in self._scanner.blocks(text):
            for first, last in spans:
                anchor = met[line[first:last]]
                if anchor is None:
                    continue
                start, end = offset + first, offset + last
                if anchor is ODD:
                    for start, end, odd in self._scanner.odd(text, start, end):
                        self._begin(odd.node, search, start, end)
                        self._go_back(odd.anchor, text, start, earlier)
                    continue
                node, next_words, alone, closing, words_before, anchor = anchor
                if next_words is not None:
                    # most of what may go on does not; that is told by the next word, or by punctuation
                    word = line[last + 1 : line.find(b" ", last + 1)]
                    if word not in next_words and ODD not in word if word else text[end : end + 1] in closing:
                        node = alone
                if node is not None:
                    if type(node) is Place and not (
                        text[end : end + 1] in BESIDE_ADDRESS or start and text[start - 1] in BESIDE_ADDRESS
                    ):
                        found.append(_new(Candidate, (start, end, node)))
                    else:
                        self._begin(node, search, start, end)
                if words_before is not None:
                    # what is between two separators is asked for in the slow way, and so is the first word of a block
                    word = line[line.rfind(b" ", 0, first - 1) + 1 : first - 1] if first else b""
                    if not word or word in words_before or ODD in word:
                        self._go_back(anchor, text, start, earlier)
        if not earlier:
            return search.found
        late = _Search[T](text, joined)
        for start in sorted(earlier):
            end, node = earlier[start]
            self._begin(node, late, start, end)
        return sorted(search.found + late.found, key=itemgetter(0))

    def _begin(self, node: Any, search: _Search[T], start: int, end: int) -> None:
        """Add every surface that begins with the word from ``start`` to ``end``, which leads to ``node``."""
        before = search.text[start - 1] if start else " "
        if node is None or before in BESIDE_ADDRESS and (
            (before in HYPHENS and joined_before(search.text, start, self.joining_words))
            or search.addresses.hold(start)
        ):
            return
        if type(node) is dict:
            self._walk(node, search, start, end)
        else:
            search.add(start, end, node)

    def _go_back(self, anchor: _Anchor, text: str, start: int, earlier: dict[int, tuple[int, Any]]) -> None:
        """Note where surfaces begin that have the word at ``start`` further on, unless they are sought by that word."""
        if anchor.counts and anchor.may_follow(text, start):
            for count in anchor.counts:
                first = _words_back(text, start, count)
                word = fold(text[first[0] : first[1]]) if first else ""
                if first and word in self.trie and not (word in self._anchors and self._anchors[word].first):
                    earlier[first[0]] = first[1], self.trie[word]

    def _walk(self, node: Any, search: _Search[T], start: int, end: int) -> None:
        """Add every surface that begins with the words up to ``end``, which lead to ``node``."""
        text = search.text
        while type(node) is dict:
            place = node.get("")
            if place is not None:
                search.add(start, end, place)
            if "." in node and text.startswith(".", end):
                search.found.append(Candidate(start, end + 1, node["."]))
            # what most often stands there: a space, a word of letters alone, a space
            after = text.find(" ", end + 1, end + 60)
            word = text[end + 1 : after].rstrip(",.;:!?)")
            if after < 0 or text[end] != " " or not is_word(word):
                for below, stop in _next(node, text, end):
                    self._walk(below, search, start, stop)
                return
            node = node.get(" " + fold(word))
            end += 1 + len(word)
        if node is not None:
            search.add(start, end, node)


class _Search(Generic[T]):
    """What is found in a text."""

    __slots__ = ("addresses", "found", "joined", "text")

    def __init__(self, text: str, joined: list[Candidate[T]]) -> None:
        self.text = text
        self.addresses = Addresses(text)
        self.found: list[Candidate[T]] = []
        self.joined = joined

    def add(self, start: int, end: int, place: Place[T]) -> None:
        """Add a surface, unless it is part of an address."""
        after = self.text[end : end + 1]
        if after not in BESIDE_ADDRESS:
            if self.text[end - 1] in IGNORABLE:
                end = visible_end(self.text, end)
            self.found.append(_new(Candidate, (start, end, place)))
        elif not self.addresses.hold(start):
            is_joined = after in HYPHENS and joined_after(self.text, end)
            (self.joined if is_joined else self.found).append(Candidate(start, visible_end(self.text, end), place))


class _Met(NamedTuple):
    """An anchor as it is needed for a word of a text: by what most texts are told to have no surface there."""

    node: Any
    next_words: frozenset[bytes] | None
    """What may come after the word, in one byte for each letter; None where nothing may, or a full stop."""
    alone: Any
    """What the word stands for by itself."""
    closing: frozenset[str]
    """The punctuation after which no surface goes on."""
    words_before: frozenset[bytes] | None
    """What comes before the word in surfaces that begin earlier; None where there are none."""
    anchor: _Anchor


class _Anchor:
    """The word that surfaces are sought by, their rarest: what begins with it, and what has it further on."""

    __slots__ = ("counts", "first", "node", "previous", "spaced")

    def __init__(self, node: Any = None) -> None:
        self.first = node is not None
        """Whether a surface that begins with the word is sought by it."""
        self.node = node
        self.counts: set[int] = set()
        """How many words come before it in other surfaces."""
        self.previous: set[str] = set()
        """The word right before it in those."""
        self.spaced = True
        """Whether nothing but a space or a hyphen parts the two."""

    def met(self) -> _Met:
        """Return the anchor as it is needed for a word of a text."""
        node = self.node
        below = [word for word in node if word] if type(node) is dict else []
        return _Met(
            node,
            frozenset(in_one_byte(word).rpartition(b" ")[2] for word in below) if below and "." not in below else None,
            node.get("") if below else node,
            _STOPS.difference(word[0] for word in below),
            frozenset(map(in_one_byte, self.previous)) if self.counts else None,
            self,
        )

    def may_follow(self, text: str, start: int) -> bool:
        """Return False where the word before ``start`` is plainly none of ``previous``."""
        if not start or not text[start - 1].isspace():
            return start > 0
        if self.spaced and text[start - 2 : start - 1] in _STOPS:
            return False
        before = text[max(0, start - _REACH) : start].rsplit(None, 1)
        word = before[-1] if before else ""
        if is_word(word):
            return fold(word) in self.previous
        return not (self.spaced and word[-1:] in _STOPS)


def _words_back(text: str, end: int, count: int) -> tuple[int, int] | None:
    """Return where the word stands that is ``count`` words before ``end``; None where it is too far away."""
    # what most often stands there: letters alone, with one space after each word
    *others, rest = text[max(0, end - _NEAR * count) : end].split(" ")
    words = others[-count:]
    if not rest and len(others) > count and all(map(is_word, words)):
        start = end - count - sum(map(len, words))
        return start, start + len(words[0])
    for reach in (_NEAR, _REACH):
        begin = max(0, end - reach * count)
        spans = [found.span() for found in words_in().finditer(text, begin, end)]
        if begin and spans and spans[0][0] == begin:
            del spans[0]  # the rest of a longer word
        if len(spans) >= count:
            return spans[-count]
    return None


def _next(node: Trie, text: str, end: int) -> Iterator[tuple[Any, int]]:
    """Yield the nodes that the next word leads to, whatever is between, and where it ends."""
    found = next_word().match(text, end)
    between = found and separator(found.group(1))
    if found is None or between is None:
        return
    word = fold(found.group(2))
    # a hyphen for a space is the same term: "trigger-point therapy"
    for one in ("-", " ") if between == "-" else (between,):
        below = node.get(one + word)
        if below is not None:
            yield below, found.end()


def joined_before(text: str, start: int, joining_words: tuple[str, ...]) -> bool:
    """Tell whether the hyphen before ``start`` joins the word to what is before it."""
    place = start - 2
    if place < 0 or text[place] in HYPHENS:
        return False
    before = text[place]
    if not before.isspace():
        return before.isalnum() or before in "_" or before in _CLOSING or ord(before) >= 0x300
    # "muskelkramper og -spasmer" is joined; a hyphen first in a line is a bullet
    shortened = text[max(0, place - 12) : place + 1].rstrip(" \u00a0")
    return shortened.endswith(joining_words)


def joined_after(text: str, end: int) -> bool:
    """Tell whether the hyphen at ``end`` joins the word to what follows; a suspended part is joined to a later word."""
    return not text.startswith(tuple(HYPHENS), end + 1)


def visible_end(text: str, end: int) -> int:
    """Return where a word ends that may have soft hyphens and the like at its end."""
    while text[end - 1] in IGNORABLE:
        end -= 1
    return end


def choose(candidates: Iterable[Candidate[T]], rank: Callable[[Candidate[T]], Any]) -> list[Candidate[T]]:
    """Return those of the candidates that do not overlap, by start: of overlapping ones the lowest in rank first.

    >>> longest = lambda found: -(found.end - found.start)
    >>> [found.start for found in choose([Candidate(0, 5, []), Candidate(3, 9, []), Candidate(9, 10, [])], longest)]
    [3, 9]
    """
    chosen: list[Candidate[T]] = []
    cluster: list[Candidate[T]] = []
    reach = 0
    for candidate in candidates:
        if candidate[0] < reach:
            if not cluster:
                cluster.append(chosen.pop())
            cluster.append(candidate)
            if candidate[1] > reach:
                reach = candidate[1]
            continue
        if cluster:
            chosen += _choose(cluster, rank)
            cluster.clear()
        chosen.append(candidate)
        reach = candidate[1]
    return [*chosen, *_choose(cluster, rank)] if cluster else chosen


def _choose(cluster: list[Candidate[T]], rank: Callable[[Candidate[T]], Any]) -> list[Candidate[T]]:
    taken: list[tuple[int, int]] = []
    chosen = []
    for candidate in sorted(cluster, key=lambda found: (rank(found), found.start)):
        place = bisect(taken, (candidate.start, candidate.end))
        if place and taken[place - 1][1] > candidate.start:
            continue
        if place < len(taken) and taken[place][0] < candidate.end:
            continue
        taken.insert(place, (candidate.start, candidate.end))
        chosen.append(candidate)
    chosen.sort(key=lambda found: found.start)
    return chosen
