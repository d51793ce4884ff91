"""The rules that findings name: what each asks for, why, and how to mend what it finds.

Each rule has a page, a section of one of the Markdown files beside this module (one file for each hundred of codes):
the heading ``## IMS301 definition-circle``, and the text below it. Codes are never renumbered.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from ..errors import UnknownRuleError, nearest
from ..files import files_below, read_text


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A rule's page."""

    code: str
    """``IMS`` and three digits."""
    name: str
    """Name in kebab-case."""
    text: str
    """What the rule asks for, why, and how to mend what it finds; Markdown."""

    def __str__(self) -> str:
        return f"{self.code} {self.name}\n\n{self.text}"


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the codes."""
    found = []
    for path in files_below(os.path.dirname(os.path.abspath(__file__)), ".md"):
        for section in ("\n" + read_text(path)).split("\n## ")[1:]:
            heading, _, text = section.partition("\n")
            code, _, name = heading.partition(" ")
            found.append(Rule(code, name.strip(), text.strip()))
    return tuple(sorted(found))


def rule(name: str) -> Rule:
    """Return a rule by its code or its name. Raises UnknownRuleError.

    >>> rule("definition-circle").code, rule("ims301").name
    ('IMS301', 'definition-circle')
    """
    known = rules()
    for one in known:
        if name.strip().lower() in (one.code.lower(), one.name):
            return one
    names = [part for one in known for part in (one.code, one.name)]
    raise UnknownRuleError(f"there is no rule '{name[:60]}'{nearest(name, names) or '; --explain all lists them'}")
