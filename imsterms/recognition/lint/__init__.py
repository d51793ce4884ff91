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
"""How often a text is gone over at most until nothing is left to fix; two rounds are enough for what we know of."""


def lint(
    glossary: Concepts, text: str, *, format: str = "text", settings: Settings | None = None, path: str = "-"
) -> list[Finding]:
    """Return what the rules find in a text, in its order.

    ``path`` is the name that the findings give the text. Raises UnknownFormatError for a format there is no reader
    for, UnknownRuleError for a rule there is not, MissingExtraError where a reader's library is not installed.
    """
    return _findings(glossary, read(text, format), text, settings or Settings(), path)


def fix(glossary: Concepts, text: str, *, format: str = "text", settings: Settings | None = None) -> tuple[str, int]:
    """Return a text with what is safe to mend mended, and how many places that were. Raises as ``lint`` does.

    What this returns has nothing left to fix: to do it again changes nothing.
    """
    count = 0
    for _ in range(ROUNDS):
        document = read(text, format)
        pieces, place = [], 0
        for one in _findings(glossary, document, text, settings or Settings(), "-"):
            if one.fixable and one.suggestion is not None and one.start >= place:
                pieces += [text[place : one.start], document.escape(one.suggestion)]
                place = one.end
                count += 1
        if not pieces:
            break
        text = "".join([*pieces, text[place:]])
    return text, count


def _findings(glossary: Concepts, document: Document, text: str, settings: Settings, path: str) -> list[Finding]:
    lines = Lines(text)
    page = Page(glossary, document, settings)
    found = []
    for rule in chosen(settings):
        for problem in rule.check(page):
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
