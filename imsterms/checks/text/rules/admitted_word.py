"""IMS502: an admitted term where the house style asks for the preferred one."""

from __future__ import annotations

from collections.abc import Iterator

from ....lexicon.designation import ADMITTED
from ...rule import Problem, rule
from ..page import Page
from ..spelling import squeezed
from ..suggestion import instead
from ..use import is_mention


@rule("IMS502", "admitted-word", "text", default=False, translations=True)
def admitted_word(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.matches:
            if match.status != ADMITTED or passage.mentions_freely(match.concept.id):
                continue
            # a short name of an institution is its name, and "lateral epikondylitt (tennisalbue)" explains itself
            if match.concept.part_of_speech == "proper noun" or is_mention(passage, match):
                continue
            # in running text, "muscle" for "skeletal muscle" is no other word
            if page.continuous and match.concept.has_term and _is_short_for(match.designation, match.concept.term):
                continue
            # a synonym is often the wider or the narrower word, so that a person decides
            yield instead(passage, match, f"'{match.text}' is a synonym", safe=False)


def _is_short_for(designation: str, term: str) -> bool:
    return squeezed(designation) in squeezed(term)
