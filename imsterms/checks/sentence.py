"""Running texts with references: what a translator wrote, taken apart."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..errors import TextError
from ..termbase.text import Reference, parse

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
"""A word, with what a hyphen or an apostrophe joins to it."""

GAP = "\ufffc"
"""Takes the place of a reference in a text, so that no term runs across it."""


class Sentence:
    """A running text: what a translator wrote in a text message, or a line of a notes message."""

    __slots__ = ("error", "pieces", "references", "words")

    def __init__(self, pieces: tuple[str | Reference, ...], error: str = "") -> None:
        self.pieces = pieces
        """The text taken apart; nothing where its braces are broken."""
        self.error = error
        """What is wrong with the braces."""
        self.references = [piece for piece in pieces if isinstance(piece, Reference)]
        self.words = "".join(GAP if isinstance(piece, Reference) else piece for piece in pieces)
        """The author's own words, with a GAP for each reference."""

    def followed(self) -> Iterator[tuple[Reference, str]]:
        """Yield each reference with the text that follows it directly."""
        for piece, after in zip(self.pieces, (*self.pieces[1:], ""), strict=False):
            if isinstance(piece, Reference):
                yield piece, after if isinstance(after, str) else "{"


@lru_cache(65536)  # each rule asks anew
def sentence(text: str) -> Sentence:
    """Return a text taken apart; broken braces are noted and not raised.

    >>> sentence("Finn {trigger_point}[the].").words == f"Finn {GAP}."
    True
    """
    try:
        return Sentence(tuple(parse(text)))
    except TextError as error:
        return Sentence((), str(error))
