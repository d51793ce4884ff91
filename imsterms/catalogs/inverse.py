"""The way back: from the runtime records of a concept to its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.plurals import counts_of
from ..termbase.designation import list_of, write_designation, write_named
from ..termbase.forms import STORED
from ..termbase.model import LISTS, NOTHING, PHRASES, TEXTS, ConceptEntry
from .messages import Translation, context_of

if TYPE_CHECKING:
    from ..termbase.records import TermRecord, TextRecord


def translations_of(entry: ConceptEntry, terms: TermRecord, texts: TextRecord, language: str) -> dict[str, Translation]:
    """Return the translations of which ``messages.terms`` and ``messages.texts`` make these records of a concept.

    Without a term, ``terms`` is empty. What a record does not say is written as ``-``, forms of a term excepted, which
    are then not translated yet.
    """
    forms: dict[str, str | None] = dict(terms.get("forms", {"": None}))

    def written(*names: str) -> tuple[str, ...]:
        return tuple(NOTHING if (form := forms.pop(name, "")) is None else form for name in names)

    found: dict[str, tuple[str, ...]] = {}
    if entry.countable:
        bare_plural = forms.get("plural")
        headword, plural = written("", "plural")
        found["term"] = tuple(terms.get("counts", ())) or counts_of(headword, plural, language)
        if bare_plural and bare_plural not in found["term"]:
            forms["plural"] = bare_plural  # the language does not count with it
    else:
        found["term"] = written("")
    if entry.part_of_speech == "noun":
        found["term.the"] = written("the", "the plural") if entry.countable else written("the")
        found["term.a"] = written("a")
    # a stored form that does not exist is left over where the message for it does not exist either
    others = (write_named(name, form) for name, form in forms.items() if form or name not in STORED)
    found["term.more"] = (list_of(others),)
    for phrase in PHRASES:
        found[phrase] = (terms.get(phrase) or NOTHING,)
    for field in LISTS:
        found[field] = (list_of(map(write_designation, terms.get(field, ()))),)
    for name in TEXTS:
        found[name] = (texts.get(name) or NOTHING,)
    found["notes"] = (list_of(texts.get("notes", ())),)
    fuzzy = {*terms.get("fuzzy", ()), *texts.get("fuzzy", ())}
    return {context_of(entry.id, field): Translation(texts, field in fuzzy) for field, texts in found.items()}
