"""Begin a catalog in a new language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from ..errors import CatalogError, UnknownLanguageError
from ..languages.tags import SOURCE, match
from .files import catalog_path, write_catalog
from .merge import merge
from .messages import Message


def new_catalog(locales: str, language: str, messages: Iterable[Message]) -> str:
    """Write an empty catalog for a language, with the plural rule that CLDR has for it; return its path.

    Raises UnknownLanguageError where ``language`` is no language tag, CatalogError where there is a catalog already.
    """
    tag = language_tag(language)
    if tag == SOURCE:
        raise UnknownLanguageError("English is the source language; its words stand in the YAML, not in a catalog")
    path = catalog_path(locales, tag)
    if os.path.exists(path):
        raise CatalogError(f"there is a catalog for '{tag}' already, {path}; 'imsterms catalog update' serves it")
    catalog, _ = merge(None, messages, {}, tag, path)
    write_catalog(catalog, path)
    return path


def language_tag(language: str) -> str:
    """Return a language as a tag in the usual letters. Raises UnknownLanguageError where CLDR has no such language.

    >>> language_tag("PT_br"), language_tag("pl")
    ('pt-BR', 'pl')
    """
    from babel.core import Locale, UnknownLocaleError

    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language):
        raise UnknownLanguageError(f"'{language[:40]}' is no language tag; write one such as pl, se or pt-BR")
    served = match(language, ("en", "nb", "nn"))  # what people write for these: no, nb-NO, en_GB
    if served:
        return served
    try:
        return str(Locale.parse(language.replace("_", "-"), sep="-")).replace("_", "-")
    except (UnknownLocaleError, ValueError):
        raise UnknownLanguageError(
            f"CLDR knows no language '{language}', and so no plural rule; write a tag such as pl, se or pt-BR"
        ) from None
