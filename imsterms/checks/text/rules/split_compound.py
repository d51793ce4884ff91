"""IMS503: a compound written in several words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.designation import DEPRECATED
from ....termbase.forms import parse_form
from ...rule import Problem, rule
from ..page import Page
from ..spelling import respelt

if TYPE_CHECKING:
    from ...content import Translated

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@rule("IMS503", "split-compound", "text", translations=True)
def split_compound(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.split:
            if match.status == DEPRECATED or match.text.split()[0].endswith(page.words.separate_endings):
                continue  # reported as that, or two words by right
            right = respelt(match, page.profile)
            if right is None:
                message = f"split compound: '{match.text}' is a form of '{match.designation}', written as that is"
                yield passage.problem(match.start, match.end, message, concept=match.concept.id)
            elif "-" not in right:
                message = f"split compound in '{match.text}'; write '{right}'"
                sure = passage.sure(match)
                yield passage.problem(match.start, match.end, message, right, match.concept.id, sure)


@rule("IMS503", "split-compound", "message")
def split_reference(message: Translated) -> Iterator[Problem]:
    """Find references that a compound is made with in a wrong way."""
    if message.wording.profile.compound != "joined":
        return
    for text in message.sentences:
        for reference, after in text.followed():
            form = parse_form(reference.form)[0]
            word = _WORD.match(after)
            if form == "compound" and not re.match(r"\w|-", after):
                yield message.problem(
                    f"{reference} is the first part of a compound; its second part follows without a space"
                )
            elif form == "" and word and reference.name in message.wording.terms:
                right = f"{{{reference.name}}}" + ("[genitive]" if word[0] == "s" else f"[compound]{word[0]}")
                yield message.problem(f"'{reference}{word[0]}' glues a word to a term; write '{right}'")
