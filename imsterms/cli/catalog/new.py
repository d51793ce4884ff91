"""Begin a catalog in a new language.

It has every message, still empty, and the plural rule of the language's profile or else CLDR's. The library serves the
language at once, with what is translated, and 'imsterms catalog check' lists the rest. Example: imsterms catalog new pl
"""

import argparse

from ...catalogs.update import language_tag, new_catalog
from ...files import shown_path
from ...languages.profile import no_profile, profile
from ..options import add_source_tree, source_data
from ..output import print_note, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", help="language tag: pl, uk, se, pt-BR")
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    data, locales, root = source_data(arguments)
    path = new_catalog(locales, arguments.language, data.messages, data.termbase.about)
    print_text(shown_path(path, root))
    tag = language_tag(arguments.language)
    if not profile(tag).exists:
        print_note(f"note: {no_profile(tag)}. Without it the forms of Norwegian are asked for.")
    return 0
