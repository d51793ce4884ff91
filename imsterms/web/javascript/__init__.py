"""JavaScript: a module for front ends, with the terms in all forms, texts, counting and search.

Three kinds of files: ``imsterms.mjs`` does the work, ``imsterms.nb.mjs`` has the words of a language, and the ``.d.ts``
files say the types, the ids of the concepts and the names of the forms among them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import NotRequired, TypedDict

from ...exchange.package import Package, archived
from ...exchange.sections import glossaries, language_sections, text
from ...facade import Glossary
from ...languages.plurals import plural_index
from ...languages.profile import profile
from ...lexicon.by_code import concepts_of_codes
from ...lexicon.designation import Designation
from ...lexicon.find import ORDER
from ...lexicon.term import babel_locale
from ...termbase.grammar import form_names
from .surfaces import Surfaces, surfaces_data

WHAT_IS_LOST = (
    "relations, sources, reviews, notes; references inside definitions and explanations, which are written out; "
    "articles"
)
MODULES = ("scores.mjs", "matcher.mjs", "compounds.mjs", "imsterms.mjs")
_HERE = os.path.dirname(os.path.abspath(__file__))


class ConceptWords(TypedDict, total=False):
    """What a language says of a concept; what it does not have is left out."""

    forms: dict[str, str]
    designations: list[list[int | str]]
    """Each with the number of its kind, and its texts."""
    counts: list[str]
    abbreviation: str
    definition: str
    explanation: str
    notice: str


class Words(TypedDict):
    """The terms and texts of a language, and how it counts."""

    language: str
    locale: str
    version: str
    content_hash: str
    plurals: str
    """Which form each number from 0 to 1999 takes; the rules of all languages repeat after a thousand."""
    numberless: list[int]
    form_names: tuple[str, ...]
    kinds: list[tuple[int, str, str, str]]
    """Of designations that are alike: their order in search, status, type and register."""
    concepts: dict[str, ConceptWords]
    codes: dict[str, list[str]]
    surfaces: NotRequired[Surfaces]
    """What finds terms in text."""


def files(glossary: Glossary) -> Package:
    """Return the module, a module with the words of each language, and their types."""
    languages = glossaries(glossary)
    found = {name: beside(name) for name in MODULES}
    for language in languages:
        data = language_data(languages[language])
        found[f"imsterms.{language}.mjs"] = f"export default {compact_json(data)};\n".encode()
        found[f"imsterms.{language}.d.mts"] = (
            b'import type { LanguageData } from "./imsterms.mjs";\ndeclare const data: LanguageData;\n'
            b"export default data;\n"
        )
    found["imsterms.d.mts"] = (
        beside("imsterms.d.mts")
        .replace(b"/* ids */ string", _union(glossary))
        .replace(b"/* forms */ string", _union(form_names(glossary.languages)))
    )
    return Package(found)


write = archived(files)


def language_data(glossary: Glossary) -> Words:
    """Return what the module needs to know of one language, as plain data."""
    return {**_words(glossary), "surfaces": surfaces_data(glossary)}


def _words(glossary: Glossary) -> Words:
    """Return the terms and texts of a language, and how it counts; without what finds terms in text."""
    language = glossary.language
    concepts: dict[str, ConceptWords] = {}
    kinds: dict[tuple[int, str, str, str], int] = {}

    def listed(word: Designation) -> list[int | str]:
        kind = kinds.setdefault((ORDER[word.field], word.status, word.type, word.register), len(kinds))
        return [kind, *dict.fromkeys(word.forms.values())]

    for concept_id in glossary:
        for words in language_sections(concept_id, {language: glossary}):
            counted = words.term.stated_forms.get("plural", "") is not None
            said: ConceptWords = {
                "forms": words.term.forms,
                "designations": [listed(word) for word in glossary[concept_id].designations],
                "counts": list(words.term.counts) if counted else [],
                "abbreviation": words.abbreviation or "",
                "definition": text(words, "definition"),
                "explanation": text(words, "explanation"),
                "notice": words.notice or "",
            }
            concepts[concept_id] = {name: one for name, one in said.items() if one}  # type: ignore[assignment]
    rule = glossary.plural_rule(language)
    return {
        "language": language,
        "locale": babel_locale(language).replace("_", "-"),
        "version": glossary.version,
        "content_hash": glossary.content_hash,
        "plurals": "".join(str(plural_index(rule, count)) for count in range(2000)),
        "numberless": sorted(profile(language).numberless),
        "form_names": form_names([language]),
        "kinds": list(kinds),
        "concepts": concepts,
        "codes": {
            code: of_code
            for code, ids in concepts_of_codes(glossary).items()
            if (of_code := [concept_id for concept_id in ids if concept_id in concepts])
        },
    }


def search_data(glossary: Glossary) -> Words:
    """Return what of ``language_data`` the search looks at."""
    data = _words(glossary)
    for concept_id, concept in data["concepts"].items():
        looked_at: ConceptWords = {"forms": {"": concept["forms"][""]}, "designations": concept["designations"]}
        data["concepts"][concept_id] = looked_at
        if "definition" in concept:
            looked_at["definition"] = concept["definition"]
    return data


def classic_script(script: bytes, *modules: str) -> bytes:
    """Return ``script`` together with modules, as one classic script, which runs from ``file://`` too."""
    sources = b"\n".join((*map(beside, modules), script))
    lines = sources.replace(b"\nexport ", b"\n").split(b"\n")
    return (
        b'(() => {\n"use strict";\n'
        + b"\n".join(line for line in lines if not line.startswith(b"import "))
        + b"})();\n"
    )


def _union(names: Iterable[str]) -> bytes:
    return " | ".join(json.dumps(name) for name in names).encode()


def compact_json(content: object) -> str:
    """Return JSON without spaces, which a script element may hold too."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def beside(name: str) -> bytes:
    """Return the content of a file beside this module."""
    with open(os.path.join(_HERE, name), "rb") as file:
        return file.read()
