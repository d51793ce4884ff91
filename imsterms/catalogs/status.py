"""How far the translation is: counts by language and subject field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .messages import Message, State, Translation

STATES: tuple[State, ...] = ("reviewed", "translated", "outdated", "doubted", "guessed", "missing")


@dataclass(slots=True)
class Status:
    """Counts of messages and of English words."""

    counts: Counter[State] = field(default_factory=Counter)
    """How many messages have each state."""
    words: int = 0
    """Words of the English texts."""
    words_translated: int = 0
    open: int = 0
    """Optional messages (``.words``) that are not answered; they are in no other count."""

    @property
    def total(self) -> int:
        """All messages."""
        return self.counts.total()

    @property
    def percent(self) -> int:
        """Share of messages that are translated, from the English text of today, rounded down: 100 means all."""
        return 100 * (self.counts["translated"] + self.counts["reviewed"]) // self.total if self.total else 100

    def count(self, message: Message, translation: Translation | None) -> None:
        """Add one message."""
        optional = message.kind == "words"
        if optional and not (translation and any(translation.texts)):
            self.open += 1
            return
        words = 0 if optional else len(message.text.split()) + len(message.plural.split())
        state = translation.state if translation and all(translation.texts) else "missing"
        self.counts[state] += 1
        self.words += words
        self.words_translated += words * (state in ("reviewed", "translated"))

    def add(self, other: Status) -> None:
        """Add the counts of another part."""
        self.counts.update(other.counts)
        self.words += other.words
        self.words_translated += other.words_translated
        self.open += other.open

    def as_dict(self) -> dict[str, int]:
        """Return the counts as plain data for JSON."""
        counts = {state: self.counts[state] for state in STATES} | {"total": self.total, "percent": self.percent}
        return {**counts, "words": self.words, "words_translated": self.words_translated, "open": self.open}


def total(parts: Iterable[Status]) -> Status:
    """Return the sum of the counts of several parts."""
    whole = Status()
    for part in parts:
        whole.add(part)
    return whole


def status(
    messages: Iterable[Message], translations: Mapping[str, Translation], fields: Mapping[str, str]
) -> dict[str, Status]:
    """Return the counts of one language by subject field, in the order of the sources.

    ``fields`` says the subject field of each concept; messages of no concept count as ``articles`` or ``interface``.
    """
    parts: dict[str, Status] = {}
    for message in messages:
        part = fields.get(message.concept, "articles" if message.article else "interface")
        parts.setdefault(part, Status()).count(message, translations.get(message.context))
    return parts
