"""TSV: the long table that keeps everything but advice, separated by tabs.

As ``csv``, for programs that prefer tabs; cells with line breaks are quoted.
"""

from __future__ import annotations

from typing import IO, Any

from ....facade import Glossary
from ...progress import Progress, silent
from . import csv_format
from .csv_format import WHAT_IS_LOST, add_arguments, read

__all__ = ["WHAT_IS_LOST", "add_arguments", "read", "write"]


def write(glossary: Glossary, stream: IO[bytes], *, rendered: bool = False, progress: Progress[Any] = silent) -> None:
    """Write the long table."""
    csv_format.write(glossary, stream, rendered=rendered, separator="\t", progress=progress)
