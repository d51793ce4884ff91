"""What each language says of a concept, as the writers want it: its own words and no other language's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import ExchangeError
from ..facade import Glossary
from ..languages.tags import normalise
from ..lexicon.concept import Concept
from ..lexicon.designation import Designation
from ..lexicon.text import concept_text
from ..termbase.model import TEXTS
from .iris import BASE

if TYPE_CHECKING:
    from ..termbase.records import TextField


def glossaries(glossary: Glossary) -> dict[str, Glossary]:
    """Return the termbase in each of its languages, the glossary's own language first."""
    languages = (glossary.language, *(tag for tag in glossary.languages if tag != glossary.language))
    return {language: glossary.in_language(language) for language in languages}


def other_language(glossary: Glossary, target: str) -> str:
    """Return the language that a bilingual document goes to from the glossary's own.

    Raises UnknownLanguageError, and ExchangeError where it is the same.
    """
    tag = normalise(target, glossary.languages)
    if tag == glossary.language:
        raise ExchangeError(f"a bilingual file needs two languages, and '{target}' is the one it starts from")
    return tag


def language_sections(concept_id: str, languages: dict[str, Glossary]) -> Iterator[Concept]:
    """Yield a concept in each language that has a term of its own for it."""
    for language, glossary in languages.items():
        concept = glossary[concept_id]
        # a glossary that falls back serves another language's words
        if concept.has_term and concept.term.language == language:
            yield concept


def advised_against(concept_id: str, languages: dict[str, Glossary]) -> Iterator[tuple[str, tuple[Designation, ...]]]:
    """Yield the languages that have no term for a concept but words not to be used for it, with those words."""
    for language, glossary in languages.items():
        concept = glossary[concept_id]
        if not concept.has_term and concept.deprecated:
            yield language, concept.deprecated


def facts(concept: Concept) -> Iterator[tuple[str, str]]:
    """Yield what a concept says of help, needling and law in every language, for the lossless formats."""
    record = concept.glossary.structure["concepts"][concept.id]
    if "advice" in record:
        yield from [("advice", sign) for sign in record["advice"]] or [("advice", "")]
    yield from concept.facts.items()
    if concept.verified:
        yield "verified", " ".join(concept.verified)


def about(glossary: Glossary, name: str, default: str = "") -> str:
    """Return what a termbase says of itself: its title, publisher, licence, version or namespace."""
    return glossary.structure["about"].get(name) or default


def version(glossary: Glossary) -> str:
    """Return the version of a termbase: its own, which for a foreign one is never ours."""
    return about(glossary, "version") or (glossary.version if about(glossary, "namespace") == BASE else "")


def title(glossary: Glossary) -> str:
    """Return the title of a termbase."""
    return about(glossary, "title", "Termbase")


def text(concept: Concept, field: TextField) -> str:
    """Return a text of a concept in its own language; empty where that has none."""
    found = concept_text(concept.glossary, concept.id, field, strict=False)
    return str(found) if found is not None and found.language == concept.language else ""


def more_texts(concept: Concept) -> dict[str, str]:
    """Return the texts of a concept besides its definition, by field; empty ones left out."""
    return {field: said for field in TEXTS if field != "definition" and (said := text(concept, field))}


def label(languages: dict[str, Glossary], name: str) -> dict[str, str]:
    """Return an interface word in every language that has it; the name itself where none has."""
    found = {language: one.texts()["interface"].get(name) for language, one in languages.items()}
    words = {language: word for language, word in found.items() if word}
    return words or {next(iter(languages)): next(iter(languages.values())).word(name)}
