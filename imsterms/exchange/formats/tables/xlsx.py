"""XLSX (Excel): the long table that keeps everything but advice, with filters, a frozen heading and readable widths.

--sheet-per-language puts each language on a sheet of its own. Cells are text, never formulas. Reading takes every sheet
whose first row has headings that are known, within limits of size and rows. Needs the extra ``xlsx``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from ....errors import ExchangeError, MissingExtraError
from ....facade import Glossary
from ...intake.imported import ImportedTermbase
from ...progress import Progress, silent
from .csv_format import WHAT_IS_LOST, quoted
from .long_table import COLUMNS, CONTINUED, Row, rows
from .reader import MOST_COLUMNS, MOST_ROWS, read_table

__all__ = ["WHAT_IS_LOST", "add_arguments", "read", "write"]

LONGEST_CELL = 16_000
"""Characters in a cell; Excel's limit is 32 767 of its own, of which some characters take two."""
LARGEST = 500_000_000
"""Bytes that a file may unpack to."""

_WIDTHS = {"term": 32, "definition": 60, "explanation": 60, "notes": 50, "forms": 30, "concept_id": 26, "codes": 26}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rendered", action="store_true", help="texts in plain words, without {references}")
    parser.add_argument("--sheet-per-language", action="store_true", help="one sheet for each language")


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError("XLSX needs openpyxl: pip install 'imsterms[xlsx]'") from None
    return openpyxl


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    rendered: bool = False,
    sheet_per_language: bool = False,
    progress: Progress[Any] = silent,
) -> None:
    """Write the long table. Raises MissingExtraError."""
    book = _openpyxl().Workbook(write_only=True)
    sheets: dict[str, _Sheet] = {}
    if sheet_per_language:
        for tag in glossary.languages:
            sheets[tag] = _Sheet(book, tag)
    for row in rows(glossary, progress, rendered=rendered):
        name = row.get("language", "other") if sheet_per_language else "terms"
        if name not in sheets:
            sheets[name] = _Sheet(book, name)
        for part in _parts(row):
            sheets[name].add(part)
    for sheet in sheets.values():
        sheet.finish()
    book.save(stream)


class _Sheet:
    """One sheet of the table."""

    def __init__(self, book: Any, name: str) -> None:
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

        self._sheet = book.create_sheet(name[:31])
        self._sheet.freeze_panes = "D2"
        for number, column in enumerate(COLUMNS, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 16)
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(bold=True)
        self._rows = 0
        self.add(dict(zip(COLUMNS, COLUMNS, strict=True)), heading=True)

    def add(self, row: Row, *, heading: bool = False) -> None:
        from openpyxl.cell import WriteOnlyCell

        cells: list[Any] = []
        for column in COLUMNS:
            text = row.get(column)
            if text is None:
                cells.append(None)
                continue
            cell: Any = WriteOnlyCell(self._sheet)
            cell.value = text
            cell.data_type = "s"  # text, whatever it begins with
            cell.alignment = self._wrapped
            if heading:
                cell.font = self._bold
            elif quoted(text) != text:
                cell.quotePrefix = True  # stays text when somebody edits it
            cells.append(cell)
        self._sheet.append(cells)
        self._rows += 1

    def finish(self) -> None:
        from openpyxl.utils import get_column_letter

        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{self._rows}"


def _parts(row: Row) -> Iterator[Row]:
    """Yield a row, and further ones where a cell is too long for one."""
    longest = max(map(len, row.values()))
    for start in range(0, longest, LONGEST_CELL):
        part = {column: text[start : start + LONGEST_CELL] for column, text in row.items() if len(text) > start}
        if start:
            part |= {"concept_id": row["concept_id"], "status": CONTINUED}
        yield part


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a workbook. Raises ExchangeError, MissingExtraError."""
    openpyxl = _openpyxl()
    _look_inside(stream)
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        tables = [list(_sheet_rows(sheet)) for sheet in book.worksheets]
    except ExchangeError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise ExchangeError(f"cannot read this workbook: {error or type(error).__name__}") from None
    return _read_sheets([table for table in tables if table])


def _read_sheets(tables: list[list[list[str]]]) -> ImportedTermbase:
    """Read the sheets that have a table; those with the same headings are one table."""
    if not tables:
        raise ExchangeError("the workbook is empty")
    heading = tables[0][0]
    together = [heading, *(row for table in tables if table[0] == heading for row in table[1:])]
    imported = read_table(together)
    others = sum(table[0] != heading for table in tables)
    if others:
        imported.left_out(f"{others} further sheets, which have other headings than the first")
    return imported


def _sheet_rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says about its size need not be true
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        if number > MOST_ROWS:
            raise ExchangeError(f"a sheet has more than {MOST_ROWS} rows; divide it")
        row = ["" if cell is None else str(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if row:
            yield row


def _look_inside(stream: IO[bytes]) -> None:
    """Refuse a workbook that unpacks to too much, or whose XML has a document type."""
    from xml.parsers import expat

    def refuse(*_: object) -> None:
        raise ExchangeError("the workbook's XML has a document type declaration; such files are not read")

    class Begun(Exception):
        """The first element: what comes before it has been seen."""

    def begun(*_: object) -> None:
        raise Begun

    try:
        with ZipFile(stream) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > LARGEST:
                raise ExchangeError(f"the workbook unpacks to {size // 10**6} MB; at most {LARGEST // 10**6} are read")
            for info in archive.infolist():
                if not info.filename.lower().endswith((".xml", ".rels", ".vml")):
                    continue
                parser = expat.ParserCreate()
                parser.StartDoctypeDeclHandler = refuse
                parser.StartElementHandler = begun
                try:
                    with archive.open(info) as part:
                        while chunk := part.read(65536):
                            parser.Parse(chunk)
                except Begun:
                    continue
                except expat.ExpatError as error:
                    raise ExchangeError(f"the workbook's part {info.filename[:80]} is broken: {error}") from None
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ExchangeError(f"this is not a workbook (.xlsx): {error}") from None
    finally:
        stream.seek(0)
