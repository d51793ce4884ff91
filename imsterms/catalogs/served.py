"""What of a language is served: texts that can be rendered, and how far a language is from being offered."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, partial
from typing import TYPE_CHECKING

from ..errors import ImstermsError, MissingTranslationError, nearest
from ..languages.profile import profile
from ..termbase.grammar import form
from ..termbase.model import TEXTS
from ..termbase.text import parse
from .messages import asked_forms

if TYPE_CHECKING:
    from ..termbase.model import Termbase
    from ..termbase.records import (
        ArticleTexts,
        LanguageTerms,
        LanguageTexts,
        ProgressRecord,
        Structure,
        TermRecord,
    )
    from ..termbase.runtime import Data


def without_gaps(
    texts: LanguageTexts, terms: LanguageTerms, structure: Structure, broken: dict[str, str]
) -> LanguageTexts:
    """Return the texts of a language without those that cannot be rendered; ``gaps`` says which and why.

    Such a text names a concept whose term, or a form, the language does not have (yet). It is treated as missing, so
    that no other text fails with it. What does not only wait for the translation of a term is added to ``broken``.
    ``texts`` is left as it is: its records may be shared.
    """
    gaps: dict[str, str] = {}
    fault = cache(partial(_fault, terms, structure))

    def kept(context: str, text: str, values: Collection[str] = ()) -> str:
        """Return a text if it can be rendered, else nothing."""
        if "{" not in text and "}" not in text:
            return text
        try:
            references = [piece for piece in parse(text) if not isinstance(piece, str) and piece.name not in values]
            faults = [fault(reference.name, reference.needed_form) for reference in references]
        except ImstermsError as error:
            faults = [(str(error), False)]
        if not (why := next((found for found in faults if found[0]), None)):
            return text
        gaps.setdefault(context, why[0])
        if not why[1]:
            broken.setdefault(context, why[0])
        return ""

    concepts = {}
    for name, record in texts["concepts"].items():
        rendered = concepts[name] = record.copy()
        for field in TEXTS:
            if (text := record.get(field)) and not kept(f"{name}.{field}", text):
                del rendered[field]
        if "notes" in record:
            rendered["notes"] = [note for note in record["notes"] if kept(f"{name}.notes", note)]
    articles: dict[str, ArticleTexts] = {}
    for name, article in texts["articles"].items():
        values = structure["articles"].get(name, {"values": {}})["values"]
        title = kept(f"article/{name}.title", article["title"], values)
        blocks = {}
        for key, block in article["blocks"].items():
            context = f"article/{name}.{key}"
            made = blocks[key] = block.copy()
            if "text" in block:
                made["text"] = kept(context, block["text"], values)
            if "reason" in block:
                made["reason"] = kept(f"{context}.reason", block["reason"], values)
            if "columns" in block:
                made["columns"] = [kept(context, heading, values) for heading in block["columns"]]
                made["rows"] = [[kept(context, cell, values) for cell in row] for row in block["rows"]]
        articles[name] = {**article, "title": title, "blocks": blocks}
    units = {
        name: forms
        for name, forms in texts["units"].items()
        if [kept(f"unit/{name}", form, ("count",)) for form in forms] == forms
    }
    return {**texts, "concepts": concepts, "articles": articles, "units": units, "gaps": gaps}


def _fault(terms: LanguageTerms, structure: Structure, name: str, needed: str) -> tuple[str, bool]:
    """Return why a reference cannot be rendered, empty where it can; and whether it only waits for a translation."""
    name = terms["replaced"].get(name, name)
    record, language = terms["concepts"].get(name), terms["language"]
    if record is None and name in structure["concepts"]:
        return f"the term of '{name}' is not translated into {language} yet", True
    if record is None:
        return f"there is no concept '{name}'{nearest(name, structure['concepts'])}", False
    try:
        form(record, language, needed, name)
    except ImstermsError as error:
        return str(error), isinstance(error, MissingTranslationError)
    return "", False


def progress(data: Data, language: str, termbase: Termbase) -> ProgressRecord:
    """Return how far a language is, and whether it is offered to visitors.

    It is offered once it has every term with its forms, every word of the interface and every unit that the language
    of the sources has, and as many per cent of the definitions and explanations as ``termbase.yaml`` says; or where
    that file names it.
    """
    source, terms, texts = data.texts(termbase.language), data.terms(language), data.texts(language)
    has_term = [
        name in terms["concepts"] and _has_forms(terms["concepts"][name], language)
        for name in data.structure()["concepts"]
    ]
    has_text = [
        bool(texts["concepts"].get(name, {}).get(field))
        for name, record in source["concepts"].items()
        for field in TEXTS
        if record.get(field)
    ]
    has_word = [bool(texts["interface"].get(word)) for word in source["interface"]]
    has_word += [all(texts["units"].get(unit, [""])) for unit in source["units"]]
    enough = all(has_term) and all(has_word) and 100 * sum(has_text) >= termbase.complete * len(has_text)
    return {
        "terms": [sum(has_term), len(has_term)],
        "texts": [sum(has_text), len(has_text)],
        "words": [sum(has_word), len(has_word)],
        "offered": enough or language in (termbase.language, *termbase.offered),
    }


def _has_forms(record: TermRecord, language: str) -> bool:
    """Return whether a term has every form that a translator into the language is asked for."""
    stated = profile(language)
    asked = asked_forms(stated)
    if stated.bare_plural_slot is not None or not stated.exists:
        asked |= {"plural"}
    return asked <= record.get("forms", {}).keys() and all(record.get("counts", ()))
