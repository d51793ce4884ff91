"""Exchange: one module for each format, all with the same interface.

A format is a module, or an object in one (``module:name``), with

- a docstring whose first line says what the format is;
- ``WHAT_IS_LOST``, a sentence about what a document in it cannot hold;
- ``write(glossary, stream, **options)``, which writes the whole termbase, in every language, to a binary stream. Where
  the format cannot hold something that this termbase has, it returns what it left out, a sentence each;
- ``files(glossary, **options)``, where the document is made of files that are useful alone: returns a
  ``package.Package``, for ``imsterms export FORMAT --split DIR``;
- ``read(stream)``, where the format is read too: takes a binary stream, returns an ``imported.ImportedTermbase``; a
  module with ``PAIRS`` also takes ``languages``, those of two columns of terms;
- ``WITHOUT_LANG``, where a document has no language that comes first: what is said about ``--lang``;
- ``add_arguments(parser)``, where writing has options: adds them to an argparse parser; each reaches ``write`` as the
  keyword argument of the same name.

A format's module is imported when the format is asked for, never before.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...errors import UnknownFormatError, nearest

FORMATS = {
    "json": "imsterms.exchange.formats.native",
    "tbx": "imsterms.exchange.formats.tbx",
    "csv": "imsterms.exchange.formats.tables.csv_format",
    "xlsx": "imsterms.exchange.formats.tables.xlsx",
    "weblate": "imsterms.exchange.formats.cat_tools:weblate",
    "omegat": "imsterms.exchange.formats.cat_tools:omegat",
    "deepl": "imsterms.exchange.formats.cat_tools:deepl",
    "bibtex": "imsterms.exchange.formats.bibtex",
    "skos": "imsterms.exchange.formats.skos",
    "skos-ap-no": "imsterms.exchange.formats.skos.ap_no",
    "fhir": "imsterms.exchange.formats.fhir",
    "jsonld": "imsterms.exchange.formats.jsonld",
    "i18next": "imsterms.exchange.formats.i18next",
    "js": "imsterms.exchange.formats.javascript",
    "web": "imsterms.exchange.formats.javascript.web",
    "wordpress": "imsterms.exchange.formats.wordpress",
    "hunspell": "imsterms.exchange.formats.hunspell",
    "word": "imsterms.exchange.formats.word",
}
"""Name of each format, and where it is."""


def load_format(name: str) -> Any:
    """Return a format. Raises UnknownFormatError.

    >>> load_format("json").__name__
    'imsterms.exchange.formats.native'
    """
    if name in _GONE:
        raise UnknownFormatError(f"there is no format '{name}' now; use {_GONE[name]}")
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnknownFormatError(f"there is no format '{name}' (there are: {known}){nearest(name, FORMATS)}")
    module, _, attribute = FORMATS[name].partition(":")
    return getattr(import_module(module), attribute) if attribute else import_module(module)


_GONE = {
    "tsv": "'export csv --tabs' or 'import csv'",
    "tbx2": "'export tbx --edition 2' or 'import tbx'",
    "google": "'export deepl', 'export csv --wide' (all languages together) or 'import csv'",
}


def load_reader(name: str) -> Any:
    """Return the ``read`` of a format. Raises UnknownFormatError where the format is only written."""
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
