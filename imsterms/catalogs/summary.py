"""What an update did to a catalog, in numbers and names."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Summary:
    """What an update did to one catalog."""

    language: str
    path: str
    changed: bool = False
    """Whether the file's bytes change."""
    new: list[str] = field(default_factory=list)
    """Contexts of messages that have no translation yet and were not there before."""
    fuzzy: list[str] = field(default_factory=list)
    """Contexts whose English text changed: their translations need review."""
    removed: list[str] = field(default_factory=list)
    """Contexts that are obsolete now."""
    returned: list[str] = field(default_factory=list)
    """Contexts that came back, with the translation they had."""
    carried: list[str] = field(default_factory=list)
    """Contexts that took over the translation of an obsolete concept's."""

    @property
    def contexts(self) -> dict[str, list[str]]:
        """The contexts of the messages that changed, by what happened to them."""
        named = {
            "new": self.new,
            "to review": self.fuzzy,
            "obsolete": self.removed,
            "returned": self.returned,
            "carried over": self.carried,
        }
        return {what: contexts for what, contexts in named.items() if contexts}

    def __str__(self) -> str:
        parts = [f"{len(contexts)} {what}" for what, contexts in self.contexts.items()]
        if not parts:
            parts = ["comments, references or order changed"] if self.changed else ["up to date"]
        return f"{self.language or 'template'}: {', '.join(parts)}"
