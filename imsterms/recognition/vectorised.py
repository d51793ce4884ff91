"""The scanner's test of each word, done for all words of a block at once with numpy (``imsterms[fast]``).

A word is hashed from its first eight bytes and its length, and looked up in a table of flags; where it counts only
beside another word, the hash of both is looked up in a second table. What the tables let through is looked at again by
the scanner, so a word that shares its hash with another costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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

_WHEREVER, _BESIDE = 1, 2
"""Flags of a word: found wherever it is, or beside some words."""


class WordTable:
    """Which of the words of a block may be among the words that it was made from."""

    def __init__(
        self, words: Iterable[Iterable[tuple[bytes, ...]]], beginnings: Iterable[bytes], letters: int, odd: bytes
    ) -> None:
        """``words`` come some at a time, each between the one that must be before it and the one that must follow.

        ``beginnings`` are those of longer words that are let through, each of so many ``letters``; so is a word with
        the byte ``odd``, and any beside it.
        """
        flagged = [(_hashes(beginnings), _WHEREVER)]
        pairs: list[Hashes] = []
        for batch in words:
            some = [each for each in batch if odd not in each[1]]
            beside = [each for each in some if (each[0] or each[2]) and odd not in each[0] + each[2]]
            alone = _hashes(each[1] for each in some if not (each[0] or each[2]) or odd in each[0] + each[2])
            flagged += [(alone, _WHEREVER), (_hashes(word for _, word, _ in beside), _BESIDE)]
            firsts = _hashes(before or word for before, word, _ in beside)
            pairs.append(_paired(firsts, _hashes(after or word for _, word, after in beside)))
        # one word in sixty-four that is not known gets through; a larger table would not stay in the cache
        bits = min(max(10, (64 * sum(len(own) for own, _ in flagged)).bit_length()), 22)
        self._shift = np.uint64(64 - bits)
        self._flags = np.zeros(1 << bits, dtype=np.uint8)
        self._pairs = np.zeros(1 << bits, dtype=bool)
        for own, flag in flagged:
            np.bitwise_or.at(self._flags, self._places(own), np.uint8(flag))
        for both in pairs:
            self._pairs[self._places(both)] = True
        self._letters, self._odd = letters, odd

    def candidates(self, line: bytes) -> Iterator[tuple[int, int]]:
        """Yield start and end of each word, of those parted by spaces, that may be known or holds an odd character."""
        starts, ends, lengths, eights = _split(line)
        hashes = _hashed(eights, lengths)
        flags = self._flags.take(self._places(hashes))
        beginnings = self._flags.take(self._places(_hashed(eights, self._letters)))
        flags |= beginnings & (lengths > self._letters).view(np.uint8)
        odd = np.zeros(len(starts) + 2, dtype=bool)
        odd[0] = odd[-1] = True  # of what is beside the first word and the last nothing is known
        if self._odd in line:
            marks = np.flatnonzero(np.frombuffer(line, dtype=np.uint8) == self._odd[0])
            odd[np.searchsorted(starts, marks, side="right")] = True
            flags[odd[1:-1]] = _WHEREVER
        places = np.flatnonzero(flags)
        chosen = flags[places] & _WHEREVER != 0
        beside = np.flatnonzero(~chosen)
        here = places[beside]
        before, own, after = (hashes.take(here + step, mode="clip") for step in (-1, 0, 1))
        known = self._pairs.take(self._places(_paired(before, own))) | self._pairs.take(
            self._places(_paired(own, after))
        )
        chosen[beside] = known | odd[here] | odd[here + 2]
        places = places[chosen]
        return zip(starts[places].tolist(), ends[places].tolist(), strict=True)

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
