"""Read a termbase from its YAML sources.

A source tree is a folder with ``concepts/*.yaml`` (one file per subject field), and where there are any
``articles/*.yaml``, ``interface.yaml``, ``sources.yaml``, ``signs.yaml`` and ``code_systems.yaml``. ``termbase.yaml``
says which language other than English the sources are in (``language: es``), when a language is offered
(``complete: 90``, ``offered: [da]``), and the title, publisher, licence and version. Every problem of a run is
reported, not just the first.
"""

import os
from collections.abc import Callable, Container, Iterable
from typing import TypeVar

from .. import limits
from ..errors import SourceError
from ..files import files_below, shown_path
from ..findings import Finding
from ..languages import english
from ..languages.tags import SOURCE, is_english
from . import entries, model
from .entries import ID, EntryReader
from .nodes import Node, read

_T = TypeVar("_T")
_UNREAD = ("IMS001", "IMS002", "IMS003")


def read_termbase(folder: str | os.PathLike[str], *, root: str | None = None) -> model.Termbase:
    """Return the termbase whose YAML is in ``folder``.

    ``root`` is what paths in findings are relative to (default: the folder itself). Raises SourceError with all
    findings of the reading and of ``validate``.
    """
    from .validate import validate

    termbase, findings = read_sources(folder, root=root)
    refuse(findings + validate(termbase))
    return termbase


def refuse(findings: Iterable[Finding], error: type[SourceError] = SourceError) -> None:
    """Raise the error with the findings, a line each, if there are any."""
    # a file that cannot be read comes first: its concepts are missing everywhere else
    ordered = sorted(set(findings), key=lambda one: (one.code not in _UNREAD, one))
    if ordered:
        rest = [f"... and {len(ordered) - limits.PROBLEMS} more"] if len(ordered) > limits.PROBLEMS else []
        raise error("\n".join((*map(str, ordered[: limits.PROBLEMS]), *rest)), ordered)


def read_sources(
    folder: str | os.PathLike[str], *, root: str | None = None, known: Container[str] = ()
) -> tuple[model.Termbase, list[Finding]]:
    """Return the termbase in ``folder`` as far as it can be read, and what is wrong with the files.

    ``known`` are the concepts of the termbase below this one: entries for them need no term, nor does there
    have to be any entry at all.
    """
    base = os.fspath(folder)
    reader = _Reader(os.path.abspath(root if root is not None else base), known)
    if not known and not os.path.isdir(os.path.join(base, "concepts")):
        reader.add(
            base, 0, "IMS005", "no-concepts", "there is no folder 'concepts' here; a termbase has concepts/*.yaml"
        )
    reader.read_about(os.path.join(base, "termbase.yaml"))
    for path in files_below(os.path.join(base, "concepts"), ".yaml"):
        reader.read_concepts(path)
    for path in files_below(os.path.join(base, "articles"), ".yaml"):
        reader.read_article(path)
    reader.read_interface(os.path.join(base, "interface.yaml"))
    termbase = model.Termbase(
        reader.concepts,
        reader.articles,
        reader.interface,
        reader.named(os.path.join(base, "sources.yaml"), model.Source, entries.SOURCE, "title"),
        root=reader.root,
        folder=os.path.abspath(base),
        code_systems=reader.named(
            os.path.join(base, "code_systems.yaml"), model.CodeSystem, entries.CODE_SYSTEM, "name"
        ),
        signs=reader.named(os.path.join(base, "signs.yaml"), model.SignEntry, entries.SIGN, "urgency"),
        about={name: reader.about.pop(name) for name in model.ABOUT if name in reader.about},
        **reader.about,
    )
    return termbase, reader.findings


