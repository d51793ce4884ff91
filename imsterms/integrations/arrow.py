"""Columns of text: Arrow record batches in, Arrow record batches of matches out (``imsterms[arrow]``).

Whatever speaks Arrow can use it: Polars, DuckDB, PySpark's ``mapInArrow``. One batch is in memory at a time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Any

from .. import limits
from ..errors import FileError, MissingExtraError, nearest
from ..files import stream_atomically

try:
    import pyarrow as pa
    import pyarrow.parquet as parquet
except ImportError as error:
    raise MissingExtraError("columns need pyarrow: pip install 'imsterms[arrow]'") from error

if TYPE_CHECKING:
    from ..facade import Glossary
    from ..recognition.match import Match

_VALUES = {
    **{name: name for name in ("start", "end", "text")},
    "concept": "concept.id",
    "designation": "designation",
    "status": "status",
    "type": "designation.type",
    "register": "designation.register",
    "kind": "kind",
    "confidence": "confidence.value",
    "why": "why",
}
"""What each field of a match in Arrow is in Python."""
MATCH = pa.struct([pa.field(name, pa.int32() if name in ("start", "end") else pa.string()) for name in _VALUES])
"""A match as an Arrow type: the fields of ``Match``, the concept by its id; offsets are in code points."""

_TEXT = pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null

ROWS = 2048
"""Rows of a batch read from a file, at most."""
_BUFFER = 1 << 20
"""Bytes of each column that are read ahead."""
_GROUP = 1 << 22
"""Bytes of matches that are written at a time."""


def schema(columns: pa.Schema, column: str = "text", *, rows: bool = False) -> pa.Schema:
    """Return the schema that ``annotate_batches`` answers batches of the schema ``columns`` with."""
    kept = _kept(columns, column)
    added = list(MATCH) if rows else [pa.field("matches", pa.list_(MATCH))]
    for field in added:
        if field.name in kept:
            raise ValueError(f"a column is called '{field.name}' already; rename it")
    return pa.schema([*map(columns.field, kept), *added])


def annotate_batches(
    glossary: Glossary,
    batches: Iterable[pa.RecordBatch],
    column: str = "text",
    *,
    rows: bool = False,
    **options: Any,
) -> Iterator[pa.RecordBatch]:
    """Yield for each batch one with the terms in the texts of its ``column``, beside its other columns.

    The terms of a text are a list in the column ``matches``; with ``rows``, each is a row of its own. A text that is
    null has no list, and no rows. ``options`` are those of ``Glossary.annotate``. Raises ValueError where there is no
    such column of texts, where two columns have one name, and for text that is not UTF-8.

    >>> import imsterms, pyarrow as pa
    >>> notes = pa.record_batch({"id": [7, 8], "text": ["Ei nål", None]})
    >>> [matches] = annotate_batches(imsterms.glossary("nb"), [notes], rows=True)
    >>> matches.select(["id", "start", "concept"]).to_pylist()
    [{'id': 7, 'start': 3, 'concept': 'needle'}]
    """
    for batch in batches:
        answer = schema(batch.schema, column, rows=rows)
        try:
            texts = batch.column(column).to_pylist()
        except UnicodeDecodeError as error:
            raise ValueError(f"the column '{column}' holds text that is not UTF-8: {error.reason}") from None
        # what is written many times is looked at once
        found = {text: glossary.annotate(text, **options) for text in dict.fromkeys(texts) if text is not None}
        matches = [found.get(text) for text in texts]
        kept = _kept(batch.schema, column)
        flat = _columns([match for of_text in matches for match in of_text or ()])
        if rows:
            index = pa.array([row for row, of_text in enumerate(matches) for _ in of_text or ()], pa.int64())
            yield pa.RecordBatch.from_arrays([*(batch.column(name).take(index) for name in kept), *flat], schema=answer)
            continue
        lists = pa.ListArray.from_arrays(
            pa.array([0, *accumulate(len(of_text or ()) for of_text in matches)], pa.int32()),
            pa.StructArray.from_arrays(flat, fields=list(MATCH)),
            type=pa.list_(MATCH),
            mask=pa.array([of_text is None for of_text in matches], pa.bool_()),
        )
        yield pa.RecordBatch.from_arrays([*map(batch.column, kept), lists], schema=answer)


def annotate_parquet(
    glossary: Glossary,
    path: str,
    target: str,
    column: str = "text",
    *,
    rows: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    **options: Any,
) -> None:
    """Write the terms of the texts in a column of the Parquet file ``path`` to the Parquet file ``target``.

    ``progress`` is called with how many rows are done and how many there are. Raises FileError for a file that
    cannot be read or written; then ``target`` is as it was.
    """
    try:
        # read ahead by itself, Arrow keeps all of the file that it has read
        with parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False) as notes:
            if os.path.exists(target) and os.path.samefile(path, target):
                raise FileError(f"{target} is the file that is read; write to another one")
            answer = schema(notes.schema_arrow, column, rows=rows)

            def write(stream: IO[bytes]) -> None:
                done = 0
                waiting: list[pa.RecordBatch] = []
                try:
                    with parquet.ParquetWriter(stream, answer, compression="zstd") as matches:
                        for batch in _batches(path, notes):
                            waiting += annotate_batches(glossary, [batch], column, rows=rows, **options)
                            done += batch.num_rows
                            # a group of rows is held in memory until it is written, and what it has until the end
                            if sum(each.nbytes for each in waiting) >= _GROUP:
                                matches.write_table(pa.Table.from_batches(waiting))
                                waiting.clear()
                            progress(done, notes.metadata.num_rows)
                        if waiting:
                            matches.write_table(pa.Table.from_batches(waiting))
                except ValueError as error:
                    raise FileError(f"{path}: {error}") from None

            stream_atomically(target, write)
    except FileError:
        raise
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from None
    except ValueError as error:
        raise FileError(f"{path}: {error}") from None


def _batches(path: str, notes: parquet.ParquetFile) -> Iterator[pa.RecordBatch]:
    """Yield the batches of a file; what goes wrong here is reading, not writing."""
    try:
        yield from notes.iter_batches(batch_size=_rows(notes.metadata))
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from None


def _rows(metadata: parquet.FileMetaData) -> int:
    """Return how many rows of a file are read at a time: fewer where its texts are long."""
    groups = map(metadata.row_group, range(metadata.num_row_groups))
    longest = max((group.total_byte_size // max(group.num_rows, 1) for group in groups), default=0)
    return max(1, min(ROWS, limits.COLUMN_BYTES // max(longest, 1)))


def _unreadable(path: str, error: Exception) -> FileError:
    return FileError(f"{path} cannot be annotated: {' '.join(str(error).split())[:200]}")


def _kept(columns: pa.Schema, column: str) -> list[str]:
    """Return the names of the columns besides that of the texts."""
    names = columns.names
    if column not in names:
        raise ValueError(f"there is no column '{column}'{nearest(column, names)}")
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"two columns are called '{twice[0]}'; rename one")
    kind = columns.field(column).type
    # what is written once for all that are alike is text all the same
    values = kind.value_type if pa.types.is_dictionary(kind) or pa.types.is_run_end_encoded(kind) else kind
    if not any(is_text(values) for is_text in _TEXT):
        raise ValueError(f"the column '{column}' holds {kind}, not text")
    return [name for name in names if name != column]


def _columns(matches: list[Match]) -> list[pa.Array]:
    """Return the fields of matches, an array each."""
    return [pa.array(map(attrgetter(value), matches), MATCH.field(name).type) for name, value in _VALUES.items()]
