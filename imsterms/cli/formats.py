"""What ``export`` and ``import`` share: the list of formats, the options of a format, the progress bar."""

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

from ..formats import FORMATS, describe, load_format
from .options import Command
from .output import print_results

T = TypeVar("T")


class FormatParser(Command):
    """The parser of one format's options; ``module`` is the name of the format."""

    def fill(self) -> None:
        """Add the options that the format's module has, once; ``options`` names them in the parsed arguments."""
        if not self.module:
            return
        before = {action.dest for action in self._actions}
        module, self.module = load_format(self.module), ""
        if hasattr(module, "add_arguments"):
            module.add_arguments(self)
        self.set_defaults(options=tuple({action.dest for action in self._actions} - before))
        description = (module.__doc__ or "").strip()
        self.description = " ".join(description.split())
        if lost := getattr(module, "WHAT_IS_LOST", ""):
            self.epilog = f"What a document in this format cannot hold: {lost}"


def add_formats(parser: argparse.ArgumentParser) -> list[FormatParser]:
    """Add the argument FORMAT; return the parser of each format."""
    subparsers = parser.add_subparsers(dest="format", metavar="FORMAT", parser_class=FormatParser)
    parsers = {name: subparsers.add_parser(name) for name in FORMATS}
    for name, parser_of_format in parsers.items():
        parser_of_format.module = name
    return list(parsers.values())


def add_list(parser: argparse.ArgumentParser) -> None:
    """Add ``--list``."""
    parser.add_argument("--list", action="store_true", help="list the formats, and what each of them loses")


def print_formats(way: str, as_json: bool) -> int:
    """Print the formats that can be written (``way`` is "write") or read; return the exit status."""
    formats = [described for described in map(describe, FORMATS) if described[way]]
    rows = [[str(described[key]) for key in ("format", "description", "what_is_lost")] for described in formats]
    print_results(formats, ("format", "", "what it loses"), rows, as_json=as_json)
    return 0


def progress(description: str) -> Callable[[Iterable[T]], Iterable[T]]:
    """Return what shows progress on a terminal (with rich, where it is installed), and nothing anywhere else."""
    if not sys.stderr.isatty():
        return iter
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return iter

    def shown(items: Iterable[T]) -> Iterable[T]:
        return track(list(items), description=description, console=Console(stderr=True), transient=True)

    return shown
