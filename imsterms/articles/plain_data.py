"""Articles as plain data, for JSON: what ``as_dict``, the command line and the JSON document say of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..lexicon.plain_data import if_translated
from .content import ArticleContent


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
        "blocks": [block.as_dict() for block in article.blocks(claims)],
    }
