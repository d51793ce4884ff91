"""Web and e-mail addresses and file names, in which no word is a term."""

from __future__ import annotations

import re

from .words import HYPHENS

BESIDE_ADDRESS = frozenset("./@:?=&#%~\\_" + HYPHENS)
"""What comes beside a word of an address. A word with none of them at its sides is in no address."""

_ENDS = re.compile(r'[\s<>"«»“”()\[\]{}|,;]')
_ADDRESS = re.compile(
    r"://|^[wW]{3}\.|\w@\w|^@\w|"
    r"\w\.(?:no|se|dk|fi|com|org|net|eu|uk|ca|de|info|io|example|pdf|docx?|xlsx?|pptx?|jpe?g|png|html?|txt|csv|md|py|po)"
    r"(?![\w-])"
)


def is_apart(text: str, start: int, end: int) -> bool:
    """Return whether a word is plainly in no address and joined to no other."""
    after = text[end : end + 1]
    if after in BESIDE_ADDRESS:
        # the end of a sentence
        return (
            after == "."
            and text[end + 1 : end + 2] in ("", " ", "\n")
            and (not start or text[start - 1] in ("", " ", "\n"))
        )
    return not start or text[start - 1] not in BESIDE_ADDRESS


class Addresses:
    """The addresses of a text, found as they are asked for; positions are asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = 0
        self._is_address = False

    def hold(self, position: int) -> bool:
        """Return whether ``position`` is in an address."""
        if not self._start <= position < self._end:
            start = position
            # to where the last piece ended at most, so that the whole text is gone through only once
            while start > self._end and not _ENDS.match(self._text[start - 1]):
                start -= 1
            after = _ENDS.search(self._text, position)
            self._start, self._end = start, after.start() if after else len(self._text)
            self._is_address = _ADDRESS.search(self._text[self._start : self._end]) is not None
        return self._is_address
