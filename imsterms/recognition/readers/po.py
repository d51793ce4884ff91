"""Catalogs (.po): the messages' texts, without placeholders, markup and the signs of access keys.

A translation is in the language of the header, a msgid in English; obsolete messages and drafts are left out, and so
are the terms and lists of designations in the catalog of a termbase, which are words and not prose. A translator's
comment ``# imsterms: off`` turns the check off from its entry on, until ``# imsterms: on``.
"""

from __future__ import annotations

import re

from ...catalogs.messages import words_among
from ...catalogs.strings import texts_in
from . import Document, regions_off
from .segments import OBJECT, Segment

_DIRECTIVE = re.compile(r"^#[ \t]*imsterms:[ \t]*(off|on)[ \t\r]*$", re.MULTILINE | re.IGNORECASE)
_SPECIAL = re.compile(
    r"""
    \\ (?: [0-7]{1,3} | x[0-9A-Fa-f]{1,2} | . )                          # an escape
  | % (?: \(\w+\) )? [-+#0]*+ \d*+ (?: \.\d+ )? [sdifgeuxc] \b         # a placeholder; "50 % of" is none
  | </?[A-Za-z][^<>]*+> | [_~](?=\w) | &(?!\#?\w+;)(?=\w)              # markup, the sign of an access key
    """,
    re.VERBOSE,
)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}


def read(text: str) -> Document:
    """Read a catalog; what is not PO syntax is passed over."""
    messages = list(texts_in(text))
    language = next((message.language for message in messages if message.is_header), None)
    words = words_among(message.context for message in messages)
    segments: list[Segment] = []
    pairs: list[tuple[Segment, Segment]] = []
    for message in messages:
        if message.is_header or message.context in words:
            continue
        english: list[Segment] = []
        for keyword, strings in message.texts:
            original = keyword.startswith("msgid")
            if message.fuzzy and not original:
                continue
            segment = Segment(language="en" if original else language)
            for string in strings:
                _add(segment, string.text, string.start)
            if not segment.finish():
                continue
            segments.append(segment)
            if original:
                english.append(segment)
            elif english:
                # a form for one has the first of two English texts
                pairs.append((english[0 if keyword in ("msgstr", "msgstr[0]") else -1], segment))
    directives = [(match.start(), match[1].lower()) for match in _DIRECTIVE.finditer(text)]
    off = regions_off(directives, len(text))
    return Document(segments, off, _escape, continuous=not words, language=language, pairs=pairs)


def _add(segment: Segment, string: str, start: int) -> None:
    """Add one quoted string of a message."""
    place = 0
    for match in _SPECIAL.finditer(string):
        segment.verbatim(string[place : match.start()], start + place)
        begin, end = start + match.start(), start + match.end()
        escape = match[0]
        if escape[0] == "\\":
            segment.decoded(_ESCAPES.get(escape[1], OBJECT), begin, end)
        elif escape[0] == "%":
            segment.decoded(OBJECT, begin, end)
        else:
            segment.markup()
        place = match.end()
    segment.verbatim(string[place:], start + place)


def _escape(term: str) -> str:
    """Write a term inside a quoted string."""
    return term.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
