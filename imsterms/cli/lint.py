"""Check the terms of texts: leaflets, pages, documents, catalogs.

File names tell the formats (.txt, .md, .mdx, .rst, .html, .po, .xlf, .docx, .odt); of a folder, all such files are
checked; - is standard input. The settings come from the section lint in .imsterms.yaml, [tool.imsterms.lint] in
pyproject.toml or [imsterms:lint] in setup.cfg: lang, languages, termbase, with_built_in, enable, disable, claim_words,
exclude. The language of a part is that of its element (lang="nn"), else what languages gives the path ("en/* = en"),
else what the document says of itself, else --lang, else lang in the settings. --fix applies the suggestions that are
certain; with - the fixed text goes to standard output. Exit status 1 if anything is found, or left after --fix, and 2
if anything could not be read.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import TextIO

from ..checks.lines import Lines
from ..checks.reports import as_text, written
from ..checks.text.lint import chosen, fix, lint
from ..checks.text.settings import Settings, find_settings, read_settings
from ..errors import FileError, ImstermsError, UnknownLanguageError
from ..facade import VERSION, Glossary
from ..files import files_below, read_bytes, read_text, starts_with_mark, write_atomically
from ..findings import Finding
from ..recognition.readers import FORMATS as INPUTS
from ..recognition.readers import Document, known_format, read
from ..recognition.readers.office import ENDINGS, commented, read_office
from .options import add_termbase, open_termbase, read_input
from .output import add_report, explain, print_error, print_note, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders, or - for standard input")
    parser.add_argument("--lang", metavar="TAG", help="language of texts that do not state theirs: nb, nn or en")
    add_termbase(parser)
    add_report(parser)
    parser.add_argument("--fix", action="store_true", help="apply the suggestions that are certain, in the files")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix: apply the other suggestions too")
    parser.add_argument("--comments", metavar="OUT.docx", help="write a copy of a .docx with each finding as a comment")
    parser.add_argument(
        "--bilingual",
        action="store_true",
        help="in catalogs, check the terms of translations against the English texts",
    )
    parser.add_argument(
        "--enable", metavar="RULE", action="append", default=[], help="run a rule that is off by default"
    )
    parser.add_argument("--disable", metavar="RULE", action="append", default=[], help="do not run a rule")
    parser.add_argument(
        "--input-format", choices=tuple(INPUTS), help="read every text as this format; overrides the file extension"
    )
    parser.add_argument("--config", metavar="PATH", help="a file with settings (default: that of the project)")


def run(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        return explain(arguments.explain)
    if arguments.unsafe_fixes and not arguments.fix:
        raise ImstermsError("--unsafe-fixes goes with --fix")
    if arguments.comments and (len(arguments.paths) != 1 or not arguments.paths[0].lower().endswith(".docx")):
        raise ImstermsError("--comments is for one .docx file: imsterms lint leaflet.docx --comments checked.docx")
    if not arguments.paths:
        raise ImstermsError("name the files or folders to check, or - for standard input")
    settings = read_settings(arguments.config) if arguments.config else find_settings(os.getcwd())
    enabled = [*arguments.enable, *(("term-not-translated", "other-term") if arguments.bilingual else ())]
    settings = settings.with_rules(enabled, arguments.disable)
    chosen(settings)  # a misspelt rule is said before anything else
    return _Run(arguments, settings).run()


class _Run:
    """One run over all files."""

    def __init__(self, arguments: argparse.Namespace, settings: Settings) -> None:
        self.arguments = arguments
        self.settings = settings
        self.language = arguments.lang or settings.lang
        own = (arguments.termbase, arguments.with_built_in)
        _, self.glossary_in = open_termbase(*own if own[0] else (settings.termbase, settings.with_built_in))
        if self.language:
            self.glossary_in(self.language)  # a misspelt tag is said before anything else
        self.findings: list[Finding] = []
        self.fixed = self.seen = self.refused = 0
        self.passed_over: Counter[str] = Counter()
        """How many files in folders have each ending that there is no reader for."""
        self.left_alone: Counter[str] = Counter()
        """How many parts of documents are in each language that the termbase does not have."""
        self.said: Counter[str] = Counter()
        """How many documents say that they are in another language than ``--lang``."""
        # with "-" and --fix, standard output is for the text
        self.out: TextIO = sys.stderr if arguments.fix and "-" in arguments.paths else sys.stdout

    def run(self) -> int:
        for path in self.files():
            try:
                self.check(path)
            except FileError as error:  # the others are read all the same
                self.refuse(error)
        if self.passed_over:
            count = self.passed_over.total()
            kinds = ", ".join(sorted(self.passed_over)[:12]) + (" ..." if len(self.passed_over) > 12 else "")
            files = "1 file was" if count == 1 else f"{count} files were"
            print_note(f"note: {files} not read; there is no reader for {kinds}")
        self.finish()
        if self.refused:
            return 2
        if not self.seen:
            raise ImstermsError(f"nothing was read: no file of a known kind in {', '.join(self.arguments.paths)}")
        return 1 if self.findings else 0

    def files(self) -> Iterator[str]:
        """Yield the files that are named, and those of the kinds we read in the folders that are named; each once."""
        passed: set[str] = set()
        for path in self.arguments.paths:
            folder = path != "-" and os.path.isdir(path)
            for file in files_below(path, "", self.refuse) if folder else [path]:
                name = file if file == "-" else os.path.normpath(file).replace(os.sep, "/")
                if name in passed:
                    continue
                passed.add(name)
                if any(fnmatch(name, pattern) for pattern in self.settings.exclude):
                    self.seen += 1
                    continue
                ending = os.path.splitext(name)[1]
                known = known_format(name) or name.lower().endswith(ENDINGS)
                if known and (ending or not folder) or self.arguments.input_format and not folder:
                    self.seen += 1
                    yield name
                elif folder:
                    self.passed_over[ending or os.path.basename(name)] += 1
                else:
                    raise FileError(
                        f"{name}: there is no reader for {ending} files; specify how to read it: --input-format text"
                    )

    def refuse(self, error: OSError) -> None:
        """Say that a file or a folder cannot be read."""
        self.refused += 1
        if not isinstance(error, FileError):
            error = FileError(f"{error.filename} cannot be read: {error.strerror}")
        print_error(error)

    def check(self, path: str) -> None:
        if path.lower().endswith(ENDINGS):
            self.check_office(path)
            return
        text = read_input(path)
        form = self.arguments.input_format or known_format(path) or "text"
        document = read(text, form)
        language, glossaries = self.glossaries(path, document)
        if self.arguments.fix:
            text = self.fix(path, text, form, language, glossaries)
            document = read(text, form)
        self.lint(path, text, document, language, glossaries)

    def check_office(self, path: str) -> None:
        """Check a document of Word or LibreOffice, which is never changed: a person decides there."""
        if self.arguments.fix:
            print_note(f"note: {path}: --fix does not edit office files; --comments OUT.docx shows findings")
        content = read_bytes(path)
        text, document = read_office(content, path)
        findings = self.lint(path, text, document, *self.glossaries(path, document))
        if self.arguments.comments:
            write_atomically(self.arguments.comments, commented(content, path, findings))

    def fix(self, path: str, text: str, form: str, language: str, glossaries: list[Glossary]) -> str:
        """Make the suggestions in a text, and return it."""
        before, unsafe = text, self.arguments.unsafe_fixes
        for glossary in glossaries:
            fixed = fix(
                glossary, text, format=form, settings=self.settings, path=path, language=language, unsafe=unsafe
            )
            text = fixed.text
            self.fixed += fixed.edits
        if path == "-":
            sys.stdout.write(text)
        elif text != before:
            if read_text(path) != before:
                raise FileError(f"{path} was saved by another program meanwhile; it was not changed, run again")
            write_atomically(path, "\ufeff" * starts_with_mark(path) + text)
        return text

    def lint(
        self, path: str, text: str, document: Document, language: str, glossaries: list[Glossary]
    ) -> list[Finding]:
        """Find what is wrong in a document, and print it if it is for people."""
        findings: list[Finding] = []
        for glossary in glossaries:
            findings += lint(glossary, text, settings=self.settings, path=path, language=language, document=document)
        findings.sort()
        self.findings += findings
        if findings and self.arguments.format == "text":
            print_text(as_text(findings, Lines(text)), file=self.out)
        return findings

    def glossaries(self, path: str, document: Document) -> tuple[str, list[Glossary]]:
        """Return the language of a document's unmarked parts, and a glossary for each language that it is in."""
        said = self.settings.language_of(path) or document.language
        language = said or self.language
        if not language:
            raise ImstermsError(
                f"{path} does not say its language; specify the language with --lang nb, or in the configuration"
            )
        glossaries: dict[str, Glossary] = {}
        for tag in dict.fromkeys([language, *(segment.language or language for segment in document.segments)]):
            try:
                glossary = self.glossary_in(tag)
            except UnknownLanguageError:
                self.left_alone[tag] += 1
            else:
                glossaries[glossary.language] = glossary
                if tag == said and self.language and glossary.language != self.glossary_in(self.language).language:
                    self.said[glossary.language] += 1
        return language, list(glossaries.values())

    def finish(self) -> None:
        """Report what was found over all files; how much, and what was left alone, goes to standard error."""
        for tag, count in sorted(self.said.items()):
            print_note(f"note: {_documents(count)} in '{tag}', as stated there or in the settings")
        for tag, count in sorted(self.left_alone.items()):
            print_note(f"note: {_documents(count)} in '{tag}', which the termbase does not have; ignored")
        form = self.arguments.format
        if form != "text":
            if self.findings or form != "github":
                print(written(self.findings, form, VERSION), file=self.out)
            return
        parts = [f"{self.fixed} fixed"] if self.fixed else []
        if count := len(self.findings):
            parts.append("1 problem" if count == 1 else f"{count} problems")
            fixable = sum(finding.fixable for finding in self.findings)
            if fixable and not self.arguments.fix:
                parts.append(f"--fix fixes {fixable}")
            parts.append("'imsterms lint --explain RULE' explains a rule")
        if parts:
            print_note("; ".join(parts))


def _documents(count: int) -> str:
    return "1 document is" if count == 1 else f"{count} documents are"
