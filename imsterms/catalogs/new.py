"""Begin a catalog in a new language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from ..errors import CatalogError, UnknownLanguageError
from ..languages.profile import no_profile, profile, profiles
from ..languages.tags import is_english, match, spelt
from .files import catalog_path, write_catalog
from .merge import merge
from .messages import Message


def new_catalog(
    locales: str, language: str, messages: Iterable[Message], about: Mapping[str, str] | None = None
) -> str:
    """Write an empty catalog for a language, with its plural rule; return its path.

    ``about`` is what the termbase says of itself, for the header. Raises UnknownLanguageError where ``language`` is not
    a language tag or has no plural rule, CatalogError where there is a catalog already.
    """
    tag = language_tag(language)
    if is_english(tag):
        raise UnknownLanguageError("English is the source language; its words are in the YAML, not in a catalog")
    path = catalog_path(locales, tag)
    if os.path.exists(path):
        raise CatalogError(f"there is a catalog for '{tag}' already, {path}; 'imsterms catalog update' serves it")
    catalog, _ = merge(None, list(messages), {}, tag, path, about)
    write_catalog(catalog, path)
    return path


def language_tag(language: str) -> str:
    """Return a language as the tag that its catalog's folder is named by.

    Raises UnknownLanguageError where no profile states the language's plural rule and CLDR has none either.

    >>> language_tag("PT_br"), language_tag("pl"), language_tag("sv-FI"), language_tag("de-CH")
    ('pt-BR', 'pl', 'sv', 'de-CH')
    """
    from babel.core import Locale, UnknownLocaleError

    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language):
        raise UnknownLanguageError(f"'{language[:40]}' is not a language tag; write one such as pl, se or pt-BR")
    tag = spelt(language)
    described = match(tag, profiles())
    if described:
        return tag if tag == profile(described).other_form else described
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise UnknownLanguageError(f"{no_profile(tag)}; CLDR has no plural rule for it either") from None
    return tag
