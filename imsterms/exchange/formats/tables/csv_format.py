"""CSV: one lossless long table, a row for each designation in each language; with --wide a table for people.

Comma-separated UTF-8 with a byte order mark, so that Excel reads it right (with --tabs separated by tabs); a cell that
could start a formula begins with an apostrophe, which reading takes off again. The wide table has one row a concept and
texts in plain words, with headings in Norwegian or English. It reads commas, semicolons and tabs, and the tables of
others: long, wide, or bilingual with the languages named (--languages en nb).
"""

import argparse
import codecs
import csv
import io
import re
from collections.abc import Sequence
from typing import IO

from ....errors import ExchangeError
from ....facade import Glossary
from ...intake.imported import ImportedTermbase
from .long_table import long_rows
from .reader import read_tables
from .wide import add_wide, wide_rows

WHAT_IS_LOST = (
    "articles, and the words of the interface except the names of subject fields and of signs; in the wide table also "
    "forms, reasons, references, relations, codes"
)
PAIRS = True
"""The format takes the two languages of a bilingual table."""

_START = "'*[=+@\\-\t\r\uff1d\uff0b\uff0d\uff20]"
# at a separator a line may be parted too: Excel parts at semicolons in Norway, whatever the quotation marks
_STARTS_FORMULA = re.compile(f"(^|[;,\t])(?={_START})")
_QUOTED_FORMULA = re.compile(f"(^|[;,\t])'(?={_START})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_wide(parser)
    parser.add_argument("--tabs", action="store_true", help="separated by tabs (TSV)")


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    wide: bool = False,
    only: Sequence[str] | None = None,
    headings: str = "en",
    tabs: bool = False,
) -> None:
    """Write the long table, or with ``wide`` that for people. Raises UnknownLanguageError."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t" if tabs else ",", lineterminator="\r\n")
    for row in wide_rows(glossary, only=only, headings=headings) if wide else long_rows(glossary):
        writer.writerow([quoted(cell) for cell in row])
    stream.write(codecs.BOM_UTF8 + text.getvalue().encode("utf-8"))


def quoted(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> quoted("=1+1"), quoted("'=x"), quoted("needle"), quoted("cup;=1+1")
    ("'=1+1", "''=x", 'needle', "cup;'=1+1")
    """
    return _STARTS_FORMULA.sub(r"\1'", cell)


def unquoted(cell: str) -> str:
    """Return a cell without the apostrophes that ``quoted`` gave it."""
    return _QUOTED_FORMULA.sub(r"\1", cell)


def read(stream: IO[bytes], *, languages: Sequence[str] | None = None) -> ImportedTermbase:
    """Return the termbase of a table; ``languages`` are those of two columns of terms without headings.

    Raises ExchangeError.
    """
    text, encoding = _decoded(stream.read())
    if text.lstrip().startswith("<"):
        raise ExchangeError("this is XML or HTML, not a table")
    imported = read_tables({"": _rows(text)}, languages)
    if encoding != "utf-8":
        imported.assumed(f"the encoding {encoding}: look at the letters æ, ø and å")
    return imported


def _decoded(content: bytes) -> tuple[str, str]:
    """Return a table as text, and the encoding: UTF-8, UTF-16, or what Excel saves in Norway."""
    encodings = ["utf-8-sig", "cp1252"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif content[1:64:2].count(0) > len(content[1:64:2]) // 2:
        encodings = ["utf-16-le"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise ExchangeError("this is not a table of text; save it as CSV in UTF-8, or import the workbook itself (xlsx)")


def _rows(text: str) -> list[list[str]]:
    """Return the rows of a table in CSV or TSV."""
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except csv.Error as error:
        raise ExchangeError(f"the table cannot be read: {error}") from None
    return [[unquoted(cell) for cell in cells] for cells in table]


def _separator(text: str) -> str:
    """Return what separates cells: of the first lines, what most of them have, and have most of."""
    lines = [line for line in text.split("\n", 20)[:20] if line.strip()]
    return max(",;\t", key=lambda mark: (sum(mark in line for line in lines), sum(line.count(mark) for line in lines)))
