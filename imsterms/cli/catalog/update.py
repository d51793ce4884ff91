"""``imsterms catalog update``: bring the catalogs up to date with the sources."""

from __future__ import annotations

import argparse

from ...catalogs.data import replaced
from ...catalogs.update import update
from ..formats import progress
from ..options import add_json, add_source_tree, source_data
from ..output import print_json, print_note, print_text

SHOWN = 20
"""How many messages of a kind are named on the terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="language of a catalog (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 if something would change")
    add_json(parser)
    add_source_tree(parser, over=True)


def run(arguments: argparse.Namespace) -> int:
    data, locales, root = source_data(arguments)
    summaries = update(
        locales,
        data.messages,
        replaced(data.termbase),
        languages=arguments.language,
        root=root,
        track=progress("catalog update"),
        write=not arguments.check,
        about=data.termbase.about,
        lies_on=data.lies_on,
    )
    if arguments.json:
        print_json(
            [{"language": one.language, "path": one.path, "changed": one.changed, **one.contexts} for one in summaries]
        )
    else:
        for summary in summaries:
            print_text(str(summary))
            for what, contexts in summary.contexts.items():
                more = f" and {len(contexts) - SHOWN} more (--json names all)" if len(contexts) > SHOWN else ""
                print_text(f"  {what}: {', '.join(contexts[:SHOWN])}{more}")
    if arguments.check and any(summary.changed for summary in summaries):
        print_note("run 'imsterms catalog update'")
        return 1
    return 0
