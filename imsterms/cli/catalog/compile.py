"""``imsterms catalog compile``: write .mo files for plain gettext."""

from __future__ import annotations

import argparse

from ...catalogs.compile import compile_catalogs
from ...catalogs.data import read_source_data
from ...facade import VERSION
from ..options import add_source_tree, source_tree


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    sources, locales, root = source_tree(arguments)
    data = read_source_data(sources, locales, VERSION, root=root)
    for path in compile_catalogs(data, locales, locales, root=root):
        print(path)
    return 0
