"""The page of each rule: what it asks for, why, and how to fix what it finds.

A page is a section of one of the Markdown files beside this module (one file for each hundred of codes): the heading
``## IMS301 definition-circle``, and the text below it. Codes are never renumbered. A rule that took the place of others
has their codes and names in its heading: ``## IMS304 references-differ (IMS407 concept-lost)``.
"""

import os
import re
from dataclasses import dataclass
from functools import cache

from ...errors import UnknownRuleError, nearest
from ...files import files_below, read_text

_FORMER = re.compile(r"(IMS\d{3}) ([a-z-]+)")


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A rule's page."""

    code: str
    """``IMS`` and three digits."""
    name: str
    """Name in kebab-case."""
    text: str
    """What the rule asks for, why, and how to fix what it finds; Markdown."""
    former: tuple[tuple[str, str], ...] = ()
    """Code and name of each rule whose place this one has taken."""

    def __str__(self) -> str:
        former = f"\n\nFormer names: {', '.join(map(' '.join, self.former))}." if self.former else ""
        return f"{self.code} {self.name}\n\n{self.text}{former}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every code and name that the rule answers to, in lower case."""
        return tuple(name.lower() for pair in ((self.code, self.name), *self.former) for name in pair)


@cache
def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the codes."""
    found = []
    for path in files_below(os.path.dirname(os.path.abspath(__file__)), ".md"):
        for section in ("\n" + read_text(path)).split("\n## ")[1:]:
            heading, _, text = section.partition("\n")
            (code, name), *former = _FORMER.findall(heading)
            found.append(Page(code, name, text.strip(), tuple(former)))
    return tuple(sorted(found))


@cache
def _by_name() -> dict[str, Page]:
    return {name: page for page in pages() for name in page.names}


def page(name: str) -> Page:
    """Return the page of a rule, by its code or name or by a former one. Raises UnknownRuleError.

    >>> page("definition-circle").code, page("ims301").name
    ('IMS301', 'definition-circle')
    """
    found = _by_name().get(name.strip().lower())
    if found is None:
        names = [part for one in pages() for part in (one.code, one.name)]
        raise UnknownRuleError(f"there is no rule '{name[:60]}'{nearest(name, names) or '; --explain all lists them'}")
    return found


def canonical(name: str) -> str:
    """Return the name that a rule has today; a name that no rule has is returned as it is."""
    found = _by_name().get(name.strip().lower())
    return found.name if found else name
