"""DeepL: a glossary for one direction, as CSV of source and target.

Each source term stands once. One file for each language: --target nb, or --split DIR. Whether DeepL has the language
is for DeepL to say.
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

WHAT_IS_LOST = LOST.format(more="")


def write(
    glossary: Glossary, stream: IO[bytes], *, target: str | None = None, progress: Progress[Any] = silent
) -> list[str]:
    """Write the glossary to ``target``; return what was left out."""
    left_out: list[str] = []
    found: dict[str, str] = {}
    for pair in pairs(glossary, target, progress, left_out):
        for source, translation in _rows(pair):
            if found.setdefault(source, translation) != translation:
                left_out.append(f"'{source}' as '{translation}': it is '{found[source]}' already, and DeepL takes one")
    write_rows(stream, found.items(), left_out)
    return left_out


def _rows(pair: Pair) -> Iterator[tuple[str, str]]:
    yield str(pair.source.term), str(pair.target.term)
    for term in pair.source.admitted:
        yield str(term), str(pair.target.term)
    if pair.source.abbreviation and pair.target.abbreviation:
        yield pair.source.abbreviation, pair.target.abbreviation


def files(glossary: Glossary, *, target: str | None = None, progress: Progress[Any] = silent) -> Package:
    """Return one file for each target language."""
    return split(write, "csv", glossary, target, progress)
