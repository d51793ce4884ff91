"""The translators' commands: this project's catalogs, and made-up ones of two sizes, so that it shows what is linear.

Run by ``python -m benchmarks``; alone, ``python benchmarks/catalogs.py [CONCEPTS]`` in a checkout. Each catalog
command is timed by itself, in process: reading the YAML and the .po files, the work, writing what has changed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace

from generated import generated

from imsterms.catalogs.files import catalog_path, catalogs, read_catalog, translations, write_catalog
from imsterms.catalogs.merge import merge
from imsterms.catalogs.messages import Message, extract
from imsterms.catalogs.status import status
from imsterms.catalogs.update import update
from imsterms.checks.check import check_catalog
from imsterms.checks.content import read_content
from imsterms.termbase.model import Termbase

CONCEPTS = 10_000
SHARE = 4
"""The small size is this part of the large one."""


def timed(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def write_catalogs(concepts: int, locales: str) -> Termbase:
    """Write the catalogs of a made-up termbase, translated throughout."""
    data = generated(concepts)
    messages = extract(data.termbase)
    for language, said in data.catalogs.items():
        path = catalog_path(locales, language)
        catalog, _ = merge(None, messages, {}, language, path)
        for entry in catalog:
            texts = said[entry.msgctxt].texts
            if entry.msgid_plural:
                entry.msgstr_plural = dict(enumerate(texts))
            else:
                entry.msgstr = texts[0]
        write_catalog(catalog, path)
    update(locales, messages, {})
    return data.termbase


def measure(termbase: Termbase, locales: str) -> dict[str, float]:
    """Return the seconds that each command takes on catalogs that are up to date."""
    messages = extract(termbase)
    fields = {entry.id: entry.subject_field for entry in termbase.concepts.values()}

    def all_status() -> None:
        for _, path in catalogs(locales):
            status(messages, translations(read_catalog(path)), fields)

    seconds = {
        "update, no change": timed(lambda: update(locales, messages, {})),
        "check": timed(lambda: [check_catalog(catalog) for catalog in read_content(termbase, locales).catalogs]),
        "status": timed(all_status),
    }
    reworded = [reworded_message(message) for message in messages]
    seconds["update, every English text changed"] = timed(lambda: update(locales, reworded, {}))
    return seconds


def reworded_message(message: Message) -> Message:
    return replace(message, text=f"{message.text}, in other words")


def main(concepts: int) -> None:
    results: dict[str, dict[int, float]] = {}
    counts: dict[int, int] = {}
    for size in (concepts // SHARE, concepts):
        with tempfile.TemporaryDirectory() as locales:
            termbase = write_catalogs(size, locales)
            counts[size] = sum(len(read_catalog(path)) for _, path in catalogs(locales))
            for command, seconds in measure(termbase, locales).items():
                results.setdefault(command, {})[size] = seconds
    small, large = counts
    rows = [
        {
            "command": command,
            f"{small} concepts, s": f"{seconds[small]:.2f}",
            f"{large} concepts, s": f"{seconds[large]:.2f}",
            "ratio of the times": f"{seconds[large] / seconds[small]:.1f}",
            "messages a second": f"{counts[large] / seconds[large]:,.0f}",
        }
        for command, seconds in results.items()
    ]
    print(json.dumps(rows))


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CONCEPTS)
