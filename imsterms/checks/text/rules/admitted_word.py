"""IMS502: an admitted term where the house style asks for the preferred one."""

from __future__ import annotations

from collections.abc import Iterator

from ....lexicon.designation import ADMITTED
from ...rule import Problem, rule
from ..page import Page
from ..suggestion import instead


@rule("IMS502", "admitted-word", "text", default=False, translations=True)
def admitted_word(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.matches:
            if match.status == ADMITTED and not passage.mentions_freely(match.concept.id):
                # a synonym is often the wider or the narrower word, so that a person decides
                yield instead(passage, match, f"'{match.text}' is a synonym", safe=False)
