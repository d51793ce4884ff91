"""Import a termbase from another format, or compare a table with a termbase.

The result is YAML, and a catalog (.po) for each further language, which imsterms.load("DIR") reads. The report, the
worst first, is saved beside them. 'imsterms import FILE --to DIR' recognises the format; 'imsterms import --list' lists
those that it reads. With --onto DIR, the differences between a table and the termbase in DIR are listed, and taken over
only with --accept.
"""

import argparse
import gc
import os
import sys

from ..errors import ExchangeError
from ..exchange.intake.imported import ImportedTermbase
from ..files import read_bytes, read_stream
from ..formats import FORMATS, read_termbase
from .formats import add_list, print_formats
from .options import add_json
from .output import print_json, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="*",
        metavar="[FORMAT] FILE",
        help="the file, or - for standard input, after its format where that is not recognised",
    )
    parser.add_argument("--to", metavar="DIR", help="folder to write into; new, or empty")
    parser.add_argument(
        "--force", action="store_true", help="replace what an earlier import wrote into DIR; what people wrote stays"
    )
    parser.add_argument("--language", metavar="TAG", help="language of words whose language the file does not state")
    parser.add_argument(
        "--languages", nargs=2, metavar="TAG", help="languages of the two columns of a table of pairs: en nb"
    )
    parser.add_argument(
        "--source-language",
        metavar="TAG",
        help="language of the YAML (default: English, or where there is little of it the language with most terms)",
    )
    parser.add_argument("--onto", metavar="DIR", help="compare a table with the termbase in DIR; nothing is changed")
    parser.add_argument("--locales", metavar="DIR", help="with --onto: folder of the catalogs (default: DIR/locales)")
    parser.add_argument(
        "--accept",
        nargs="*",
        metavar="ID",
        help="with --onto: take over the differences, of all concepts or of those named",
    )
    add_list(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.list:
        return print_formats("read", arguments.json)
    if len(arguments.what) not in (1, 2) or not (arguments.to or arguments.onto):
        raise ExchangeError("usage: imsterms import FILE --to DIR; 'imsterms import --list' lists the formats")
    gc.disable()  # many objects are made and few thrown away: looking for those costs a third of the time
    *named, file = arguments.what
    if not named and file in FORMATS and not os.path.exists(file):
        raise ExchangeError(f"missing file: imsterms import {file} FILE --to DIR")
    content = read_stream(sys.stdin.buffer, "standard input") if file == "-" else read_bytes(file)
    named_format = named[0] if named else None
    imported = read_termbase(content, file, format=named_format, languages=arguments.languages or ())
    return _onto(imported, arguments) if arguments.onto else _to(imported, arguments)


def _to(imported: ImportedTermbase, arguments: argparse.Namespace) -> int:
    from ..exchange.intake.report import TEXT_NAME
    from ..exchange.intake.sources import write_sources

    conversion = write_sources(
        imported,
        arguments.to,
        force=arguments.force,
        language=arguments.source_language,
        unstated=arguments.language,
        as_json=arguments.json,
    )
    report = conversion.report()
    if arguments.json:
        print_json(report.as_dict())
        return 0
    for line in report.summary():
        print_text(line)
    print_text(f"The sources are in {arguments.to}, the whole report in {os.path.join(arguments.to, TEXT_NAME)}.")
    return 0


def _onto(imported: ImportedTermbase, arguments: argparse.Namespace) -> int:
    from ..catalogs.data import read_source_data
    from ..exchange.accept import accept
    from ..exchange.differences import chosen, differences
    from ..exchange.intake.report import counted
    from ..facade import VERSION, open_glossary

    locales = arguments.locales or os.path.join(arguments.onto, "locales")
    data = read_source_data(arguments.onto, locales, VERSION)
    differing, unknown = differences(imported, open_glossary(data, data.termbase.language, False, {}))
    taken = list(chosen(differing, arguments.accept)) if arguments.accept is not None else []
    changed = accept(taken, arguments.onto, locales) if taken else []
    if arguments.json:
        print_json(
            {"differences": [difference.as_dict() for difference in differing], "unknown": unknown, "changed": changed}
        )
        return 1 if differing and not taken else 0
    for difference in differing:
        print_text(f"{'accepted: ' if difference in taken else ''}{difference}")
    for sentence in unknown:
        print_text(f"left out: {sentence}; import the table into a folder of its own (--to) to have its concepts")
    advice = "" if taken or not differing else "; --accept takes them over"
    concepts = len({difference.concept for difference in differing})
    print_text(f"{counted(len(differing), 'difference')} in {counted(concepts, 'concept')}{advice}")
    for path in changed:
        print_text(f"changed {path}")
    return 1 if differing and not taken else 0
