"""Pairs of terms in two languages: what the glossaries of translation tools are made of.

Those tools take every character as it is, so that nothing can be quoted: a term that a spreadsheet could take for a
formula is left out, and said to be.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

from ....errors import ExchangeError
from ....facade import Glossary
from ....languages.tags import normalise
from ...intake.imported import one_line
from ...package import Package
from ...progress import Progress
from ...sections import LanguageSection, language_sections
from ..tables.csv_format import quoted

WHAT_IS_LOST = (
    "all but the terms of two languages{more}: relations, codes, forms, sources, the other languages; also terms that "
    "a spreadsheet could take for a formula"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and what it is in the other language."""

    concept: str
    source: LanguageSection
    target: LanguageSection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--target``."""
    parser.add_argument("--target", metavar="TAG", help="from the language of --lang to this one; or use --split DIR")


def pairs(glossary: Glossary, target: str | None, progress: Progress[Any], left_out: list[str]) -> Iterator[Pair]:
    """Yield the concepts that have a term in both languages; the others are named in ``left_out``.

    Raises ExchangeError where no target is named, UnknownLanguageError.
    """
    if target is None:
        names = ", ".join(tag for tag in glossary.languages if tag != glossary.language)
        raise ExchangeError(f"which language is it to go to? Say --target TAG ({names}), or --split DIR for all")
    tag = normalise(target, glossary.languages)
    if tag == glossary.language:
        raise ExchangeError(f"a bilingual file needs two languages, and '{target}' is the one it starts from")
    languages = {glossary.language: glossary.in_language(glossary.language), tag: glossary.in_language(tag)}
    for concept_id in progress(list(glossary)):
        words = {one.language: one for one in language_sections(concept_id, languages)}
        if len(words) == 2:
            yield Pair(concept_id, words[glossary.language], words[tag])
        else:
            left_out.append(f"{concept_id}: no term in {glossary.language} and {tag}")


def write_rows(
    stream: IO[bytes], rows: Iterable[Sequence[str]], left_out: list[str], *, separator: str = ",", marks: str = ""
) -> None:
    """Write rows whose cells need no quoting of ours; those that do, or begin with one of ``marks``, are left out."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    for row in rows:
        cells = [one_line(cell) for cell in row]
        # a comment may go, a term may not
        cells[2:] = [cell if quoted(cell) == cell else "" for cell in cells[2:]]
        if any(quoted(cell) != cell for cell in cells) or cells[0].startswith(tuple(marks)):
            left_out.append(f"'{cells[0]}': this format cannot hold what it or its translation begins with")
        else:
            writer.writerow(cells)
    stream.write(text.getvalue().encode("utf-8"))


def split(
    write: Callable[..., list[str]], ending: str, glossary: Glossary, target: str | None, progress: Progress[Any]
) -> Package:
    """Return one file for each language besides the glossary's own, or for ``target`` only."""
    package = Package()
    for tag in (target,) if target else (tag for tag in glossary.languages if tag != glossary.language):
        stream = io.BytesIO()
        package.left_out += write(glossary, stream, target=tag, progress=progress)
        package.files[f"{glossary.language}-{tag}.{ending}"] = stream.getvalue()
    return package
