"""The word lists that a termbase adds to those of the languages: ``words/<language>.yaml`` beside ``concepts/``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..files import files_below, shown_path
from ..findings import Finding
from ..languages.tags import is_tag
from ..languages.word_lists import ALONE, ONLY, PARTS, PATTERNS, WORDS, named_lists, wrong_pattern
from . import nodes
from .entries import BAD_VALUE, WRONG_SHAPE, EntryReader, Table, choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..languages.data import Entries
    from .entries import Values


def read_word_lists(folder: str, findings: list[Finding], *, root: str | None = None) -> dict[str, Entries]:
    """Return the word lists below ``folder``'s ``words/``, by the names of the files; what is wrong becomes findings.

    ``root`` is what paths in findings are relative to.
    """
    lists: dict[str, Entries] = {}
    for path in files_below(os.path.join(folder, "words"), ".yaml"):
        shown = shown_path(path, root)
        name = os.path.splitext(os.path.basename(path))[0]
        if not is_tag(name):
            message = f"'{name}' is not a language; a file of word lists is called after one, as in words/nb.yaml"
            findings.append(Finding(shown, 0, "IMS007", "bad-name", message))
            continue
        node = nodes.read(path, shown, findings)
        if node is None:
            continue
        wrong: list[Finding] = []

        def add(path: str, line: int, code: str, rule: str, message: str, wrong: list[Finding] = wrong) -> None:
            wrong.append(Finding(path, line, code, rule, message))

        own = node.value.get("lists") if isinstance(node.value, dict) else None
        named = {**named_lists(name), **(own.plain() if own and isinstance(own.value, dict) else {})}
        EntryReader(add, shown, name, node, _Lists(named).table).values()
        findings += wrong
        if not wrong:
            lists[name] = node.plain()
    return lists


class _Lists:
    """How the entries of a file of word lists are read, of which the patterns name ``lists`` of words."""

    def __init__(self, lists: dict[str, Iterable[str]]) -> None:
        self.lists = lists
        flag = choice(("true", "false"))
        about: Table = {"words": EntryReader.texts, "meaning": EntryReader.text}
        around: Table = dict.fromkeys(("before", "after", "unless", "near"), self.patterns)
        self.entries: dict[str, Table] = {
            "false_friends": {**about, **around, "both": flag},
            "senses": {**about, "company": self.patterns, "alone": choice(ALONE), "only": choice(ONLY), "twice": flag},
        }
        self.table: Table = {
            **dict.fromkeys(WORDS, self.words),
            **dict.fromkeys(PATTERNS, self.patterns),
            **dict.fromkeys(self.entries, self.listed),
            "lists": lambda entry, node, key: entry.each(node, key, lambda *named: self.patterns(entry, *named)),
        }

    def words(self, entry: EntryReader, node: nodes.Node, key: str) -> tuple[str, ...] | None:
        count = PARTS.get(key)
        for item in node.value if count and isinstance(node.value, list) else ():
            if isinstance(item.value, str) and len(item.value.split("/")) != count:
                message = f"'{item.value}' in '{key}' needs {count} parts with a slash between them"
                entry.problem(item, BAD_VALUE, message)
        return entry.texts(node, key)

    def patterns(self, entry: EntryReader, node: nodes.Node, key: str) -> tuple[str, ...] | None:
        for item in node.value if isinstance(node.value, list) else ():
            if isinstance(item.value, str) and (wrong := wrong_pattern(item.value, self.lists)):
                entry.problem(item, BAD_VALUE, wrong)
        return entry.texts(node, key)

    def listed(self, entry: EntryReader, node: nodes.Node, key: str) -> list[Values]:
        if not isinstance(node.value, list):
            entry.problem(node, WRONG_SHAPE, f"'{key}' must be a list of entries with 'words'")
            return []
        parts = [EntryReader(entry.add, entry.path, entry.name, item, self.entries[key]) for item in node.value]
        for part in parts:
            part.require("words")
        return [part.values() for part in parts]
