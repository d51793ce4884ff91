"""Words that are nearly a word of a term: by edit distance, the more letters the more edits.

Deletions on both sides (Garbe's symmetric delete): two words within two edits of each other share a string that is
left of each when up to two letters go. Only the first letters are deleted from, so the index stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..lexicon.search import edit_distance
from ..termbase.token import TOKEN
from .words import Kept, fold, words_in

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts

SHORTEST = 5
"""Letters of the shortest word that may be misspelt."""

LONG = 10
"""From this many letters on, two edits are forgiven."""

SHORT = 6
"""Up to this many letters, one letter for another makes another word (legen, vegen), no misspelling."""

_PREFIX = 8


def allowed(length: int) -> int:
    """Return how many edits are forgiven in a word of so many letters.

    >>> [allowed(length) for length in (4, 5, 9, 10)]
    [0, 1, 1, 2]
    """
    return 0 if length < SHORTEST else 1 if length < LONG else 2


class Misspellings:
    """The words of a termbase, found by words that are nearly the same.

    >>> Misspellings(["akupunktur", "triggerpunkt"], ordinary=[]).corrections("akkupunktur")
    (1, ['akupunktur'])
    """

    def __init__(self, words: Iterable[str], ordinary: Iterable[str]) -> None:
        """``ordinary`` words are never taken for a misspelling."""
        self._words: set[str] = set()
        self._ordinary = frozenset(ordinary)
        self._by_deletion: dict[str, list[str]] = {}
        self._known: Kept[str, tuple[int, list[str]]] = Kept(self._corrections)
        for word in words:
            if len(word) >= SHORTEST and word not in self._words and not any(map(str.isdigit, word)):
                self._words.add(word)
                for shorter in _deletions(word):
                    self._by_deletion.setdefault(shorter, []).append(word)

    def corrections(self, word: str) -> tuple[int, list[str]]:
        """Return the words that a folded word may be a misspelling of, after how many edits; none if it is a word."""
        return self._known[word]

    def _corrections(self, word: str) -> tuple[int, list[str]]:
        if not SHORTEST <= len(word) <= 40 or word in self._words or word in self._ordinary or not word.isalpha():
            return 0, []
        near = dict.fromkeys(other for shorter in _deletions(word) for other in self._by_deletion.get(shorter, ()))
        scored = []
        for other in near:
            limit = allowed(min(len(word), len(other)))
            # whoever misspells a word knows how it begins
            if word[0] != other[0]:
                continue
            if len(word) == len(other) <= SHORT and sorted(word) != sorted(other):
                continue
            distance = edit_distance(word, other, limit)
            if distance <= limit:
                scored.append((distance, word[-1] != other[-1], other))
        scored.sort()
        if not scored:
            return 0, []
        nearest = scored[0][0]
        return nearest, [other for distance, _, other in scored if distance == nearest]


def _deletions(word: str) -> Iterator[str]:
    """Yield the beginning of a word with up to as many letters deleted as edits are forgiven."""
    start = word[:_PREFIX]
    found = {start}
    layer = {start}
    for _ in range(allowed(len(word) + 1)):
        layer = {piece[:place] + piece[place + 1 :] for piece in layer for place in range(len(piece))}
        found |= layer
    yield from found


def ordinary_words(glossary: Concepts) -> Iterator[str]:
    """Yield the words, folded, that the glossary's own texts are written in."""
    for text in _strings(glossary.texts()):
        for found in words_in().finditer(TOKEN.sub(" ", text)):
            yield fold(found.group())


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for below in content.values():
            yield from _strings(below)
    elif isinstance(content, list):
        for below in content:
            yield from _strings(below)
