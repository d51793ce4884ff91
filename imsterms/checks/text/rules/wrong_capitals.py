"""IMS508: an abbreviation in other capitals than its own: "ims", "Ims"."""

from __future__ import annotations

from collections.abc import Iterator

from ....lexicon.designation import ABBREVIATION
from ...rule import Problem, rule
from ..page import Page


@rule("IMS508", "wrong-capitals", "text")
def wrong_capitals(page: Page) -> Iterator[Problem]:
    for passage in page.passages:
        for match in passage.matches:
            right = str(match.designation)
            # what is all in capitals says nothing, and "GPs" has an ending; "TrP" has small letters of its own
            if match.status != ABBREVIATION or match.text == right or match.text.isupper() or not right.isupper():
                continue
            if match.text[-1] == "s" and match.text[:-1].isupper():
                continue  # several of another abbreviation: instant messages are "IMs"
            if match.text.casefold() == right.casefold():
                message = f"the abbreviation is written '{right}'"
                yield passage.problem(match.start, match.end, message, right, match.concept.id, passage.sure(match))
