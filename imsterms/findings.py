"""What a check finds: not an exception but a record with a stable code and a name.

Codes: 0xx file structure, 1xx references, 2xx model, 3xx terminology quality, 4xx catalogs,
5xx running text. They are never renumbered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem at one place."""

    path: str
    """File in which the problem stands, as it was given."""
    line: int
    """Line, counted from 1; 0 where the file as a whole is meant."""
    code: str
    """Stable code, ``IMS`` and three digits."""
    rule: str
    """Name of the rule in kebab-case."""
    message: str
    """One or two sentences: what is wrong, and the nearest right answer."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.code} {self.rule}: {self.message}"

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain data for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}

    def as_github(self) -> str:
        """Return the finding as a GitHub workflow command, which marks the line in a pull request."""

        def escape(text: str, extra: str = "") -> str:
            for character in "%\r\n" + extra:
                text = text.replace(character, f"%{ord(character):02X}")
            return text

        properties = f"file={escape(self.path, ':,')},line={max(self.line, 1)},title={self.code} {self.rule}"
        return f"::error {properties}::{escape(self.message)}"
