"""The shapes of the runtime data: for types only, imported under ``TYPE_CHECKING`` and nowhere at run time."""

from __future__ import annotations

from typing import TypedDict


class DesignationRecord(TypedDict):
    """An admitted, deprecated or variant designation."""

    forms: list[str]
    """In the order in which the language lists the forms of a noun; ``-`` for one that does not exist."""
    reason: str
    """Why it is deprecated; empty otherwise."""
