"""Catalogs (.po): the messages' texts, without placeholders and markup.

A translation is in the language of the header, a msgid in English; obsolete entries are no prose. A translator's
comment ``# imsterms: off`` turns the check off from its entry on, until ``# imsterms: on``.
"""

from __future__ import annotations

import re

from . import Document, regions_off
from .segments import OBJECT, Segment

_LINE = re.compile(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"(.*)"[ \t\r]*$')
_DIRECTIVE = re.compile(r"#[ \t]*imsterms:[ \t]*(off|on)[ \t\r]*$", re.IGNORECASE)
_SPECIAL = re.compile(
    r"""
    \\ (?: [0-7]{1,3} | x[0-9A-Fa-f]{1,2} | . )                          # an escape
  | % (?: \(\w+\) )? [-+#0]*+ \d*+ (?: \.\d+ )? [sdifgeuxc] \b         # a placeholder; "50 % of" is none
  | </?[A-Za-z][^<>]*+>                                                 # markup
    """,
    re.VERBOSE,
)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}
_HEADER_LANGUAGE = re.compile(r'"Language:[ \t]*([\w@.-]+)', re.IGNORECASE)


def read(text: str) -> Document:
    """Read a catalog; what is not PO syntax is passed over."""
    header = _HEADER_LANGUAGE.search(text)
    language = header[1] if header else None
    segments: list[Segment] = []
    directives: list[tuple[int, str]] = []
    segment: Segment | None = None
    msgid = Segment()
    start = 0
    for line in text.split("\n"):
        match = _LINE.match(line)
        if match is None:
            segment = None
            directive = _DIRECTIVE.match(line)
            if directive:
                directives.append((start, directive[1].lower()))
        else:
            if match[1]:
                segment = Segment(language="en" if match[1].startswith("msgid") else language)
                if match[1] == "msgid":
                    msgid = segment
                # the translation of nothing is the header
                if match[1] != "msgctxt" and (match[1].startswith("msgid") or msgid.size):
                    segments.append(segment)
            if segment is not None:
                _add(segment, match[2], start + match.start(2))
        start += len(line) + 1
    return Document([one for one in segments if one.finish()], regions_off(directives, len(text)), _escape)


def _add(segment: Segment, string: str, start: int) -> None:
    """Add one quoted string of a message."""
    place = 0
    for match in _SPECIAL.finditer(string):
        segment.verbatim(string[place : match.start()], start + place)
        begin, end = start + match.start(), start + match.end()
        found = match[0]
        if found[0] == "\\":
            segment.decoded(_ESCAPES.get(found[1], OBJECT), begin, end)
        elif found[0] == "%":
            segment.decoded(OBJECT, begin, end)
        else:
            segment.markup()
        place = match.end()
    segment.verbatim(string[place:], start + place)


def _escape(term: str) -> str:
    """Write a term inside a quoted string."""
    return term.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
