"""Bring the template and the catalogs up to date with the sources.

A changed English text keeps its translation, which turns fuzzy and remembers the previous msgid; a removed message
becomes obsolete (``#~``) and comes back with its translation when the message returns (``merge``). A run without
changes leaves every byte as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping

from .files import catalogs, differs, existing, read_catalog, write_catalog
from .merge import merge
from .messages import Message
from .parser import Catalog
from .summary import Summary

TEMPLATE = "imsterms.pot"

Track = Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]]
"""Something that passes (language, path) pairs through and shows how far along it is."""


def update(
    locales: str,
    messages: Iterable[Message],
    replaced: Mapping[str, str],
    *,
    languages: Collection[str] = (),
    write: bool = True,
    root: str | None = None,
    track: Track = iter,
) -> list[Summary]:
    """Update the template and every catalog below ``locales``, or those of ``languages``.

    ``replaced`` names obsolete concepts and what replaced them. With ``write`` false nothing is written and the
    summaries say what would be. All catalogs are read before the first is written; each is replaced whole or not at
    all. Raises CatalogError, and UnknownLanguageError where there is no catalog of one of ``languages``.
    """
    messages = list(messages)
    present = dict(catalogs(locales))
    chosen = {existing(language, present) for language in languages}
    wanted = [("", os.path.join(locales, TEMPLATE))]
    wanted += [(language, path) for language, path in present.items() if not chosen or language in chosen]
    work: list[tuple[Catalog, Summary]] = []
    for language, path in track(wanted):
        shown = os.path.relpath(path, root).replace(os.sep, "/") if root else path
        old = read_catalog(path, shown) if language or os.path.exists(path) else None
        work.append(merge(old, messages, replaced, language, path))
    for catalog, summary in work:
        summary.changed = (write_catalog if write else differs)(catalog, summary.path)
    return [summary for _, summary in work]
