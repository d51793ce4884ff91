"""How checks report: the options ``--format`` and ``--explain``, and printing findings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from ..findings import Finding


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
        for one in pages():
            print(f"{one.code} {one.name}")
    else:
        print(page(name))
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
        print(f"{count}; 'imsterms {command} --explain RULE' explains a rule", file=sys.stderr)
    return 1 if ordered else 0
