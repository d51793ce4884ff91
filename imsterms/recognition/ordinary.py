"""Ordinary words that lie near a term, and are never taken for a misspelling of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..termbase.token import TOKEN
from .words import fold, words_in

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts


def ordinary_words(glossary: Concepts) -> Iterator[str]:
    """Yield the words, folded, that the glossary's own texts are written in."""
    for text in _strings(glossary.texts()):
        for found in words_in().finditer(TOKEN.sub(" ", text)):
            yield fold(found.group())


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for below in content.values():
            yield from _strings(below)
    elif isinstance(content, list):
        for below in content:
            yield from _strings(below)
