"""Concepts as plain data, for JSON: what ``as_dict``, the command line and the JSON document say of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from ..errors import MissingTranslationError
from ..termbase.model import PLACE, TEXTS, plain
from .text import Text

T = TypeVar("T")


def concept_record(concept: Any, languages: Sequence[str]) -> dict[str, object]:
    """Return a concept, an ``imsterms.Concept``, with its words in ``languages``."""
    record = plain(concept.glossary.structure["concepts"][concept.id])
    few = {
        "advice": [advice.urgency for advice in concept.advice] or None,
        **concept.facts,
        "verified": concept.verified and dict(zip(("date", "against"), concept.verified, strict=True)),
        "signs": record.get("advice"),
        "origin": record.get("origin"),
    }
    return {
        "id": concept.id,
        "obsolete": False,
        **{name: record[name] for name in PLACE},
        "review": {"state": concept.review, "date": concept.review_date},
        **{name: value for name, value in few.items() if value is not None},
        "languages": {
            language: words
            for language in languages
            if (words := language_record(concept.in_language(language))) is not None
        },
    }


def language_record(concept: Any) -> dict[str, object] | None:
    """Return a concept's words in its language; None where it has none there."""
    deprecated = [designation.as_dict() for designation in concept.deprecated]
    if not concept.has_term:
        return {"preferred": None, "deprecated": deprecated} if deprecated else None
    return {
        "preferred": concept.term.as_dict(),
        "abbreviation": concept.abbreviation,
        "admitted": [designation.as_dict() for designation in concept.admitted],
        "deprecated": deprecated,
        "variants": list(concept.variants),
        "lay": [designation.as_dict() for designation in concept.lay],
        "plain": " | ".join(concept.plain_forms) or None,
        **{field: _text(if_translated(partial(concept._text, field))) for field in TEXTS},
        "notes": [note.as_dict() for note in if_translated(lambda: concept.notes) or ()],
        "notice": concept.notice,
        **({"advice": [str(advice) for advice in concept.advice]} if concept.advice else {}),
    }


def if_translated(ask: Callable[[], T]) -> T | None:
    """Return what ``ask`` returns, or None where a language does not have it yet."""
    try:
        return ask()
    except MissingTranslationError:
        return None


def _text(text: Text | None) -> dict[str, object] | None:
    return text.as_dict() if text else None
