"""Catalogs compiled: .mo files for anyone who speaks gettext, and the runtime data that the library loads."""

from __future__ import annotations

import os
from collections.abc import Collection

import polib

from ..errors import CatalogError
from ..files import make_folder, shown_path, write_atomically
from ..languages.data import write_data
from ..languages.profile import profile, profiles
from ..termbase.runtime import write_packaged
from ..termbase.source import refuse
from .data import SourceData, read_source_data
from .files import DOMAIN, catalogs, no_catalogs, read_catalog, set_fuzzy, state
from .messages import SERVED


def compiled(catalog: polib.POFile, gaps: Collection[str] = ()) -> bytes:
    """Return a catalog as a .mo file with what the library serves: outdated translations too, guesses and ``gaps`` not.

    ``gaps`` are the msgctxts of texts that cannot be rendered.
    """
    for entry in catalog:
        set_fuzzy(entry, entry.msgctxt in gaps or state(entry) not in SERVED)
    return bytes(catalog.to_binary())


def compile_catalogs(data: SourceData, locales: str, target: str, *, root: str | None = None) -> list[str]:
    """Write ``<target>/<language>/LC_MESSAGES/imsterms.mo`` for every catalog below ``locales``; return the paths.

    ``data`` is what the library makes of them. Raises CatalogError where there is no catalog, or where one is broken.
    """
    written = []
    for language, path in catalogs(locales):
        content = compiled(read_catalog(path, shown_path(path, root)), data.texts(language).get("gaps", {}))
        folder = os.path.join(target, language, "LC_MESSAGES")
        make_folder(folder)
        out = os.path.join(folder, f"{DOMAIN}.mo")
        write_atomically(out, content)
        written.append(out)
    if not written:
        raise no_catalogs(locales)
    return written


def build(root: str, target: str, version: str) -> SourceData:
    """Write what the wheel holds besides the code into ``target``: ``runtime/`` and ``locales/``.

    ``root`` is the project's folder. Raises SourceError or CatalogError with every finding.
    """
    locales = os.path.join(root, "locales")
    data = read_source_data(os.path.join(root, "imsterms", "data"), locales, version, root=root)
    refuse(data.broken_texts(locales, root=root), CatalogError)
    compile_catalogs(data, locales, os.path.join(target, "locales"), root=root)
    runtime = os.path.join(target, "runtime")
    write_packaged(data, runtime)
    for language in profiles():
        profile(language)  # a broken profile stops the build
    write_data(runtime)
    return data
