"""Say how much is translated, by language and subject field.

A text is outdated where its English has changed since, doubted where a translator marked it, and guessed where a tool
put in the translation of another message; only translated and outdated texts are used. Words are those of the English
texts; open are the concepts whose other words (.words) have no answer yet, and need none.
"""

import argparse
import sys
from typing import Any

from ...catalogs.files import catalogs, read_catalog, translations
from ...catalogs.messages import asked
from ...catalogs.status import STATES, status
from ...files import shown_path
from ..formats import progress
from ..options import add_json, add_no_cache, add_source_tree, cached, source_data, source_tree
from ..output import print_json, print_table

HEADINGS = ("language", "part", "done", *STATES, "words", "words done", "open")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)
    add_no_cache(parser)
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    _, locales, root = source_tree(arguments)
    present = catalogs(locales)
    remembered = cached(arguments, "status", present)
    found: dict[str, Any] = {
        language: remembered[path].read() if path in remembered else None for language, path in present
    }
    if not found or None in found.values():
        data = source_data(arguments)[0]
        fields = {entry.id: entry.subject_field for entry in data.whole.concepts.values()}
        for language, path in progress("catalog status")(present):
            if found[language] is None:
                said = translations(read_catalog(path, shown_path(path, root)))
                counts = status(asked(data.messages, language), said, fields)
                found[language] = {part: of.as_dict() for part, of in counts.items()}
                if path in remembered:
                    remembered[path].save(found[language])
    if arguments.json:
        print_json({language: {"total": counts.pop(""), "parts": counts} for language, counts in found.items()})
        return 0
    rows = [
        _row(language, part or "all", counts) for language, parts in found.items() for part, counts in parts.items()
    ]
    print_table(HEADINGS, rows)
    return 0


def _row(language: str, part: str, counts: dict[str, int]) -> tuple[str, ...]:
    percent = counts["percent"]
    bar = f"{'█' * (percent // 10):░<10} " if sys.stdout.isatty() else ""
    numbers = (counts[name] for name in (*STATES, "words", "words_translated", "open"))
    return (language, part, f"{bar}{percent} %", *map(str, numbers))
