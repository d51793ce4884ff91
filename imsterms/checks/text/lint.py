"""Check the terms of a running text, and fix what can be fixed safely: ``glossary.lint``, ``imsterms lint --fix``."""

import re
from functools import partial
from typing import NamedTuple

from ... import limits
from ...errors import UnknownRuleError, nearest
from ...findings import Finding
from ...lexicon.concept import Concepts
from ...recognition.readers import Document, read
from ..engine import Accepted, run
from ..pages import canonical
from ..rule import Rule
from .page import Page
from .proof import Proof
from .rules import RULES
from .settings import Settings

_BETWEEN = re.compile(r"[.!?<\n]")


class Fixed(NamedTuple):
    """A text with what could be fixed fixed."""

    text: str
    edits: int
    """How many edits were made."""
    remaining: list[Finding]
    """What is left to a person."""

    def as_dict(self) -> dict[str, object]:
        """Return the result as plain data."""
        return {**self._asdict(), "remaining": [finding.as_dict() for finding in self.remaining]}


def lint(
    glossary: Concepts,
    text: str,
    *,
    format: str = "text",
    settings: Settings | None = None,
    path: str = "-",
    language: str | None = None,
    document: Document | None = None,
) -> list[Finding]:
    """Return what the rules find in a text, in its order; ``document`` is the text where it has been read already.

    ``path`` is the name that the findings give the text, and ``language`` that of the parts of it that do not say one
    (without it, the glossary's). Raises UnknownFormatError for a format there is no reader for, UnknownRuleError for a
    rule there is not, MissingExtraError where a reader's library is not installed.
    """
    settings = settings or Settings()
    document = document or read(text, format)
    rules = chosen(settings)
    page = Page(glossary, document, settings, text=text, path=path, language=language, judge=Proof(rules))
    accepted = Accepted(page.accepted)
    findings = run(rules, {"text": (page,)}, accepted)
    # a remark in a termbase's own catalog may be for 'imsterms catalog check', which says when it is not needed
    idle = accepted.idle(rules, [glossary.language]) if document.continuous else []
    return sorted([*findings, *idle])


def fix(
    glossary: Concepts,
    text: str,
    *,
    format: str = "text",
    settings: Settings | None = None,
    path: str = "-",
    language: str | None = None,
    unsafe: bool = False,
) -> Fixed:
    """Return a text with every suggestion made that proves itself; with ``unsafe`` the others too. Raises as ``lint``.

    To fix the result changes nothing. A text in which one fix calls for the next without end is returned as it was.
    """
    fixed, count = text, 0
    checked = partial(lint, glossary, settings=settings, path=path, language=language)
    for _ in range(limits.FIX_ROUNDS):
        document = read(fixed, format)
        findings = checked(fixed, document=document)
        pieces: list[str] = []
        end = 0
        for finding in findings:
            if finding.suggestion is None or not (finding.fixable or unsafe) or finding.start < end:
                continue
            # what was proven was proven alone: one edit a sentence
            if not pieces or _BETWEEN.search(fixed, end, finding.start):
                pieces += [fixed[end : finding.start], document.escape(finding.suggestion)]
                end = finding.end
        if not pieces:
            return Fixed(fixed, count, findings)
        fixed, count = "".join([*pieces, fixed[end:]]), count + len(pieces) // 2
    return Fixed(text, 0, checked(text, format=format))


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
