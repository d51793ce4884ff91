"""What a check finds: not an exception but a record with a stable code and a name.

Codes: 0xx file structure, 1xx references, 2xx model, 3xx terminology quality, 4xx catalogs,
5xx running text. They are never renumbered.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from .characters import visible


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: where it is, what it is about, and what would be right.

    >>> finding = Finding("nb.po", 12, "IMS307", "definition-not-a-phrase", "ends in '.'", "skin", "definition", "nb")
    >>> print(finding)
    nb.po:12: IMS307 definition-not-a-phrase: skin.definition: ends in '.'
    """

    path: str
    """The file, as it was given."""
    line: int
    """Line, counted from 1; 0 where the file as a whole is meant."""
    code: str
    """Stable code, ``IMS`` and three digits."""
    rule: str
    """Name of the rule in kebab-case."""
    message: str
    """One or two sentences: what is wrong, and the nearest right answer."""
    concept: str | None = None
    """Id of the concept that it is about; None where it is about none."""
    field: str = ""
    """The field of the concept (``definition``), or the msgctxt of a message that belongs to no concept."""
    language: str = ""
    """Tag of the language in which this is wrong; empty where it is wrong in every language."""
    column: int = 0
    """Column in code points, counted from 1; 0 where the finding is about no span of a text."""
    start: int = 0
    """Where the span begins in the text as given, in code points."""
    end: int = 0
    """Where the span ends."""
    suggestion: str | None = None
    """What to put in place of the span, in the same grammatical form; None where that is not clear."""
    fixable: bool = False
    """Whether the suggestion can be put in unseen."""

    @property
    def subject(self) -> str:
        """What the finding is about: a concept, a field of one, or a message; empty for a span of running text."""
        if self.column:
            return ""
        return f"{self.concept}.{self.field}" if self.concept and self.field else self.concept or self.field

    @property
    def text(self) -> str:
        """The message with what it is about."""
        return f"{self.subject}: {self.message}" if self.subject else self.message

    def __str__(self) -> str:
        position = f"{self.path}:{self.line}" if self.line else self.path
        column = f":{self.column}" if self.column else ""
        line = f"{position}{column}: {self.code} {self.rule}: {self.text}"
        return visible(line.replace("\n", "\\n").replace("\r", "\\r"))

    def __lt__(self, other: Finding) -> bool:
        return self.order() < other.order()

    def order(self) -> tuple[object, ...]:
        """Return what findings are sorted by; as a key it is made once for each."""
        return self.path, self.line, self.start, self.code, self.subject, self.message

    def as_dict(self) -> dict[str, str | int | bool | None]:
        """Return the finding as plain data for JSON."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def as_github(self) -> str:
        """Return the finding as a GitHub workflow command, which marks the line in a pull request."""

        def escape(text: str, extra: str = "") -> str:
            for character in "%\r\n" + extra:
                text = text.replace(character, f"%{ord(character):02X}")
            return visible(text)

        column = f",col={self.column}" if self.column else ""
        position = f"file={escape(self.path, ':,')},line={max(self.line, 1)}{column}"
        return f"::error {position},title={self.code} {self.rule}::{escape(self.text)}"
