"""Where in a text terms may begin: the fast part of recognition, which throws nothing away that may be a term.

Most words of a text begin no term. They are sorted out by what CPython does in C for bytes: one byte for each
character (Latin-1), translated to lower case with a space for everything but letters, split, looked up in a set.
A word that holds any other character (a combining mark, a letter beyond Latin-1, a soft hyphen) goes the slow way.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count, islice
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar
from unicodedata import category

from .. import limits
from .words import Kept, fold, words_in

if TYPE_CHECKING:
    from .vectorised import WordTable

T = TypeVar("T")
Block = tuple[int, bytes, Iterable[tuple[int, int]]]
Beside = tuple[str, str, str]
"""A folded word, after the word that must be before it and before the one that must follow; ``""`` where any may."""

_REACH = 200
"""Characters from the beginning of a word of a surface to that of the next at most."""

BLOCK = 1 << 16
"""Characters looked at in one go: enough to spread the cost of a step, few enough to keep memory small."""

AT_ONCE = 1 << 11
"""Characters from which on all words of a block are tested at once, if numpy is loaded."""
WORTH_LOADING = 1 << 21
"""Characters, of all such texts together, that are worth loading numpy for."""

_BATCH = 1 << 9
"""Words that are entered in a table in one go: so few that the collector of garbage does not look at them."""

BEGINNING = 6
"""Letters by which a word is told to begin as another."""

ODD = b"\x01"
"""What a character is that not every word can be compared by."""


def _table() -> bytes:
    table = bytearray()
    for code in range(256):
        character = chr(code)
        if code == ODD[0] or character.isdecimal() or character == "_":
            table.append(code)
        elif character in "\u00ad\u00aa\u00ba\u00b5\u00df":
            # ignorable, or folded to something beyond one byte
            table += ODD
        elif character.isalpha():
            table += character.lower().encode("latin-1")
        else:
            table += b" "
    return bytes(table)


_TABLE = _table()
_WHITE = re.compile(r"[ \n\t\r]")


@cache
def _stand_in() -> str:
    """Return the name of the error handler that writes one byte for each character beyond Latin-1."""
    known: dict[str, bytes] = {}

    def handler(error: UnicodeError) -> tuple[bytes, int]:
        assert isinstance(error, UnicodeEncodeError)
        run = error.object[error.start : error.end]
        written = known.get(run)
        if written is None:
            written = b"".join(_byte(character) for character in run)
            if len(run) < 9 and len(known) < 10_000:
                known[run] = written
        return written, error.end

    codecs.register_error("imsterms.words", handler)
    return "imsterms.words"


def _byte(character: str) -> bytes:
    # punctuation, symbols and spaces part words; whatever else there is may be part of one
    return b" " if category(character)[0] in "PSZ" else ODD


def _blocks(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield a text in blocks of whole words, each with its start, in one byte for each character and a last space."""
    length = len(text)
    start = 0
    while start < length:
        end = start + BLOCK
        if end < length:
            white = _WHITE.search(text, end)
            end = white.end() if white else length
        else:
            end = length
        block = text if end - start == length else text[start:end]
        yield start, in_one_byte(block) + b" "
        start = end


def in_one_byte(text: str) -> bytes:
    """Return a text as words are compared: a byte for each character, a space for what parts words."""
    try:
        return text.encode("latin-1").translate(_TABLE)
    except UnicodeEncodeError:
        return text.encode("latin-1", _stand_in()).translate(_TABLE)


def _in_bytes(words: Iterable[Beside]) -> Iterator[Iterable[tuple[bytes, ...]]]:
    """Yield words, some at a time, in one byte a character; one that then has a space cannot be a word of a line."""
    rest = iter(words)
    while some := list(islice(rest, _BATCH)):
        columns = []
        for column in zip(*some, strict=True):
            written = in_one_byte("\n".join(column)).split(b" ")
            if len(written) > len(column):
                written = [in_one_byte(word).replace(b" ", ODD) for word in column]
            columns.append(written)
        yield zip(*columns, strict=True)


@lru_cache(maxsize=1)
def _kept(text: str) -> tuple[tuple[int, bytes], ...]:
    """Return the blocks of a text, which lint asks for three times in a row."""
    return tuple(_blocks(text)) if len(text) > BLOCK else ((0, in_one_byte(text) + b" "),)


