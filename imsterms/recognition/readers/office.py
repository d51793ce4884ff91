"""Documents of Word and LibreOffice: ``.docx`` through python-docx, ``.odt`` through odfdo (extra ``office``).

A document becomes a text of one line for each paragraph, so that the line of a finding is the number of its paragraph.
Nothing in a document is followed or run: links stay text, macros and embedded objects are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from ...errors import FileError, MissingExtraError
from ...files import check_archive, check_growth
from . import Document
from .segments import Segment

if TYPE_CHECKING:
    from ...findings import Finding

ENDINGS = (".docx", ".odt")
"""How the names of the files end that are read."""


_QUOTED_STYLES = re.compile(r"quot|sitat", re.IGNORECASE)
_BESIDE = re.compile(r"/(?:header|footer|footnotes|endnotes)$")
"""Relationships to the parts of a Word document that have text of their own."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ODT_PARAGRAPHS = " | ".join(
    f"//text:{name}[not(ancestor::text:tracked-changes or ancestor::office:annotation)]" for name in "ph"
)
"""The paragraphs and headings of an ODF text, without what was struck out and what was remarked."""
_ODT_APART = ("text:note", "draw:", "office:")
_ODT_SPACES = ("text:s", "text:tab", "text:line-break")
_HEADING_STYLES = re.compile(r"heading|title|overskrift|tittel", re.IGNORECASE)


def read_office(content: bytes, path: str) -> tuple[str, Document]:
    """Return the text of a document, a line for each paragraph, and the paragraphs as segments of that text.

    Raises FileError for what is not such a document, is encrypted, damaged or too large, and MissingExtraError.
    """
    _check(content, path)
    paragraphs = _docx_paragraphs(content, path) if path.lower().endswith(".docx") else _odt_paragraphs(content, path)
    lines: list[str] = []
    segments: list[Segment] = []
    start = section = 0
    for text, style in paragraphs:
        heading = _HEADING_STYLES.search(style) is not None
        section += heading
        segment = Segment(section=section, heading=heading)
        segment.verbatim(text, start)
        if _QUOTED_STYLES.search(style):
            segment.cited.append((0, len(text)))
        if segment.finish():
            segments.append(segment)
        lines.append(text)
        start += len(text) + 1
        check_growth(start, len(content), path)  # a paragraph in another is in the text of both
    return "\n".join(lines), Document(segments, [], str)


def _check(content: bytes, path: str) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileError(f"{path} is encrypted, or of an old version of Word; save it as .docx without a password")
    check_archive(content, path, "OFFICE_BYTES")
    with ZipFile(BytesIO(content)) as archive:
        check_growth(sum(part.file_size for part in archive.infolist()), len(content), path)
        manifest = "META-INF/manifest.xml"
        if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
            raise FileError(f"{path} is encrypted; save it without a password")


def _docx(content: bytes, path: str) -> Any:
    try:
        import docx
    except ImportError:
        raise MissingExtraError(
            "reading .docx needs python-docx; install it with: pip install 'imsterms[office]'"
        ) from None
    try:
        return docx.Document(BytesIO(content))
    except Exception as error:  # whatever a damaged file makes lxml and python-docx raise
        raise FileError(f"{path} is not a document that Word would open: {error}") from None


def _docx_paragraphs(content: bytes, path: str) -> Iterable[tuple[str, str]]:
    document = _docx(content, path)
    names = {style.style_id: style.name or "" for style in document.styles}
    for element in _paragraph_elements(document):
        style = element.style or ""
        yield "".join(text for text, _, _ in _pieces(element)), f"{style} {names.get(style, '')}"


def _paragraph_elements(document: Any) -> list[Any]:
    """Return the paragraphs of the body with its text boxes, then those of headers, footers and notes."""
    body = _paragraphs_in(document.element.body)
    return body + [paragraph for part in _beside_the_body(document) for paragraph in _paragraphs_in(part)]


def _paragraphs_in(element: Any) -> list[Any]:
    # a text box is written twice, the second time for old versions of Word
    return [each for each in element.iter(_w("p")) if next(each.iterancestors(_FALLBACK), None) is None]


def _beside_the_body(document: Any) -> list[Any]:
    """Return the elements of headers, footers, footnotes and endnotes."""
    from docx.oxml import parse_xml

    relations = (each for each in document.part.rels.values() if not each.is_external)
    parts = {each.target_part.partname: each.target_part for each in relations if _BESIDE.search(each.reltype)}
    return [parse_xml(part.blob) for _, part in sorted(parts.items())]


