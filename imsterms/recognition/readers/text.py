"""Plain text: segments of many paragraphs, as each tells what others mean; lines that begin with ``>`` are quoted.

A line that holds nothing but ``# imsterms: off`` (or ``imsterms: off`` after ``//``, ``;`` or nothing) turns the
check off until ``imsterms: on``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import Document, regions_off
from .segments import Segment

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:(?:#|//|;|--)[ \t]*)?imsterms:[ \t]*(off|on)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_NAMED = re.compile(r":(?<=imsterms:)", re.IGNORECASE)  # a colon is found faster than the words before it
_PART = 1 << 14
"""Characters of a part of a long text at least."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_REPLY = re.compile(r">(?<!.>).*")


def read(text: str) -> Document:
    """Read a plain text."""
    segments = []
    for start, end in _parts(text):
        segment = Segment()
        segment.verbatim(text[start:end], start)
        if segment.finish():
            segment.cited += [match.span() for match in _REPLY.finditer(text[start:end])]
            segments.append(segment)
    found = _DIRECTIVE.finditer(text) if _NAMED.search(text) else ()
    directives = [(match.start(), match[1].lower()) for match in found]
    return Document(segments, regions_off(directives, len(text)), str)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text begin and end, at empty lines."""
    start = 0
    while start < len(text):
        empty = _EMPTY_LINE.search(text, start + _PART)
        end = empty.end() if empty else len(text)
        yield start, end
        start = end
