"""What ``glossary.lint`` finds: a finding at a place in a text, with the words that would be right."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from ...findings import Finding

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class TextFinding(Finding):
    """A finding in running text."""

    column: int
    """Column in code points, counted from 1."""
    start: int
    """Where it begins in the text as given, in code points."""
    end: int
    """Where it ends."""
    suggestion: str | None
    """What to put in its place, in the same grammatical form; None where that is not clear."""
    concept: str | None
    """Id of the concept; None where the finding is about none."""
    fixable: bool
    """Whether ``--fix`` puts the suggestion in; it leaves quotations alone."""

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain data for JSON."""
        names = ("path", "line", "column", "start", "end", "rule", "message", "suggestion", "concept")
        return {name: getattr(self, name) for name in names}

    def as_github(self) -> str:
        """Return the finding as a GitHub workflow command."""
        return Finding.as_github(self).replace(f",line={self.line},", f",line={self.line},col={self.column},", 1)


class Lines:
    """Which line and column a place of a text is in; lines end as editors end them.

    >>> Lines("a\\r\\nå 😀 b").place(7)
    (2, 5)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")
