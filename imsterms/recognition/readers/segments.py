"""Segments: the prose of a document, and where each character of it is in the file.

A segment is what one sentence may run through: a paragraph, a heading, a table cell, a message. Its text is the
prose as it is read (markup gone, entities decoded); every position in it leads back to the file as given.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

OBJECT = "\ufffc"
"""Takes the place of what is not prose (code, an image, a URL), so that no term runs across it."""

_NOT_PROSE = re.compile(
    r"""
    (?<![\w.+-]) [\w.+-]++ @ (?:[\w-]+\.)+ [\w-]+                        # an address
  | \b (?:https?|ftp|file|mailto|tel) : [^\s<>"«»]++                     # a URL
  | (?<![\w.@/-]) (?:[\w-]+\.)+ (?:no|com|org|net|info|eu|se|dk|uk|io|example) \b (?: / [^\s<>"«»]*+ )?
  | \{\{ [^{}]*+ \}\} | \{% [^{}]*+ %\}                                  # what a template engine fills in
  | \{ [A-Za-z0-9_.!:]*+ \} (?: \[ [^\[\]]*+ \] )?                       # {trigger_point}[the plural], {0}
    """,
    re.VERBOSE | re.IGNORECASE,
)

_SIGNS = tuple(map(re.compile, ("@", r"\{", r":(?=\S)", r"(?i)\.(?=(?:no|com|org|net|info|eu|se|dk|uk|io|example)\b)")))
"""What each of these has a character of; sought one by one, each is found at the speed of a single character."""
_WHITE = re.compile(r"\s")

QUOTED = re.compile(
    r"""
    « [^«»]*+ »
  | “ [^“”„]*+ ”
  | „ [^“”„]*+ [“”]
  | ‘ [^‘’\n]{1,80}+ ’
  | " [^"\n]*+ (?: \n (?!\s*\n) [^"\n]*+ )*+ "
    """,
    re.VERBOSE,
)


class Segment:
    """A stretch of prose; made by a reader, with ``verbatim`` and ``decoded``, in the order of the file."""

    def __init__(self, *, section: int = 0, heading: bool = False, language: str | None = None) -> None:
        self.text = ""
        """The prose."""
        self.section = section
        """Number of the section (of headings so far)."""
        self.heading = heading
        """Whether it is a heading or title."""
        self.language = language
        """Language tag that the document gives this part, if it gives one."""
        self.links: list[tuple[int, int]] = []
        """Spans in ``text`` that are links already."""
        self.sealed: list[tuple[int, int]] = []
        """Spans in ``text`` where no link may be, such as the words on a button."""
        self.cited: list[tuple[int, int]] = []
        """Spans in ``text`` that the markup says are quoted."""
        self.size = 0
        """Length of the prose so far."""
        self._texts: list[str] = []
        self._starts: list[int] = []  # where each piece begins in the prose
        self._pieces: list[tuple[int, int, bool]] = []  # begin and end in the file; whether it is there verbatim
        self._broken: list[int] = []  # where markup stood that the prose leaves out

    def __repr__(self) -> str:
        return f"<Segment {self.text[:60]!r}>"

    # --- how a reader fills it ---

    def verbatim(self, text: str, start: int) -> None:
        """Add prose that the file has as it is, from ``start`` on."""
        if text:
            self._add(text, start, start + len(text), True)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Add prose that the file writes in another way between ``start`` and ``end``: an entity, an escape."""
        if text:
            self._add(text, start, end, False)

    def markup(self) -> None:
        """Note that there is markup here that is not part of the prose."""
        if self._texts and (not self._broken or self._broken[-1] != self.size):
            self._broken.append(self.size)

    def _add(self, text: str, start: int, end: int, verbatim: bool) -> None:
        self._starts.append(self.size)
        self._texts.append(text)
        self.size += len(text)
        self._pieces.append((start, end, verbatim))

    def finish(self) -> bool:
        """Put the prose together; return whether there is any."""
        text = "".join(self._texts)
        self._texts.clear()
        if not text or text.isspace():
            return False
        self.text = mask(text)
        self.links = joined(self.links)
        self.sealed = joined(self.sealed)
        return self.text.strip(OBJECT + " \t\r\n") != ""

    def shift(self, offset: int) -> None:
        """Move to another place: the segment was read from a part of a file that begins at ``offset``."""
        self._pieces = [(start + offset, end + offset, verbatim) for start, end, verbatim in self._pieces]

    # --- how a match finds its way back ---

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the prose is in the file; what was decoded counts as a whole."""
        first = bisect_right(self._starts, start) - 1
        begin, _, verbatim = self._pieces[first]
        if verbatim:
            begin += start - self._starts[first]
        last = bisect_left(self._starts, end) - 1 if end > start else first
        piece_begin, piece_end, verbatim = self._pieces[last]
        if verbatim:
            piece_end = piece_begin + (end - self._starts[last])
        return begin, max(begin, piece_end) if end > start else begin

    def unbroken(self, start: int, end: int) -> bool:
        """Return whether there is no markup inside a span of the prose, so that it can be wrapped or replaced."""
        place = bisect_right(self._broken, start)
        return place == len(self._broken) or self._broken[place] >= end

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Spans in ``text`` that are quoted, by markup or by quotation marks; sought when first asked for."""
        return joined([*self.cited, *(match.span() for match in QUOTED.finditer(self.text))])

    def quoted(self, start: int, end: int) -> bool:
        """Return whether any of a span is quoted."""
        return overlaps(self.quotes, start, end)

    def linked(self, start: int, end: int) -> bool:
        """Return whether any of a span is a link already."""
        return overlaps(self.links, start, end)

    def linkable(self, start: int, end: int) -> bool:
        """Return whether a span may become a link: not a link or on a button, and without markup inside."""
        return not (self.linked(start, end) or overlaps(self.sealed, start, end)) and self.unbroken(start, end)


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch or overlap made one.

    >>> joined([(8, 9), (2, 5), (4, 6)])
    [(2, 6), (8, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether any of ``spans``, as ``joined`` returns them, shares a character with a span.

    >>> overlaps([(2, 5), (8, 9)], 5, 8), overlaps([(2, 5), (8, 9)], 4, 6)
    (False, True)
    """
    place = bisect_left(spans, (end, end))
    return place > 0 and spans[place - 1][1] > start


def mask(text: str) -> str:
    """Return ``text`` with URLs, addresses and placeholders replaced by as many U+FFFC.

    >>> mask("se https://needle.example/x nå").replace(OBJECT, "_")
    'se ________________________ nå'
    """
    pieces: list[str] = []
    place = word_end = nothing_until = 0
    # the pattern is tried only in words that hold one of its signs, and in each only once if it has nothing
    for sign in sorted(match.start() for signs in _SIGNS for match in signs.finditer(text)):
        if sign < place:
            continue
        match = None
        if text[sign] == "{":
            match = _NOT_PROSE.match(text, sign)
        elif sign >= nothing_until:
            start = max(place, text.rfind(" ", place, sign) + 1, text.rfind("\n", place, sign) + 1)
            if word_end <= sign:
                white = _WHITE.search(text, sign)
                word_end = white.start() if white else len(text)
            match = _NOT_PROSE.search(text, start, word_end)
            match = match and _NOT_PROSE.match(text, match.start())
            nothing_until = nothing_until if match else word_end
        if match:
            pieces += [text[place : match.start()], OBJECT * len(match[0])]
            place = match.end()
    return "".join([*pieces, text[place:]]) if pieces else text
