"""``imsterms catalog update``: bring the catalogs up to date with the sources."""

import argparse

from ...catalogs.data import replaced
from ...catalogs.merge import Summary
from ...catalogs.update import update, wanted_files
from ...files import clear_leftovers
from ..formats import progress
from ..options import add_json, add_no_cache, add_source_tree, cached, source_data, source_tree
from ..output import print_json, print_note, print_text

SHOWN = 20
"""How many messages of a kind are named on the terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="language of a catalog (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 if something would change")
    add_json(parser)
    add_no_cache(parser)
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    _, locales, root = source_tree(arguments)
    wanted = wanted_files(locales, arguments.language)
    remembered = cached(arguments, "update", wanted)
    current = {path for path, made in remembered.items() if made.read()}
    if len(current) == len(wanted):
        summaries = [Summary(language, path) for language, path in wanted]
        if not arguments.check:
            clear_leftovers(current)
    else:
        data = source_data(arguments)[0]
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
            current=current,
        )
        for summary in summaries:
            if not (summary.changed or summary.contexts) and summary.path in remembered:
                remembered[summary.path].save(True)
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
