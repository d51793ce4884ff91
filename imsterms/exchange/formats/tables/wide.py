"""The wide table, for people: one row a concept, columns for each language, texts in plain words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from ....facade import Glossary
from ....languages.tags import normalise
from ....lexicon.concept import Concept
from ....termbase.model import TEXTS
from ...intake.imported import clean
from ...intake.vocabulary import table
from ...sections import text

if TYPE_CHECKING:
    from ....termbase.records import TextField

FIELDS = ("term", "abbreviation", "admitted", "deprecated", *TEXTS, "notes")
"""What a language has columns for."""
PLACE = ("concept_id", "subject_field", "sources")
"""The columns that are of no language."""


def add_wide(parser: argparse.ArgumentParser) -> None:
    """Add the options of the wide table."""
    parser.add_argument("--wide", action="store_true", help="a table for people: one row a concept, plain words")
    parser.add_argument("--only", nargs="+", metavar="TAG", help="with --wide: these languages, in this order")
    parser.add_argument(
        "--headings", choices=tuple(table("wide")), default="en", help="with --wide: language of the headings"
    )


def wide_rows(glossary: Glossary, *, only: Sequence[str] | None = None, headings: str = "en") -> Iterator[list[str]]:
    """Yield the heading and a row for each concept. Raises UnknownLanguageError."""
    tags = dict.fromkeys(normalise(tag, glossary.languages) for tag in only or glossary.languages)
    languages = {tag: glossary.in_language(tag, fallback=False) for tag in tags}
    words = table("wide")[headings]
    yield [
        *(f"{words[field]} ({_language_name(tag, headings)})" for tag in languages for field in FIELDS),
        *(words[field] for field in PLACE),
    ]
    for concept_id in glossary:
        concepts = [one[concept_id] for one in languages.values()]
        first = glossary[concept_id]
        cells = [cell(concept, field) for concept in concepts for field in FIELDS]
        sources = "\n".join(map(str, first.sources))
        yield [*map(clean, cells), concept_id, glossary.word(f"subject_field.{first.subject_field}"), clean(sources)]


def cell(concept: Concept, field: str) -> str:
    """Return what a concept has in a column of its language."""
    if field == "term":
        return str(concept.term) if concept.has_term else ""
    if field == "abbreviation":
        return concept.abbreviation or ""
    if field in ("admitted", "deprecated"):
        return "; ".join(getattr(concept, field))
    if field == "notes":
        return "\n".join(map(str, concept.notes))
    return text(concept, cast("TextField", field))


def _language_name(tag: str, language: str) -> str:
    from babel.core import Locale

    name = Locale(language).languages.get(tag.replace("-", "_"))
    return str(name) if name else tag
