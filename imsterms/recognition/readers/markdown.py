"""Markdown (CommonMark with tables): the prose, alternative texts and titles, without code, URLs and markers.

The parser is markdown-it-py, which gives the lines of a block but not where in them its words are; its inline
rules are therefore watched at work. ``<!-- imsterms: off -->`` turns the check off until ``<!-- imsterms: on -->``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from ...errors import MissingExtraError
from . import Document, regions_off
from .html import NOT_PROSE, QUOTED
from .html import read as read_html
from .segments import OBJECT, Segment

if TYPE_CHECKING:
    from .watching import Environment, Watcher

_LINE_END = re.compile(r"\r\n|\r|\n")
_DIRECTIVE = re.compile(r"<!--\s*imsterms:\s*(off|on)\s*-->", re.IGNORECASE)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ALTERNATIVE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*+)\]")
_LINK_TITLE = re.compile(r"""\s(["'])((?:[^"'\\]|\\.)*+)\1\s*\)""")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|#~]")


def read(text: str) -> Document:
    """Read a Markdown document. Raises MissingExtraError where markdown-it-py is not installed."""
    reader = _Reader(text)
    reader.run(_watcher())
    return Document([*reader.segments, *reader.attributes], regions_off(sorted(reader.directives), len(text)), _escape)


@cache
def _watcher() -> Watcher:
    try:
        from .watching import Watcher
    except ImportError:
        raise MissingExtraError(
            "reading Markdown needs the library markdown-it-py; install it with: pip install 'imsterms[html]'"
        ) from None
    return Watcher()


def _escape(term: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", term)


class _Reader:
    """One reading of one document."""

    def __init__(self, text: str) -> None:
        # as the parser shows it
        self.text = text.replace("\0", "\ufffd")
        self.segments: list[Segment] = []
        self.attributes: list[Segment] = []
        """Alternative texts of images, titles of links."""
        self.directives: list[tuple[int, str]] = []
        ends = [match.span() for match in _LINE_END.finditer(text)]
        begins = [0, *(end for _, end in ends)]
        self.lines = list(zip(begins, [*(start for start, _ in ends), len(text)], strict=True))
        """Where each line begins and ends, counted as the parser counts them."""

    def run(self, watcher: Watcher) -> None:
        section = quotes = 0
        heading = cell = False
        cursor = 0
        environment: Environment = {}
        for token in watcher.blocks(self.text, environment):
            kind = token.type
            if kind == "heading_open":
                section += 1
            elif kind in ("blockquote_open", "blockquote_close"):
                quotes += token.nesting
            elif kind == "tr_open" and token.map:
                cursor = self.lines[token.map[0]][0]
            elif kind == "html_block" and token.map:
                self.html(token.map, section)
            elif kind == "inline" and token.map and token.content:
                segment = Segment(section=section, heading=heading)
                places = self.places(token.content, token.map[0], cursor if cell else None)
                _Inline(self, segment, token.content, places).run(watcher.inline(token.content, environment))
                cursor = places.end
                if quotes:
                    segment.cited.append((0, segment.size))
                if segment.finish():
                    self.segments.append(segment)
            heading = kind == "heading_open"
            cell = kind in ("td_open", "th_open")

    def html(self, lines: Sequence[int], section: int) -> None:
        """Read a block of HTML by the rules of HTML."""
        start, end = self.lines[lines[0]][0], self.lines[min(lines[1], len(self.lines)) - 1][1]
        for segment in read_html(self.text[start:end]).segments:
            segment.shift(start)
            segment.section += section
            self.segments.append(segment)
        found = _DIRECTIVE.finditer(self.text, start, end)
        self.directives += [(match.start(), match[1].lower()) for match in found]

    def places(self, content: str, line: int, cursor: int | None) -> Places:
        """Return where the content of a block is; ``cursor`` is where to look for a table's cell."""
        places = Places()
        begin = 0
        for part in content.split("\n"):
            if line >= len(self.lines):
                break
            start, end = self.lines[line]
            if cursor is not None:
                # the parser has taken the backslash from "\|"
                for piece in part.split("|"):
                    at = self.text.find(piece, max(start, cursor), end)
                    if at >= 0:
                        places.add(begin, at, len(piece))
                        cursor = at + len(piece)
                    begin += len(piece)
                    pipe = self.text.find("|", cursor, end)
                    if pipe >= 0:
                        places.add(begin, pipe, 1)
                        cursor = pipe + 1
                    begin += 1
            else:
                # a tab may have become spaces, and markers and white space round the content are gone
                words = part.strip(" \t")
                before = len(part) - len(part.lstrip(" \t"))
                whole = self.text[start:end]
                at = len(whole.rstrip()) - len(words) if whole.rstrip().endswith(words) else whole.find(words)
                if at >= 0 and words:
                    # what is left of the white space at the end belongs to the line's content too
                    places.add(begin + before, start + at, len(words))
                begin += len(part) + 1
            line += 1
        return places


class Places:
    """Where a block's content is in the file, line by line."""

    def __init__(self) -> None:
        self.begins: list[int] = []
        self.parts: list[tuple[int, int]] = []  # where it begins, and its length
        self.end = 0

    def add(self, begin: int, start: int, length: int) -> None:
        self.begins.append(begin)
        self.parts.append((start, length))
        self.end = start + length

    def line_end(self, begin: int) -> int:
        """Return where the line ends of which ``begin`` is the end in the content."""
        number = bisect_right(self.begins, begin) - 1
        if number < 0:
            return self.parts[0][0] if self.parts else 0
        start, length = self.parts[number]
        return start + length

    def pieces(self, begin: int, end: int) -> list[tuple[int, int, int]]:
        """Return the begin and end in the content, and the place in the file, of what is known of a span."""
        pieces = []
        number = max(0, bisect_right(self.begins, begin) - 1)
        while number < len(self.begins) and self.begins[number] < end:
            first, (start, length) = self.begins[number], self.parts[number]
            piece_begin, piece_end = max(begin, first), min(end, first + length)
            if piece_begin < piece_end:
                pieces.append((piece_begin, piece_end, start + piece_begin - first))
            number += 1
        return pieces


class _Inline:
    """The prose of one block, put into its segment."""

    def __init__(self, reader: _Reader, segment: Segment, content: str, places: Places) -> None:
        self.reader = reader
        self.segment = segment
        self.content = content
        self.places = places
        self.place = 0
        self.labels: list[tuple[int, int, int]] = []  # open links: where the label and the link end, where it began
        self.tags: list[str] = []  # open HTML elements that say something of what is in them

    def run(self, events: list[tuple[str, int, int]]) -> None:
        link_end = 0
        for kind, begin, end in events:
            self.close_labels(begin)
            if begin < self.place:
                continue
            self.take(begin)
            if kind == "link":
                self.segment.markup()
                self.place, link_end = begin + 1, end
                self.titled(begin, end)
            elif kind == "label":
                self.labels.append((end, link_end, self.segment.size))
            elif kind == "marker":
                self.segment.markup()
                self.place = end
            elif kind == "newline":
                self.newline(begin, end)
            elif kind == "escape":
                self.segment.markup()
                if self.content[begin + 1 : begin + 2] == "\n":
                    self.newline(begin, end)
                else:
                    self.place = begin + 1
            elif kind == "entity":
                self.replace(begin, end, unescape(self.content[begin:end]))
            elif kind == "html_inline":
                self.html(begin, end)
            else:  # code, an image, an autolink
                if kind == "image":
                    self.described(begin, end)
                self.replace(begin, end, OBJECT)
        self.close_labels(len(self.content))
        self.take(len(self.content))

    def close_labels(self, stop: int) -> None:
        """End the links whose labels end at or before ``stop``."""
        while self.labels and self.labels[-1][0] <= stop:
            label_end, link_end, began = self.labels.pop()
            self.take(label_end)
            self.segment.links.append((began, self.segment.size))
            self.segment.markup()
            self.place = max(self.place, link_end)

    def described(self, begin: int, end: int) -> None:
        """Read the alternative text and the title of an image."""
        alternative = _ALTERNATIVE.match(self.content, begin, end)
        if alternative:
            self.attribute(*alternative.span(1))
        self.titled(begin, end)

    def titled(self, begin: int, end: int) -> None:
        """Read the title of a link or an image."""
        title = _LINK_TITLE.search(self.content, begin, end)
        if title and title.end() == end:
            self.attribute(*title.span(2))

    def attribute(self, begin: int, end: int) -> None:
        """Read a part of the content as a text of its own, in which no link may be."""
        segment = Segment(section=self.segment.section)
        for first, last, at in self.places.pieces(begin, end):
            segment.verbatim(self.content[first:last], at)
        segment.sealed.append((0, segment.size))
        if segment.finish():
            self.reader.attributes.append(segment)

    def take(self, stop: int) -> None:
        """Add the content up to ``stop`` as it is written."""
        if not any(tag in NOT_PROSE for tag in self.tags):
            before = self.segment.size
            for begin, end, at in self.places.pieces(self.place, stop):
                self.segment.verbatim(self.content[begin:end], at)
            span = before, self.segment.size
            if span[0] < span[1]:
                self.segment.links += [span] if "a" in self.tags else []
                self.segment.cited += [span] if any(tag in QUOTED for tag in self.tags) else []
        self.place = max(self.place, stop)

    def replace(self, begin: int, end: int, text: str) -> None:
        """Add ``text`` for a part of the content."""
        pieces = self.places.pieces(begin, end)
        if pieces and not any(tag in NOT_PROSE for tag in self.tags):
            self.segment.decoded(text, pieces[0][2], pieces[-1][2] + pieces[-1][1] - pieces[-1][0])
        self.place = end

    def newline(self, begin: int, end: int) -> None:
        """Add the end of a line, with whatever the file has between the words of two lines."""
        if not any(tag in NOT_PROSE for tag in self.tags):
            at = self.places.line_end(begin)
            self.segment.decoded("\n", at, at)
        self.place = end

    def html(self, begin: int, end: int) -> None:
        """Take a tag or comment into account."""
        text = self.content[begin:end]
        self.segment.markup()
        self.place = end
        directive = _DIRECTIVE.fullmatch(text)
        pieces = self.places.pieces(begin, end)
        if directive and pieces:
            self.reader.directives.append((pieces[0][2], directive[1].lower()))
        tag = _TAG_NAME.match(text)
        if not tag:
            return
        name = tag[2].lower()
        if name == "br":
            self.replace(begin, end, "\n")
        elif name == "a" or name in QUOTED or name in NOT_PROSE:
            if tag[1]:
                if name in self.tags:
                    self.tags.remove(name)
            elif not text.endswith("/>"):
                if name in NOT_PROSE:
                    self.replace(begin, end, OBJECT)
                self.tags.append(name)
