"""TBX (ISO 30042), dialect TBX-Basic, style DCA.

Written as version 3 with the vocabulary of the 2025 edition of TBX-Basic, or with --edition 1.2 that of 2023, or with
--edition 2 as version 2 (martif), which Weblate and translate-toolkit read. Those tools know no status, so that version
2 has only terms that may be used; they are bilingual: give them one file for each language with --target nb, or all of
them with --split DIR. For OmegaT, take the format omegat. Versions 2 and 3 are read, in both styles (DCA and DCT), with
any namespace prefix.
"""

import argparse
from typing import IO

from ....errors import ExchangeError, nearest
from ....facade import Glossary
from ...package import Package, for_each_language
from ...sections import other_language
from .reader import read
from .writer import EDITIONS, write_document

__all__ = ["WHAT_IS_LOST", "add_arguments", "files", "read", "write"]

WHAT_IS_LOST = (
    "forms but the base form; articles; obsolete ids; which words of a text are references (they are plain words), and "
    "which notes are explanations for patients; basis and review; the relation of a code (a code with a web address is "
    "a cross-reference); the origin of imported entries but their ids; a source becomes its line in the bibliography; "
    "in version 2, terms that should not be used, everyday words, and notes"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--edition",
        choices=tuple(EDITIONS),
        default="4",
        help="edition of TBX-Basic: 4 (2025, default) or 1.2 (2023), both TBX version 3; or 2: TBX version 2",
    )
    parser.add_argument("--target", metavar="TAG", help="bilingual: from the language of --lang to this one")


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    edition: str = "4",
    target: str | None = None,
) -> list[str]:
    """Write the termbase in every language, or from the glossary's language to ``target``; return what was left out.

    Raises ExchangeError for an unknown edition, UnknownLanguageError.
    """
    if edition not in EDITIONS:
        raise ExchangeError(
            f"there is no edition '{edition}' of TBX-Basic ({', '.join(EDITIONS)}){nearest(edition, EDITIONS)}"
        )
    languages = None if target is None else (glossary.language, other_language(glossary, target))
    return write_document(glossary, stream, EDITIONS[edition], languages)


def files(glossary: Glossary, *, edition: str = "2", target: str | None = None) -> Package:
    """Return one bilingual file for each language besides the glossary's own, or for ``target`` only."""
    return for_each_language(write, glossary, target, "tbx", edition=edition)
