"""TBX version 2 (martif, 2008), as Weblate, translate-toolkit and OmegaT read it.

Those tools are bilingual: give them one file for each language with --target nb, or all of them with --split DIR. Read
as ``tbx`` is.
"""

from __future__ import annotations

import argparse
import io
from typing import IO, Any

from ....errors import ExchangeError
from ....facade import Glossary
from ....languages.tags import normalise
from ...package import Package
from ...progress import Progress, silent
from . import WHAT_IS_LOST
from .reader import read
from .writer import MARTIF, write_document

__all__ = ["WHAT_IS_LOST", "add_arguments", "files", "read", "write"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--target", metavar="TAG", help="bilingual: from the language of --lang to this one")


def write(
    glossary: Glossary, stream: IO[bytes], *, target: str | None = None, progress: Progress[Any] = silent
) -> list[str]:
    """Write the termbase in every language, or from the glossary's language to ``target``; return what was left out.

    Raises UnknownLanguageError.
    """
    languages = None
    if target is not None:
        languages = (glossary.language, normalise(target, glossary.languages))
        if languages[0] == languages[1]:
            raise ExchangeError(f"a bilingual file needs two languages, and '{target}' is the one it starts from")
    return write_document(glossary, stream, MARTIF, progress, languages)


def files(glossary: Glossary, *, target: str | None = None, progress: Progress[Any] = silent) -> Package:
    """Return one bilingual file for each language besides the glossary's own, or for ``target`` only."""
    package = Package()
    for language in (target,) if target else (tag for tag in glossary.languages if tag != glossary.language):
        stream = io.BytesIO()
        package.left_out += write(glossary, stream, target=language, progress=progress)
        package.files[f"{glossary.language}-{language}.tbx"] = stream.getvalue()
    return package
