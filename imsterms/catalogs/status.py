"""How far the translation is: counts by language and subject field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .messages import Message, Translation


@dataclass(slots=True)
class Status:
    """Counts of messages and of English words."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    words: int = 0
    """Words of the English texts."""
    words_translated: int = 0
    open: int = 0
    """Optional messages (``.words``) that are not answered; they are in no other count."""

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.fuzzy + self.missing

    @property
    def percent(self) -> int:
        """Share of messages that are translated and not fuzzy, rounded down: 100 means all."""
        return 100 * self.translated // self.total if self.total else 100

    def count(self, message: Message, translation: Translation | None) -> None:
        """Add one message."""
        if message.kind == "words" and not (translation and any(translation.texts)):
            self.open += 1
            return
        words = len(message.text.split()) + len(message.plural.split()) if message.kind != "words" else 0
        self.words += words
        if translation is None or not all(translation.texts):
            self.missing += 1
        elif translation.fuzzy:
            self.fuzzy += 1
        else:
            self.translated += 1
            self.words_translated += words

    def add(self, other: Status) -> None:
        """Add the counts of another part."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def as_dict(self) -> dict[str, int]:
        """Return the counts as plain data for JSON."""
        names = ("translated", "fuzzy", "missing", "total", "percent", "words", "words_translated", "open")
        return {name: getattr(self, name) for name in names}


def total(counts: Iterable[Status]) -> Status:
    """Return the sum of the counts of several parts."""
    found = Status()
    for one in counts:
        found.add(one)
    return found


def status(
    messages: Iterable[Message], translations: Mapping[str, Translation], fields: Mapping[str, str]
) -> dict[str, Status]:
    """Return the counts of one language by subject field, in the order of the sources.

    ``fields`` says the subject field of each concept; messages of no concept count as ``articles`` or ``interface``.
    """
    counts: dict[str, Status] = {}
    for message in messages:
        concept, dot, _ = message.context.partition(".")
        if dot and concept in fields:
            field = fields[concept]
        else:
            field = "articles" if message.context.startswith("article/") else "interface"
        counts.setdefault(field, Status()).count(message, translations.get(message.context))
    return counts
