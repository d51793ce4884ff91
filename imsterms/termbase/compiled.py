"""The texts of concepts in a compiled catalog: an installed wheel has each definition, explanation and note once.

The layout of a ``.mo`` file is that of the GNU gettext manual, "The Format of GNU MO Files"; ours are little-endian.
This module is on the way of the first definition of a process, so it imports next to nothing.
"""

from __future__ import annotations

import os
from _collections_abc import Mapping
from _struct import unpack_from
from mmap import ACCESS_READ, mmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_FIRST, _LAST = b"definition", b"notes"
"""The fields of texts, ``explanation`` between them: the msgids are sorted, so they stand side by side."""


def catalog_of(locales: str, language: str, languages: Iterable[str]) -> tuple[str, bool] | None:
    """Return the ``.mo`` file that has the texts of ``language``, and whether they are its msgids.

    A language without a catalog of its own is that of the msgids. None where ``locales`` has no catalog.
    """
    for other in (language, *languages):
        path = os.path.join(locales, other, "LC_MESSAGES", "imsterms.mo")
        if os.path.exists(path):
            return path, other != language
    return None


class CompiledTexts(Mapping[str, "Any"]):
    """The records of texts by concept, made from a catalog when they are asked for."""

    def __init__(self, path: str, are_msgids: bool, others: Mapping[str, dict[str, Any]]) -> None:
        """``others`` holds, for every concept, what the catalog does not say; None for what the record does not have.

        Raises OSError.
        """
        with open(path, "rb") as file:
            self._content = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._messages, *self._tables = unpack_from("<3I", self._content, 8)
        self._are_msgids = are_msgids
        self._others = others
        self._made: dict[str, dict[str, Any]] = {}

    def __getitem__(self, concept_id: str) -> dict[str, Any]:
        made = self._made.get(concept_id)
        if made is None:
            record = {**self.said(concept_id), **self._others[concept_id]}
            record = {field: text for field, text in record.items() if text is not None}
            made = self._made.setdefault(concept_id, record)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)

    def said(self, concept_id: str) -> dict[str, Any]:
        """Return what the catalog says of a concept, by field."""
        start = f"{concept_id}.".encode()
        wanted = start + _FIRST
        first, past = 0, self._messages
        while first < past:
            middle = (first + past) // 2
            if self._string(0, middle) < wanted:
                first = middle + 1
            else:
                past = middle
        said: dict[str, Any] = {}
        for message in range(first, self._messages):
            context, _, msgid = self._string(0, message).partition(b"\4")
            field = context.removeprefix(start)
            if len(field) == len(context) or field > _LAST:
                break
            text = (msgid if self._are_msgids else self._string(1, message)).decode()
            if text != "-":
                said[field.decode()] = text.split("\n") if field == _LAST else text
        return said

    def _string(self, table: int, message: int) -> bytes:
        length, start = unpack_from("<2I", self._content, self._tables[table] + 8 * message)
        return self._content[start : start + length]


def without_said(records: Mapping[str, dict[str, Any]], texts: CompiledTexts) -> dict[str, dict[str, Any]]:
    """Return the ``others`` with which the ``texts`` of a catalog give ``records``."""
    others = {}
    for concept_id, record in records.items():
        said = texts.said(concept_id)
        own = {field: text for field, text in record.items() if field not in said or said[field] != text}
        others[concept_id] = {**own, **dict.fromkeys(said.keys() - record.keys())}
    return others
