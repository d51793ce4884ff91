"""Weblate: a bilingual glossary as CSV, with definitions as explanations for translators.

One file for each language: --target nb, or --split DIR. translate-toolkit reads the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from ....facade import Glossary
from ...package import Package
from ...progress import Progress, silent
from .bilingual import WHAT_IS_LOST as LOST
from .bilingual import Pair, add_arguments, pairs, split, write_rows

__all__ = ["WHAT_IS_LOST", "add_arguments", "files", "write"]

WHAT_IS_LOST = LOST.format(more=" and the definitions")

_HEADING = ("source", "target", "context", "developer_comments")


def write(
    glossary: Glossary, stream: IO[bytes], *, target: str | None = None, progress: Progress[Any] = silent
) -> list[str]:
    """Write the glossary to ``target``; return what was left out."""
    left_out: list[str] = []

    def rows() -> Iterator[tuple[str, ...]]:
        yield _HEADING
        for pair in pairs(glossary, target, progress, left_out):
            yield from _rows(pair)

    write_rows(stream, rows(), left_out)
    return left_out


def _rows(pair: Pair) -> Iterator[tuple[str, ...]]:
    yield str(pair.source.term), str(pair.target.term), pair.concept, pair.source.definition
    if pair.source.abbreviation and pair.target.abbreviation:
        context = f"{pair.concept} (abbreviation)"
        yield pair.source.abbreviation, pair.target.abbreviation, context, pair.source.definition


def files(glossary: Glossary, *, target: str | None = None, progress: Progress[Any] = silent) -> Package:
    """Return one file for each target language."""
    return split(write, "csv", glossary, target, progress)
