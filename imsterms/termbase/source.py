"""Read a termbase from its YAML sources.

A source tree is a folder with ``concepts/*.yaml`` (one file per subject field), and where there are any
``articles/*.yaml``, ``interface.yaml``, ``sources.yaml`` and ``code_systems.yaml``. Sources in another language than
English say so in ``termbase.yaml`` (``language: es``). Every problem of a run is reported, not just the first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ..errors import SourceError, nearest
from ..files import files_below
from ..findings import Finding
from ..languages import SOURCE, is_english, is_tag
from . import model
from .nodes import Node, read

_T = TypeVar("_T")
_ID = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")


def read_termbase(folder: str | os.PathLike[str], *, root: str | None = None) -> model.Termbase:
    """Return the termbase whose YAML stands in ``folder``.

    ``root`` is what paths in findings are relative to (default: the folder itself). Raises SourceError with all
    findings of the reading and of ``validate``.
    """
    from .validate import validate

    termbase, findings = read_sources(folder, root=root)
    findings = sorted(findings + validate(termbase))
    if findings:
        raise SourceError(summary(findings), findings)
    return termbase


def summary(findings: list[Finding]) -> str:
    """Return the findings as one message, a line each."""
    shown = "\n".join(str(finding) for finding in findings[:50])
    rest = len(findings) - 50
    return shown + (f"\n... and {rest} more" if rest > 0 else "")


def read_sources(folder: str | os.PathLike[str], *, root: str | None = None) -> tuple[model.Termbase, list[Finding]]:
    """Return the termbase in ``folder`` as far as it can be read, and what is wrong with the files."""
    base = os.fspath(folder)
    reader = _Reader(os.path.abspath(root if root is not None else base))
    if not os.path.isdir(os.path.join(base, "concepts")):
        reader.add(
            base, 0, "IMS005", "no-concepts", "there is no folder 'concepts' here; a termbase has concepts/*.yaml"
        )
    if os.path.exists(path := os.path.join(base, "termbase.yaml")):
        reader.read_about(path)
    for path in files_below(os.path.join(base, "concepts"), ".yaml"):
        reader.read_concepts(path)
    for path in files_below(os.path.join(base, "articles"), ".yaml"):
        reader.read_article(path)
    for name, read_file in (
        ("interface.yaml", reader.read_interface),
        ("sources.yaml", reader.read_bibliography),
        ("code_systems.yaml", reader.read_code_systems),
    ):
        path = os.path.join(base, name)
        if os.path.exists(path):
            read_file(path)
    termbase = model.Termbase(
        reader.concepts,
        reader.articles,
        reader.interface,
        reader.sources,
        reader.root,
        reader.code_systems,
        reader.language,
    )
    return termbase, reader.findings


class _Reader:
    """Collects entries and findings over the files of one termbase."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.language = SOURCE
        self.findings: list[Finding] = []
        self.concepts: dict[str, model.ConceptEntry] = {}
        self.articles: dict[str, model.ArticleEntry] = {}
        self.interface: dict[str, model.InterfaceWord] = {}
        self.sources: dict[str, model.SourceEntry] = {}
        self.code_systems: dict[str, model.CodeSystem] = {}

    def add(self, path: str, line: int, code: str, rule: str, message: str) -> None:
        self.findings.append(Finding(self.shown(path), line, code, rule, message))

    def shown(self, path: str) -> str:
        """Return ``path`` relative to the root, as it is named in findings and catalogs."""
        relative = os.path.relpath(path, self.root)
        return path if relative.startswith("..") else relative.replace(os.sep, "/")

    def mapping(self, path: str) -> dict[str, Node] | None:
        """Return a file's root mapping and its keys' lines, or None with a finding."""
        node = read(path, self.shown(path), self.findings)
        if node is None:
            return None
        if not isinstance(node.value, dict):
            self.add(path, node.line, "IMS006", "wrong-shape", "the file is to hold a mapping of names to entries")
            return None
        return {key: Node(value.value, (node.keys or {})[key], value.keys) for key, value in node.value.items()}

    # one kind of file each

    def read_about(self, path: str) -> None:
        node = read(path, self.shown(path), self.findings)
        if node is not None:
            self.language = _Entry(self, path, "termbase", node, _ABOUT).values().get("language", SOURCE)

    def read_concepts(self, path: str) -> None:
        field = os.path.splitext(os.path.basename(path))[0]
        if not _ID.match(field):
            self.add(path, 0, "IMS007", "bad-name", f"'{field}' is no name for a subject field; use snake_case")
        for name, node in (self.mapping(path) or {}).items():
            entry = _Entry(self, path, name, node, _CONCEPT)
            if not _ID.match(name):
                self.add(path, node.line, "IMS007", "bad-name", _bad_id(name))
            elif name in self.concepts:
                first = self.concepts[name]
                message = (
                    f"the concept '{name}' is defined a second time; the first is {first.path}:{first.lines['id']}"
                )
                self.add(path, node.line, "IMS203", "duplicate-concept", message)
            else:
                values = entry.values()
                if "replaced_by" not in values:
                    entry.require("term")
                lines = {"id": node.line, **(node.keys or {})}
                self.concepts[name] = model.ConceptEntry(
                    name, field, path=self.shown(path), lines=lines, **_with_plural(values, self.language)
                )

    def read_article(self, path: str) -> None:
        name = os.path.splitext(os.path.basename(path))[0]
        node = read(path, self.shown(path), self.findings)
        if node is None:
            return
        entry = _Entry(self, path, name, node, _ARTICLE)
        entry.require("title")
        entry.require("blocks")
        if not _ID.match(name):
            self.add(path, 0, "IMS007", "bad-name", _bad_id(name))
            return
        values = entry.values()
        if "title" in values and "blocks" in values:
            self.articles[name] = model.ArticleEntry(name, path=self.shown(path), line=node.line, **values)

    def read_interface(self, path: str) -> None:
        for group, node in (self.mapping(path) or {}).items():
            if not isinstance(node.value, dict):
                self.add(path, node.line, "IMS006", "wrong-shape", f"'{group}' is to hold a mapping of names to words")
                continue
            for key, word in node.value.items():
                name = f"{group}.{key}"
                if isinstance(word.value, dict):
                    values = _Entry(self, path, name, word, _WORD).values()
                else:
                    values = {"text": _Entry(self, path, name, word, {}).text(word, name)}
                if values.get("text"):
                    self.interface[name] = model.InterfaceWord(name, path=self.shown(path), line=word.line, **values)

    def read_bibliography(self, path: str) -> None:
        for name, node in (self.mapping(path) or {}).items():
            entry = _Entry(self, path, name, node, _SOURCE)
            entry.require("title")
            if not _ID.match(name):
                self.add(path, node.line, "IMS007", "bad-name", _bad_id(name))
                continue
            values = entry.values()
            if "title" in values:
                self.sources[name] = model.SourceEntry(name, line=node.line, **values)

    def read_code_systems(self, path: str) -> None:
        for name, node in (self.mapping(path) or {}).items():
            entry = _Entry(self, path, name, node, _CODE_SYSTEM)
            entry.require("name")
            if name != name.lower():
                message = f"'{name}' is no name for a code system; write it in small letters, as `codes` does (icd-10)"
                self.add(path, node.line, "IMS007", "bad-name", message)
                continue
            values = entry.values()
            if "name" in values:
                self.code_systems[name] = model.CodeSystem(name, line=node.line, **values)


