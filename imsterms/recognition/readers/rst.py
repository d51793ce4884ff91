"""reStructuredText: the prose paragraph by paragraph, without code, directives, roles and links' targets."""

from __future__ import annotations

import re

from . import Document, regions_off
from .segments import OBJECT, Segment

_LINE = re.compile(r"([ \t]*)(.*)(\r\n|\r|\n|\Z)")
_INLINE = re.compile(
    r"``.*?``|:[\w:+.-]+:`[^`]*`|`[^`\n]*`_{0,2}|\|[^|\s][^|\n]*\|_{0,2}|^:[\w -]+:(?=\s|$)|\[[^\]\s]+\]_"
)
_RULE = re.compile(r"([=\-~^\"'`#*+.:_<>])\1{2,}")
_DIRECTIVE = re.compile(r"\.\.[ \t]+imsterms:[ \t]*(off|on)[ \t]*$", re.IGNORECASE)
_ADMONITION = re.compile(
    r"\.\.\s+(?:note|warning|tip|hint|important|caution|danger|attention|admonition|seealso|topic|epigraph)::"
)


def read(text: str) -> Document:
    """Read a document."""
    segments: list[Segment] = []
    directives: list[tuple[int, str]] = []
    paragraph: list[tuple[int, str]] = []
    doctest = False
    skipped: int | None = None  # the indentation of what a block of code or a directive is below

    def finish(heading: bool = False) -> None:
        segment = Segment(heading=heading)
        for number, (start, line) in enumerate(paragraph):
            if number:
                segment.decoded("\n", start, start)
            place = 0
            for found in _INLINE.finditer(line):
                segment.verbatim(line[place : found.start()], start + place)
                segment.decoded(OBJECT, start + found.start(), start + found.end())
                place = found.end()
            segment.verbatim(line[place:], start + place)
        paragraph.clear()
        if segment.finish():
            segments.append(segment)

    for match in _LINE.finditer(text):
        indent, line = len(match[1].expandtabs()), match[2].rstrip()
        if skipped is not None and line and indent <= skipped:
            skipped = None
        if skipped is not None:
            continue
        if not line:
            finish()
            doctest = False
        elif doctest or line.startswith(">>> ") and not paragraph:
            doctest = True
        elif _RULE.fullmatch(line):
            finish(heading=bool(paragraph))
        elif line.startswith(".. ") or line == "..":
            finish()
            if switch := _DIRECTIVE.match(line):
                directives.append((match.start(), switch[1].lower()))
            skipped = None if _ADMONITION.match(line) else indent
        else:
            paragraph.append((match.start(2), line))
            if line.endswith("::"):
                finish()
                skipped = indent
    finish()
    return Document(segments, regions_off(directives, len(text)), str)
