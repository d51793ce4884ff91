"""Check the catalogs.

Each problem is one line: path, line, code, name of the rule, and what to do. Exit status 1 if there are any. A
translator who means what a rule objects to writes a comment above the message: # imsterms: ignore rule-name: reason
"""

from __future__ import annotations

import argparse

from ...catalogs.files import existing
from ...checks.check import check_catalog
from ...checks.content import read_content
from ...checks.pages import page
from ...checks.quality import read_quality
from ...checks.remembered import Remembered, anew, basis
from ...checks.rules import RULES
from ...errors import CatalogError
from ...findings import Finding
from ...languages.profile import no_profile, profile
from ...loading import layers
from ...termbase.source import read_sources, refuse
from ..formats import progress
from ..options import add_source_tree, source_tree
from ..output import add_report, explain, print_note, print_text, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="language of a catalog (default: all)")
    parser.add_argument(
        "--skip", action="append", default=[], metavar="RULE", help="leave a rule out, such as not-translated"
    )
    parser.add_argument("--no-cache", action="store_true", help="check anew what has not changed since the last run")
    add_report(parser)
    add_source_tree(parser, over=True)


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        status = explain(arguments.explain)
        if arguments.explain != "all" and (name := page(arguments.explain).name) in {rule.name for rule in RULES}:
            print_text(f"\nIf it is meant, write above the message:\n# imsterms: ignore {name}: reason")
        return status
    skip = {page(name).name for name in arguments.skip}
    sources, locales, root = source_tree(arguments)
    known, make = layers(arguments.with_built_in)
    termbase, wrong = read_sources(sources, root=root, known=known)
    refuse(wrong)
    findings: list[Finding] = []
    quality = read_quality(sources, findings, root=root)
    try:
        content = read_content(termbase, locales, quality, root=root, required=True, make=make)
    except CatalogError as error:
        return report(error.findings, arguments.format, "catalog check")
    refuse(content.data.wrong())
    shared = None if arguments.no_cache or arguments.with_built_in else basis(content, sources)
    languages = [catalog.language for catalog in content.catalogs]
    chosen = {existing(language, languages) for language in arguments.language}
    for catalog in progress("catalog check")(content.catalogs):
        if not chosen or catalog.language in chosen:
            if not profile(catalog.language).exists:
                note = f"note: {no_profile(catalog.language)}. Until then only the rules that suit any language apply."
                print_note(note)
            remembered = Remembered(catalog, shared) if shared else None
            findings += check_catalog(catalog, skip=skip, remember=remembered or anew)
            if remembered:
                remembered.save()
    return report(findings, arguments.format, "catalog check")