class Scanner(Generic[T]):
    """Finds the words of a text that stand for something.

    >>> needles = {"nål": "needle"}
    >>> scanner = Scanner(needles.get, lambda: (("", word, "") for word in needles))
    >>> [found[:3] for found in scanner.find("Ei NÅL, to na\\u030aler, ei na\\u030al.")]
    [(3, 6, 'needle'), (22, 26, 'needle')]
    """

    def __init__(
        self,
        value: Callable[[str], T | None],
        words: Callable[[], Iterable[Beside]],
        beginnings: Iterable[str] = (),
    ) -> None:
        """``value`` is asked once for each folded word that is met what it stands for. ``words`` returns all that stand
        for something, each with the word that must be before or after it, but for those that begin as one of the
        ``beginnings``, which have ``BEGINNING`` letters each.
        """
        self._value = value
        self._words = words
        self._beginnings = frozenset(beginnings)
        self._met: Kept[bytes, Any] = Kept(lambda word: ODD if ODD in word else value(word.decode("latin-1")))
        """What the words of texts stand for, in one byte for each letter; ``ODD`` for one that bytes do not tell."""
        self._together: Callable[[str], Iterable[Block]] | None = None
        self._seen = 0
        self._word_table: WordTable | Literal[False] | None = None

    def find(self, text: str) -> Iterator[tuple[int, int, T, bytes, int]]:
        """Yield start, end and value of every word that is found, from left to right.

        Then comes the text around it in one byte for each character, and where the word begins there; that is empty for
        a word that can only be compared in the text itself.
        """
        met = self._met
        for offset, line, spans in self._blocks(text):
            for first, last in spans:
                value = met[line[first:last]]
                if value is None:
                    continue
                if value is not ODD:
                    yield offset + first, offset + last, value, line, first
                    continue
                for word in words_in().finditer(text, offset + first, offset + last):
                    value = self._value(fold(word.group()))
                    if value is not None:
                        yield word.start(), word.end(), value, b"", 0

    def _blocks(self, text: str) -> Iterable[Block]:
        """Return a text in blocks: where each begins, its characters in one byte each, and its words to look at."""
        if self._together and len(text) <= limits.KEPT_TEXT_CHARACTERS:
            return self._together(text)
        if len(text) < AT_ONCE:
            line = in_one_byte(text) + b" "
            return ((0, line, self._candidates(line)),)
        blocks = _kept(text) if len(text) <= limits.KEPT_TEXT_CHARACTERS else _blocks(text)
        table = self._table(len(text))
        candidates = table.candidates if table else self._candidates
        return ((offset, line, candidates(line)) for offset, line in blocks)

    def _candidates(self, line: bytes) -> Iterator[tuple[int, int]]:
        """Yield start and end of each word of a line that stands for something or holds an odd character."""
        words = line.split(b" ")
        start = passed = 0
        for place in compress(count(), map(self._met.__getitem__, words)):
            if place > passed:
                # the length of the words passed over, without asking each for its own
                start += len(b" ".join(words[passed:place])) + 1
                passed = place
            yield start, start + len(words[place])

    def _table(self, length: int) -> WordTable | None:
        """Return the table that tests all words of a block at once; None where numpy is missing or not worth it."""
        if self._word_table is None:
            self._seen += length
            if self._seen >= WORTH_LOADING or "numpy" in sys.modules:
                try:
                    from .vectorised import WordTable
                except ImportError:
                    self._word_table = False
                else:
                    self._word_table = WordTable(
                        _in_bytes(self._words()), map(in_one_byte, self._beginnings), BEGINNING, ODD
                    )
        return self._word_table or None


def words_back(line: bytes, first: int, most: int, begins_text: bool) -> list[bytes] | None:
    """Return the words before ``first``, at most so many, the nearest last; None where bytes do not tell them.

    ``begins_text`` says whether nothing of the text is before the line.
    """
    before = line[max(0, first - _REACH * most) : first]
    words = before.rsplit(None, most)
    if len(words) > most or len(before) < first:
        del words[:1]  # all that is before the others, or what may be the rest of a longer word
    elif not (begins_text or len(words) == most):
        return None
    return words if ODD not in before else None


def words_back_in_text(text: str, end: int, count: int) -> tuple[int, int]:
    """Return where the word stands that is ``count`` words before ``end``; an empty span where it is too far away."""
    begin = max(0, end - _REACH * count)
    spans = [found.span() for found in words_in().finditer(text, begin, end)]
    if begin and spans and spans[0][0] == begin:
        del spans[0]  # the rest of a longer word
    return spans[-count] if len(spans) >= count else (end, end)


def join(scanners: Sequence[Scanner[Any]]) -> None:
    """Let scanners look at a text once for all of them; the callers of one ask the others next."""
    whole = Scanner(
        lambda word: any(scanner._met[word.encode("latin-1")] for scanner in scanners) or None,
        lambda: chain.from_iterable(scanner._words() for scanner in scanners),
        (beginning for scanner in scanners for beginning in scanner._beginnings),
    )

    @lru_cache(maxsize=1)
    def blocks(text: str) -> list[Block]:
        return [(offset, line, list(spans)) for offset, line, spans in whole._blocks(text)]

    for scanner in scanners:
        scanner._together = blocks
