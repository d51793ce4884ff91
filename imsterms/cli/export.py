"""Export the glossary.

Without -o the document goes to standard output. A file is written whole or not at all. 'imsterms export --list' says
what there is, 'imsterms export FORMAT --help' which options a format has and what it cannot hold.
"""

from __future__ import annotations

import argparse
import io
import sys

from ..errors import UnknownFormatError
from ..exchange import load_format
from ..files import write_atomically
from .formats import add_formats, add_list, print_formats, progress
from .options import add_fallback, add_json, add_language, open_glossary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_list(parser)
    add_json(parser)
    for one in add_formats(parser):
        one.add_argument("-o", "--output", metavar="FILE", help="write to a file")
        add_language(one)
        add_fallback(one)


def run(arguments: argparse.Namespace) -> int:
    if arguments.list:
        return print_formats("write", arguments.json)
    if arguments.format is None:
        raise UnknownFormatError("which format? 'imsterms export --list' says what there is")
    module = load_format(arguments.format)
    options = {name: getattr(arguments, name) for name in arguments.options}
    stream = io.BytesIO()
    module.write(open_glossary(arguments), stream, progress=progress(f"export {arguments.format}"), **options)
    if arguments.output:
        write_atomically(arguments.output, stream.getvalue())
    else:
        sys.stdout.buffer.write(stream.getvalue())
        sys.stdout.buffer.flush()
    return 0
