"""The formats that a termbase is written and read in: one module for each, all with the same interface.

A format is a module, or an object in one (``module:name``), with

- a docstring whose first line says what the format is;
- ``WHAT_IS_LOST``, a sentence about what a document in it cannot hold;
- ``write(glossary, stream, **options)``, which writes the whole termbase, in every language, to a binary stream. Where
  the format cannot hold something that this termbase has, it returns what it left out, a sentence each;
- ``files(glossary, **options)``, where the document is made of files that are useful alone: returns a
  ``Package``, for ``imsterms export FORMAT --split DIR``;
- ``read(stream)``, where the format is read too: takes a binary stream, returns an ``ImportedTermbase``; a
  module with ``PAIRS`` also takes ``languages``, those of two columns of terms;
- ``WITHOUT_LANG``, where a document has no language that comes first: what is said about ``--lang``;
- ``add_arguments(parser)``, where writing has options: adds them to an argparse parser; each reaches ``write`` as the
  keyword argument of the same name.

A format's module is imported when the format is asked for, never before.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Sequence
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any

from . import limits
from .errors import ExchangeError, UnknownFormatError, nearest
from .facade import Glossary
from .files import read_bytes

if TYPE_CHECKING:
    from .exchange.intake.imported import ImportedTermbase
    from .exchange.intake.report import Report

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
    "jsonld": "imsterms.web.jsonld",
    "i18next": "imsterms.web.i18next",
    "js": "imsterms.web.javascript",
    "web": "imsterms.web.javascript.web",
    "wordpress": "imsterms.web.wordpress",
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


def export(glossary: Glossary, format: str, *, left_out: list[str] | None = None, **options: Any) -> bytes:
    """Return the termbase of ``glossary``, in every language, as a document of another format.

    ``format`` and ``options`` are those of ``imsterms export``. What the document has to leave out is appended to
    ``left_out``, a sentence each. Raises UnknownFormatError, TypeError for another option, and MissingExtraError where
    a library is not installed.

    >>> import imsterms, json
    >>> document = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nn"]))
    >>> document["claims"], document["languages"]
    ('omit', ['nn'])
    """
    stream = io.BytesIO()
    write = load_format(format).write
    parameters = signature(write).parameters.values()
    allowed = [parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
    if wrong := next((name for name in options if name not in allowed), None):
        there = f"there are: {', '.join(allowed)}" if allowed else "it has none"
        raise TypeError(f"the format '{format}' has no option '{wrong}' ({there}){nearest(wrong, allowed)}")
    sentences = write(glossary, stream, **options) or ()
    if left_out is not None:
        left_out += sentences
    return stream.getvalue()


def import_termbase(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    format: str | None = None,
    force: bool = False,
    language: str | None = None,
    source_language: str | None = None,
    languages: Sequence[str] = (),
) -> Report:
    """Turn the termbase in a file of another format into sources in ``folder``, which ``imsterms.load`` serves.

    Without ``format`` it is found out. ``folder`` is new or empty; with ``force`` what an earlier import wrote there is
    replaced. ``language`` is that of words of which the file does not say it, ``source_language`` that of the YAML, and
    ``languages`` those of the two columns of a table of pairs. Returns the report, which is in ``folder`` too. Raises
    FileError, ExchangeError, UnknownFormatError.
    """
    from .exchange.intake.sources import write_sources

    name = os.fspath(path)
    imported = read_termbase(read_bytes(name), name, format=format, languages=languages)
    conversion = write_sources(
        imported, os.fspath(folder), force=force, language=source_language, unstated=language, as_json=False
    )
    return conversion.report()


def read_termbase(
    content: bytes, path: str, *, format: str | None = None, languages: Sequence[str] = ()
) -> ImportedTermbase:
    """Return what a file says; one of another format than the one that was named says which it is."""
    name = format or recognise(content, path)
    if name == "fhir":
        raise UnknownFormatError("FHIR is written, not read: export the termbase as JSON, CSV or TBX, and import that")
    reader = load_reader(name)
    if languages and not hasattr(load_format(name), "PAIRS"):
        raise ExchangeError(f"--languages is for tables of pairs of terms; '{name}' says its languages itself")
    options = {"languages": list(languages)} if languages else {}
    try:
        imported: ImportedTermbase = reader(io.BytesIO(content), **options)
    except ExchangeError as error:
        other = recognise(content, path, default="")
        if other in ("", name):
            raise
        raise ExchangeError(f"{error}. The file looks like {other}: imsterms import {other} {path}") from None
    return imported


# --- which format a file has, by its content first and its name second ---

_BY_NAME = {
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".txt": "csv", ".utf8": "csv", ".tbx": "tbx", ".ttl": "skos",
    ".json": "json", ".rdf": "skos", ".nt": "skos", ".nq": "skos", ".trig": "skos", ".jsonld": "skos", ".xlsx": "xlsx",
}  # fmt: skip
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?(\w+)")


def recognise(content: bytes, name: str, *, default: str | None = None) -> str:
    """Return the format of a file; ``default`` where it cannot be told, without one raises ExchangeError.

    >>> recognise(b"<martif type='TBX'/>", "terms.xml"), recognise(b"en,nb", "terms.csv")
    ('tbx', 'csv')
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ExchangeError(f"{name} is a file of an Office before 2007; save it as .xlsx, or as CSV in UTF-8")
    format = _by_content(content)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    format = format or _BY_NAME.get(ending, "")
    if format or default is not None:
        return format or str(default)
    raise ExchangeError(
        f"it cannot be told which format {name} has; name it: imsterms import FORMAT FILE ('imsterms import --list')"
    )


def _by_content(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return "xlsx"
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if (
        start[:1] == b"<"
        and (root := _ROOT.search(start[: limits.SNIFFED_BYTES]))
        and not start.startswith((b"<http", b"<urn"))
    ):
        tag = root[1].lower()
        return "skos" if tag == b"rdf" else "tbx" if tag in (b"tbx", b"martif", b"mtf") else ""
    if start[:1] in (b"{", b"["):
        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            return ""
        if isinstance(document, dict) and "resourceType" in document:
            return "fhir"
        return "skos" if "@context" in content[: limits.SNIFFED_BYTES].decode("utf-8", "replace") else "json"
    if re.match(rb"(@prefix|@base|prefix|base)\s", start, re.I):
        return "skos"
    return ""
