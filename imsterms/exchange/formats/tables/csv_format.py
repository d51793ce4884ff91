"""CSV: one long table that keeps everything but advice, a row for each designation in each language.

Comma-separated UTF-8 with a byte order mark, so that Excel reads it right; a cell that could start a formula begins
with an apostrophe, which reading takes off again. It reads commas, semicolons and tabs, and tables of others whose
headings say what they hold.
"""

from __future__ import annotations

import argparse
import codecs
import csv
import io
import re
import threading
from collections.abc import Iterator
from typing import IO, Any

from ....errors import ExchangeError
from ....facade import Glossary
from ....files import decode
from ...intake.imported import ImportedTermbase
from ...progress import Progress, silent
from .long_table import COLUMNS, rows
from .reader import read_table

WHAT_IS_LOST = "articles, and the words of the interface except the names of subject fields"

LONGEST_CELL = 10_000_000
_STARTS_FORMULA = re.compile("'*[=+@\\-\t\r\uff1d\uff0b\uff0d\uff20]")
_limit = threading.Lock()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rendered", action="store_true", help="texts in plain words, without {references}; this is not lossless"
    )


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    rendered: bool = False,
    separator: str = ",",
    progress: Progress[Any] = silent,
) -> None:
    """Write the long table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(glossary, progress, rendered=rendered):
        writer.writerow([quoted(row.get(column, "")) for column in COLUMNS])
    stream.write(codecs.BOM_UTF8 + text.getvalue().encode("utf-8"))


def quoted(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> quoted("=1+1"), quoted("'=x"), quoted("needle")
    ("'=1+1", "''=x", 'needle')
    """
    return f"'{cell}" if _STARTS_FORMULA.match(cell) else cell


def unquoted(cell: str) -> str:
    """Return a cell without the apostrophe that ``quoted`` gave it."""
    return cell[1:] if cell.startswith("'") and _STARTS_FORMULA.match(cell) else cell


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a table. Raises ExchangeError, FileError."""
    return read_table(read_rows(stream))


def read_rows(stream: IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows of a table in CSV or TSV."""
    content = stream.read()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise ExchangeError("the table is not the UTF-16 that it begins as; save it as UTF-8") from None
    else:
        text = decode(content, "the table")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    with _limit:  # the limit of the csv module is one for the whole process
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error as error:
            raise ExchangeError(f"the table cannot be read: {error}") from None
        finally:
            csv.field_size_limit(before)
    for cells in table:
        yield [unquoted(cell) for cell in cells]
