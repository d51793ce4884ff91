"""The scanner's test of each word, done for all words of a block at once with numpy (``imsterms[fast]``).

A word is hashed from its first eight bytes and its length, and looked up in one table of flags. What the table lets
through is looked up again by the scanner, so a word that shares its hash with another costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_SPACE = 32
# 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_LENGTHS = 255
_MASKS = np.array([(1 << 8 * min(length, 8)) - 1 for length in range(_LENGTHS + 1)], dtype=np.uint64)
# the length goes into the product, so that words with the same beginning part company
_ADDENDS = np.arange(_LENGTHS + 1, dtype=np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)


class WordTable:
    """Which of the words of a block may be among the words that it was made from."""

    def __init__(self, words: Sequence[bytes], beginnings: Sequence[bytes] = ()) -> None:
        """``beginnings`` are those of longer words that are let through, each of as many letters."""
        # one word in sixty-four that is not known gets through; a larger table would not stay in the cache
        bits = min(max(10, (64 * (len(words) + len(beginnings))).bit_length()), 22)
        self._shift = np.uint64(64 - bits)
        self._table = np.zeros(1 << bits, dtype=bool)
        self._beginning = len(beginnings[0]) if beginnings else _LENGTHS
        for line in filter(None, (b" ".join(words), b" ".join(beginnings))):
            starts, _, lengths, eights = self._split(line)
            self._table[self._hashed(eights[starts], lengths)] = True

    def candidates(self, line: bytes, odd: bytes) -> list[tuple[int, int]]:
        """Return start and end of each word, of those parted by spaces, that may be known or holds the byte ``odd``."""
        starts, ends, lengths, eights = self._split(line)
        chosen = self._table[self._hashed(eights[starts], lengths)]
        longer = np.flatnonzero(lengths > self._beginning)
        beginnings = np.full(len(longer), self._beginning)
        chosen[longer] |= self._table[self._hashed(eights[starts[longer]], beginnings)]
        if odd in line:
            marks = np.flatnonzero(np.frombuffer(line, dtype=np.uint8) == odd[0])
            chosen[np.searchsorted(starts, marks, side="right") - 1] = True
        return list(zip(starts[chosen].tolist(), ends[chosen].tolist(), strict=True))

    @staticmethod
    def _split(line: bytes) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], NDArray[np.uint64]]:
        """Return start, end and length of each word of a line, and the eight bytes from every position on."""
        padded = b" " + line + b"        "
        letters = np.frombuffer(padded, dtype=np.uint8) != _SPACE
        edges = np.flatnonzero(letters[1:] != letters[:-1])
        starts, ends = edges[0::2], edges[1::2]
        eights: NDArray[np.uint64] = np.ndarray(len(padded) - 8, dtype="<u8", buffer=padded, offset=1, strides=(1,))
        return starts, ends, np.minimum(ends - starts, _LENGTHS), eights

    def _hashed(self, eights: NDArray[np.uint64], lengths: NDArray[np.intp]) -> NDArray[np.uint64]:
        """Return the hash of each word, or of its beginning."""
        return ((eights & _MASKS[lengths]) + _ADDENDS[lengths]) * _MULTIPLIER >> self._shift
