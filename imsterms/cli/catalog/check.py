"""Check the catalogs.

Each problem is one line: path, line, code, name of the rule, and what to do. Exit status 1 if there are any. A
translator who means what a rule objects to writes a comment above the message: # imsterms: ignore rule-name: reason
"""

import argparse
from contextlib import suppress

from ...catalogs.files import catalogs
from ...catalogs.update import wanted_files
from ...checks.check import check_catalog
from ...checks.content import Wording, read_content
from ...checks.pages import page
from ...checks.quality import read_quality
from ...checks.remembered import Remembered, anew
from ...checks.rules import RULES
from ...errors import CatalogError, FileError
from ...findings import Finding
from ...languages.profile import no_profile, profile
from ...loading import layers
from ...termbase.source import read_sources, refuse
from ..formats import progress
from ..options import add_no_cache, add_source_tree, source_tree
from ..output import add_report, explain, print_note, print_text, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="language of a catalog (default: all)")
    parser.add_argument(
        "--skip", action="append", default=[], metavar="RULE", help="leave a rule out, such as not-translated"
    )
    add_no_cache(parser)
    add_report(parser)
    add_source_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        status = explain(arguments.explain)
        if arguments.explain != "all" and (name := page(arguments.explain).name) in {rule.name for rule in RULES}:
            print_text(f"\nIf it is meant, write above the message:\n# imsterms: ignore {name}: reason")
        return status
    skip = {page(name).name for name in arguments.skip}
    sources, locales, root = source_tree(arguments)
    present = dict(catalogs(locales))
    chosen = [language for language, _ in wanted_files(locales, arguments.language if present else ())[1:]]
    remembered = None
    if present and not (arguments.no_cache or arguments.with_built_in):
        with suppress(FileError):  # the reader of the file says what is wrong
            remembered = Remembered(sources, present, root, skip)
    found = {language: remembered.findings(language) if remembered else None for language in chosen}
    findings: list[Finding] = []
    wordings: dict[str, Wording] = {}
    if not found or None in found.values():
        known, make = layers(arguments.with_built_in)
        termbase, wrong = read_sources(sources, root=root, known=known)
        refuse(wrong)
        quality = read_quality(sources, findings, root=root)
        if findings:
            remembered = None
        try:
            if remembered:
                content = remembered.content(termbase, quality)
            else:
                content = read_content(termbase, locales, quality, root=root, required=True, make=make)
        except CatalogError as error:
            return report(error.findings, arguments.format, "catalog check")
        refuse(content.data.wrong())
        wordings = {catalog.language: catalog for catalog in content.catalogs}
    for language in progress("catalog check")(chosen):
        if not profile(language).exists:
            print_note(f"note: {no_profile(language)}. Until then only the rules that suit any language apply.")
        these = found[language] or (remembered.findings(language) if remembered else None)
        if these is None:
            catalog = wordings[language]
            these = check_catalog(catalog, skip=skip, remember=remembered.parts(catalog) if remembered else anew)
            if remembered:
                remembered.save(catalog, these)
        findings += these
    return report(findings, arguments.format, "catalog check")
