"""Plain text: one segment, as a term may run over a line's end; lines that begin with ``>`` are quoted.

A line that holds nothing but ``# imsterms: off`` (or ``imsterms: off`` after ``//``, ``;`` or nothing) turns the
check off until ``imsterms: on``.
"""

from __future__ import annotations

import re

from . import Document, regions_off
from .segments import Segment

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:(?:#|//|;|--)[ \t]*)?imsterms:[ \t]*(off|on)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_NAMED = re.compile(r":(?<=imsterms:)", re.IGNORECASE)  # a colon is found faster than the words before it
_REPLY = re.compile(r">(?<!.>).*")


def read(text: str) -> Document:
    """Read a plain text."""
    segment = Segment()
    segment.verbatim(text, 0)
    segment.cited += [match.span() for match in _REPLY.finditer(text)] if ">" in text else []
    found = _DIRECTIVE.finditer(text) if _NAMED.search(text) else ()
    directives = [(match.start(), match[1].lower()) for match in found]
    return Document([segment] if segment.finish() else [], regions_off(directives, len(text)), str)
