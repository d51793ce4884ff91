"""Catalogs (.po): the messages' texts, without placeholders, markup and the signs of access keys.

A translation is in the language of the header, a msgid in English; obsolete messages and drafts are left out, and so
are the terms and lists of designations in the catalog of a termbase, which are words and not prose. A translator's
comment ``# imsterms: off`` turns the check off from its entry on, until ``# imsterms: on``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...catalogs.messages import words_among
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
_LINE = re.compile(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"(.*)"[ \t\r]*$')
_LANGUAGE = re.compile(r"(?:^|\\n)Language:[ \t]*([\w@.-]+)", re.IGNORECASE)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}


String = tuple[str, int]
"""A quoted string as it is written, and where it begins in the file."""


@dataclass(slots=True)
class Message:
    """The strings of a message, those of its texts by keyword (``msgid``) in the order of the file."""

    context: list[String] = field(default_factory=list)
    texts: list[tuple[str, list[String]]] = field(default_factory=list)
    fuzzy: bool = False
    """Whether the translation is marked as a draft, which gettext does not use."""

    @property
    def is_header(self) -> bool:
        """Whether this is the translation of nothing."""
        return not any(joined(strings) for keyword, strings in self.texts if keyword == "msgid")


def read(text: str) -> Document:
    """Read a catalog; what is not PO syntax is passed over."""
    messages = list(messages_in(text))
    header = (string for message in messages if message.is_header for _, strings in message.texts for string in strings)
    named = _LANGUAGE.search(joined(header))
    language = named[1] if named else None
    words = words_among(joined(message.context) for message in messages)
    segments: list[Segment] = []
    pairs: list[tuple[Segment, Segment]] = []
    for message in messages:
        if message.is_header or joined(message.context) in words:
            continue
        english: list[Segment] = []
        for keyword, strings in message.texts:
            original = keyword.startswith("msgid")
            if message.fuzzy and not original:
                continue
            segment = Segment(language="en" if original else language)
            for string, start in strings:
                _add(segment, string, start)
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


def messages_in(catalog: str) -> Iterator[Message]:
    """Yield the messages of a catalog; obsolete ones and what is not PO syntax are left out."""
    message = Message()
    strings: list[String] | None = None
    start, fuzzy = 0, False
    for line in catalog.split("\n"):
        match = _LINE.match(line)
        if match is None:
            strings = None
            fuzzy = fuzzy or line.startswith("#,") and "fuzzy" in line
        else:
            keyword = match[1]
            if keyword in ("msgctxt", "msgid"):
                if message.texts:
                    yield message
                    message = Message()
                message.fuzzy, fuzzy = message.fuzzy or fuzzy, False
            if keyword == "msgctxt":
                strings = message.context
            elif keyword:
                strings = []
                message.texts.append((keyword, strings))
            if strings is not None:
                strings.append((match[2], start + match.start(2)))
        start += len(line) + 1
    if message.texts:
        yield message


def joined(strings: Iterable[String]) -> str:
    """Return strings as the text that they are together."""
    return "".join(text for text, _ in strings)


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
