"""Check a termbase: its terminology, in every language."""

from __future__ import annotations

from ..findings import Finding
from .content import Content
from .engine import Accepted, run
from .rules import RULES


def check_terminology(content: Content) -> list[Finding]:
    """Return what the rules find in a termbase and everything that its languages say."""
    subjects = {
        "termbase": [content],
        "language": content.wordings,
        "entry": [entry for wording in content.wordings for entry in wording.entries],
    }
    accepted = Accepted(content.quality.exceptions)
    findings = run(RULES, subjects, accepted)
    languages = [wording.language for wording in content.wordings]
    return sorted([*findings, *accepted.idle([rule.name for rule in RULES], languages)])
