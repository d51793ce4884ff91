"""TBX version 3 (ISO 30042:2019), dialect TBX-Basic, style DCA.

Written with the vocabulary of the 2025 edition of TBX-Basic, or with --edition 1.2 that of 2023. It reads versions 3
and 2 (martif), both styles (DCA and DCT), any namespace prefix, and the data categories of either edition; what
our model has no place for goes into the notes of an entry, and its report says so.
"""

from __future__ import annotations

import argparse
from typing import IO, Any

from ....errors import ExchangeError, nearest
from ....facade import Glossary
from ...progress import Progress, silent
from .reader import read
from .writer import EDITIONS, write_document

__all__ = ["WHAT_IS_LOST", "add_arguments", "read", "write"]

WHAT_IS_LOST = (
    "articles, obsolete ids, and which words of a text are references (they are plain words); forms, plain wordings, "
    "explanations, codes, basis and review are in notes, which only this program reads back as what they are; a "
    "source becomes its line in the bibliography"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--edition", choices=tuple(EDITIONS), default="4", help="edition of TBX-Basic: 4 (2025, default) or 1.2 (2023)"
    )


def write(glossary: Glossary, stream: IO[bytes], *, edition: str = "4", progress: Progress[Any] = silent) -> list[str]:
    """Write the termbase; return what was left out. Raises ExchangeError for an unknown edition."""
    if edition not in EDITIONS:
        raise ExchangeError(
            f"there is no edition '{edition}' of TBX-Basic ({', '.join(EDITIONS)}){nearest(edition, EDITIONS)}"
        )
    return write_document(glossary, stream, EDITIONS[edition], progress)
