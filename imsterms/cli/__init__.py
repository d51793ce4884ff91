"""The command line: a thin layer over the library's calls.

Each command is a module with ``add_arguments(parser)`` and ``run(arguments) -> int``; only the one that is called is
imported. A group of commands has no ``run``. Exit status: 0 fine, 1 findings, 2 wrong use.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from ..characters import visible
from ..errors import FileError, ImstermsError, SuggestionBudget
from ..facade import VERSION
from .options import add_commands
from .output import print_error

COMMANDS = {
    "show": "show a concept: its terms, forms, definition, relations, codes and sources",
    "list": "list the concepts, or those of a subject field",
    "find": "find the concept that a word names, in any form",
    "search": "search by words or parts of words; small typing errors are forgiven",
    "code": "find the concepts that a code of another system stands for",
    "render": "render a text with references such as {trigger_point}[the plural]",
    "annotate": "find the terms in a text, a Markdown or HTML page, a catalog or a stream of texts",
    "article": "print an article as text, Markdown or HTML",
    "lint": "check the terms of texts, and fix them",
    "export": "write the glossary in a format that other tools read",
    "diff": "describe what changed between two exports",
    "map": "draw a map of the concepts: trees, rakes and arrows in the manner of ISO 704",
    "site": "build a static site of the glossary",
    "leaflet": "make leaflets of the articles, with the clinic's name on them",
    "check": "check the termbase: files, references, model and terminology",
    "import": "turn a termbase of another format into YAML and catalogs",
    "catalog": "translators' commands: update, check, preview, status, review, new, merge, compile",
    "completion": "print the completion script for a shell",
}
"""Every command with what it does."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(visible(message))


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command adds its arguments to it when it is called."""
    parser = _Parser(
        prog="imsterms",
        description="The vocabulary of intramuscular stimulation (IMS) in Bokmål (nb), Nynorsk (nn) and English (en).",
        epilog="Example: imsterms article treatment_frequency --lang nb. 'imsterms COMMAND --help' explains a command.",
    )
    parser.add_argument("--version", action="version", version=f"imsterms {VERSION}")
    add_commands(parser, "command", COMMANDS, __name__)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status. What a user can fix is reported in a sentence, never as a traceback."""
    # not list(...): the command of that name, once imported, stands in this module under it
    arguments = [*(sys.argv[1:] if argv is None else argv)]
    if argv is None:
        gc.set_threshold(200_000, 50, 100)  # as a program: what it makes is in use to its end
    try:
        if sys.stdout is None:
            raise FileError("standard output is closed")
        if sys.stdin is None:
            sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (open as long as the process)
        parsed = build_parser().parse_args(arguments)
        with SuggestionBudget():
            status = int(parsed.run(parsed))
        sys.stdout.flush()
        return status
    except ImstermsError as error:
        print_error(error)
        return 2
    except OSError as error:
        # what is left to be written goes nowhere, or Python would try once more at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 0  # the reader of our output is gone (imsterms list | head)
        print_error(FileError(f"{error.filename or 'standard output'}: {error.strerror}"))
        return 2
    except KeyboardInterrupt:
        return 130
    except UnicodeEncodeError as error:
        print(
            f"imsterms: the terminal cannot show {error.object[error.start : error.end]!a}; set PYTHONIOENCODING=utf-8",
            file=sys.stderr,
        )
        return 2
