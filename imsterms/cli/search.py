"""Search the glossary.

The best matches come first. Exit status 1 if nothing is found.
"""

import argparse

from .find import show_found
from .options import add_glossary, add_json, open_glossary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", help="text as typed into a search box")
    parser.add_argument("--limit", type=int, default=20, help="how many at most (default: 20)")
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    return show_found(glossary, glossary.search(arguments.query, limit=max(arguments.limit, 0)), arguments.json)