def _w(name: str) -> str:
    """Return the name of an element of WordprocessingML as lxml has it."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _pieces(paragraph: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield the visible text of a paragraph in pieces, each with its run and the element that holds it."""
    for run in _runs(paragraph):
        for element in run:
            if element.tag == _w("t"):
                yield element.text or "", run, element
            elif element.tag in (_w("tab"), _w("br"), _w("cr")):
                yield " ", run, element
            elif element.tag == _w("noBreakHyphen"):
                yield "\u2011", run, element


def _runs(element: Any) -> Iterator[Any]:
    """Yield the runs in an element, without what is struck out and paragraphs in it, such as those of a text box."""
    for child in element:
        if child.tag == _w("r"):
            yield child
        if child.tag not in (_w("p"), _w("del")):
            yield from _runs(child)


def _odt_paragraphs(content: bytes, path: str) -> Iterable[tuple[str, str]]:
    try:
        import odfdo
    except ImportError:
        raise MissingExtraError("reading .odt needs odfdo; install it with: pip install 'imsterms[office]'") from None
    try:
        body = odfdo.Document(BytesIO(content)).body
        paragraphs = body.get_elements(_ODT_PARAGRAPHS)
    except Exception as error:  # whatever a damaged file makes lxml and odfdo raise
        raise FileError(f"{path} is not a document that LibreOffice would open: {error}") from None
    for paragraph in paragraphs:
        style = str(getattr(paragraph, "style", "")) + (" heading" if paragraph.tag == "text:h" else "")
        yield _odt_text(paragraph).replace("\n", " "), style


def _odt_text(element: Any) -> str:
    """Return the text of an element, without that of paragraphs in notes and frames, which are given on their own."""
    pieces = [element.text or ""]
    for child in element.children:
        if child.tag in _ODT_SPACES:
            pieces.append(" ")
        elif not child.tag.startswith(_ODT_APART):
            pieces.append(_odt_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def commented(content: bytes, path: str, findings: Iterable[Finding]) -> bytes:
    """Return a Word document with each finding as a comment on its words, and everything else as it was.

    Word has no comments in headers, footers and notes: a finding there is a comment on the first words of the body.
    """
    from docx.text.run import Run

    document = _docx(content, path)
    paragraphs = _paragraphs_in(document.element.body)
    first = next(((each, text) for each in paragraphs for text, _, _ in _pieces(each) if text), None)
    # from the end of a paragraph to its beginning, so that the runs before a finding are still whole
    for finding in sorted(findings, key=lambda one: (one.line, -one.start)):
        runs: list[Any] = []
        where = ""
        if finding.line <= len(paragraphs):
            begin = finding.column - 1
            runs = _split_out(paragraphs[finding.line - 1], begin, begin + finding.end - finding.start)
        elif first is not None:
            runs, where = _split_out(first[0], 0, len(first[1])), " (in a header, a footer or a note)"
        if not runs or any(run.getparent().tag not in (_w("p"), _w("hyperlink"), _w("ins")) for run in runs):
            continue
        text = f"{finding.code} {finding.rule}{where}: {finding.message}"
        document.add_comment(
            [Run(runs[0], document), Run(runs[-1], document)], text=text, author="imsterms", initials="ims"
        )
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _split_out(paragraph: Any, begin: int, end: int) -> list[Any]:
    """Return the runs that hold a span of a paragraph and nothing else; runs are parted where they hold more."""
    for place in (end, begin):
        position = 0
        for text, run, element in _pieces(paragraph):
            if position < place < position + len(text):
                _part(run, element, place - position)
                break
            if place == position and list(run).index(element) > (1 if run.rPr is not None else 0):
                _part(run, element, 0)
                break
            position += len(text)
    runs: list[Any] = []
    position = 0
    for text, run, _ in _pieces(paragraph):
        if begin <= position < end and run not in runs:
            runs.append(run)
        position += len(text)
    return runs


def _part(run: Any, element: Any, place: int) -> None:
    """Make two runs of one, the second with what comes after a place in one of its texts."""
    from copy import deepcopy

    second = deepcopy(run)
    index = list(run).index(element)
    first_content = 1 if run.rPr is not None else 0
    for number, child in enumerate(list(second)):
        if first_content <= number < index:
            second.remove(child)
    for child in list(run)[index + (place > 0) :]:
        run.remove(child)
    if place:
        head, tail = element.text[:place], element.text[place:]
        rest = second[first_content]
        for node, text in ((element, head), (rest, tail)):
            node.text = text
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addnext(second)
