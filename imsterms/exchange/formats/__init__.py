"""Exchange: one module for each format, all with the same interface.

A format is a module with

- a docstring whose first line says what the format is;
- ``WHAT_IS_LOST``, a sentence about what a document in it cannot hold;
- ``write(glossary, stream, *, progress, **options)``, which writes the whole termbase, in every language, to a binary
  stream. ``progress(concepts)`` yields what it is given and may draw a bar meanwhile. Where the format cannot hold
  something that this termbase has, it returns what it left out, a sentence each;
- ``files(glossary, *, progress, **options)``, where the document is made of files that are useful alone: returns a
  ``package.Package``, for ``imsterms export FORMAT --split DIR``;
- ``read(stream)``, where the format is read too: takes a binary stream, returns an ``imported.ImportedTermbase``;
- ``add_arguments(parser)``, where writing has options: adds them to an argparse parser; each reaches ``write`` as the
  keyword argument of the same name.

Other packages add formats with an entry point in the group ``imsterms.formats``: its name is the format's, its value
the module. ::

    [options.entry_points]
    imsterms.formats =
        memoq = clinic_formats.memoq

A format's module is imported when the format is asked for, never before.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from ...errors import UnknownFormatError, nearest

FORMATS = {
    "json": "imsterms.exchange.formats.native",
    "tbx": "imsterms.exchange.formats.tbx",
    "tbx2": "imsterms.exchange.formats.tbx.version2",
    "csv": "imsterms.exchange.formats.tables.csv_format",
    "tsv": "imsterms.exchange.formats.tables.tsv",
    "xlsx": "imsterms.exchange.formats.tables.xlsx",
    "weblate": "imsterms.exchange.formats.cat_tools.weblate",
    "omegat": "imsterms.exchange.formats.cat_tools.omegat",
    "deepl": "imsterms.exchange.formats.cat_tools.deepl",
    "google": "imsterms.exchange.formats.cat_tools.google",
    "bibtex": "imsterms.exchange.formats.bibtex",
    "skos": "imsterms.exchange.formats.skos",
    "skos-ap-no": "imsterms.exchange.formats.skos.ap_no",
    "fhir": "imsterms.exchange.formats.fhir",
    "jsonld": "imsterms.exchange.formats.jsonld",
    "i18next": "imsterms.exchange.formats.i18next",
    "js": "imsterms.exchange.formats.javascript",
    "hunspell": "imsterms.exchange.formats.hunspell",
    "vale": "imsterms.exchange.formats.vale",
}
"""Name of each built-in format, and the module that knows it."""

GROUP = "imsterms.formats"
"""Group of the entry points by which other packages add formats."""


def formats() -> dict[str, str]:
    """Return the name and module of every format, those of other packages after our own."""
    from importlib.metadata import entry_points

    found = dict(FORMATS)
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        found.setdefault(point.name, point.value)
    return found


def load_format(name: str) -> ModuleType:
    """Return the module of a format. Raises UnknownFormatError.

    >>> load_format("json").__name__
    'imsterms.exchange.formats.native'
    """
    module = FORMATS.get(name) or formats().get(name)
    if module is None:
        known = formats()
        raise UnknownFormatError(f"there is no format '{name}' (there are: {', '.join(known)}){nearest(name, known)}")
    try:
        return import_module(module)
    except Exception as error:
        if name in FORMATS:
            raise
        raise UnknownFormatError(
            f"the format '{name}' is the module '{module}' of another package, which does not load: {error}"
        ) from error


def load_reader(name: str) -> Any:
    """Return the ``read`` of a format. Raises UnknownFormatError where the format is written only."""
    reader = getattr(load_format(name), "read", None)
    if reader is None:
        raise UnknownFormatError(f"the format '{name}' is written, not read; 'imsterms import --list' shows what is")
    return reader


def describe(name: str) -> dict[str, str | bool]:
    """Return what a format is, whether it is read too, and what it loses.

    >>> describe("json")["write"]
    True
    """
    module = load_format(name)
    return {
        "format": name,
        "description": (module.__doc__ or "").strip().partition("\n")[0].rstrip("."),
        "write": hasattr(module, "write"),
        "read": hasattr(module, "read"),
        "what_is_lost": getattr(module, "WHAT_IS_LOST", ""),
    }