class _Entry:
    """Turns the keys of one mapping into values, by a table of key -> how to read it."""

    def __init__(
        self, reader: _Reader, path: str, name: str, node: Node, table: Mapping[str, Callable[[_Entry, Node, str], Any]]
    ) -> None:
        self.reader = reader
        self.path = path
        self.name = name
        self.node = node
        self.table = table

    def values(self) -> dict[str, Any]:
        """Return the value of each known key; unknown keys and wrong shapes become findings."""
        if not isinstance(self.node.value, dict):
            self.problem(self.node, "IMS006", "wrong-shape", f"{self.name}: a mapping of keys to values is needed here")
            return {}
        values = {}
        for key, node in self.node.value.items():
            if key not in self.table:
                line = (self.node.keys or {}).get(key, node.line)
                message = f"{self.name}: unknown key '{key}'{nearest(key, self.table)}"
                self.reader.add(self.path, line, "IMS008", "unknown-key", message)
                continue
            value = self.table[key](self, node, key)
            if value is not None:
                values[key] = value
        return values

    def require(self, key: str) -> None:
        if isinstance(self.node.value, dict) and key not in self.node.value:
            self.problem(self.node, "IMS009", "missing-key", f"{self.name}: '{key}' is missing")

    def problem(self, node: Node, code: str, rule: str, message: str) -> None:
        self.reader.add(self.path, node.line, code, rule, message)

    # how a key is read; each returns None where the node has the wrong shape

    def text(self, node: Node, key: str) -> str | None:
        if isinstance(node.value, str):
            text = node.value.strip()
            if text:
                return text
            self.problem(node, "IMS009", "missing-key", f"{self.name}: '{key}' is empty; write it, or leave it out")
        else:
            self.problem(
                node, "IMS006", "wrong-shape", f"{self.name}: '{key}' is to be one text, not a list or mapping"
            )
        return None

    def texts(self, node: Node, key: str) -> tuple[str, ...] | None:
        if isinstance(node.value, list):
            return tuple(text for item in node.value if (text := self.text(item, key)))
        self.problem(node, "IMS006", "wrong-shape", f"{self.name}: '{key}' is to be a list: [one, two]")
        return None

    def designations(self, node: Node, key: str) -> tuple[str, ...] | None:
        lines = self.texts(node, key) or ()
        for line in lines:
            if "\n" in line:
                self.problem(
                    node, "IMS006", "wrong-shape", f"{self.name}: a designation in '{key}' runs over several lines"
                )
        return lines

    def text_lists(self, node: Node, key: str) -> dict[str, tuple[str, ...]] | None:
        return self.each(node, key, self.texts)

    def codes(self, node: Node, key: str) -> dict[str, dict[str, tuple[str, ...]]] | None:
        return self.each(node, key, self.text_lists)

    def plain_texts(self, node: Node, key: str) -> dict[str, str] | None:
        return self.each(node, key, self.text)

    def each(self, node: Node, key: str, read_value: Callable[[Node, str], _T | None]) -> dict[str, _T] | None:
        if not isinstance(node.value, dict):
            self.problem(node, "IMS006", "wrong-shape", f"{self.name}: '{key}' is to be a mapping of names to values")
            return None
        return {
            name: value for name, item in node.value.items() if (value := read_value(item, f"{key}.{name}")) is not None
        }

    def review(self, node: Node, key: str) -> model.Review | None:
        values = self.part(node, key, {"state": _choice(model.REVIEWS), "date": _Entry.date})
        review = model.Review(**values)
        if (review.state == "none") != (not review.date):
            message = f"{self.name}: a review has a state (editorial or clinical) and the date it was done on"
            self.problem(node, "IMS010", "bad-value", message)
            return None
        return review

    def date(self, node: Node, key: str) -> str | None:
        date = self.text(node, key)
        if date is not None and not re.fullmatch(r"\d{4}-[01]\d-[0-3]\d", date):
            self.problem(node, "IMS010", "bad-value", f"{self.name}: '{date}' is no date; write 2026-11-22")
            return None
        return date

    def language(self, node: Node, key: str) -> str | None:
        tag = self.text(node, key)
        if tag is not None and not is_tag(tag):
            self.problem(node, "IMS010", "bad-value", f"{self.name}: '{tag[:40]}' is no language tag; write 'es'")
            return None
        return tag

    def flag(self, node: Node, key: str) -> bool:
        value = self.text(node, key)
        if value not in ("true", "false"):
            self.problem(node, "IMS010", "bad-value", f"{self.name}: '{key}' is to be true or false")
        return value == "true"

    def blocks(self, node: Node, key: str) -> tuple[model.Block, ...] | None:
        if not isinstance(node.value, list):
            self.problem(node, "IMS006", "wrong-shape", f"{self.name}: '{key}' is to be a list of blocks")
            return None
        blocks: list[model.Block] = []
        for item in node.value:
            values = self.part(item, key, _BLOCK)
            name = values.get("id", "")
            kinds = [kind for kind in ("text", "heading", "table", "claim") if kind in values]
            if not _ID.match(name) or name in {block.id for block in blocks}:
                message = f"{self.name}: each block needs an 'id' in snake_case that no other block of the article has"
                self.problem(item, "IMS007", "bad-name", message)
            elif len(kinds) != 1:
                message = f"{self.name}: block '{name}' is to have exactly one of text, heading, table and claim"
                self.problem(item, "IMS006", "wrong-shape", message)
            else:
                blocks.append(model.Block(line=item.line, **values))
        return tuple(blocks)

    def table_of_cells(self, node: Node, key: str) -> model.Table | None:
        values = self.part(node, key, {"columns": _Entry.texts, "rows": _Entry.rows})
        table = model.Table(values.get("columns", ()), values.get("rows", ()))
        if not table.columns or any(len(row.cells) != len(table.columns) for row in table.rows):
            message = f"{self.name}: a table needs 'columns', and every row as many 'cells' as there are columns"
            self.problem(node, "IMS006", "wrong-shape", message)
            return None
        return table

    def rows(self, node: Node, key: str) -> tuple[model.Row, ...]:
        rows: list[model.Row] = []
        for item in node.value if isinstance(node.value, list) else ():
            values = self.part(item, key, {"id": _Entry.text, "cells": _Entry.texts})
            if _ID.match(values.get("id", "")) and "cells" in values and values["id"] not in {row.id for row in rows}:
                rows.append(model.Row(**values))
            else:
                message = f"{self.name}: each row needs an 'id' in snake_case of its own, and 'cells'"
                self.problem(item, "IMS006", "wrong-shape", message)
        return tuple(rows)

    def claim(self, node: Node, key: str) -> model.Claim | None:
        entry = _Entry(self.reader, self.path, self.name, node, _CLAIM)
        needed = ("text", "attribution", "assessment", "reason", "date")
        for name in needed:
            entry.require(name)
        values = entry.values()
        return model.Claim(**values) if all(name in values for name in needed) else None

    def part(self, node: Node, key: str, table: Mapping[str, Callable[[_Entry, Node, str], Any]]) -> dict[str, Any]:
        """Return the values of a mapping inside this entry."""
        return _Entry(self.reader, self.path, f"{self.name}.{key}", node, table).values()


