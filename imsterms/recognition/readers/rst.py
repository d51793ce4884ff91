"""reStructuredText: the prose paragraph by paragraph, without code, directives, roles and links' targets."""

from __future__ import annotations

import re

from . import Document, regions_off
from .segments import OBJECT, Segment

_LINE = re.compile(r"([ \t]*)(.*)(\r\n|\r|\n|\Z)")
_INLINE = re.compile(
    r"(?s:``.*?``)|:[\w:+.-]+:`[^`]*`|`[^`]*`_{0,2}|\|[^|\s][^|\n]*\|_{0,2}|(?<!\S):[\w -]+:(?=\s|$)|\[[^\]\s]+\]_"
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
    begin: int | None = None  # where the paragraph begins that is being read
    end = 0
    doctest = False
    skipped: int | None = None  # the indentation of what a block of code or a directive is below

    def finish(heading: bool = False) -> None:
        nonlocal begin
        if begin is None:
            return
        segment = Segment(heading=heading)
        for found in _INLINE.finditer(text, begin, end):
            segment.verbatim(text[begin : found.start()], begin)
            segment.decoded(OBJECT, *found.span())
            begin = found.end()
        segment.verbatim(text[begin:end], begin)
        begin = None
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
        elif doctest or line.startswith(">>> ") and begin is None:
            doctest = True
        elif _RULE.fullmatch(line):
            finish(heading=True)
        elif line.startswith(".. ") or line == "..":
            finish()
            if switch := _DIRECTIVE.match(line):
                directives.append((match.start(), switch[1].lower()))
            skipped = None if _ADMONITION.match(line) else indent
        else:
            begin = match.start(2) if begin is None else begin
            end = match.start(2) + len(line)
            if line.endswith("::"):
                finish()
                skipped = indent
    finish()
    return Document(segments, regions_off(directives, len(text)), str)
