"""How results are printed: tables for people in a terminal, plain lines in a pipe, JSON for programs; findings."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from ..characters import visible, visible_json
from ..errors import ImstermsError, SourceError
from ..findings import Finding


def print_json(content: Any) -> None:
    """Print ``content`` as indented JSON."""
    print(visible_json(content))


def print_text(text: str, *, end: str = "\n", file: TextIO | None = None) -> None:
    """Print text for people, of which a terminal or a log obeys nothing. What is a document is written as it is."""
    print(visible(text), end=end, file=file)


def print_note(text: str) -> None:
    """Print on standard error what is not a result."""
    print_text(text, file=sys.stderr)


def print_error(error: ImstermsError) -> None:
    """Say on standard error what went wrong. Only findings take several lines: no name of a file begins one."""
    text = str(error) if isinstance(error, SourceError) else str(error).replace("\n", "\\n")
    print_note(f"imsterms: {text}")


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
                table.add_row(*(Text(visible(cell)) for cell in row))
            # rich drops colours for NO_COLOR but keeps bold; who sets it wants plain text
            plain = bool(os.environ.get("NO_COLOR"))
            Console(highlight=False, color_system=None if plain else "auto").print(table)
            return
    for row in rows:
        print_text("\t".join(" ".join(cell.splitlines()).replace("\t", " ") for cell in row))


# --- findings of checks ---


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add ``--format`` and ``--explain``."""
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="github: marks in a pull request; sarif: SARIF 2.1.0 (default: text)",
    )
    parser.add_argument("--explain", metavar="RULE", help="print a rule's page, by code or name; 'all' lists the rules")


def explain(name: str) -> int:
    """Print the page of a rule, or the list of rules for ``all``; return the exit status."""
    from ..checks.pages import page, pages

    if name == "all":
        for described in pages():
            print_text(f"{described.code} {described.name}")
    else:
        print_text(str(page(name)))
    return 0


def report(findings: Iterable[Finding], form: str, command: str = "check") -> int:
    """Print findings in the form that ``--format`` asks for; return the exit status, 1 if there are any.

    ``command`` is the one that explains the rules.
    """
    from ..checks.reports import written
    from ..facade import VERSION

    ordered = sorted(findings)
    if ordered or form not in ("text", "github"):
        print(written(ordered, form, VERSION))
    if ordered and form == "text":
        count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
        print_note(f"{count}; 'imsterms {command} --explain RULE' explains a rule")
    return 1 if ordered else 0