def _choice(allowed: tuple[str, ...]) -> Callable[[_Entry, Node, str], str | None]:
    """Return a reader of a value from a closed list."""

    def read_value(entry: _Entry, node: Node, key: str) -> str | None:
        value = entry.text(node, key)
        if value is None or value in allowed:
            return value
        message = f"{entry.name}: '{value}' is no value of '{key}' ({', '.join(allowed)}){nearest(value, allowed)}"
        entry.problem(node, "IMS010", "bad-value", message)
        return None

    return read_value


def _bad_id(name: str) -> str:
    return f"'{name[:80]}' is no id; ids are snake_case, begin with a letter and have at most 64 characters"


def _with_plural(values: dict[str, Any], language: str) -> dict[str, Any]:
    """Return an entry's values with the regular English plural where English sources state none."""
    if not is_english(language) or values.get("term") == model.NOTHING:
        return values
    if values.get("part_of_speech", "noun") == "noun" and "plural" not in values and "term" in values:
        values["plural"] = regular_plural(values["term"])
    return values


def regular_plural(term: str) -> str:
    """Return the regular English plural of a term.

    >>> regular_plural("nerve injury"), regular_plural("contrast agent"), regular_plural("faint")
    ('nerve injuries', 'contrast agents', 'faints')
    """
    if re.search(r"[^aeiou]y$", term):
        return f"{term[:-1]}ies"
    return f"{term}es" if re.search(r"(s|x|z|ch|sh)$", term) else f"{term}s"


