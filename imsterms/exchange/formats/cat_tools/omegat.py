"""OmegaT: a glossary of tab-separated source, target and comment, in UTF-8.

Every source term that may be used leads to the preferred target term. Put the file into the project's folder
'glossary', with the ending .utf8 or .txt. One file for each language: --target nb, or --split DIR.
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


def write(
    glossary: Glossary, stream: IO[bytes], *, target: str | None = None, progress: Progress[Any] = silent
) -> list[str]:
    """Write the glossary to ``target``; return what was left out."""
    left_out: list[str] = []
    rows = (row for pair in pairs(glossary, target, progress, left_out) for row in _rows(pair))
    write_rows(stream, rows, left_out, separator="\t", marks="#")  # a line that begins with # is a comment
    return left_out


def _rows(pair: Pair) -> Iterator[tuple[str, ...]]:
    comment = pair.target.definition or pair.source.definition
    for term in dict.fromkeys((str(pair.source.term), *map(str, pair.source.admitted))):
        yield term, str(pair.target.term), comment
    if pair.source.abbreviation:
        yield pair.source.abbreviation, pair.target.abbreviation or str(pair.target.term), comment


def files(glossary: Glossary, *, target: str | None = None, progress: Progress[Any] = silent) -> Package:
    """Return one file for each target language."""
    return split(write, "utf8", glossary, target, progress)
