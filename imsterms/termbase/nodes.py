"""YAML as plain nodes that know their lines.

All scalars are text (so ``no`` is Norwegian and not false), anchors, aliases and tags are refused (an alias bomb
cannot go off), and nesting is limited. What is wrong becomes findings, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .. import limits
from ..characters import HIDDEN, visible
from ..errors import FileError, SettingsError
from ..files import decode, read_bytes
from ..findings import Finding

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (str), a sequence (list of nodes) or a mapping (dict of key to node), and its line."""

    value: str | list[Node] | dict[str, Node]
    line: int
    keys: dict[str, int] | None = None
    """Line of each key of a mapping."""

    def plain(self) -> Any:
        """Return the node as plain strings, lists and mappings."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: value.plain() for key, value in self.value.items()}
        return self.value


class _Refused(Exception):
    """YAML that is well-formed but not accepted here."""


def read(path: str, shown: str, findings: list[Finding]) -> Node | None:
    """Return the root node of a YAML file, or None with what is wrong added to ``findings``.

    ``shown`` is the path to name in findings.
    """
    try:
        text = decode(read_bytes(path), shown)
    except FileError as error:
        findings.append(Finding(shown, error.line, "IMS001", "unreadable-file", error.reason))
        return None
    return parse(text, shown, findings)


def read_section(path: str, name: str) -> Any:
    """Return a section of a settings file as plain strings, lists and mappings; None where it has no such section.

    Raises SettingsError for a file that cannot be read or is not YAML.
    """
    findings: list[Finding] = []
    node = read(path, path, findings)
    if findings:
        raise SettingsError("\n".join(str(finding) for finding in findings))
    content = node.plain() if node else ""
    return (content.get(name) or None) if isinstance(content, dict) else None


def parse(text: str, shown: str, findings: list[Finding]) -> Node | None:
    """Return the root node of a YAML text, or None with what is wrong added to ``findings``."""
    line = 0
    try:
        events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        root: Node | None = None
        for event in events:
            line = _line(event)
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _Refused("a second YAML document ('---'); one file holds one document")
                first = next(events)
                if not isinstance(first, yaml.DocumentEndEvent):
                    root = _node(first, events, 0, shown, findings)
        return root
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else line
        problem = error.problem or "this is not YAML"
        if "cannot start any token" in problem and mark and "\t" in _line_of(text, mark.line):
            problem = "a tab; indent with spaces"
        if "block sequence entries are not allowed" in problem:
            problem = "a '-' where a value is expected; quote a lone dash (\"-\"), put a list on lines of its own"
        findings.append(Finding(shown, line, "IMS002", "broken-yaml", f"the YAML is broken here: {problem}"))
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0] if str(error) else "this is not YAML"
        findings.append(Finding(shown, line, "IMS002", "broken-yaml", f"the YAML is broken here: {reason}"))
    except _Refused as refusal:
        line = refusal.args[1] if len(refusal.args) > 1 else line
        findings.append(Finding(shown, line, "IMS003", "refused-yaml", f"{refusal.args[0]}"))
    return None


def _line(event: Any) -> int:
    """Return the line on which an event of the parser begins."""
    return int(event.start_mark.line) + 1


def _line_of(text: str, index: int) -> str:
    lines = text.splitlines()
    return lines[index] if index < len(lines) else ""


def _node(event: Any, events: Iterator[Any], depth: int, shown: str, findings: list[Finding]) -> Node:
    """Return the node that begins with ``event``, taking the events that belong to it."""
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(f"an alias (*{event.anchor}); write the value out", line)
    if event.anchor:
        raise _Refused(f"an anchor (&{event.anchor}); write the value out where it is needed", line)
    if event.tag:
        raise _Refused(f"a tag ({event.tag}); values are plain text, lists and mappings", line)
    if depth > limits.YAML_DEPTH:
        raise _Refused(f"more than {limits.YAML_DEPTH} levels of nesting; {limits.advice('YAML_DEPTH')}", line)
    if isinstance(event, yaml.ScalarEvent):
        if not HIDDEN.isdisjoint(event.value):
            raise _Refused(f"a control character in '{visible(event.value)[:60]}'; remove it", line)
        return Node(event.value, line)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Node] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_node(item, events, depth + 1, shown, findings))
        return Node(items, line)
    mapping: dict[str, Node] = {}
    keys: dict[str, int] = {}
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        key_line = _line(key)
        if not isinstance(key, yaml.ScalarEvent):
            raise _Refused("a key that is not plain text", key_line)
        value = _node(next(events), events, depth + 1, shown, findings)
        if key.value in mapping:
            message = f"'{key.value}' is here a second time; the first is on line {keys[key.value]}"
            findings.append(Finding(shown, key_line, "IMS004", "duplicate-key", message))
            continue
        mapping[key.value] = value
        keys[key.value] = key_line
    return Node(mapping, line, keys)
