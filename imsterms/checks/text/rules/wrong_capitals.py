"""IMS508: capitals that a term does not have: "Triggerpunkt" inside a sentence, "Ims"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ....lexicon.concept import ABBREVIATION, PLAIN
from ...rule import Problem, rule
from ..page import Page, Passage

if TYPE_CHECKING:
    from ....recognition.annotate import Match

# what is before a word inside a sentence: a word in lower case, with or without a comma
_INSIDE = re.compile(r"(?:^|(?<=[\s(«“\"]))([^\W\d_](?:[^\W\d_]|-)*),?[ \u00a0]$")
# "Institutt for Akupunktur", "the Study of Pain"
_NAME_BEFORE = r"(?<!\w)([^\W\d_])[\w-]*[ \u00a0](?:(?:%s)[ \u00a0]){1,2}$"


@rule("IMS508", "wrong-capitals", "text")
def wrong_capitals(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        if passage.segment.heading:
            continue
        for match in passage.matches:
            # a title keeps its capitals
            if passage.segment.quoted(match.start, match.end) or passage.segment.linked(match.start, match.end):
                continue
            right = _right(passage, match)
            if right is not None and right != match.text:
                message = f"'{match.text}' has capitals that do not belong there; write '{right}'"
                if match.status == ABBREVIATION:
                    message = f"the abbreviation is written '{right}'"
                # whichever concept is meant, an abbreviation is written so
                safe = match.status == ABBREVIATION or not match.candidates
                yield passage.problem(match.start, match.end, message, right, match.concept.id, safe)


def _right(passage: Passage, match: Match) -> str | None:
    """Return a match with the capitals that it should have; None where there is nothing to say."""
    written, designation = match.text, str(match.designation)
    if match.status == PLAIN:
        return None
    if match.status == ABBREVIATION:
        # "ims" and "Ims" for IMS; a whole text in capitals says nothing
        if written.casefold() != designation.casefold() or written == designation or designation != designation.upper():
            return None
        return designation if not written.isupper() else None
    if written == written.upper():
        return None
    if designation != designation.lower():
        # a name, or a word with a capital in it, which may begin a sentence
        if written.casefold() != designation.casefold():
            return None
        begins = written[:1].isupper() and not _inside(passage, match)
        return designation[:1].upper() + designation[1:] if begins else designation
    if not written[:1].isupper() or not _inside(passage, match):
        return None
    return written[0].lower() + written[1:] if written[1:] == written[1:].lower() else written.lower()


def _inside(passage: Passage, match: Match) -> bool:
    """Return whether a match is inside a sentence, where capitals mean something, and not in a name."""
    before = passage.text[max(0, match.start - 60) : match.start]
    word = _INSIDE.search(before)
    if word is None or not word[1].islower():
        return False
    name = _name_before(passage.page.words.inside_names).search(before)
    if name is not None and name[1].isupper():
        return False
    # "Akupunktur Norge"
    joined, after = passage.text[match.end : match.end + 1], passage.text[match.end + 1 : match.end + 2]
    return not (joined in (" ", "\u00a0", "-") and (after.isupper() or after.isdecimal()))


@cache
def _name_before(inside_names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_NAME_BEFORE % ("|".join(map(re.escape, inside_names)) or "(?!)"))
