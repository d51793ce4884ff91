"""Show what you have just translated, as it will be read.

Each concept that has changed since git's last commit, or each that you name: its entry, the sentences of the articles
that use it, and what 'imsterms catalog check' finds there. Exit status 1 if it finds something. --against FILE compares
with another .po file. Example: imsterms catalog preview --lang nb
"""

from __future__ import annotations

import argparse
import os

from ...catalogs.files import catalog_path, catalogs, read_catalog
from ...catalogs.parser import Catalog, parse_catalog
from ...checks.quality import read_quality
from ...errors import ImstermsError
from ...languages.tags import normalise
from ...preview.views import Preview, View, committed
from ...termbase.source import read_termbase
from ..options import add_language, add_source_tree, source_tree
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
    before = read_catalog(arguments.against) if arguments.against else _committed(path, root)
    termbase = read_termbase(sources, root=root)
    preview = Preview(termbase, locales, language, before, quality=read_quality(sources, [], root=root), root=root)
    views = preview.views(arguments.concept)

    def lines(concept: str) -> list[str]:
        try:
            return entry(preview.glossary[concept])
        except ImstermsError as error:
            return [f"{concept} cannot be shown: {error}"]

    for view in views:
        print("\n".join(_text(view, lines(view.concept) if view.concept else [f"# {view.name}"])), end="\n\n")
    if not views:
        print("nothing has changed")
    return 1 if any(view.findings for view in views) else 0


def _committed(path: str, root: str) -> Catalog | None:
    content = committed(path)
    return None if content is None else parse_catalog(content, f"HEAD:{os.path.relpath(path, root)}")


def _text(view: View, lines: list[str]) -> list[str]:
    found = list(lines)
    if view.changes:
        found += ["", "Changes:"]
        for change in view.changes:
            found.append(f"  {change.message.context}")
            found += [f"  - {_shown(change.before)}"] * any(change.before)
            found += [f"  + {_shown(change.after)}"] * any(change.after)
    if view.sentences:
        found += ["", "In the articles:"]
        for sentence in view.sentences:
            found.append(f"  {sentence.text} ({sentence.where})")
            found += [f"    ! {sentence.problem}"] * bool(sentence.problem)
    if view.findings:
        found += ["", "Findings:", *(f"  {finding}" for finding in view.findings)]
    return found


def _shown(texts: tuple[str, ...]) -> str:
    """Return the texts of a message on one line."""
    return " | ".join(text.replace("\n", " / ") for text in texts)
