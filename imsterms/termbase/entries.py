"""The keys of an entry: how each is read, and what it may contain.

Unknown keys and values of the wrong shape become findings, each with the nearest right name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ..errors import nearest
from ..languages.tags import is_tag
from . import model
from .nodes import Node

_T = TypeVar("_T")
Values = dict[str, Any]
"""What an entry says by key, each value of the type that the table's reader returns; it becomes a ``model`` class."""
Add = Callable[[str, int, str, str, str], None]
"""Takes a finding: path, line, code, rule, message."""
WRONG_SHAPE = ("IMS006", "wrong-shape")
BAD_NAME = ("IMS007", "bad-name")
UNKNOWN_KEY = ("IMS008", "unknown-key")
MISSING_KEY = ("IMS009", "missing-key")
BAD_VALUE = ("IMS010", "bad-value")
ID = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")


class EntryReader:
    """Turns the keys of one mapping into values, by a table of key -> how to read it."""

    def __init__(self, add: Add, path: str, name: str, node: Node, table: Table) -> None:
        self.add = add
        self.path = path
        self.name = name
        self.node = node
        self.table = table

    def values(self) -> Values:
        """Return the value of each known key; unknown keys and wrong shapes become findings."""
        if not isinstance(self.node.value, dict):
            self.problem(self.node, WRONG_SHAPE, "a mapping of keys to values is needed here")
            return {}
        values = {}
        for key, node in self.node.value.items():
            if key not in self.table:
                line = (self.node.keys or {}).get(key, node.line)
                message = f"{self.name}: unknown key '{key}'{nearest(key, self.table)}"
                self.add(self.path, line, *UNKNOWN_KEY, message)
                continue
            value = self.table[key](self, node, key)
            if value is not None:
                values[key] = value
        return values

    def require(self, key: str) -> None:
        if isinstance(self.node.value, dict) and key not in self.node.value:
            self.problem(self.node, MISSING_KEY, f"'{key}' is missing")

    def problem(self, node: Node, rule: tuple[str, str], message: str) -> None:
        self.add(self.path, node.line, *rule, f"{self.name}: {message}")

    # how a key is read; each returns None where the node has the wrong shape

    def text(self, node: Node, key: str) -> str | None:
        if isinstance(node.value, str):
            text = node.value.strip()
            if text:
                return text
            self.problem(node, MISSING_KEY, f"'{key}' is empty; write it, or leave it out")
        else:
            self.problem(node, WRONG_SHAPE, f"'{key}' must be a single string, not a list or mapping")
        return None

    def texts(self, node: Node, key: str) -> tuple[str, ...] | None:
        if isinstance(node.value, list):
            return tuple(text for item in node.value if (text := self.text(item, key)))
        self.problem(node, WRONG_SHAPE, f"'{key}' must be a list: [one, two]")
        return None

    def designations(self, node: Node, key: str) -> tuple[str, ...] | None:
        lines = self.texts(node, key) or ()
        for line in lines:
            if "\n" in line:
                self.problem(node, WRONG_SHAPE, f"a designation in '{key}' runs over several lines")
        return lines

    def text_lists(self, node: Node, key: str) -> dict[str, tuple[str, ...]] | None:
        return self.each(node, key, self.texts)

    def codes(self, node: Node, key: str) -> dict[str, dict[str, tuple[str, ...]]] | None:
        return self.each(node, key, self.text_lists)

    def plain_texts(self, node: Node, key: str) -> dict[str, str] | None:
        return self.each(node, key, self.text)

    def each(self, node: Node, key: str, read_value: Callable[[Node, str], _T | None]) -> dict[str, _T] | None:
        if not isinstance(node.value, dict):
            self.problem(node, WRONG_SHAPE, f"'{key}' must be a mapping of names to values")
            return None
        return {
            name: value for name, item in node.value.items() if (value := read_value(item, f"{key}.{name}")) is not None
        }

    def review(self, node: Node, key: str) -> model.Review | None:
        values = self.part(node, key, {"state": choice(model.REVIEWS), "date": EntryReader.date})
        review = model.Review(**values)
        if (review.state == "none") != (not review.date):
            message = "a review has a state (editorial or clinical) and the date it was done on"
            self.problem(node, BAD_VALUE, message)
            return None
        return review

    def verified(self, node: Node, key: str) -> model.Verified | None:
        return self.whole(node, key, model.Verified, {"date": EntryReader.date, "against": EntryReader.text})

    def date(self, node: Node, key: str) -> str | None:
        date = self.text(node, key)
        if date is not None and not re.fullmatch(r"\d{4}-[01]\d-[0-3]\d", date):
            self.problem(node, BAD_VALUE, f"'{date}' is not a valid date; write 2026-11-22")
            return None
        return date

    def language(self, node: Node, key: str) -> str | None:
        tag = self.text(node, key)
        if tag is not None and not is_tag(tag):
            self.problem(node, BAD_VALUE, f"'{tag[:40]}' is not a language tag; write 'es'")
            return None
        return tag

    def percent(self, node: Node, key: str) -> int | None:
        value = self.text(node, key) or ""
        if not value.isdecimal() or int(value[:4]) > 100:
            self.problem(node, BAD_VALUE, f"'{key}' is a percentage; write a number to 100")
            return None
        return int(value)

    def flag(self, node: Node, key: str) -> bool:
        value = self.text(node, key)
        if value not in ("true", "false"):
            self.problem(node, BAD_VALUE, f"'{key}' must be true or false")
        return value == "true"

    def blocks(self, node: Node, key: str) -> tuple[model.BlockEntry, ...] | None:
        if not isinstance(node.value, list):
            self.problem(node, WRONG_SHAPE, f"'{key}' must be a list of blocks")
            return None
        blocks: list[model.BlockEntry] = []
        for item in node.value:
            values = self.part(item, key, BLOCK)
            name = values.get("id", "")
            kinds = [kind for kind in ("text", "heading", "table", "claim") if kind in values]
            if not ID.match(name) or name in {block.id for block in blocks}:
                message = "each block needs an 'id' in snake_case that no other block of the article has"
                self.problem(item, BAD_NAME, message)
            elif len(kinds) != 1:
                message = f"block '{name}' must have exactly one of text, heading, table and claim"
                self.problem(item, WRONG_SHAPE, message)
            else:
                blocks.append(model.BlockEntry(line=item.line, **values))
        return tuple(blocks)

    def table_of_cells(self, node: Node, key: str) -> model.TableEntry | None:
        values = self.part(node, key, {"columns": EntryReader.plain_texts, "rows": EntryReader.text_lists})
        table = model.TableEntry(values.get("columns", {}), values.get("rows", {}))
        for name in (*table.columns, *table.rows):
            if not ID.match(name):
                self.problem(node, BAD_NAME, f"'{name}' is not a valid name of a column or a row; use snake_case")
        if not table.columns or any(len(cells) != len(table.columns) for cells in table.rows.values()):
            self.problem(node, WRONG_SHAPE, "a table needs 'columns', and every row as many cells as there are columns")
            return None
        return table

    def claim(self, node: Node, key: str) -> model.Claim | None:
        return self.whole(node, key, model.Claim, CLAIM, optional="sources")

    def whole(self, node: Node, key: str, kind: Callable[..., _T], table: Table, optional: str = "") -> _T | None:
        """Return what a mapping inside this entry states; None where a key is missing or wrong."""
        entry = EntryReader(self.add, self.path, f"{self.name}.{key}", node, table)
        needed = [name for name in table if name != optional]
        for name in needed:
            entry.require(name)
        values = entry.values()
        return kind(**values) if values.keys() >= set(needed) else None

    def part(self, node: Node, key: str, table: Table) -> Values:
        """Return the values of a mapping inside this entry."""
        return EntryReader(self.add, self.path, f"{self.name}.{key}", node, table).values()


