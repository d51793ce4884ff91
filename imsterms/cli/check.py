"""Check the termbase: its files, its references, its model and its terminology, in every language.

Prints a line for each problem, 'path:line: IMSnnn rule-name: sentence'; exit status 1 if there are any. What a program
cannot judge is on the checklist in imsterms/data/concepts. 'imsterms catalog check' checks the translations as such.
"""

import argparse

from ..loading import check
from .options import add_source_tree, source_tree
from .output import add_report, explain, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_tree(parser)
    add_report(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        return explain(arguments.explain)
    sources, locales, root = source_tree(arguments)
    findings = check(sources, locales=locales, base=arguments.with_built_in, root=root)
    return report(findings, arguments.format)
