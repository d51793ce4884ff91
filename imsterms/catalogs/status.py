"""How far the translation is: counts by language and subject field."""

from collections import Counter
from collections.abc import Iterable, Mapping

from .messages import Message, State, Translation

STATES: tuple[State, ...] = ("reviewed", "translated", "outdated", "doubted", "guessed", "missing")


class Status(Counter[str]):
    """How many messages have each state, how many English ``words`` they have, ``words_translated``, and how many
    optional messages (``.words``) are ``open``, not answered; those are in no other count."""

    def count(self, message: Message, translation: Translation | None) -> None:
        """Add one message."""
        optional = message.kind == "words"
        if optional and not (translation and any(translation.texts)):
            self["open"] += 1
            return
        words = 0 if optional else len(message.text.split()) + len(message.plural.split())
        state = translation.state if translation and all(translation.texts) else "missing"
        self[state] += 1
        self["words"] += words
        self["words_translated"] += words * (state in ("reviewed", "translated"))

    def as_dict(self) -> dict[str, int]:
        """Return the counts as plain data: ``total`` are all messages, and ``percent`` is the share of them that is
        translated, from the English text of today, rounded down: 100 means all."""
        total = sum(self[state] for state in STATES)
        percent = 100 * (self["translated"] + self["reviewed"]) // total if total else 100
        counts = {state: self[state] for state in STATES} | {"total": total, "percent": percent}
        return counts | {name: self[name] for name in ("words", "words_translated", "open")}


def status(
    messages: Iterable[Message], translations: Mapping[str, Translation], fields: Mapping[str, str]
) -> dict[str, Status]:
    """Return the counts of one language by subject field, in the order of the sources, and of all under ``""``.

    ``fields`` says the subject field of each concept; messages of no concept count as ``articles`` or ``interface``.
    """
    parts: dict[str, Status] = {}
    whole = Status()
    for message in messages:
        part = fields.get(message.concept, "articles" if message.article else "interface")
        for counts in (parts.setdefault(part, Status()), whole):
            counts.count(message, translations.get(message.context))
    return {**parts, "": whole}
