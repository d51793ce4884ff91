"""``imsterms catalog compile``: write .mo files for plain gettext."""

from __future__ import annotations

import argparse

from ..catalogs.compile import compile_catalogs
from .options import add_source_tree, source_tree


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    _, locales, root = source_tree(arguments)
    for path in compile_catalogs(locales, locales, root=root):
        print(path)
    return 0
