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
from ..findings import Finding
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
    shown = os.path.relpath(path, root or folder).replace(os.sep, "/")
    if not os.path.exists(path):
        return Quality(word_lists=word_lists)
    node = read(path, shown, findings)

    def shape(where: Node | None, kind: type, what: str) -> bool:
        if where is not None and not isinstance(where.value, kind):
            findings.append(Finding(shown, where.line, "IMS006", "wrong-shape", what))
        return where is not None and isinstance(where.value, kind)

    if node is None or not shape(node, dict, "the file must contain roots, claim_words and exceptions"):
        return Quality(word_lists=word_lists)
    assert isinstance(node.value, dict)
    for key in node.value.keys() - {"roots", "claim_words", "exceptions"}:
        line = (node.keys or {}).get(key, 0)
        message = f"unknown key '{key}' (there are: roots, claim_words, exceptions)"
        findings.append(Finding(shown, line, "IMS008", "unknown-key", message))

    def words(where: Node | None) -> tuple[str, ...]:
        if not shape(where, list, "a list of words is needed here: [one, two]"):
            return ()
        assert where is not None and isinstance(where.value, list)
        return tuple(item.value for item in where.value if isinstance(item.value, str))

    def mapping(where: Node | None) -> dict[str, Node]:
        if not shape(where, dict, "a mapping of names to values is needed here"):
            return {}
        assert where is not None and isinstance(where.value, dict)
        return where.value

    exceptions = []
    listed = node.value.get("exceptions")
    for rule, languages in mapping(listed).items():
        try:
            page(rule)
        except UnknownRuleError as error:
            line = ((listed and listed.keys) or {}).get(rule, 0)
            findings.append(Finding(shown, line, "IMS008", "unknown-key", str(error)))
        for language, subjects in mapping(languages).items():
            for subject, reason in mapping(subjects).items():
                if not isinstance(reason.value, str) or not reason.value.strip():
                    message = f"the exception for '{subject}' needs a reason: '{subject}: why'"
                    findings.append(Finding(shown, reason.line, "IMS009", "missing-key", message))
                exceptions.append(Acceptance(rule, language, subject, shown, reason.line))
    claims = {language: words(listed) for language, listed in mapping(node.value.get("claim_words")).items()}
    return Quality(frozenset(words(node.value.get("roots"))), claims, tuple(exceptions), word_lists)
