"""The native JSON document: all languages, all rendered forms, texts with their references, codes, content hash.

For clinic tools that are not Python. ``imsterms.schema.json`` in the package describes it; the order of everything is
stable, so that two exports can be compared line by line. It is read back without loss.
"""

import argparse
import os
from collections.abc import Sequence
from typing import IO

from ....facade import Glossary
from ....files import read_bytes
from ....languages.tags import normalise
from ....lexicon.plain_data import concept_record
from ...json_output import json_document
from .reader import read

__all__ = [
    "SCHEMA",
    "WHAT_IS_LOST",
    "add_arguments",
    "document",
    "read",
    "write",
]

WHAT_IS_LOST = (
    "comments in the source files, articles in a language that has only a part of them, and texts of a concept in a "
    "language that has no term for it; an import takes the concepts, the bibliography and the names of subject fields, "
    "not the articles and the other words of the interface"
)


WITHOUT_LANG = "a JSON document has every language alike; --only nb writes one of them"
"""Why ``--lang`` is refused."""
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "imsterms.schema.json")
"""The JSON Schema (draft 2020-12) of the document."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_claims(parser)
    parser.add_argument("--only", nargs="+", metavar="TAG", help="only these languages (default: all)")
    parser.add_argument("--schema", action="store_true", help="write the JSON Schema that describes the document")


def add_claims(parser: argparse.ArgumentParser) -> None:
    """Add ``--claims``."""
    parser.add_argument(
        "--claims",
        choices=("omit", "annotated"),
        default="omit",
        help="claims of effect: left out (default), or each with its source and its assessment",
    )


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    claims: str = "omit",
    only: Sequence[str] | None = None,
    schema: bool = False,
) -> None:
    """Write the document to ``stream`` as UTF-8, or with ``schema`` the JSON Schema that describes it."""
    if schema:
        stream.write(read_bytes(SCHEMA))
        return
    stream.write(json_document(document(glossary, claims=claims, only=only)))


def document(
    glossary: Glossary,
    *,
    claims: str = "omit",
    only: Sequence[str] | None = None,
) -> dict[str, object]:
    """Return the termbase as the document has it, in the languages of ``only`` (default: all).

    Claims of effect are left out, unless they are asked for with ``claims="annotated"``.
    Raises UnknownLanguageError.
    """
    languages = tuple(dict.fromkeys(normalise(tag, glossary.languages) for tag in only or glossary.languages))
    # without a fallback: what stands under a language is in that language
    glossaries = {language: glossary.in_language(language, fallback=False) for language in languages}
    strict = next(iter(glossaries.values()))
    # so that a record that holds an obsolete id can be read
    obsolete = [
        {"id": gone, "obsolete": True, "replaced_by": by, "languages": {}} for gone, by in glossary.replaced.items()
    ]
    return {
        "version": glossary.version,
        "about": dict(glossary.structure["about"]),
        "claims": claims,
        "content_hash": glossary.content_hash,
        "languages": list(languages),
        "concepts": [concept_record(concept, languages) for concept in strict.values()] + obsolete,
        "articles": [article.as_dict(claims, languages=languages) for article in strict.articles.values()],
        "interface": {
            language: {"words": one.texts()["interface"], "units": one.texts()["units"]}
            for language, one in glossaries.items()
        },
        "sources": dict(glossary.structure["sources"]),
        "signs": dict(glossary.structure["signs"]),
        "code_systems": dict(glossary.structure.get("code_systems", {})),
    }
