"""Import a termbase of another format into sources of ours.

The sources are YAML and a catalog (.po) for each further language, which imsterms.load("DIR") serves. Every entry is
listed with what was kept, changed, put into its notes or left out. 'imsterms import --list' says what can be read.
"""

from __future__ import annotations

import argparse
import io
import sys
from typing import IO

from ..errors import ExchangeError
from ..exchange.formats import load_reader
from ..files import read_bytes
from .formats import add_list, print_formats, progress
from .options import add_json
from .output import print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="the format of the file")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file, or - for standard input")
    parser.add_argument("--to", metavar="DIR", help="folder to write into; new, or empty")
    parser.add_argument("--force", action="store_true", help="replace what an earlier import wrote into DIR")
    parser.add_argument(
        "--source-language",
        metavar="TAG",
        help="language of the YAML (default: English, or where the file has little of it the language with most terms)",
    )
    add_list(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    from ..exchange.intake.sources import write_sources

    if arguments.list:
        return print_formats("read", arguments.json)
    if not (arguments.format and arguments.file and arguments.to):
        raise ExchangeError("an import is: imsterms import FORMAT FILE --to DIR; 'imsterms import --list' says FORMAT")
    reader = load_reader(arguments.format)
    content = sys.stdin.buffer.read() if arguments.file == "-" else read_bytes(arguments.file)
    stream: IO[bytes] = io.BytesIO(content)
    imported = reader(stream)
    conversion = write_sources(
        imported,
        arguments.to,
        force=arguments.force,
        language=arguments.source_language,
        progress=progress(f"import {arguments.format}"),
    )
    if arguments.json:
        print_json(
            {
                "document": [{"action": one.action, "what": one.what} for one in imported.report],
                "entries": [
                    {
                        "id": ours,
                        "kept": entry.kept().partition(": ")[2],
                        "remarks": [{"action": one.action, "what": one.what} for one in entry.report],
                    }
                    for ours, entry in conversion.entries
                ],
            }
        )
        return 0
    for remark in imported.report:
        print(remark)
    for ours, entry in conversion.entries:
        print(f"{ours}: {entry.kept()}")
        for remark in entry.report:
            print(f"    {remark}")
    languages = ", ".join(sorted({conversion.termbase.language, *conversion.translations}))
    print(
        f"{len(conversion.entries)} concepts in {languages}, sources in {conversion.termbase.language}: {arguments.to}"
    )
    return 0
