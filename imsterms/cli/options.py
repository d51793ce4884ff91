"""Options that several commands share, and reading what they name."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import FileError
from ..facade import VERSION, Glossary, built_in, glossary
from ..files import decode, read_stream, read_text
from ..languages.tags import SOURCE, match
from ..lexicon.find import find
from .output import print_note

if TYPE_CHECKING:
    from ..catalogs.cache import CachedOfFile
    from ..catalogs.data import SourceData


class Command(argparse.ArgumentParser):
    """A command, whose arguments and help are in a module that is imported when it is called."""

    module = ""

    def fill(self) -> None:
        """Add the arguments and the help of the command's module, once."""
        if self.module:
            module, self.module = import_module(self.module), ""
            self.epilog = " ".join((module.__doc__ or "").partition("\n\n")[2].split())
            module.add_arguments(self)
            self.set_defaults(run=getattr(module, "run", None))  # a group of commands has none

    def parse_known_args(self, *arguments: Any, **options: Any) -> Any:
        self.fill()
        return super().parse_known_args(*arguments, **options)


def add_commands(parser: argparse.ArgumentParser, dest: str, purposes: Mapping[str, str], package: str) -> None:
    """Add commands, each with what it does and a module in ``package``."""
    commands = parser.add_subparsers(dest=dest, metavar="COMMAND", required=True, parser_class=Command)
    for name, purpose in purposes.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        command.module = f"{package}.{name}"


