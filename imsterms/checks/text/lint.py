"""Check the terms of a running text, and fix what can be fixed safely: ``glossary.lint``, ``imsterms lint --fix``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import UnknownRuleError, nearest
from ...findings import Finding
from ...recognition.readers import read
from ..engine import Accepted, run
from ..pages import canonical
from ..rule import Rule
from .page import Page
from .rules import RULES
from .settings import Settings

if TYPE_CHECKING:
    from ...lexicon.concept import Concepts
    from ...recognition.readers import Document

ROUNDS = 10
"""How often a text is fixed at most until nothing is left to fix; two or three rounds are enough for all we know of."""


def lint(
    glossary: Concepts, text: str, *, format: str = "text", settings: Settings | None = None, path: str = "-"
) -> list[Finding]:
    """Return what the rules find in a text, in its order.

    ``path`` is the name that the findings give the text. Raises UnknownFormatError for a format there is no reader
    for, UnknownRuleError for a rule there is not, MissingExtraError where a reader's library is not installed.
    """
    return _findings(glossary, read(text, format), text, settings or Settings(), path)


def fix(glossary: Concepts, text: str, *, format: str = "text", settings: Settings | None = None) -> tuple[str, int]:
    """Return a text with what can be fixed safely fixed, and how many edits that took. Raises as ``lint`` does.

    What this returns has nothing left to fix: to do it again changes nothing. A text in which one fix would call for
    the next without end is returned as it was.
    """
    fixed, count = text, 0
    for _ in range(ROUNDS):
        after, edits = _fixed_once(glossary, fixed, format, settings or Settings())
        if not edits:
            return fixed, count
        fixed, count = after, count + edits
    return text, 0


def _fixed_once(glossary: Concepts, text: str, format: str, settings: Settings) -> tuple[str, int]:
    """Return a text with every fix made that overlaps no other, and how many those were."""
    document = read(text, format)
    pieces: list[str] = []
    end = 0
    for finding in _findings(glossary, document, text, settings, "-"):
        if finding.fixable and finding.suggestion is not None and finding.start >= end:
            pieces += [text[end : finding.start], document.escape(finding.suggestion)]
            end = finding.end
    return "".join([*pieces, text[end:]]), len(pieces) // 2


def _findings(glossary: Concepts, document: Document, text: str, settings: Settings, path: str) -> list[Finding]:
    page = Page(glossary, document, settings, text=text, path=path)
    rules, accepted = chosen(settings), Accepted(page.accepted)
    findings = run(rules, {"text": (page,)}, accepted)
    # a remark in a termbase's own catalog may be for 'imsterms catalog check', which says when it is not needed
    idle = accepted.idle(rules, [glossary.language]) if document.continuous else []
    return sorted([*findings, *idle])


def chosen(settings: Settings) -> list[Rule]:
    """Return the rules that the settings ask for. Raises UnknownRuleError."""
    known = [rule.name for rule in RULES]

    def named(names: tuple[str, ...]) -> set[str]:
        for name in names:
            if canonical(name) not in known:
                hint = nearest(name, known) or f" (there are: {', '.join(known)})"
                raise UnknownRuleError(f"there is no rule '{name[:60]}' for running text{hint}")
        return {canonical(name) for name in names}

    on, off = named(settings.enable), named(settings.disable)
    asked = (rule for rule in RULES if rule.scope == "text" and rule.name not in off)
    return [rule for rule in asked if rule.default or rule.name in on]
