"""Document readers: a document becomes segments of prose, with their offsets in the file as given.

One file per format. What is not prose (code, URLs, scripts, attributes, placeholders) is left out; the comments
``imsterms: off`` and ``imsterms: on`` say which parts a check leaves alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from ...errors import UnknownFormatError, nearest

if TYPE_CHECKING:
    from .segments import Segment

FORMATS = {
    "text": (".txt", ".text", ""),
    "markdown": (".md", ".markdown", ".mkd"),
    "mdx": (".mdx",),
    "rst": (".rst",),
    "html": (".html", ".htm", ".xhtml"),
    "po": (".po", ".pot"),
    "xliff": (".xlf", ".xliff"),
}
"""Each format with the endings of its files' names."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a reader gives it."""

    segments: list[Segment]
    """The prose, in the order of the file."""
    off: list[tuple[int, int]]
    """Spans of the file between ``imsterms: off`` and ``imsterms: on``."""
    escape: Callable[[str], str]
    """Writes a term as the format needs it in place of prose."""
    continuous: bool = True
    """Whether it is read from beginning to end; the messages of a termbase's catalog are pieces of other texts."""
    language: str | None = None
    """Language tag that the document gives itself."""
    end: int | None = None
    """Where elements can be added to a page as a whole; None where anything there would change what is around it."""
    pairs: Sequence[tuple[Segment, Segment]] = ()
    """Of a catalog, each English text with its translation."""


def known_format(path: str) -> str | None:
    """Return the format of a file by its name, or None.

    >>> known_format("page.html"), known_format("page.njk")
    ('html', None)
    """
    ending = os.path.splitext(path)[1].lower()
    return next((name for name, endings in FORMATS.items() if ending in endings), None)


def read(text: str, format: str = "text") -> Document:
    """Read a document. Raises UnknownFormatError.

    >>> document = read("<p>The <b>trigger</b> point</p>", "html")
    >>> segment = document.segments[0]
    >>> segment.text, segment.span(4, 17)
    ('The trigger point', (10, 27))
    """
    if format not in FORMATS:
        raise UnknownFormatError(
            f"there is no reader for '{format[:40]}'; the formats are {', '.join(FORMATS)}{nearest(format, FORMATS)}"
        )
    front: list[Segment] = []
    language = None
    if format in ("markdown", "mdx", "html"):
        from .syntax import front_matter, without_syntax

        text, front, language = front_matter(text)
        text = without_syntax(text, mdx=format == "mdx")
    name = "markdown" if format == "mdx" else format
    document: Document = import_module(f".{name}", __name__).read(text)
    if front or language:
        return replace(document, segments=[*front, *document.segments], language=language or document.language)
    return document


def regions_off(directives: list[tuple[int, str]], length: int) -> list[tuple[int, int]]:
    """Return the spans that are turned off by directives, each with its place and ``off`` or ``on``.

    >>> regions_off([(3, "off"), (5, "off"), (9, "on"), (12, "off")], 20)
    [(3, 9), (12, 20)]
    """
    spans = []
    began: int | None = None
    for place, switch in directives:
        if switch == "off" and began is None:
            began = place
        elif switch == "on" and began is not None:
            spans.append((began, place))
            began = None
    if began is not None:
        spans.append((began, length))
    return spans