def choice(allowed: tuple[str, ...]) -> Callable[[EntryReader, Node, str], str | None]:
    """Return a reader of a value from a closed list."""

    def read_value(entry: EntryReader, node: Node, key: str) -> str | None:
        value = entry.text(node, key)
        if value is None or value in allowed:
            return value
        message = f"'{value}' is not a value of '{key}' ({', '.join(allowed)}){nearest(value, allowed)}"
        entry.problem(node, BAD_VALUE, message)
        return None

    return read_value


Table = Mapping[str, Callable[[EntryReader, Node, str], Any]]
"""Which keys there are, and how each is read."""


def _each(read_value: Callable[[EntryReader, Node, str], Any], keys: str) -> Table:
    """Return the keys that are all read in one way."""
    return dict.fromkeys(keys.split(), read_value)


ABOUT: Table = {
    "language": EntryReader.language,
    "complete": EntryReader.percent,
    "offered": EntryReader.texts,
    **dict.fromkeys(model.ABOUT, EntryReader.text),
}
CONCEPT: Table = {
    **dict.fromkeys(("term", "plural", *model.PHRASES, *model.TEXTS, "replaced_by"), EntryReader.text),
    **_each(EntryReader.texts, "broader sources advice"),
    **dict.fromkeys(("more", *model.LISTS, "notes"), EntryReader.designations),
    "part_of_speech": choice(model.PARTS_OF_SPEECH),
    "article": choice(("a", "an", model.UNKNOWN)),
    "basis": choice(model.BASES),
    "relations": EntryReader.text_lists,
    "codes": EntryReader.codes,
    **{name: choice(words) for name, words in model.FACTS.items()},
    "verified": EntryReader.verified,
    "review": EntryReader.review,
    "origin": EntryReader.text_lists,
}
SIGN: Table = {"urgency": choice(model.URGENCIES), "source": EntryReader.text, "settled": EntryReader.flag}
ARTICLE: Table = {
    "title": EntryReader.text,
    "values": EntryReader.plain_texts,
    "sources": EntryReader.texts,
    "blocks": EntryReader.blocks,
}
BLOCK: Table = {
    **_each(EntryReader.text, "id text heading"),
    "covers": EntryReader.texts,
    "table": EntryReader.table_of_cells,
    "claim": EntryReader.claim,
    "signs": EntryReader.texts,
}
CLAIM: Table = {
    **_each(EntryReader.text, "text attribution reason"),
    "assessment": choice(model.ASSESSMENTS),
    "date": EntryReader.date,
    "sources": EntryReader.texts,
}
WORD = _each(EntryReader.text, "text plural comment")
CODE_SYSTEM = _each(EntryReader.text, "name version checked_against owner licence url")
SOURCE: Table = {
    **_each(EntryReader.text, "author year title container note doi url supports"),
    "verified": EntryReader.flag,
    "legislation": EntryReader.flag,
}
