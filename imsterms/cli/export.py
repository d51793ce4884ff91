"""Export the glossary.

Without -o the document goes to standard output. A file is written whole or not at all. 'imsterms export --list'
lists the formats; 'imsterms export FORMAT --help' explains the options of one and what it cannot hold. What has to be
left out of the document, and the texts that cannot be rendered, are named on standard error.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterable
from typing import Any

from ..errors import ExchangeError, UnknownFormatError
from ..facade import Glossary
from ..files import make_folder, write_atomically
from ..formats import export, load_format
from .formats import add_formats, add_list, print_formats
from .options import add_glossary, add_json, open_glossary
from .output import print_note


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_list(parser)
    add_json(parser)
    for one in add_formats(parser):
        one.add_argument("-o", "--output", metavar="FILE", help="write to a file")
        one.add_argument("--split", metavar="DIR", help="write separate files into a folder, if the format has them")
        one.add_argument("--strict", action="store_true", help="exit with status 1 if a text cannot be rendered")
        add_glossary(one)


def run(arguments: argparse.Namespace) -> int:
    if arguments.list:
        return print_formats("write", arguments.json)
    if arguments.format is None:
        raise UnknownFormatError("missing format; 'imsterms export --list' lists the formats")
    module = load_format(arguments.format)
    options = {name: getattr(arguments, name) for name in arguments.options}
    gc.disable()  # many objects are made and few thrown away
    glossary = open_glossary(arguments)
    if arguments.lang and hasattr(module, "WITHOUT_LANG"):
        print_note(f"imsterms: {module.WITHOUT_LANG}")
    gaps = [
        f"left out: {name} ({tag}): {why}"
        for tag in glossary.languages
        for name, why in glossary.texts(tag).get("gaps", {}).items()
    ]
    say_left_out(gaps)
    status = 1 if gaps and arguments.strict else 0
    if arguments.split:
        write_files(module, arguments.split, glossary, options)
        return status
    left_out: list[str] = []
    content = export(glossary, arguments.format, left_out=left_out, **options)
    say_left_out(left_out)
    if arguments.output:
        write_atomically(arguments.output, content)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    return status


def write_files(module: Any, folder: str, glossary: Glossary, options: dict[str, object]) -> None:
    """Write a format's single files into a folder."""
    if not hasattr(module, "files"):
        raise ExchangeError("this format is one document; write it with -o FILE, without --split")
    package = module.files(glossary, **options)
    say_left_out(package.left_out)
    for name, content in package.files.items():
        path = os.path.join(folder, *name.split("/"))
        make_folder(os.path.dirname(path))
        write_atomically(path, content)


def say_left_out(sentences: Iterable[str]) -> None:
    """Say on standard error what is not in the document."""
    for sentence in sentences:
        print_note(sentence)
