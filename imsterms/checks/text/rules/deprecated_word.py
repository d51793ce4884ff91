"""IMS501: a word that the glossary advises against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.designation import DEPRECATED
from ...rule import Problem, rule
from ..page import Page, Passage
from ..suggestion import instead
from ..use import is_mention, told_apart

if TYPE_CHECKING:
    from ....recognition.annotate import Match


@rule("IMS501", "deprecated-word", "text", translations=True)
def deprecated_word(page: Page) -> Iterator[Problem]:
    apart = told_apart(page)
    for passage in page.passages:
        for match in passage.all_matches:
            if match.status != DEPRECATED or passage.mentions(match.text) or not _is_meant(page, match):
                continue
            if not _in_plain_words(page, passage, match) and not is_mention(passage, match):
                reason = f" ({match.designation.reason})" if match.designation.reason else ""
                safe = str(match.designation) not in apart
                yield instead(passage, match, f"'{match.text}' should not be used here{reason}", safe)


def _is_meant(page: Page, match: Match) -> bool:
    """Return whether a word is used in the sense that it is deprecated for."""
    return match.designation not in page.words.other_sense or match.concept.id in page.named


def _in_plain_words(page: Page, passage: Passage, match: Match) -> bool:
    """Return whether a match is part of a plain wording that the glossary offers: "stram og kort muskel"."""
    for plain in page.plain_words_with(match.text.casefold()):
        around = passage.text[max(0, match.start - len(plain)) : match.end + len(plain)]
        if plain in " ".join(around.casefold().split()):
            return True
    return False
