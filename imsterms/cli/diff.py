"""Say in words what changed between two exports.

Both are documents of 'imsterms export json'; without the second, the first is compared with this imsterms. Exit status
0 if nothing changed, 1 if something did. Example: imsterms diff release-1.json release-2.json
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from ..comparison import Change, compare, read_document
from .options import add_json
from .output import print_json

_GROUPS = {"added": "Added", "removed": "Removed", "replaced": "Replaced"}


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
    changes = compare(old, new)
    if arguments.json:
        print_json([change.as_dict() for change in changes])
    else:
        print("\n".join(_report(f"{old.get('version', '?')} -> {new.get('version', '?')}", changes)))
    return 1 if changes else 0


def _report(versions: str, changes: list[Change]) -> Iterator[str]:
    if not changes:
        yield f"{versions}: nothing changed"
        return
    rest = [change for change in changes if change.kind not in _GROUPS]
    counts = [
        f"{sum(change.kind == kind for change in changes)} {kind}"
        for kind in _GROUPS
        if any(change.kind == kind for change in changes)
    ]
    changed = len({change.about for change in rest})
    yield f"{versions}: {', '.join([*counts, f'{changed} changed'] if changed else counts)}"
    for kind, heading in _GROUPS.items():
        found = [change for change in changes if change.kind == kind]
        if found:
            yield f"\n{heading}"
            yield from (f"  {_line(change)}" for change in found)
    if rest:
        yield "\nChanged"
        yield from _by_subject(rest)


def _line(change: Change) -> str:
    if change.kind == "replaced":
        before = f" (until now by {change.old})" if change.old else ""
        return f"{change.about} -> {change.new}{before}"
    note = "; a released id is permanent: keep a stub with replaced_by" if _lost(change) else ""
    words = change.old or change.new
    return f"{change.about}: {words}{note}" if words else f"{change.about}{note}"


def _lost(change: Change) -> bool:
    return change.kind == "removed" and "/" not in change.about


def _by_subject(changes: Iterable[Change]) -> Iterator[str]:
    about = None
    for change in changes:
        if change.about != about:
            about = change.about
            yield f"  {about}"
        long = len(change.old) + len(change.new) > 90
        if long and change.old and change.new:
            words = str(change).partition(": '")[0]
            yield f"    {words}:"
            yield f"      - {change.old}"
            yield f"      + {change.new}"
        else:
            yield f"    {change}"
