"""Write that translations were reviewed, or list those that were not.

Names are messages (needle.definition), concepts (needle), articles (article/visit) or subject fields (equipment);
without any, all are meant. With --by, a line above each message says who has read it, and when; it counts until the
English or the translation changes. Only translations that are done can be reviewed; the others are named and the exit
status is 1. Example: imsterms catalog review nb needle --by "Kari Nordmann"
"""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date

import polib

from ...catalogs.files import catalogs, existing, made_of, read_catalog, state, write_catalog
from ...catalogs.messages import Message, State, asked
from ...catalogs.parser import Catalog
from ...catalogs.review import Review, mark_reviewed, void_review
from ...errors import CatalogError, nearest
from ...files import shown_path
from ..options import add_source_tree, source_data
from ..output import print_note, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", help="language of a catalog")
    parser.add_argument("name", nargs="*", help="message, concept, article or subject field (default: all)")
    parser.add_argument("--by", metavar="PERSON", help="who has read them")
    parser.add_argument(
        "--date", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="when (default: today)"
    )
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    data, locales, root = source_data(arguments)
    present = dict(catalogs(locales))
    language = existing(arguments.language, present)
    fields = {entry.id: entry.subject_field for entry in data.whole.concepts.values()}
    chosen = _named(asked(data.messages, language), arguments.name, fields)
    path = present[language]
    person = " ".join((arguments.by or "").split())
    made = Review((arguments.date or date.today()).isoformat(), person)

    def reviewed() -> tuple[bytes, tuple[Catalog, dict[str, polib.POEntry], dict[str, State], list[str]]]:
        catalog = read_catalog(path, shown_path(path, root))
        entries = {entry.msgctxt or "": entry for entry in catalog if not entry.obsolete}
        states = _states(chosen, entries)
        ready = [context for context, now in states.items() if now in ("translated", "reviewed")]
        for context in ready if person else ():
            mark_reviewed(entries[context], made)
        return catalog.source, (catalog, entries, states, ready)

    catalog, entries, states, ready = made_of(path, reviewed)
    if not person:
        for context, now in states.items():
            if now != "reviewed":
                void = void_review(entries[context]) if context in entries else None
                since = f", changed since {void.by} reviewed it on {void.date}" if void else ""
                print_text(f"{context}: {now}{since}")
        return 0
    if ready:
        write_catalog(catalog, path)
    print_text(f"{language}: {len(ready)} reviewed")
    for context, now in states.items():
        if context not in ready:
            print_note(f"{context} is {now}; it can be reviewed when it is translated")
    return 0 if len(ready) == len(states) else 1


def _states(contexts: Sequence[str], entries: Mapping[str, polib.POEntry]) -> dict[str, State]:
    """Return how far each message is; what a language has besides may be left open."""
    states: dict[str, State] = {
        context: state(entries[context]) if context in entries else "missing" for context in contexts
    }
    return {context: now for context, now in states.items() if now != "missing" or not context.endswith(".words")}


def _named(messages: Sequence[Message], names: Sequence[str], fields: dict[str, str]) -> list[str]:
    """Return the msgctxts that are meant by names. Raises CatalogError where a name means none."""
    by_name: dict[str, list[str]] = {}
    for message in messages:
        article = f"article/{message.article}" if message.article else ""
        for name in {message.context, message.concept, article, fields.get(message.concept, "")}:
            by_name.setdefault(name, []).append(message.context)
    for name in names:
        if not by_name.get(name):
            hint = nearest(name, by_name)
            raise CatalogError(f"'{name}' is not a message, a concept, an article or a subject field{hint}")
    return list(dict.fromkeys(context for name in names for context in by_name[name])) or [
        message.context for message in messages
    ]
