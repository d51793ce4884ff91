"""Finding listed words and phrases in text: whole words, offsets of the text as given.

The one interface to matching: a ``Matcher`` is made from surfaces and finds ``Candidate``s; ``choose`` keeps those
that do not overlap, the longest first. This module does not know what a surface means.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from .addresses import BESIDE_ADDRESS, Addresses, is_apart
from .scanner import BEGINNING, ODD, Beside, Scanner, in_one_byte, words_back, words_back_in_text
from .words import (
    HYPHENS,
    Kept,
    fold,
    is_folded,
    is_word,
    joined_after,
    joined_before,
    key,
    next_word,
    separator,
    visible_end,
    words_in,
)

T = TypeVar("T")
Trie = dict[str, Any]
"""Surfaces by their folded words. A node is the value of what ends here, or a dict if others go on; in a dict what ends
here has the key ``""``. Several values are a ``Place``, and so is one that was asked for."""

_STOPS = frozenset(".,:;!?)]»”")
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
        sought: Callable[[T], bool] = lambda value: True,
    ) -> None:
        """``common`` are the commonest words of the language, the commonest first; a surface is sought by its rarest
        word, so that one that begins with "det" does not have to be tried in every third sentence.
        ``conjunctions`` may come before the rest of a compound ("muskelkramper og -spasmer"). ``sought`` returns
        whether ``find`` may be asked for a value's surfaces without most of the others."""
        self.joining_words = (*(f" {word}" for word in conjunctions), ",", "/")
        """What, before a space and a hyphen, joins the word after them to an earlier one."""
        self.trie: Trie = {}
        ranks = {word: len(common) - place for place, word in enumerate(common)}
        firsts: set[str] = set()
        self._sought: set[str] = set()
        """The words by which those surfaces are found that may be asked for without others."""
        anchored: list[tuple[list[str], int, bool, bool]] = []
        for surface, value in surfaces:
            words = (surface,) if is_folded(surface) else key(surface)
            if len(words) == 1:
                word = words[0]
                if word in self.trie:
                    self._add(words, value)
                else:
                    self.trie[word] = value
                if sought(value):
                    self._sought.add(word)
            elif words:
                self._add(words, value)
                # not taken from ``words``: folding can put a mark at the beginning of a word, as it does in Thai
                count = len(words) - (words[-1] == ".")
                parts = surface.split(" ")
                bare = [*map(fold, parts if all(map(is_word, parts)) else words_in().findall(surface)[:count])]
                rarest = min(range(len(bare)), key=lambda place: (ranks.get(bare[place], 0), -len(bare[place])))
                spaced = words[rarest] in (f" {bare[rarest]}", f"-{bare[rarest]}")
                anchored.append((bare, rarest, spaced, sought(value)))
                if not rarest:
                    firsts.add(bare[0])
        self._elsewhere = {bare[0] for bare, *_ in anchored if not _stands_alone(self.trie.get(bare[0]))} - firsts
        """The first words of surfaces that are all sought by another word of theirs."""
        self._further: dict[str, set[tuple[int, str, str, bool]]] = {}
        """Where a word is in the surfaces that are sought by it and begin earlier: how many words are before it,
        the first and the last of them, and whether nothing but a space or a hyphen parts the word from that."""
        for bare, rarest, spaced, is_sought in anchored:
            if bare[0] not in self._elsewhere:
                rarest = 0
            else:
                self._further.setdefault(bare[rarest], set()).add((rarest, bare[0], bare[rarest - 1], spaced))
            if is_sought:
                self._sought.add(bare[rarest])
        self.find_longer((), lambda word: None)

    def find_longer(self, beginnings: Iterable[str], longer: Callable[[str], Place[T] | None]) -> None:
        """Find from now on words that are no surface too, those for which ``longer`` has values (see ``Scanner``)."""
        starts = frozenset(beginnings)

        def anchor(word: str) -> _Anchor | Place[T] | None:
            node = None if word in self._elsewhere else below(self.trie, word)
            if node is None and word[:BEGINNING] in starts:
                node = longer(word)
            further = self._further.get(word)
            return _anchor(node, further) if further or type(node) is dict else node

        def sought(word: str) -> _Anchor | Place[T] | None:
            return anchor(word) if word in self._sought or word[:BEGINNING] in starts else None

        self.scanner = Scanner(anchor, lambda: self._words(self.trie.keys() | self._further.keys()), starts)
        self.seeker = Scanner(sought, lambda: self._words(self._sought), starts)

    def _words(self, among: Iterable[str]) -> Iterator[Beside]:
        """Yield the words by which surfaces are sought, with what must be beside them."""
        for word in among:
            node = None if word in self._elsewhere else self.trie.get(word)
            if node is not None and (type(node) is not dict or "" in node or "." in node):
                yield "", word, ""
            elif node is not None:
                yield from (("", word, _last_word(after).decode("latin-1")) for after in node)
            if further := self._further.get(word):
                yield from ((before, word, "") for _, _, before, _ in further)

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
            node[words[-1]] = value
        elif type(last) is Place:
            last.append(value)
        else:
            node[words[-1]] = place = Place(last)
            place.append(value)

    def place(self, text: str) -> Place[T] | None:
        """Return the values of a surface, or None where there is no such surface."""
        node: Any = self.trie
        for word in key(text):
            node = below(node, word) if type(node) is dict else None
        place: Place[T] | None = below(node, "") if type(node) is dict else node
        return place

    def find(self, text: str, joined: list[Candidate[T]] | None = None, sought: bool = False) -> list[Candidate[T]]:
        """Return every surface that is in the text as whole words, by start; they may overlap.

        Those that a hyphen joins to the word after them are added to ``joined``. With ``sought``, all that were said to
        be sought are found, and of the others only some; that takes a fraction of the time.
        """
        found: list[Candidate[T]] = []
        search: _Search[T] | None = None
        joined = [] if joined is None else joined
        earlier: dict[int, tuple[int, Any]] = {}
        scanner = self.seeker if sought else self.scanner
        for start, end, node, line, first in scanner.find(text):
            if type(node) is _Anchor:
                anchor = node
                node, next_words, alone, closing, words_before, _, _ = anchor
                if next_words is not None:
                    # most of what may go on does not; that is told by the next word, or by punctuation
                    after = first + end - start + 1
                    word = line[after : line.find(b" ", after)]
                    if word not in next_words and ODD not in word if word else text[end : end + 1] in closing:
                        node = alone
                if words_before is not None:
                    word = line[line.rfind(b" ", 0, first - 1) + 1 : first - 1] if first else b""
                    if not word or word in words_before or ODD in word:
                        self._go_back(anchor, text, start, line, first, earlier)
            if type(node) is Place and line and is_apart(text, start, end):
                found.append(_new(Candidate, (start, end, node)))
            elif node is not None:
                search = search or _Search(text, found, joined)
                self._begin(node, search, start, end)
        if earlier:
            search = _Search(text, found, joined)
            for start, (end, node) in sorted(earlier.items()):
                self._begin(node, search, start, end)
            found.sort(key=itemgetter(0))
        return found

    def _begin(self, node: Any, search: _Search[T], start: int, end: int) -> None:
        """Add every surface that begins with the word from ``start`` to ``end``, which leads to ``node``."""
        before = search.text[start - 1] if start else " "
        if before in BESIDE_ADDRESS:
            joined = before in HYPHENS and joined_before(search.text, start, self.joining_words)
            if joined or search.addresses.hold(start):
                return
        if type(node) is dict:
            self._walk(node, search, start, end)
        else:
            search.add(start, end, node)

    def _go_back(
        self, anchor: _Anchor, text: str, start: int, line: bytes, first: int, earlier: dict[int, tuple[int, Any]]
    ) -> None:
        """Note where surfaces begin that have the word at ``start`` further on, which is at ``first`` in ``line``."""
        if anchor.spaced and text[start - 2 : start - 1] in _STOPS:
            return
        words = words_back(line, first, max(anchor.firsts), start == first)
        for count, firsts in anchor.firsts.items():
            if words is None:
                begin, end = words_back_in_text(text, start, count)
                word = fold(text[begin:end])
            elif count <= len(words) and words[-count] in firsts:
                place = first
                for each in reversed(words[-count:]):
                    place = line.rfind(each, 0, place)
                begin = start - first + place
                end = begin + len(words[-count])
                word = words[-count].decode("latin-1")
            else:
                continue
            if word in self._elsewhere:
                earlier[begin] = end, below(self.trie, word)

    def _walk(self, node: Any, search: _Search[T], start: int, end: int) -> None:
        """Add every surface that begins with the words up to ``end``, which lead to ``node``."""
        text = search.text
        while type(node) is dict:
            place = below(node, "")
            if place is not None:
                search.add(start, end, place)
            if "." in node and text.startswith(".", end):
                search.found.append(Candidate(start, end + 1, below(node, ".")))
            # what most often stands there: a space, a word of letters alone, a space
            after = text.find(" ", end + 1, end + 60)
            word, length = _spaced[text[end + 1 : after]] if after >= 0 and text[end] in " \n" else ("", 0)
            if not word:
                for further, stop in _next(node, text, end):
                    self._walk(further, search, start, stop)
                return
            node = below(node, word)
            end += length
        if node is not None:
            search.add(start, end, node)


