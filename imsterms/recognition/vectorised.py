"""The scanner's test of each word, done for all words of a block at once with numpy (``imsterms[fast]``).

A word is hashed from its first eight bytes and its length, and looked up in a table of flags; where it counts only
beside another word, the hash of both is looked up in a second table. What the tables let through is looked at again by
the scanner, so a word that shares its hash with another costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_SPACE = 32
# 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_LENGTHS = 255
_MASKS = np.array([(1 << 8 * min(length, 8)) - 1 for length in range(_LENGTHS + 1)], dtype=np.uint64)
# the length goes into the product, so that words with the same beginning part company
_ADDENDS = np.arange(_LENGTHS + 1, dtype=np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)

_WHEREVER, _AFTER, _BEFORE = 1, 2, 4
"""Flags of a word: found wherever it is, after some words, before some."""
_AT_ONCE = 1 << 14
"""Words that are entered in one go."""


class WordTable:
    """Which of the words of a block may be among the words that it was made from."""

    def __init__(
        self, words: Iterable[tuple[bytes, bytes, bytes]], beginnings: Iterable[bytes], letters: int, odd: bytes
    ) -> None:
        """``words`` have the word before them that they need before them, and the one after them after them.

        ``beginnings`` are those of longer words that are let through, each of so many ``letters``; so is a word with
        the byte ``odd``, and any beside it.
        """
        flagged = [(_hashes(beginnings), _WHEREVER)]
        pairs: list[Hashes] = []
        rest = iter(words)
        while some := list(islice(rest, _AT_ONCE)):
            kinds: dict[int, list[tuple[bytes, bytes]]] = {_WHEREVER: [], _AFTER: [], _BEFORE: []}
            for before, word, after in some:
                other = before or after
                kind = _WHEREVER if odd in other or not other else _AFTER if before else _BEFORE
                if odd not in word:
                    kinds[kind].append((word, other))
            for kind, both in kinds.items():
                own = _hashes(word for word, _ in both)
                flagged.append((own, kind))
                if kind != _WHEREVER:
                    others = _hashes(other for _, other in both)
                    pairs.append(_paired(others, own) if kind == _AFTER else _paired(own, others))
        # one word in sixty-four that is not known gets through; a larger table would not stay in the cache
        bits = min(max(10, (64 * sum(len(own) for own, _ in flagged)).bit_length()), 22)
        self._shift = np.uint64(64 - bits)
        self._flags = np.zeros(1 << bits, dtype=np.uint8)
        self._pairs = np.zeros(1 << bits, dtype=bool)
        for own, kind in flagged:
            np.bitwise_or.at(self._flags, self._places(own), np.uint8(kind))
        for both_words in pairs:
            self._pairs[self._places(both_words)] = True
        self._letters, self._odd = letters, odd

    def candidates(self, line: bytes) -> list[tuple[int, int]]:
        """Return start and end of each word, of those parted by spaces, that may be known or holds an odd character."""
        starts, ends, lengths, eights = _split(line)
        hashes = _hashed(eights, lengths)
        flags = self._flags.take(self._places(hashes))
        beginnings = self._flags.take(self._places(_hashed(eights, self._letters)))
        flags |= beginnings & (lengths > self._letters).view(np.uint8)
        odd = np.zeros(len(starts), dtype=bool)
        if self._odd in line:
            marks = np.flatnonzero(np.frombuffer(line, dtype=np.uint8) == self._odd[0])
            odd[np.searchsorted(starts, marks, side="right") - 1] = True
            flags[odd] = _WHEREVER
        places = np.flatnonzero(flags)
        flags = flags[places]
        chosen = flags & _WHEREVER != 0
        for kind, step, end in ((_AFTER, -1, 0), (_BEFORE, 1, len(starts) - 1)):
            here = np.flatnonzero(flags & kind)
            own, beside = hashes[places[here]], hashes.take(places[here] + step, mode="clip")
            both = _paired(beside, own) if kind == _AFTER else _paired(own, beside)
            # of what is beside the first word and the last nothing is known
            unknown = odd.take(places[here] + step, mode="clip") | (places[here] == end)
            chosen[here] |= self._pairs.take(self._places(both)) | unknown
        places = places[chosen]
        return list(zip(starts[places].tolist(), ends[places].tolist(), strict=True))

    def _places(self, hashes: Hashes) -> NDArray[np.intp]:
        """Return the places of hashes in a table."""
        return (hashes >> self._shift).astype(np.intp)


def _split(line: bytes) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], Hashes]:
    """Return start, end, length and the first eight bytes of each word of a line."""
    padded = b" " + line + b"        "
    letters = np.frombuffer(padded, dtype=np.uint8) != _SPACE
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    starts, ends = edges[0::2], edges[1::2]
    eights: Hashes = np.ndarray(len(padded) - 8, dtype="<u8", buffer=padded, offset=1, strides=(1,))
    return starts, ends, np.minimum(ends - starts, _LENGTHS), eights[starts]


def _hashed(eights: Hashes, lengths: NDArray[np.intp] | int) -> Hashes:
    """Return the hash of each word, or of its beginning of so many letters."""
    hashes: Hashes = ((eights & _MASKS[lengths]) + _ADDENDS[lengths]) * _MULTIPLIER
    return hashes


def _hashes(words: Iterable[bytes]) -> Hashes:
    _, _, lengths, eights = _split(b" ".join(words))
    return _hashed(eights, lengths)


def _paired(first: Hashes, second: Hashes) -> Hashes:
    """Return the hash of each two words, one after the other."""
    both: Hashes = ((first >> np.uint64(7)) ^ second) * _MULTIPLIER
    return both
