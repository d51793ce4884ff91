"""XLSX (Excel): the lossless long table; with --wide a table for people, one row a concept.

Both have filters, a frozen heading and readable widths. Cells are text, never formulas. Reading takes every sheet that
has headings it knows, within limits of size and rows. Needs the extra ``xlsx``.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, Any
from xml.etree.ElementTree import tostring
from zipfile import ZipFile

from .... import limits
from ....errors import ExchangeError, FileError, MissingExtraError
from ....facade import Glossary
from ....files import check_archive
from ...intake.imported import ImportedTermbase
from ...package import Package
from .csv_format import WHAT_IS_LOST, quoted
from .long_table import COLUMNS, CONTINUED, Row, rows
from .reader import read_tables
from .wide import FIELDS, PLACE, add_wide, wide_rows

__all__ = ["PAIRS", "WHAT_IS_LOST", "add_arguments", "read", "write"]

PAIRS = True
"""The format takes the two languages of a bilingual table."""
LONGEST_CELL = 16_000
"""Characters in a cell; Excel's limit is 32 767 of its own, of which some characters take two."""

_WIDTHS = {
    "term": 30, "admitted": 30, "deprecated": 30, "definition": 60, "explanation": 60, "notes": 50, "forms": 30,
    "concept_id": 26, "codes": 26, "sources": 40,
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_wide(parser)


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
    wide: bool = False,
    only: Sequence[str] | None = None,
    headings: str = "en",
) -> None:
    """Write the long table, or with ``wide`` that for people. Raises MissingExtraError, UnknownLanguageError."""
    book = _openpyxl().Workbook(write_only=True)
    if wide:
        table = wide_rows(glossary, only=only, headings=headings)
        heading = next(table)
        fields = [*FIELDS * ((len(heading) - len(PLACE)) // len(FIELDS)), *PLACE]
        sheet = _Sheet(book, heading, fields, frozen="B2")
        for cells in table:
            sheet.add([cell[: 2 * LONGEST_CELL] for cell in cells])
    else:
        sheet = _Sheet(book, COLUMNS, COLUMNS, frozen="D2")
        for row in rows(glossary):
            for part in _parts(row):
                sheet.add([part.get(column, "") for column in COLUMNS])
    sheet.finish()
    buffer = io.BytesIO()
    book.save(buffer)
    # the same termbase gives the same bytes, and saving has set the time
    book.properties.created = book.properties.modified = datetime(1980, 1, 1)
    with ZipFile(buffer) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["docProps/core.xml"] = tostring(book.properties.to_tree())
    Package(files).write_zip(stream)


class _Sheet:
    """One sheet of a table."""

    def __init__(self, book: Any, heading: Sequence[str], fields: Sequence[str], *, frozen: str) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

        self._make = WriteOnlyCell
        self._sheet = book.create_sheet("terms")
        self._sheet.freeze_panes = frozen
        self._sheet.print_title_rows = "1:1"
        self._sheet.page_setup.orientation = "landscape"
        for number, field in enumerate(fields, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(field, 16)
        self._last = get_column_letter(len(fields))
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._rows = 0
        self.add(heading, bold=Font(bold=True))

    def add(self, row: Sequence[str], *, bold: Any = None) -> None:
        cells: list[Any] = []
        for text in row:
            if not text:
                cells.append(None)
                continue
            cell = self._make(self._sheet)
            cell.value = text
            cell.data_type = "s"  # text, whatever it begins with
            cell.alignment = self._wrapped
            if bold:
                cell.font = bold
            elif quoted(text) != text:
                cell.quotePrefix = True  # stays text when it is edited
            cells.append(cell)
        self._sheet.append(cells)
        self._rows += 1

    def finish(self) -> None:
        self._sheet.auto_filter.ref = f"A1:{self._last}{self._rows}"


def _parts(row: Row) -> Iterator[Row]:
    """Yield a row, and further ones where a cell is too long for one."""
    longest = max(map(len, row.values()))
    for start in range(0, longest, LONGEST_CELL):
        part = {column: text[start : start + LONGEST_CELL] for column, text in row.items() if len(text) > start}
        if start:
            part |= {"concept_id": row["concept_id"], "status": CONTINUED}
        yield part


def read(stream: IO[bytes], *, languages: Sequence[str] | None = None) -> ImportedTermbase:
    """Return the termbase of a workbook; ``languages`` are those of two columns of terms without headings.

    Raises ExchangeError, MissingExtraError.
    """
    openpyxl = _openpyxl()
    content = stream.read()
    try:
        check_archive(content, "the workbook", limits.WORKBOOK_BYTES)
    except FileError as error:
        raise ExchangeError(str(error)) from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        tables: dict[str, list[list[str]]] = {}
        characters = 0
        for sheet in book.worksheets:
            kept = tables[sheet.title] = []
            for row in _sheet_rows(sheet):
                characters += sum(map(len, row))
                if characters > limits.TABLE_CHARACTERS:
                    raise ExchangeError(f"the workbook has more than {limits.TABLE_CHARACTERS} characters; divide it")
                kept.append(row)
    except ExchangeError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise ExchangeError(f"this is not a workbook that can be read: {error or type(error).__name__}") from None
    if not any(tables.values()):
        raise ExchangeError("the workbook is empty")
    return read_tables(tables, languages)


def _sheet_rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says about its size need not be true
    for number, cells in enumerate(sheet.iter_rows(max_col=limits.TABLE_COLUMNS, values_only=True), 1):
        if number > limits.TABLE_ROWS:
            raise ExchangeError(f"a sheet has more than {limits.TABLE_ROWS} rows; divide it")
        row = ["" if cell is None else str(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if row:
            yield row