class _Reader:
    """Collects entries and findings over the files of one termbase."""

    def __init__(self, root: str, known: Container[str] = ()) -> None:
        self.root = root
        self.known = known
        self.about: entries.Values = {}
        self.findings: list[Finding] = []
        self.concepts: dict[str, model.ConceptEntry] = {}
        self.articles: dict[str, model.ArticleEntry] = {}
        self.interface: dict[str, model.InterfaceWord] = {}

    def add(self, path: str, line: int, code: str, rule: str, message: str) -> None:
        self.findings.append(Finding(self.shown(path), line, code, rule, message))

    def shown(self, path: str) -> str:
        """Return ``path`` as it is named in findings and catalogs."""
        return shown_path(path, self.root)

    def mapping(self, path: str) -> dict[str, Node]:
        """Return a file's root mapping with its keys' lines; nothing where there is no such file, or with a finding."""
        node = read(path, self.shown(path), self.findings) if os.path.exists(path) else None
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.add(path, node.line, "IMS006", "wrong-shape", "the file must contain a mapping of names to entries")
            return {}
        return {key: Node(value.value, (node.keys or {})[key], value.keys) for key, value in node.value.items()}

    # one kind of file each

    def read_about(self, path: str) -> None:
        node = read(path, self.shown(path), self.findings) if os.path.exists(path) else None
        if node is not None:
            self.about = EntryReader(self.add, path, "termbase", node, entries.ABOUT).values()

    def read_concepts(self, path: str) -> None:
        field = os.path.splitext(os.path.basename(path))[0]
        if not ID.match(field):
            self.add(path, 0, "IMS007", "bad-name", f"'{field}' is not a valid subject field; use snake_case")
        for name, node in self.mapping(path).items():
            entry = EntryReader(self.add, path, name, node, entries.CONCEPT)
            if not ID.match(name):
                self.add(path, node.line, "IMS007", "bad-name", _bad_id(name))
            elif name in self.concepts:
                first = self.concepts[name]
                message = (
                    f"the concept '{name}' is defined a second time; the first is {first.path}:{first.lines['id']}"
                )
                self.add(path, node.line, "IMS203", "duplicate-concept", message)
            else:
                values = entry.values()
                if "replaced_by" not in values and name not in self.known:
                    entry.require("term")
                lines = {"id": node.line, **(node.keys or {})}
                self.add_plural(path, lines, values)
                values["facts"] = {fact: values.pop(fact) for fact in model.FACTS if fact in values}
                self.concepts[name] = model.ConceptEntry(name, field, path=self.shown(path), lines=lines, **values)

    def add_plural(self, path: str, lines: dict[str, int], values: entries.Values) -> None:
        """Add the plural where English sources state none and it is regular."""
        term = values.get("term", model.NOTHING)
        if not is_english(self.about.get("language", SOURCE)) or term == model.NOTHING or "plural" in values:
            return
        if values.get("part_of_speech", "noun") == "noun":
            values["plural"] = english.plural(term) or model.NOTHING
            if values["plural"] == model.NOTHING:
                message = (
                    f"no rule gives the plural of '{term}'; state it (plural: ...), "
                    'or write plural: "-" if the noun is not counted'
                )
                self.add(path, lines["term"], "IMS009", "missing-key", message)

    def read_article(self, path: str) -> None:
        name = os.path.splitext(os.path.basename(path))[0]
        node = read(path, self.shown(path), self.findings)
        if node is None:
            return
        entry = EntryReader(self.add, path, name, node, entries.ARTICLE)
        entry.require("title")
        entry.require("blocks")
        if not ID.match(name):
            self.add(path, 0, "IMS007", "bad-name", _bad_id(name))
            return
        values = entry.values()
        if "title" in values and "blocks" in values:
            self.articles[name] = model.ArticleEntry(name, path=self.shown(path), line=node.line, **values)

    def read_interface(self, path: str) -> None:
        for group, node in self.mapping(path).items():
            if not isinstance(node.value, dict):
                self.add(path, node.line, "IMS006", "wrong-shape", f"'{group}' must be a mapping of names to words")
                continue
            for key, word in node.value.items():
                name = f"{group}.{key}"
                if isinstance(word.value, dict):
                    values = EntryReader(self.add, path, name, word, entries.WORD).values()
                else:
                    values = {"text": EntryReader(self.add, path, name, word, {}).text(word, name)}
                if values.get("text"):
                    self.interface[name] = model.InterfaceWord(name, path=self.shown(path), line=word.line, **values)

    def named(self, path: str, kind: Callable[..., _T], table: entries.Table, needed: str) -> dict[str, _T]:
        """Return the entries of a file that have a good name and the key ``needed``."""
        named = {}
        for name, node in self.mapping(path).items():
            entry = EntryReader(self.add, path, name, node, table)
            entry.require(needed)
            if table is entries.CODE_SYSTEM and name != name.lower():
                message = f"'{name}' is not a valid code system; write it in lower case, as `codes` does (icd-10)"
                self.add(path, node.line, "IMS007", "bad-name", message)
            elif table is not entries.CODE_SYSTEM and not ID.match(name):
                self.add(path, node.line, "IMS007", "bad-name", _bad_id(name))
            elif needed in (values := entry.values()):
                named[name] = kind(name, path=self.shown(path), line=node.line, **values)
        return named


def _bad_id(name: str) -> str:
    return f"'{name[:80]}' is not a valid id; ids are snake_case, begin with a letter and have at most 64 characters"
