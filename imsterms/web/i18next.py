"""i18next JSON, for web applications: the terms in their forms and the texts, by concept.

One document of all languages, for i18next's ``resources``, with the namespaces ``imsterms`` (concepts) and
``imsterms_interface`` (labels); with --split a file for each language and namespace. ``trigger_point.the_plural`` is a
form, ``trigger_point.counted`` is a number with the term, in the forms that i18next asks for.
"""

import re
from typing import IO

from ..exchange.json_output import json_document
from ..exchange.package import Package
from ..exchange.sections import glossaries, language_sections, text
from ..facade import Glossary
from ..languages.plurals import plural_index
from ..languages.profile import profile
from ..lexicon.concept import Concept
from ..lexicon.term import babel_locale
from ..termbase.model import TEXTS

WHAT_IS_LOST = (
    "deprecated terms, variants; relations, codes, sources, reviews; references inside texts, which are written out; "
    "texts that i18next would take for its own placeholders ('{{', '$t('), which are named when they are left out; "
    "articles"
)
Keys = dict[str, dict[str, str | list[str]]]
"""What a namespace holds: concept or group -> key -> text."""
TERMS, INTERFACE = "imsterms", "imsterms_interface"

# what i18next would put something else in place of
_PLACEHOLDER = re.compile(r"\{\{|\$t\(")
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def write(glossary: Glossary, stream: IO[bytes]) -> list[str]:
    """Write all languages as one document; return what was left out, a sentence each."""
    resources, left_out = _resources(glossary)
    stream.write(json_document(resources))
    return left_out


def files(glossary: Glossary) -> Package:
    """Return a file for each language and namespace, as i18next's backends look for them: ``nb/imsterms.json``."""
    resources, left_out = _resources(glossary)
    found = {
        f"{language}/{namespace}.json": json_document(content)
        for language, namespaces in resources.items()
        for namespace, content in namespaces.items()
    }
    return Package(found, left_out)


def _resources(glossary: Glossary) -> tuple[dict[str, dict[str, Keys]], list[str]]:
    languages = glossaries(glossary)
    resources: dict[str, dict[str, Keys]] = {
        language: {TERMS: {}, INTERFACE: _nested(one.texts()["interface"])} for language, one in languages.items()
    }
    plurals = {language: _plural_forms(language, one.plural_rule(language)) for language, one in languages.items()}
    left_out: list[str] = []
    for concept_id in glossary.structure["concepts"]:
        for words in language_sections(concept_id, languages):
            texts = _texts(words, plurals[words.language])
            for key in [key for key, one in texts.items() if not key.startswith("counted") and _is_placeholder(one)]:
                left_out.append(
                    f"{concept_id}.{key} ({words.language}) is left out: i18next would change '{{{{' or '$t('"
                )
                del texts[key]
            resources[words.language][TERMS][concept_id] = texts
    return resources, left_out


def _texts(words: Concept, plurals: dict[str, int]) -> dict[str, str | list[str]]:
    """Return what a language says of a concept, by key."""
    found: dict[str, str | list[str]] = {}
    for name, form in words.term.forms.items():
        found["_".join(name.split()) or "term"] = form
    if not _is_placeholder(words.term):
        found.update(_counted(words, plurals))
    said: dict[str, str | None] = {**{field: text(words, field) for field in TEXTS}, "notice": words.notice}
    found |= {key: one for key, one in said.items() if one}
    for key, texts in (("admitted", tuple(map(str, words.admitted))), ("notes", tuple(map(str, words.notes)))):
        if texts:
            found[key] = list(texts)
    return found


def _counted(words: Concept, plurals: dict[str, int]) -> dict[str, str]:
    """Return a number with the term, or the term that says the number, for each of the language's categories."""
    counts = words.term.counts
    numberless = profile(words.term.language).numberless
    return {
        f"counted_{category}": ("" if index in numberless else "{{count, number}} ")
        + counts[min(index, len(counts) - 1)]
        for category, index in plurals.items()
    }


def _plural_forms(language: str, rule: str) -> dict[str, int]:
    """Return which plural form of the catalog each of CLDR's categories is.

    >>> _plural_forms("nb", "nplurals=2; plural=(n != 1);")
    {'one': 0, 'other': 1}
    """
    from babel.core import Locale

    category_of = Locale.parse(babel_locale(language)).plural_form
    found: dict[str, int] = {}
    for count in (*range(200), 1000, 1_000_000):
        found.setdefault(category_of(count), plural_index(rule, count))
    # a category that only fractions have takes the last form
    found.setdefault("other", max(found.values()))
    return {category: found[category] for category in _CATEGORIES if category in found}


def _nested(words: dict[str, str]) -> Keys:
    """Return interface words by group, as i18next's keys with dots want it."""
    found: Keys = {}
    for name, word in words.items():
        group, _, rest = name.partition(".")
        if not _is_placeholder(word):
            found.setdefault(group, {})[rest] = word
    return found


def _is_placeholder(content: str | list[str]) -> bool:
    texts = [content] if isinstance(content, str) else content
    return any(_PLACEHOLDER.search(one) for one in texts)
