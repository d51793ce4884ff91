"""The native JSON document: all languages, all rendered forms, texts with their references, codes, content hash.

For clinic tools that are not Python. ``imsterms.schema.json`` in the package describes it; the order of everything is
stable, so that two exports can be compared line by line. It is read back without loss.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import IO, TypeVar

from ....articles.article import Article, Articles
from ....articles.content import ArticleText, Block
from ....errors import MissingTranslationError
from ....facade import Glossary
from ....files import read_bytes
from ....languages.tags import normalise
from ....lexicon.concept import ADMITTED, DEPRECATED, Concept
from ....lexicon.rendering import Renderer
from ....lexicon.text import as_json, text_of
from .reader import read

__all__ = [
    "SCHEMA",
    "WHAT_IS_LOST",
    "add_arguments",
    "article_record",
    "concept_record",
    "document",
    "language_record",
    "read",
    "write",
]

T = TypeVar("T")

WHAT_IS_LOST = (
    "comments in the source files, articles in a language that has only a part of them, and texts of a concept in a "
    "language that has no term for it; an import takes the concepts, the bibliography and the names of subject fields, "
    "not the articles and the other words of the interface"
)


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
    content = document(glossary, claims=claims, only=only)
    stream.write((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


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
    return {
        "version": glossary.version,
        "about": dict(glossary.structure["about"]),
        "claims": claims,
        "content_hash": glossary.content_hash,
        "languages": list(languages),
        "concepts": [concept_record(concept, languages) for concept in strict.values()] + obsolete(glossary),
        "articles": [article_record(article, languages, claims=claims) for article in strict.articles.values()],
        "interface": {
            language: {"words": one.texts()["interface"], "units": one.texts()["units"]}
            for language, one in glossaries.items()
        },
        "sources": dict(glossary.structure["sources"]),
        "signs": dict(glossary.structure["signs"]),
        "code_systems": dict(glossary.structure.get("code_systems", {})),
    }


def obsolete(glossary: Glossary) -> list[dict[str, object]]:
    """Return a stub for each obsolete id, so that a record that holds it can be read."""
    replaced: Mapping[str, str] = glossary.replaced
    return [{"id": gone, "obsolete": True, "replaced_by": by, "languages": {}} for gone, by in replaced.items()]


def concept_record(concept: Concept, languages: Sequence[str]) -> dict[str, object]:
    """Return a concept with its words in ``languages``."""
    return {
        "id": concept.id,
        "obsolete": False,
        "subject_field": concept.subject_field,
        "part_of_speech": concept.part_of_speech,
        "broader": [one.id for one in concept.broader],
        "relations": {relation: [one.id for one in targets] for relation, targets in concept.relations.items()},
        "codes": {
            system: {relation: list(codes) for relation, codes in relations.items()}
            for system, relations in concept.codes.items()
        },
        "sources": [source.id for source in concept.sources],
        "basis": concept.basis,
        "review": {"state": concept.review, "date": concept.review_date},
        **_advice(concept),
        **_facts(concept),
        **({"origin": {name: list(values) for name, values in concept.origin.items()}} if concept.origin else {}),
        "languages": {
            language: words
            for language in languages
            if (words := language_record(concept.in_language(language))) is not None
        },
    }


def _advice(concept: Concept) -> dict[str, object]:
    """Return what a concept says of help, needling and law in every language; nothing for most concepts."""
    found: dict[str, object] = {}
    if concept.advice:
        found["advice"] = [advice.urgency for advice in concept.advice]
    if concept.contraindication:
        found["contraindication"] = concept.contraindication
    if concept.verified:
        found["verified"] = dict(zip(("date", "against"), concept.verified, strict=True))
    return found


def _facts(concept: Concept) -> dict[str, object]:
    """Return the signs that a concept's advice names, where it gives any."""
    record = concept.glossary.structure["concepts"][concept.id]
    return {"signs": list(record["advice"])} if "advice" in record else {}


def language_record(concept: Concept) -> dict[str, object] | None:
    """Return a concept's words in its language; None where it has none there."""
    deprecated = [
        {"term": str(one), "forms": list(one.forms.values()), "reason": one.reason} for one in concept.deprecated
    ]
    if not concept.has_term:
        return {"preferred": None, DEPRECATED: deprecated} if deprecated else None
    term = concept.term
    preferred: dict[str, object] = {
        "term": str(term),
        "forms": term.forms,
        "missing_forms": [name for name, form in term.stated_forms.items() if form is None],
        "needs_review": term.needs_review,
    }
    if term.gender:
        preferred["gender"] = term.gender
    if term.stated_counts:
        preferred["counts"] = list(term.stated_counts)
    return {
        "preferred": preferred,
        "abbreviation": concept.abbreviation,
        ADMITTED: [{"term": str(one), "forms": list(one.forms.values())} for one in concept.admitted],
        DEPRECATED: deprecated,
        "variants": list(concept.variants),
        "lay": [{"term": str(one), "forms": list(one.forms.values())} for one in concept.lay],
        "plain": " | ".join(concept.plain_forms) or None,
        "definition": as_json(_if_translated(lambda: concept.definition)),
        "explanation": as_json(_if_translated(lambda: concept.explanation)),
        "notes": [as_json(note) for note in _if_translated(lambda: concept.notes) or ()],
        "notice": concept.notice,
        **({"advice": [str(advice) for advice in concept.advice]} if concept.advice else {}),
    }


def article_record(article: Article, languages: Sequence[str], *, claims: str = "omit") -> dict[str, object]:
    """Return an article with its texts in those of ``languages`` that have all of it.

    Claims are left out unless ``claims`` is ``annotated``; a claim has its source and its assessment beside it.
    """
    glossary = article.glossary
    versions = {language: Articles(glossary.in_language(language))[article.id] for language in languages}
    return {
        "id": article.id,
        "values": dict(glossary.structure["articles"][article.id]["values"]),
        "sources": [source.id for source in article.sources],
        "languages": {
            language: words
            for language, version in versions.items()
            if (words := _if_translated(partial(_article_words, version, claims))) is not None
        },
    }


def _article_words(article: Article, claims: str) -> dict[str, object]:
    return {
        "title": _text(article, article.title),
        "blocks": [_block(article, block) for block in article.blocks(claims)],
    }


def _if_translated(ask: Callable[[], T]) -> T | None:
    """Return what ``ask`` returns, or None where a language does not have it yet."""
    try:
        return ask()
    except MissingTranslationError:
        return None


def _block(article: Article, block: Block) -> dict[str, object]:
    record: dict[str, object] = {"id": block.id, "kind": block.kind, "covers": list(block.covers)}
    if block.kind == "table":
        record["columns"] = [_text(article, column) for column in block.columns]
        record["rows"] = [[_text(article, cell) for cell in row] for row in block.rows]
        return record
    assert block.text is not None
    record["text"] = _text(article, block.text)
    if block.kind == "claim":
        assert block.reason is not None
        record |= {
            "attribution": block.attribution,
            "assessment": block.assessment,
            "reason": _text(article, block.reason),
            "date": block.date,
            "sources": list(block.sources),
        }
    return record


def _text(article: Article, words: ArticleText) -> dict[str, object] | None:
    renderer = Renderer(article.glossary.in_language(words.language))
    values = {name: renderer.value(value) for name, value in article.values.items()}
    return as_json(text_of(article.glossary, words.text, words.language, words.fuzzy, values))
