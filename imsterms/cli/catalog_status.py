"""``imsterms catalog status``: how much is translated."""

from __future__ import annotations

import argparse

from ..catalogs.files import catalogs, read_catalog, translations
from ..catalogs.messages import extract
from ..catalogs.status import Status, status
from ..termbase.source import read_termbase
from .options import add_json, add_source_tree, source_tree
from .output import print_json, print_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    sources, locales, root = source_tree(arguments)
    termbase = read_termbase(sources, root=root)
    messages = extract(termbase)
    fields = {entry.id: entry.subject_field for entry in termbase.concepts.values()}
    found = {
        language: status(messages, translations(read_catalog(path)), fields) for language, path in catalogs(locales)
    }
    if arguments.json:
        print_json(
            {language: {field: _record(one) for field, one in counts.items()} for language, counts in found.items()}
        )
        return 0
    rows = [
        (language, field, f"{one.percent} %", str(one.translated), str(one.fuzzy), str(one.missing), str(one.words))
        for language, counts in found.items()
        for field, one in counts.items()
    ]
    print_table(("language", "part", "done", "translated", "fuzzy", "missing", "words"), rows)
    return 0


def _record(one: Status) -> dict[str, int]:
    names = ("translated", "fuzzy", "missing", "total", "percent", "words", "words_translated")
    return {name: getattr(one, name) for name in names}
