"""Check the termbase: its files, its references, its model and its terminology, in every language.

One line for each problem, 'path:line: IMSnnn rule-name: sentence'; exit status 1 if there is one. What a program cannot
judge stands on the checklist in imsterms/data/concepts. 'imsterms catalog check' checks the translations as such.
"""

from __future__ import annotations

import argparse
import os

from .options import add_source_tree, source_tree
from .report import add_report, explain, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_tree(parser)
    add_report(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        return explain(arguments.explain)
    from ..catalogs.wording import wordings
    from ..errors import CatalogError
    from ..termbase.quality import check
    from ..termbase.quality.settings import read_settings
    from ..termbase.source import read_sources
    from ..termbase.validate import validate

    sources, locales, root = source_tree(arguments)
    termbase, findings = read_sources(sources, root=root)
    findings += validate(termbase)
    shown = os.path.relpath(os.path.join(sources, "quality.yaml"), root).replace(os.sep, "/")
    settings = read_settings(sources, shown, findings)
    try:
        findings += check(termbase, wordings(termbase, locales, root=root), settings)
    except CatalogError as error:
        findings += error.findings
    return report(findings, arguments.format)
