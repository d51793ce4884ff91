"""Check the terms of texts: leaflets, pages, catalogs.

Files are read by their names (.md, .html, .po; anything else is plain text), folders with all files of these kinds and
.txt in them, - is standard input. The settings come from the section lint in .imsterms.yaml, [tool.imsterms.lint] in
pyproject.toml or [imsterms:lint] in setup.cfg: lang, enable, disable, claim_words, exclude. --fix fixes what can be
fixed safely; with - the fixed text goes to standard output. Exit status 1 if anything is found, or left after --fix.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import TYPE_CHECKING, TextIO

from .options import read_input
from .report import explain

if TYPE_CHECKING:
    from ..checks.text.settings import Settings
    from ..facade import Glossary
    from ..findings import Finding

FORMATS = ("text", "json", "github", "sarif")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from ..recognition.readers import FORMATS as INPUTS

    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders, or - for standard input")
    parser.add_argument(
        "--lang", metavar="TAG", help="language of the texts: nb, nn or en (default: the configuration's)"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text: with the line and a caret; github: marks in a pull request; sarif: SARIF 2.1.0 (default: text)",
    )
    parser.add_argument("--fix", action="store_true", help="make the suggestions that prove themselves, in the files")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix: make the others too; read what changed"
    )
    parser.add_argument(
        "--enable", metavar="RULE", action="append", default=[], help="run a rule that is off by default"
    )
    parser.add_argument("--disable", metavar="RULE", action="append", default=[], help="do not run a rule")
    parser.add_argument(
        "--input-format", choices=tuple(INPUTS), help="read every text as this format; overrides the file extension"
    )
    parser.add_argument("--config", metavar="PATH", help="a file with settings (default: that of the project)")
    parser.add_argument("--explain", metavar="RULE", help="print a rule's page, by code or name; 'all' lists the rules")


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        return explain(arguments.explain)
    from ..checks.text.lint import chosen
    from ..checks.text.settings import find_settings, read_settings
    from ..errors import ImstermsError
    from ..facade import glossary

    if arguments.unsafe_fixes and not arguments.fix:
        raise ImstermsError("--unsafe-fixes goes with --fix")
    if not arguments.paths:
        raise ImstermsError("name the files or folders to check, or - for standard input")
    settings = read_settings(arguments.config) if arguments.config else find_settings(os.getcwd())
    settings = settings.with_rules(arguments.enable, arguments.disable)
    chosen(settings)  # a misspelt rule is said before anything else
    language = arguments.lang or settings.lang
    if not language:
        raise ImstermsError("specify the language of the texts: --lang nb, or lang in the configuration")
    return _Run(arguments, glossary(language), settings).run()


class _Run:
    """One run over all files."""

    def __init__(self, arguments: argparse.Namespace, glossary: Glossary, settings: Settings) -> None:
        self.arguments = arguments
        self.glossary = glossary
        self.settings = settings
        self.findings: list[Finding] = []
        self.fixed = 0
        # with "-" and --fix, standard output is for the text
        self.out: TextIO = sys.stderr if arguments.fix and "-" in arguments.paths else sys.stdout

    def run(self) -> int:
        for path in files(self.arguments.paths, self.settings.exclude):
            self.check(path)
        self.finish()
        return 1 if self.findings else 0

    def check(self, path: str) -> None:
        from ..checks.lines import Lines
        from ..checks.reports import as_text
        from ..checks.text.lint import fix, lint
        from ..files import write_atomically
        from ..recognition.readers import format_of

        text = read_input(path)
        form = self.arguments.input_format or format_of(path)
        if self.arguments.fix:
            unsafe = self.arguments.unsafe_fixes
            fixed = fix(self.glossary, text, format=form, settings=self.settings, path=path, unsafe=unsafe)
            if path == "-":
                sys.stdout.write(fixed.text)
            elif fixed.edits:
                write_atomically(path, _with_mark(path, fixed.text))
            text, findings = fixed.text, fixed.remaining
            self.fixed += fixed.edits
        else:
            findings = lint(self.glossary, text, format=form, settings=self.settings, path=path)
        self.findings += findings
        if findings and self.arguments.format == "text":
            print(as_text(findings, Lines(text)), file=self.out)

    def finish(self) -> None:
        from ..checks.reports import written
        from ..facade import VERSION

        form = self.arguments.format
        if form == "text":
            self.summary()
        elif self.findings or form != "github":
            print(written(self.findings, form, VERSION), file=self.out)

    def summary(self) -> None:
        """Say on standard error how much was found."""
        parts = []
        if self.fixed:
            parts.append(f"{self.fixed} fixed")
        if self.findings:
            count = len(self.findings)
            parts.append("1 problem" if count == 1 else f"{count} problems")
            fixable = sum(one.fixable for one in self.findings)
            if fixable and not self.arguments.fix:
                parts.append(f"--fix fixes {fixable}")
            parts.append("'imsterms lint --explain RULE' explains a rule")
        if parts:
            print("; ".join(parts), file=sys.stderr)


def files(paths: list[str], exclude: tuple[str, ...]) -> Iterator[str]:
    """Yield the files to check: those named, and those of the kinds we read in the folders named; each once."""
    from ..files import files_below
    from ..recognition.readers import FORMATS as INPUTS

    endings = tuple(ending for ends in INPUTS.values() for ending in ends if ending)
    seen = set()
    for path in paths:
        inside = [path]
        if path != "-" and os.path.isdir(path):
            inside = [one for one in files_below(path, "") if one.lower().endswith(endings)]
        for one in inside:
            name = one if one == "-" else os.path.normpath(one).replace(os.sep, "/")
            if name not in seen and not any(fnmatch(name, pattern) for pattern in exclude):
                seen.add(name)
                yield name


def _with_mark(path: str, text: str) -> bytes:
    """Return the bytes to write: with a byte order mark where the file had one."""
    from ..files import read_bytes

    mark = read_bytes(path).startswith(b"\xef\xbb\xbf")
    return (b"\xef\xbb\xbf" if mark else b"") + text.encode("utf-8")
