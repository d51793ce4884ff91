"""IMS502: an admitted term where the house style asks for the preferred one."""

from __future__ import annotations

from collections.abc import Iterator

from ....lexicon.concept import ADMITTED
from ..page import LintRule, Page, Problem
from ..suggestion import instead


def check(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.matches:
            if match.status == ADMITTED:
                yield instead(page, passage, match, f"'{match.text}' is a synonym")


RULE = LintRule("IMS502", "admitted-word", check, default=False)
