"""The way back: from the runtime records of a concept to its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.plurals import counts_of
from ..languages.profile import profile
from ..termbase.designation import list_of
from ..termbase.forms import STORED
from ..termbase.model import LISTS, NOTHING, PHRASES, TEXTS, ConceptEntry
from .messages import Translation, context_of
from .review import Review
from .words import Words

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
    if entry.inflected:
        stated = profile(language)
        asked = [("term.a", "a", bool(stated.indefinite_articles)), ("term.the", "the", bool(stated.definite))]
        if entry.countable:
            asked.append(("term.the.plural", "the plural", bool(stated.definite)))
            asked.append(("term.plural", "plural", stated.bare_plural == "own"))
        for field, name, is_asked in asked:
            if is_asked:
                found[field] = written(name)
    # a stored form that does not exist is left over where the message for it does not exist either
    left = {name: form for name, form in forms.items() if form or name not in STORED}
    words = Words(forms=left, gender=terms.get("gender", ""))
    for phrase in PHRASES:
        if terms.get(phrase):
            words.phrases[phrase] = terms[phrase]
    for listed in LISTS:
        if terms.get(listed):
            words.lists[listed] = terms[listed]
    for name in TEXTS:
        text = texts.get(name)
        if getattr(entry, name):
            found[name] = (text or NOTHING,)
        elif text:
            words.texts[name] = text
    notes = texts.get("notes", [])
    if entry.notes:
        found["notes"] = (list_of(notes),)
    else:
        words.notes = notes
    found["words"] = (list_of(words.lines()),)
    fuzzy = {*terms.get("fuzzy", ()), *texts.get("fuzzy", ())}
    marked = {**terms.get("reviewed", {}), **texts.get("reviewed", {})}
    reviews = {field: Review(*made) for field, made in marked.items()}
    return {
        context_of(entry.id, field): Translation(
            said, "outdated" if field in fuzzy else "reviewed" if field in reviews else "translated", reviews.get(field)
        )
        for field, said in found.items()
    }
