"""Exchange with other tools: ``formats`` writes and reads them, ``intake`` decides about what was read."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..errors import ExchangeError, UnknownFormatError
from ..facade import Glossary
from ..files import read_bytes
from .formats import load_format, load_reader

if TYPE_CHECKING:
    from .intake.imported import ImportedTermbase
    from .intake.report import Report


def export(glossary: Glossary, format: str, *, left_out: list[str] | None = None, **options: Any) -> bytes:
    """Return the termbase of ``glossary``, in every language, as a document of another format.

    ``format`` and ``options`` are those of ``imsterms export``. What the document has to leave out is appended to
    ``left_out``, a sentence each. Raises UnknownFormatError, and MissingExtraError where a library is not installed.

    >>> import imsterms, json
    >>> document = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nn"]))
    >>> document["claims"], document["languages"]
    ('omit', ['nn'])
    """
    stream = io.BytesIO()
    sentences = load_format(format).write(glossary, stream, **options) or ()
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
    from .intake.sources import write_sources

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
    from .formats.recognise import recognise

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
