"""Say how much is translated, by language and subject field.

A text is outdated where its English has changed since, doubted where a translator marked it, and guessed where a tool
put in the translation of another message; only translated and outdated texts are used. Words are those of the English
texts; open are the concepts whose other words (.words) have no answer yet, and need none.
"""

from __future__ import annotations

import argparse
import sys

from ...catalogs.files import catalogs, read_catalog, translations
from ...catalogs.messages import asked
from ...catalogs.status import STATES, status
from ...files import shown_path
from ..formats import progress
from ..options import add_json, add_source_tree, source_data
from ..output import print_json, print_table

HEADINGS = ("language", "part", "done", *STATES, "words", "words done", "open")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)
    add_source_tree(parser, over=True)


def run(arguments: argparse.Namespace) -> int:
    data, locales, root = source_data(arguments)
    fields = {entry.id: entry.subject_field for entry in data.whole.concepts.values()}
    found = {}
    for language, path in progress("catalog status")(list(catalogs(locales))):
        said = translations(read_catalog(path, shown_path(path, root)))
        found[language] = status(asked(data.messages, language), said, fields)
    if arguments.json:
        print_json(
            {
                language: {
                    "total": counts.pop("").as_dict(),
                    "parts": {part: of.as_dict() for part, of in counts.items()},
                }
                for language, counts in found.items()
            }
        )
        return 0
    rows = [
        _row(language, part or "all", of.as_dict()) for language, counts in found.items() for part, of in counts.items()
    ]
    print_table(HEADINGS, rows)
    return 0


def _row(language: str, part: str, counts: dict[str, int]) -> tuple[str, ...]:
    percent = counts["percent"]
    bar = f"{'█' * (percent // 10):░<10} " if sys.stdout.isatty() else ""
    numbers = (counts[name] for name in (*STATES, "words", "words_translated", "open"))
    return (language, part, f"{bar}{percent} %", *map(str, numbers))
