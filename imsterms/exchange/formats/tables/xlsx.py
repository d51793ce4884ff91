"""XLSX (Excel): the lossless long table; with --wide a table for people, one row a concept.

Both have filters, a frozen heading and readable widths. Cells are text, never formulas. Reading takes every sheet that
has headings it knows, within limits of size and rows. Needs the extra ``xlsx``.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, Any
from xml.etree.ElementTree import tostring
from xml.sax.saxutils import escape
from zipfile import ZipFile

from .... import limits
from ....errors import ExchangeError, FileError, MissingExtraError
from ....facade import Glossary
from ....files import check_archive, check_growth
from ...intake.imported import ImportedTermbase
from ...intake.vocabulary import table
from ...package import Package
from .csv_format import WHAT_IS_LOST as LOST_IN_TABLES
from .csv_format import quoted
from .long_table import long_rows
from .reader import read_tables
from .wide import FIELDS, PLACE, add_wide, wide_rows

__all__ = ["PAIRS", "WHAT_IS_LOST", "add_arguments", "read", "write"]

WHAT_IS_LOST = f"{LOST_IN_TABLES}; texts of more than 32 767 letters, which no cell can hold"
PAIRS = True
"""The format takes the two languages of a bilingual table."""
LONGEST_CELL = 32_767
"""Excel's limit to a cell, in letters of UTF-16."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_IS_STRINGS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
add_arguments = add_wide
_WIDTHS = {field: int(width) for field, width in table("columns")["widths"].items()}


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
) -> list[str]:
    """Write the long table, or with ``wide`` that for people; return what was left out, a sentence each.

    Raises MissingExtraError, UnknownLanguageError.
    """
    rows = wide_rows(glossary, only=only, headings=headings) if wide else long_rows(glossary)
    heading = next(rows)
    fields = [*FIELDS * ((len(heading) - len(PLACE)) // len(FIELDS)), *PLACE] if wide else heading
    book = _openpyxl().Workbook()
    left_out: list[str] = []
    whole = [[_cell(text, field, row, left_out) for text, field in zip(row, heading, strict=True)] for row in rows]
    files = _saved(book, heading, fields, "B2" if wide else "D2", whole)
    # the same termbase gives the same bytes, and saving has set the time
    book.properties.created = book.properties.modified = datetime(1980, 1, 1)
    files["docProps/core.xml"] = tostring(book.properties.to_tree())
    Package(files).write_zip(stream)
    return left_out


def _cell(text: str, heading: str, row: Sequence[str], left_out: list[str]) -> str:
    """Return a text; nothing, which is said, where Excel has no cell for one so long."""
    if len(text) <= LONGEST_CELL // 2 or len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    named = next(filter(None, row))[:40]
    left_out.append(f"{heading} of '{named}' is left out: it is longer than the {LONGEST_CELL} letters of a cell")
    return ""


def _saved(
    book: Any, heading: Sequence[str], fields: Sequence[str], frozen: str, rows: Sequence[Sequence[str]]
) -> dict[str, bytes]:
    """Return the files of a workbook: openpyxl makes all but the rows, which would take it ten times as long."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.active
    sheet.title = "terms"
    sheet.freeze_panes = frozen
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    letters = [get_column_letter(number) for number in range(1, len(fields) + 1)]
    for letter, field, text in zip(letters, fields, heading, strict=True):
        sheet.column_dimensions[letter].width = _WIDTHS.get(field, 16)
        cell = sheet[f"{letter}1"]
        cell.value, cell.font, cell.alignment = text, Font(bold=True), Alignment(vertical="top", wrap_text=True)
    # a style is in the workbook once a cell has had it
    cell = sheet["A2"]
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    plain = cell.style_id
    cell.quotePrefix = True  # stays text when it is edited
    quoted_style = cell.style_id
    sheet.delete_rows(2)
    area = f"A1:{letters[-1]}{len(rows) + 1}"
    sheet.auto_filter.ref = area
    buffer = io.BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines = []
    strings: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        cells = [
            f'<c r="{letter}{number}" s="{plain if quoted(text) == text else quoted_style}" t="s">'
            f"<v>{strings.setdefault(text, len(strings))}</v></c>"
            for letter, text in zip(letters, row, strict=True)
            if text
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    sheet_name, table_name = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
    whole = files[sheet_name].replace(f'ref="A1:{letters[-1]}1"'.encode(), f'ref="{area}"'.encode(), 1)
    files[sheet_name] = whole.replace(b"</sheetData>", "".join([*lines, "</sheetData>"]).encode())
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    files[table_name] = f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{items}</sst>'.encode()
    for name, end, added in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/{table_name}" ContentType="{_STRINGS}"/>'),
        (
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            f'<Relationship Id="s" Type="{_IS_STRINGS}" Target="/{table_name}"/>',
        ),
    ):
        files[name] = files[name].replace(end.encode(), f"{added}{end}".encode())
    return files


def read(stream: IO[bytes], *, languages: Sequence[str] | None = None) -> ImportedTermbase:
    """Return the termbase of a workbook; ``languages`` are those of two columns of terms without headings.

    Raises ExchangeError, MissingExtraError.
    """
    openpyxl = _openpyxl()
    content = stream.read()
    try:
        check_archive(content, "the workbook", "WORKBOOK_BYTES")
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
                check_growth(characters, len(content), "the workbook")
                if why := limits.excess("TABLE_CHARACTERS", "the workbook", characters):
                    raise ExchangeError(why)
                kept.append(row)
    except (ExchangeError, FileError):
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise ExchangeError(f"this is not a workbook that can be read: {error or type(error).__name__}") from None
    if not any(tables.values()):
        raise ExchangeError("the workbook is empty")
    return read_tables(tables, languages)


def _sheet_rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says about its size need not be true
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if why := limits.excess("TABLE_ROWS", "a sheet", number):
            raise ExchangeError(why)
        row = ["" if cell is None else str(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if row:
            yield row
