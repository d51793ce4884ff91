"""Show what you have just translated, as it will be read.

Each concept that has changed since git's last commit, or each that you name: its entry, the sentences of the articles
that use it, and what 'imsterms catalog check' finds there. Exit status 1 if it finds something. --against FILE compares
with another .po file. Example: imsterms catalog preview --lang nb
"""

import argparse

from ...catalogs.files import catalog_path, catalogs, read_catalog
from ...catalogs.parser import Catalog, parse_catalog
from ...checks.quality import read_quality
from ...errors import ImstermsError
from ...files import shown_path
from ...languages.tags import normalise
from ...loading import layers
from ...preview.views import Preview, committed
from ..options import add_language, add_source_tree, source_data, source_tree
from ..output import print_text
from ..show import entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("concept", nargs="*", help="id of a concept (default: everything that has changed)")
    add_language(parser)
    parser.add_argument("--against", metavar="FILE", help="a .po file to compare with (default: git's last commit)")
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    sources, locales, root = source_tree(arguments)
    language = normalise(arguments.lang, [name for name, _ in catalogs(locales)])
    path = catalog_path(locales, language)
    if arguments.against:
        before: Catalog | None = read_catalog(arguments.against)
    else:
        content = committed(path)
        before = None if content is None else parse_catalog(content, f"HEAD:{shown_path(path, root)}")
    data = source_data(arguments)[0]
    _, make = layers(arguments.with_built_in)
    quality = read_quality(sources, [], root=root)
    preview = Preview(data.termbase, locales, language, before, quality=quality, root=root, make=make)
    views = preview.views(arguments.concept)

    def lines(concept: str) -> list[str]:
        try:
            return entry(preview.glossary[concept])
        except ImstermsError as error:
            return [f"{concept} cannot be shown: {error}"]

    for view in views:
        print_text("\n".join(lines(view.name) if view.is_concept else [f"# {view.name}"]))
        for heading, part in (
            ("Changes", view.changes),
            ("In the articles", view.sentences),
            ("Findings", view.findings),
        ):
            if part:
                print_text("\n".join((f"\n{heading}:", *(f"  {line}" for line in part))))
        print_text("")
    if not views:
        print_text("nothing has changed")
    return 1 if any(view.findings for view in views) else 0
