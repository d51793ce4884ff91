"""What each language says, and at which line of which file: the form in which the quality rules look at it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..termbase.model import Termbase
from ..termbase.quality import Wording
from .files import catalogs, read_catalog, translations
from .messages import Translations, english, terms, texts


def wordings(termbase: Termbase, locales: str, *, root: str | None = None) -> Iterator[Wording]:
    """Yield the wording of every language, that of the sources first.

    ``root`` is what paths in findings are relative to. Raises CatalogError where a catalog is broken.
    """
    yield _wording(termbase.language, termbase, english(termbase), {})
    for language, path in catalogs(locales):
        relative = os.path.relpath(path, root) if root else path
        shown = path if relative.startswith("..") else relative.replace(os.sep, "/")
        catalog = read_catalog(path, shown)
        places: dict[tuple[str, str], tuple[str, int]] = {}
        for entry in catalog:
            concept, dot, field = (entry.msgctxt or "").partition(".")
            if dot and not entry.obsolete:
                places.setdefault((concept, field), (shown, entry.linenum or 0))
        yield _wording(language, termbase, translations(catalog), places)


def _wording(
    language: str, termbase: Termbase, said: Translations, places: dict[tuple[str, str], tuple[str, int]]
) -> Wording:
    return Wording(language, terms(termbase, said), texts(termbase, said)["concepts"], places)
