"""How results are printed: tables for people in a terminal, plain lines in a pipe, JSON for programs."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from ..characters import encodable, visible
from ..errors import ImstermsError, SourceError


def print_json(content: Any) -> None:
    """Print ``content`` as indented JSON."""
    import json

    print(encodable(json.dumps(content, ensure_ascii=False, indent=2)))


def print_error(error: ImstermsError) -> None:
    """Say on standard error what went wrong. Only findings take several lines: no name of a file begins one."""
    text = str(error) if isinstance(error, SourceError) else str(error).replace("\n", "\\n")
    print(f"imsterms: {visible(text)}", file=sys.stderr)


def print_results(content: Any, headings: Sequence[str], rows: Iterable[Sequence[str]], *, as_json: bool) -> None:
    """Print results: ``content`` as JSON, or ``rows`` as a table."""
    if as_json:
        print_json(content)
    else:
        print_table(headings, rows)


def terminal_width() -> int | None:
    """Return the width to wrap at: the terminal's, at most 100; None where the output is not a terminal."""
    if not sys.stdout.isatty():
        return None
    return min(shutil.get_terminal_size().columns, 100)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: drawn in a terminal (with rich, where it is installed), tab-separated lines in a pipe."""
    if sys.stdout.isatty():
        try:
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text
        except ImportError:
            pass  # the extra 'cli' is not installed: plain lines serve
        else:
            table = Table(*headings, header_style="bold", box=None, pad_edge=False)
            for row in rows:
                table.add_row(*(Text(cell) for cell in row))
            # rich drops colours for NO_COLOR but keeps bold; who sets it wants plain text
            plain = bool(os.environ.get("NO_COLOR"))
            Console(highlight=False, color_system=None if plain else "auto").print(table)
            return
    for row in rows:
        print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
