"""The word lists that a termbase adds to those of the languages: ``words/<language>.yaml`` beside ``concepts/``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..files import files_below, shown_path
from ..findings import Finding
from ..languages.tags import is_tag
from ..languages.word_lists import Problem, problems
from . import nodes

if TYPE_CHECKING:
    from ..languages.data import Entries


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
        entries = _plain(node)
        wrong = list(problems(name, entries))
        for problem in wrong:
            findings.append(Finding(shown, _line(node, problem), problem.code, problem.rule, problem.message))
        if not wrong:
            lists[name] = entries
    return lists


def _plain(node: nodes.Node) -> Any:
    """Return a node as plain strings, lists and mappings."""
    if isinstance(node.value, list):
        return [_plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    return node.value


def _line(node: nodes.Node, problem: Problem) -> int:
    """Return the line of the entry that a problem is about."""
    line = node.line
    for step in problem.place:
        if isinstance(node.value, dict):
            line = (node.keys or {}).get(str(step), node.line)
            node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int):
            node = node.value[step]
            line = node.line
    return line
