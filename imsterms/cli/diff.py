"""Describe what changed between two exports.

Both are documents of 'imsterms export json'; without the second, the first is compared with the installed imsterms.
Words of the interface are not compared.
Exit status 0 if nothing changed, 1 if something did. Example: imsterms diff release-1.json release-2.json
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..comparison import Change, diff, read_document
from .options import add_json
from .output import print_json, print_text

_LIVES = ("added", "removed", "replaced")
"""The changes that are about a whole entry."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD.json", help="the older document")
    parser.add_argument("new", metavar="NEW.json", nargs="?", help="the newer one (default: what is installed)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    old = read_document(arguments.old)
    if arguments.new is None:
        from ..exchange.formats.native import document
        from ..facade import glossary

        new = document(glossary("en"), claims=str(old.get("claims", "annotated")))
    else:
        new = read_document(arguments.new)
    changes = diff(old, new)
    if arguments.json:
        print_json([change.as_dict() for change in changes])
    else:
        print_text("\n".join(_report(f"{old.get('version', '?')} -> {new.get('version', '?')}", changes)))
    return 1 if changes else 0


def _report(versions: str, changes: list[Change]) -> Iterator[str]:
    counts = Counter(change.kind for change in changes if change.kind in _LIVES)
    parts = [f"{count} {kind}" for kind, count in counts.items()]
    if changed := {change.about for change in changes if change.kind not in _LIVES}:
        parts.append(f"{len(changed)} changed")
    yield f"{versions}: {', '.join(parts) or 'nothing changed'}"
    for about, each in groupby(changes, key=lambda change: change.about):
        yield f"\n{about}"
        for change in each:
            yield from _lines(change)


def _lines(change: Change) -> Iterator[str]:
    """Yield a change on one line, or on three where its texts are long."""
    note = ""
    if change.kind == "removed" and "/" not in change.about:
        note = "; a released id is permanent: keep a stub with replaced_by"
    if not (change.old and change.new) or len(change.old) + len(change.new) <= 90:
        yield f"    {change}{note}"
        return
    words = str(change).partition(": '")[0]
    yield f"    {words}:"
    yield f"      - {change.old}"
    yield f"      + {change.new}"