def _after_space(written: str) -> tuple[str, int]:
    """Return a word of a text as a surface has it after a space, and its length with that; nothing for an odd one."""
    word = written.partition("\n")[0].rstrip(",.;:!?)")
    return (f" {fold(word)}", 1 + len(word)) if is_word(word) else ("", 0)


_spaced: Kept[str, tuple[str, int]] = Kept(_after_space)


class _Search(Generic[T]):
    """What is found in a text."""

    __slots__ = ("addresses", "found", "joined", "text")

    def __init__(self, text: str, found: list[Candidate[T]], joined: list[Candidate[T]]) -> None:
        self.text = text
        self.addresses = Addresses(text)
        self.found = found
        self.joined = joined

    def add(self, start: int, end: int, place: Place[T]) -> None:
        """Add a surface, unless it is part of an address."""
        after = self.text[end : end + 1]
        if after not in BESIDE_ADDRESS:
            self.found.append(_new(Candidate, (start, visible_end(self.text, end), place)))
        elif not self.addresses.hold(start):
            is_joined = after in HYPHENS and joined_after(self.text, end)
            (self.joined if is_joined else self.found).append(Candidate(start, visible_end(self.text, end), place))


class _Anchor(NamedTuple):
    """The word that surfaces are sought by, their rarest, and by what most texts are told to have no surface there."""

    node: Any
    """What begins with the word and is sought by it; None where nothing is."""
    next_words: frozenset[bytes] | None
    """What may come after the word, in one byte for each letter; None where nothing may, or a full stop."""
    alone: Any
    """What the word stands for by itself."""
    closing: frozenset[str]
    """The punctuation after which no surface goes on."""
    words_before: frozenset[bytes] | None
    """What comes right before the word in surfaces that begin earlier; None where there are none."""
    firsts: dict[int, set[bytes]]
    """The first words of those, by how many words come before it."""
    spaced: bool
    """Whether nothing but a space or a hyphen parts it from the word before."""


