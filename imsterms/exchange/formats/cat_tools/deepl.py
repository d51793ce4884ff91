"""DeepL: a glossary for one direction, as CSV of source and target.

Each source term is in it once. One file for each language: --target nb, or --split DIR. Whether DeepL has the language
is for DeepL to say. Google Cloud Translation takes the same file; --equivalent writes its other kind, a set of
equivalent terms with a column for each language.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import IO, Any

from ....facade import Glossary
from ...package import Package
from ...progress import Progress, silent
from ...sections import glossaries, language_sections
from .bilingual import WHAT_IS_LOST as LOST
from .bilingual import Pair, pairs, split, write_rows
from .bilingual import add_arguments as add_target

__all__ = ["WHAT_IS_LOST", "add_arguments", "files", "write"]

WHAT_IS_LOST = LOST.format(more="")


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    target: str | None = None,
    equivalent: bool = False,
    progress: Progress[Any] = silent,
) -> list[str]:
    """Write the glossary to ``target``, or with ``equivalent`` in all languages; return what was left out."""
    left_out: list[str] = []
    if equivalent:
        write_rows(stream, _equivalent(glossary, progress, left_out), left_out)
        return left_out
    found: dict[str, str] = {}
    for pair in pairs(glossary, target, progress, left_out):
        for source, translation in _rows(pair):
            if found.setdefault(source, translation) != translation:
                left_out.append(f"'{source}' as '{translation}': it is '{found[source]}' already, and DeepL takes one")
    write_rows(stream, found.items(), left_out)
    return left_out


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--target`` and ``--equivalent``."""
    add_target(parser)
    parser.add_argument("--equivalent", action="store_true", help="for Google: a column for each language")


def _equivalent(glossary: Glossary, progress: Progress[Any], left_out: list[str]) -> Iterator[tuple[str, ...]]:
    languages = glossaries(glossary)
    yield tuple(languages)
    for concept_id in progress(list(glossary)):
        terms = {words.language: str(words.term) for words in language_sections(concept_id, languages)}
        if len(terms) > 1 and glossary.language in terms:
            yield tuple(terms.get(tag, "") for tag in languages)
        else:
            left_out.append(f"{concept_id}: no term in {glossary.language} and another language")


def _rows(pair: Pair) -> Iterator[tuple[str, str]]:
    yield str(pair.source.term), str(pair.target.term)
    for term in pair.source.admitted:
        yield str(term), str(pair.target.term)
    if pair.source.abbreviation and pair.target.abbreviation:
        yield pair.source.abbreviation, pair.target.abbreviation


def files(
    glossary: Glossary, *, target: str | None = None, equivalent: bool = False, progress: Progress[Any] = silent
) -> Package:
    """Return one file for each target language."""
    return split(write, "csv", glossary, target, progress)
