"""``imsterms catalog compile``: write .mo files for plain gettext."""

import argparse

from ...catalogs.compile import compile_catalogs
from ..options import add_source_tree, source_data
from ..output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    data, locales, root = source_data(arguments, translated=True)
    for path in compile_catalogs(data, locales, locales, root=root):
        print_text(path)
    return 0