def _stands_alone(node: Any) -> bool:
    """Return whether a word is a surface by itself."""
    return node is not None and (type(node) is not dict or "" in node)


def _last_word(words: str) -> bytes:
    return in_one_byte(words).rpartition(b" ")[2]


def _anchor(node: Any, further: Iterable[tuple[int, str, str, bool]] | None) -> _Anchor:
    words = [word for word in node if word] if type(node) is dict else []
    firsts: dict[int, set[bytes]] = {}
    for count, word, _, _ in further or ():
        firsts.setdefault(count, set()).add(in_one_byte(word))
    return _Anchor(
        node,
        frozenset(map(_last_word, words)) if words and "." not in words else None,
        below(node, "") if words else node,
        _STOPS.difference(word[0] for word in words),
        frozenset(in_one_byte(before) for _, _, before, _ in further) if further else None,
        firsts,
        all(spaced for _, _, _, spaced in further or ()),
    )


def _next(node: Trie, text: str, end: int) -> Iterator[tuple[Any, int]]:
    """Yield the nodes that the next word leads to, whatever is between, and where it ends."""
    found = next_word().match(text, end)
    between = found and separator(found.group(1))
    if found is None or between is None:
        return
    word = fold(found.group(2))
    # a hyphen for a space is the same term: "trigger-point therapy"
    for one in ("-", " ") if between == "-" else (between,):
        further = below(node, one + word)
        if further is not None:
            yield further, found.end()


def below(node: Trie, word: str) -> Any:
    """Return what a word leads to in a trie, a value as a ``Place``, made when first asked for; None for nothing."""
    found = node.get(word)
    if found is None or type(found) is dict or type(found) is Place:
        return found
    node[word] = place = Place(found)
    return place


def choose(
    candidates: Iterable[Candidate[T]],
    rank: Callable[[Candidate[T]], Any],
    covers: Callable[[Candidate[T]], bool] = lambda found: False,
) -> list[Candidate[T]]:
    """Return those of the candidates that do not overlap, by start: of overlapping ones the lowest in rank first.

    One that ``covers`` takes the place of all that are inside it, whatever their rank.

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
            chosen += _choose(cluster, rank, covers)
            cluster.clear()
        chosen.append(candidate)
        reach = candidate[1]
    return [*chosen, *_choose(cluster, rank, covers)] if cluster else chosen


def _choose(
    cluster: list[Candidate[T]], rank: Callable[[Candidate[T]], Any], covers: Callable[[Candidate[T]], bool]
) -> list[Candidate[T]]:
    chosen: list[Candidate[T]] = []
    for candidate in sorted(cluster, key=lambda found: (rank(found), found.start)):
        first = bisect(chosen, candidate.start, key=itemgetter(1))
        last = bisect_left(chosen, candidate.end, key=itemgetter(0))
        over = chosen[first:last]
        if not over or covers(candidate) and candidate.start <= over[0].start and over[-1].end <= candidate.end:
            chosen[first:last] = [candidate]
    return chosen
