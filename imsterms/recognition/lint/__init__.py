"""Checking the terms of a running text: ``glossary.lint``.

Each rule is a small module in ``rules``, and has its page in ``imsterms/rules/5xx.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import UnknownRuleError, nearest
from ...findings import Finding
from ..readers import read
from ..readers.segments import overlaps
from .finding import Lines
from .page import LintRule, Page
from .settings import Settings

if TYPE_CHECKING:
    from ...lexicon.concept import Concepts
    from ..readers import Document

__all__ = ["Settings", "fix", "lint"]

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
    lines = Lines(text)
    page = Page(glossary, document, settings)
    found = []
    for rule in chosen(settings):
        for problem in rule.check(page):
            if problem.idle:
                continue
            segment = problem.passage.segment
            start, end = segment.span(problem.start, problem.end)
            if overlaps(document.off, start, start + 1):
                continue
            line, column = lines.place(start)
            fixable = (
                problem.safe
                and problem.suggestion is not None
                and segment.unbroken(problem.start, problem.end)
                and not segment.quoted(problem.start, problem.end)
            )
            found.append(
                Finding(
                    path,
                    line,
                    rule.code,
                    rule.name,
                    problem.message,
                    problem.concept,
                    language=glossary.language,
                    column=column,
                    start=start,
                    end=end,
                    suggestion=problem.suggestion,
                    fixable=fixable,
                )
            )
    return sorted(found, key=lambda one: (one.start, one.code))


def chosen(settings: Settings) -> list[LintRule]:
    """Return the rules that the settings ask for. Raises UnknownRuleError."""
    from .rules import RULES

    known = {key: rule for rule in RULES for key in (rule.name, rule.code.lower())}

    def named(names: tuple[str, ...]) -> set[str]:
        for name in names:
            if name.lower() not in known:
                names_known = [rule.name for rule in RULES]
                hint = nearest(name, names_known) or f" (there are: {', '.join(names_known)})"
                raise UnknownRuleError(f"there is no rule '{name[:60]}' for running text{hint}")
        return {known[name.lower()].code for name in names}

    on, off = named(settings.enable), named(settings.disable)
    return [rule for rule in RULES if rule.code not in off and (rule.default or rule.code in on)]
