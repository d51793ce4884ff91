"""Check the catalogs.

Each problem stands on a line: path, line, code, name of the rule, and what to do. Exit status 1 if there are any. A
translator who means what a rule objects to writes a comment above the message: # imsterms: ignore rule-name: reason
"""

from __future__ import annotations

import argparse

from ..catalogs.check import check_subject, read_subjects
from ..catalogs.files import existing
from ..catalogs.rules import RULES
from ..errors import CatalogError
from ..findings import Finding
from ..termbase.source import read_termbase
from .formats import progress
from .options import add_source_tree, source_tree
from .report import add_report, explain, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="language of a catalog (default: all)")
    parser.add_argument(
        "--skip", action="append", default=[], metavar="RULE", help="leave a rule out, such as not-translated"
    )
    add_report(parser)
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    from ..checks.pages import page

    if arguments.explain:
        status = explain(arguments.explain)
        for one in RULES:
            if arguments.explain.lower() in (one.name, one.code.lower()):
                print(f"\nIf it is meant, write above the message:\n# imsterms: ignore {one.name}: reason")
        return status
    skip = {page(name).name for name in arguments.skip}
    sources, locales, root = source_tree(arguments)
    termbase = read_termbase(sources, root=root)
    try:
        subjects = read_subjects(termbase, locales, root=root)
    except CatalogError as error:
        return report(error.findings, arguments.format, "catalog check")
    known = [subject.language for subject in subjects]
    chosen = {existing(language, known) for language in arguments.language}
    found: list[Finding] = []
    for subject in progress("catalog check")(subjects):
        if not chosen or subject.language in chosen:
            found += check_subject(subject, skip=skip)
    return report(found, arguments.format, "catalog check")