def add_language(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Add ``--lang``."""
    default = "" if required else " (default: from the settings, else the locale, else English)"
    parser.add_argument("--lang", metavar="TAG", required=required, help=f"language: nb, nn or en{default}")


def add_termbase(parser: argparse.ArgumentParser) -> None:
    """Add ``--from`` and ``--with-built-in``."""
    parser.add_argument("--from", dest="termbase", metavar="DIR", help="a termbase of your own, or an imported one")
    parser.add_argument("--with-built-in", action="store_true", help="with --from: on top of the built-in termbase")


def add_glossary(parser: argparse.ArgumentParser) -> None:
    """Add what ``open_glossary`` asks for: ``--lang``, ``--fallback``, ``--from`` and ``--with-built-in``."""
    add_termbase(parser)
    add_language(parser, required=False)
    parser.add_argument(
        "--fallback", action="store_true", help="use Bokmål or English where the language has no words yet"
    )


def add_json(parser: argparse._ActionsContainer) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def add_audience(parser: argparse.ArgumentParser) -> None:
    """Add ``--audience``."""
    parser.add_argument(
        "--audience",
        choices=("professional", "patient"),
        default="professional",
        help="patient: explanations instead of definitions, and the plain wording at a term's first use",
    )


def open_glossary(arguments: argparse.Namespace) -> Glossary:
    """Return the glossary that ``--lang``, ``--fallback``, ``--from`` and ``--with-built-in`` ask for.

    What they leave open is as the settings of the project say. Which language was assumed is printed on standard error
    if that is a terminal, and how far a language is that is not offered to visitors yet in any case.
    """
    from ..checks.text.settings import find_settings

    settings = find_settings(os.getcwd())
    own = arguments if arguments.termbase else settings
    languages, opens = open_termbase(own.termbase, own.with_built_in)
    assumed = arguments.lang is None
    language = assumed_language(languages, settings.lang) if assumed else arguments.lang
    opened = opens(language, fallback=arguments.fallback)
    if assumed and sys.stderr.isatty():
        print_note(f"note: showing {opened.language}; choose another language with --lang")
    progress = opened.progress
    if not progress["offered"]:
        parts = {"terms": "terms", "texts": "definitions and explanations", "words": "words of the interface"}
        counts = (f"{progress[part][0]} of {progress[part][1]} {name}" for part, name in parts.items())  # type: ignore[literal-required]
        print_note(f"note: '{opened.language}' is not complete: it has {', '.join(counts)}")
    return opened


def assumed_language(languages: tuple[str, ...], stated: str | None) -> str:
    """Return the language of ``languages`` that the settings of the project state, or else the locale."""
    said = (stated, *map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")))
    wanted = next((tag for tag in said if tag), SOURCE)
    first = SOURCE if SOURCE in languages else languages[0]
    return match(wanted, languages) or first


def hint(opened: Glossary, word: str) -> str:
    """Return where a word that is not found in a glossary would be; empty where it is nowhere."""
    for language in opened.languages:
        if language != opened.language and find(opened.in_language(language), word):
            return f"'{word}' is a term in {language}: add --lang {language}"
    systems = [name for name in opened.code_systems if word[-1:].isalnum() and opened.by_code(name, word)]
    return f"'{word}' is a code: imsterms code {systems[0]} {word}" if systems else ""


def open_termbase(folder: str | None, with_built_in: bool = False) -> tuple[tuple[str, ...], Callable[..., Glossary]]:
    """Return the languages of the built-in termbase or of one in a folder, and what opens the glossary of one."""
    if folder is None:
        return built_in().languages, glossary
    from ..loading import load_termbase

    termbase = load_termbase(folder, built_in(), over=with_built_in, version=VERSION)
    return termbase.languages, termbase.glossary


def read_input(path: str) -> str:
    """Return the text of a file, or of standard input for ``-``. Raises FileError."""
    if path != "-":
        return read_text(path)
    return decode(read_stream(sys.stdin.buffer, "standard input"), "standard input")


def add_source_tree(parser: argparse.ArgumentParser) -> None:
    """Add ``--sources`` and ``--locales``, the folders that the catalog commands work on, and ``--with-built-in``."""
    parser.add_argument("--sources", metavar="DIR", help="folder with concepts/*.yaml (default: that of this checkout)")
    parser.add_argument("--locales", metavar="DIR", help="folder of the catalogs (default: that of this checkout)")
    parser.add_argument("--with-built-in", action="store_true", help="with --sources: on top of the built-in termbase")


def add_no_cache(parser: argparse.ArgumentParser) -> None:
    """Add ``--no-cache``."""
    parser.add_argument("--no-cache", action="store_true", help="make anew what has not changed since the last run")


def cached(arguments: argparse.Namespace, what: str, files: Iterable[tuple[str, str]]) -> dict[str, CachedOfFile]:
    """Return what was made of (language, path) pairs and the sources before, by path.

    Empty without a cache, or where a file cannot be read.
    """
    from ..catalogs.cache import CachedOfFile, basis

    sources, _, root = source_tree(arguments)
    if arguments.no_cache or arguments.with_built_in:
        return {}
    try:
        made_from = basis(sources), root
        return {path: CachedOfFile(what, path, language, *made_from) for language, path in files}
    except FileError:
        return {}


def source_tree(arguments: argparse.Namespace) -> tuple[str, str, str]:
    """Return the folders of the YAML and of the catalogs, and what paths in messages are relative to.

    With ``--sources`` alone, the catalogs lie in ``locales`` below or beside it, below with ``--with-built-in``. Raises
    FileError where there are no sources, as in an installed wheel.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sources, locales = arguments.sources, arguments.locales
    if sources is None:
        if not os.path.isdir(os.path.join(package, "data")):  # installed, and perhaps run in a checkout
            package = os.path.join(os.getcwd(), "imsterms")
        sources = os.path.join(package, "data")
        if not os.path.isdir(sources):
            raise FileError(
                "this is an installed imsterms, which has no sources; work in a checkout of the project, "
                "or name the folders with --sources DIR --locales DIR"
            )
        root = os.path.dirname(package)
        return sources, locales or os.path.join(root, "locales"), root if locales is None else os.getcwd()
    if not os.path.isdir(sources):
        raise FileError(f"{sources} is not a folder; --sources names the folder that holds concepts/*.yaml")
    if locales is None:
        below, beside = (os.path.join(path, "locales") for path in (sources, os.path.dirname(os.path.abspath(sources))))
        locales = below if os.path.isdir(below) or arguments.with_built_in else beside
    return sources, locales, os.getcwd()


def source_data(arguments: argparse.Namespace, *, translated: bool = False) -> tuple[SourceData, str, str]:
    """Return the data of the sources, with ``translated`` those of their catalogs too, and the other two that
    ``source_tree`` returns.

    Raises SourceError, CatalogError.
    """
    from ..catalogs.data import read_catalogs
    from ..loading import layers
    from ..termbase.source import read_sources, refuse

    sources, locales, root = source_tree(arguments)
    known, make = layers(arguments.with_built_in)
    termbase, findings = read_sources(sources, root=root, known=known)
    data = make(termbase, read_catalogs(locales, root=root) if translated else {}, VERSION)
    refuse(findings + data.wrong())
    return data, locales, root
