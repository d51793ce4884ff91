"""What is agreed about one termbase: its roots, words that sound like a claim, and the findings that are accepted.

It is in ``quality.yaml`` and the word lists in ``words/``, beside the folder ``concepts``; a termbase without them has
the defaults.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import UnknownRuleError
from ..files import shown_path
from ..findings import Finding
from ..termbase.entries import UNKNOWN_KEY, EntryReader, Table
from ..termbase.nodes import Node, read
from ..termbase.word_lists import read_word_lists
from .pages import page
from .rule import Acceptance

if TYPE_CHECKING:
    from ..languages.data import Entries


@dataclass(frozen=True, slots=True)
class Quality:
    """The content of ``quality.yaml``."""

    roots: frozenset[str] = frozenset()
    """Concepts that have nothing above them."""
    claim_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language -> words that belong in no definition; ``cure*`` means every word that begins so."""
    exceptions: tuple[Acceptance, ...] = ()
    """The findings that are accepted; each has its reason in the file."""
    word_lists: Mapping[str, Entries] = field(default_factory=dict)
    """What the termbase adds to the word lists of languages, by the names of the files in ``words/``."""


def read_quality(folder: str, findings: list[Finding], *, root: str | None = None) -> Quality:
    """Return what is agreed about the termbase in ``folder``; what is wrong with the file goes to ``findings``.

    ``root`` is what paths in findings are relative to (default: the folder itself).
    """
    word_lists = read_word_lists(folder, findings, root=root or folder)
    path = os.path.join(folder, "quality.yaml")
    shown = shown_path(path, root or folder)
    node = read(path, shown, findings) if os.path.exists(path) else None
    if node is None:
        return Quality(word_lists=word_lists)

    def add(path: str, line: int, code: str, rule: str, message: str) -> None:
        findings.append(Finding(path, line, code, rule, message))

    values = EntryReader(add, shown, "quality", node, _TABLE).values()
    roots = frozenset(values.pop("roots", ()))
    return Quality(roots, word_lists=word_lists, **values)


def _exceptions(entry: EntryReader, node: Node, key: str) -> tuple[Acceptance, ...]:
    """Read ``rule: {language: {subject: reason}}``."""
    accepted = []

    def subject(reason: Node, names: str) -> None:
        if entry.text(reason, names):
            _, rule, language, about = names.split(".", 3)
            accepted.append(Acceptance(rule, language, about, entry.path, reason.line))

    def language(node: Node, names: str) -> None:
        entry.each(node, names, subject)

    def rule(node: Node, names: str) -> None:
        entry.each(node, names, language)

    for name, line in (node.keys or {}).items():
        try:
            page(name)
        except UnknownRuleError as error:
            entry.add(entry.path, line, *UNKNOWN_KEY, str(error))
    entry.each(node, key, rule)
    return tuple(accepted)


_TABLE: Table = {"roots": EntryReader.texts, "claim_words": EntryReader.text_lists, "exceptions": _exceptions}
