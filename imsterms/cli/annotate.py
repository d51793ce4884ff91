"""Find the terms in a text: where they are, in which form, and of which concept.

The file name tells the format (.md, .html, .po; anything else is plain text); - is standard input. Without --lang, the
language is the one that the file itself names, else that of the settings or the locale. By default, one line is printed
for each term: line:column, the word, the concept's id and term, whether the word may be used, and how sure it is that
it means the concept, and why. --html prints the page with its terms linked, and changes nothing else in it. --jsonl
reads one {"id": ..., "text": ...} a line and writes one {"id": ..., "matches": [...]} a line. --column does the same
for a column of a Parquet file: imsterms annotate --column text notes.parquet -o matches.parquet
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext

from .. import limits
from ..checks.lines import Lines
from ..errors import FileError
from ..facade import Glossary
from ..files import starts_with_mark
from ..recognition.annotate import Options
from ..recognition.pages import annotate_document, annotate_html
from ..recognition.readers import FORMATS as INPUTS
from ..recognition.readers import known_format, read
from .options import add_glossary, add_json, open_glossary, read_input
from .output import print_json, print_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", default="-", metavar="PATH", help="a file; - (the default): standard input")
    add_glossary(parser)
    parser.add_argument(
        "--input-format", choices=tuple(INPUTS), help="read the text as this format; overrides the file extension"
    )
    output = parser.add_mutually_exclusive_group()
    add_json(output)
    output.add_argument("--jsonl", action="store_true", help="stream: one line in, one line out; see below")
    output.add_argument("--column", metavar="NAME", help="annotate a column of a Parquet file; needs -o")
    parser.add_argument("-o", "--output", metavar="PATH", help="with --column: the Parquet file to write")
    parser.add_argument("--rows", action="store_true", help="with --column: a row for each term, not a list of them")
    output.add_argument("--html", action="store_true", help="print the page with its terms linked")
    parser.add_argument(
        "--link",
        metavar="URL",
        default="#term-{id}",
        help="with --html: where terms link to; {id} is the concept's id (default: #term-{id})",
    )
    parser.add_argument(
        "--mentions",
        metavar="WHICH",
        type=_mentions,
        default="section",
        help="with --html: 'section' (the default) links the first mention in each section, 'all' every one, "
        "a number the first so many",
    )
    parser.add_argument(
        "--at-least",
        choices=("possible", "likely", "certain"),
        default="likely",
        help="how sure it must be that a word means the term (default: likely)",
    )
    parser.add_argument("--misspellings", action="store_true", help="find misspelt terms too")
    parser.add_argument("--split", action="store_true", help="find compounds written apart too ('trigger punkt')")
    parser.add_argument("--compounds", action="store_true", help="find unlisted compounds too ('triggerpunktkurs')")
    parser.add_argument("--loose", action="store_true", help="all three")


def run(arguments: argparse.Namespace) -> int:
    options: Options = {
        "at_least": arguments.at_least,
        "misspellings": arguments.misspellings or arguments.loose,
        "split": arguments.split or arguments.loose,
        "compounds": arguments.compounds or arguments.loose,
    }
    if arguments.column:
        _annotate_column(open_glossary(arguments), arguments, options)
    elif arguments.jsonl:
        with _lines(arguments.path) as lines:
            _stream(open_glossary(arguments), lines, options)
    else:
        _annotate_document(arguments, options)
    return 0


def _mentions(text: str) -> str | int:
    """Return what ``--mentions`` says."""
    if text in ("section", "all"):
        return text
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"must be 'section', 'all' or a number from 1 on, not '{text[:40]}'")


def _annotate_document(arguments: argparse.Namespace, options: Options) -> None:
    text = read_input(arguments.path)
    form = "html" if arguments.html else arguments.input_format or known_format(arguments.path) or "text"
    document = read(text, form)
    arguments.lang = arguments.lang or document.language
    glossary = open_glossary(arguments)
    if arguments.html:
        linked = annotate_html(
            glossary, text, link=arguments.link, mentions=arguments.mentions, document=document, **options
        )
        sys.stdout.write("\ufeff" * starts_with_mark(arguments.path) + linked)
        return
    matches = annotate_document(glossary, document, **options)
    if arguments.json:
        print_json([match.as_dict() for match in matches])
        return
    rows = []
    lines = Lines(text)
    for match in matches:
        line, column = lines.place(match.start)
        word = glossary.word(f"designation.{match.designation.field}")
        word += "" if match.kind == "exact" else f" ({match.kind})"
        sure = f"{match.confidence}: {match.why}"
        term = str(match.concept.term)
        rows.append((f"{line}:{column}", " ".join(match.text.split()), match.concept.id, term, word, sure))
    print_table(("", "", "id", glossary.word("field.term"), "", ""), rows)


def _annotate_column(glossary: Glossary, arguments: argparse.Namespace, options: Options) -> None:
    from ..integrations.arrow import annotate_parquet

    if not arguments.output:
        raise FileError("--column needs a file to write to: add -o matches.parquet")
    with _bar() as progress:
        source, target, column = arguments.path, arguments.output, arguments.column
        annotate_parquet(glossary, source, target, column, rows=arguments.rows, progress=progress, **options)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar in a terminal, where the extra 'cli' is installed."""
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ImportError:
        yield lambda _done, _all: None
        return
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, refresh_per_second=5) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _stream(glossary: Glossary, lines: Iterable[bytes], options: Options) -> None:
    """Annotate one text a line; nothing is kept from one line to the next."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(line) >= limits.LINE_BYTES:
            raise FileError(f"line {number} has more than {limits.LINE_BYTES} bytes; {limits.advice('LINE_BYTES')}")
        try:
            record = json.loads(line)
            text = record["text"]
        except (ValueError, TypeError, KeyError, RecursionError):
            text = None
        if not isinstance(text, str):
            raise FileError(f'line {number} is not what --jsonl reads: {{"id": ..., "text": "..."}}')
        matches = [match.as_dict() for match in glossary.annotate(text, **options)]
        answer = {"id": record.get("id"), "matches": matches}
        try:
            written = json.dumps(answer, ensure_ascii=False).encode()
        except UnicodeEncodeError:  # half of a surrogate pair: JSON can say it, UTF-8 cannot
            written = json.dumps(answer).encode()
        sys.stdout.buffer.write(written + b"\n")
    sys.stdout.buffer.flush()


@contextmanager
def _lines(path: str) -> Iterator[Iterable[bytes]]:
    """Open the lines of a file, or of standard input for ``-``. Raises FileError."""
    try:
        opened = nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        raise FileError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    with opened as file:
        yield iter(lambda: file.readline(limits.LINE_BYTES), b"")
