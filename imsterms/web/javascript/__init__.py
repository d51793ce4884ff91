"""JavaScript: a module for front ends, with the terms in all forms, texts, counting and search.

Three kinds of files: ``imsterms.mjs`` does the work, ``imsterms.nb.mjs`` has the words of a language, and the ``.d.ts``
files say the types, the ids of the concepts and the names of the forms among them.
"""

import json
import os
from collections.abc import Iterable
from typing import Any

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
from .surfaces import surfaces_data

WHAT_IS_LOST = (
    "relations, sources, reviews, notes; references inside definitions and explanations, which are written out; "
    "articles"
)
MODULES = ("scores.mjs", "matcher.mjs", "compounds.mjs", "imsterms.mjs")
_HERE = os.path.dirname(os.path.abspath(__file__))


Words = dict[str, Any]
"""The terms and texts of a language, and how it counts; ``imsterms.d.mts`` says what is in it."""


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
    concepts: dict[str, dict[str, object]] = {}
    kinds: dict[tuple[int, str, str, str], int] = {}

    def listed(word: Designation) -> list[int | str]:
        kind = kinds.setdefault((ORDER[word.field], word.status, word.type, word.register), len(kinds))
        return [kind, *dict.fromkeys(word.forms.values())]

    for concept_id in glossary:
        for words in language_sections(concept_id, {language: glossary}):
            counted = words.term.stated_forms.get("plural", "") is not None
            said = {
                "forms": words.term.forms,
                # each with the number of its kind, and its texts
                "designations": [listed(word) for word in glossary[concept_id].designations],
                "counts": list(words.term.counts) if counted else [],
                "abbreviation": words.abbreviation or "",
                "definition": text(words, "definition"),
                "explanation": text(words, "explanation"),
                "notice": words.notice or "",
            }
            concepts[concept_id] = {name: one for name, one in said.items() if one}
    rule = glossary.plural_rule(language)
    return {
        "language": language,
        "locale": babel_locale(language).replace("_", "-"),
        "version": glossary.version,
        "content_hash": glossary.content_hash,
        # which form each number takes; the rules of all languages repeat after a thousand
        "plurals": "".join(str(plural_index(rule, count)) for count in range(2000)),
        "numberless": sorted(profile(language).numberless),
        "form_names": form_names([language]),
        # of designations that are alike: their order in search, status, type and register
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
        looked_at = {name: concept[name] for name in ("designations", "definition") if name in concept}
        data["concepts"][concept_id] = {"forms": {"": concept["forms"][""]}, **looked_at}
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
