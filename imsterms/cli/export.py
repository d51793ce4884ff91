"""Export the glossary.

Without -o the document goes to standard output. A file is written whole or not at all.
"""

from __future__ import annotations

import argparse
import io
import sys

from ..exchange import FORMATS, load_format
from ..files import write_atomically
from .options import add_fallback, add_language, open_glossary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=sorted(FORMATS), help="the format")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    add_language(parser)
    add_fallback(parser)


def run(arguments: argparse.Namespace) -> int:
    stream = io.BytesIO()
    load_format(arguments.format).write(open_glossary(arguments), stream)
    if arguments.output:
        write_atomically(arguments.output, stream.getvalue())
    else:
        sys.stdout.buffer.write(stream.getvalue())
        sys.stdout.buffer.flush()
    return 0
