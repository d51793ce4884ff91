"""Articles as plain data, for JSON: what ``as_dict``, the command line and the JSON document say of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..lexicon.plain_data import if_translated
from .content import ArticleContent, Block


def article_record(article: ArticleContent, languages: Sequence[str], *, claims: str = "omit") -> dict[str, object]:
    """Return an article with its texts in those of ``languages`` that have all of it.

    Claims are left out unless ``claims`` is ``annotated``; a claim has its source and its assessment beside it.
    """
    glossary = article.glossary
    versions = {language: ArticleContent(glossary.in_language(language), article.id) for language in languages}
    return {
        "id": article.id,
        "values": dict(glossary.structure["articles"][article.id]["values"]),
        "sources": [source.id for source in article.sources],
        "languages": {
            language: words
            for language, version in versions.items()
            if (words := if_translated(partial(_article_words, version, claims))) is not None
        },
    }


def _article_words(article: ArticleContent, claims: str) -> dict[str, object]:
    return {
        "title": article.title.as_dict(),
        "blocks": [_block(block) for block in article.blocks(claims)],
    }


def _block(block: Block) -> dict[str, object]:
    record: dict[str, object] = {"id": block.id, "kind": block.kind, "covers": list(block.covers)}
    if block.kind == "table":
        record["columns"] = [column.as_dict() for column in block.columns]
        record["rows"] = [[cell.as_dict() for cell in row] for row in block.rows]
        return record
    assert block.text is not None
    record["text"] = block.text.as_dict()
    if block.kind == "claim":
        assert block.reason is not None
        record |= {
            "attribution": block.attribution,
            "assessment": block.assessment,
            "reason": block.reason.as_dict(),
            "date": block.date,
            "sources": list(block.sources),
        }
    return record