_ABOUT: dict[str, Callable[[_Entry, Node, str], Any]] = {"language": _Entry.language}
_CONCEPT: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "term": _Entry.text,
    "plural": _Entry.text,
    "part_of_speech": _choice(model.PARTS_OF_SPEECH),
    "article": _choice(("a", "an")),
    "more": _Entry.designations,
    "abbreviation": _Entry.text,
    "admitted": _Entry.designations,
    "deprecated": _Entry.designations,
    "variants": _Entry.designations,
    "plain": _Entry.text,
    "definition": _Entry.text,
    "explanation": _Entry.text,
    "notes": _Entry.designations,
    "basis": _choice(model.BASES),
    "broader": _Entry.texts,
    "relations": _Entry.text_lists,
    "codes": _Entry.codes,
    "sources": _Entry.texts,
    "review": _Entry.review,
    "replaced_by": _Entry.text,
}
_ARTICLE: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "title": _Entry.text,
    "values": _Entry.plain_texts,
    "sources": _Entry.texts,
    "blocks": _Entry.blocks,
}
_BLOCK: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "id": _Entry.text,
    "covers": _Entry.texts,
    "text": _Entry.text,
    "heading": _Entry.text,
    "table": _Entry.table_of_cells,
    "claim": _Entry.claim,
}
_CLAIM: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "text": _Entry.text,
    "attribution": _Entry.text,
    "assessment": _choice(model.ASSESSMENTS),
    "reason": _Entry.text,
    "date": _Entry.date,
    "sources": _Entry.texts,
}
_WORD: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "text": _Entry.text,
    "plural": _Entry.text,
    "comment": _Entry.text,
}
_CODE_SYSTEM: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "name": _Entry.text,
    "version": _Entry.text,
    "checked_against": _Entry.text,
    "owner": _Entry.text,
    "licence": _Entry.text,
    "url": _Entry.text,
}
_SOURCE: dict[str, Callable[[_Entry, Node, str], Any]] = {
    "author": _Entry.text,
    "year": _Entry.text,
    "title": _Entry.text,
    "container": _Entry.text,
    "doi": _Entry.text,
    "url": _Entry.text,
    "supports": _Entry.text,
    "verified": _Entry.flag,
}
