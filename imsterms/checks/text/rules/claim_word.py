"""IMS509: a word that promises an effect, in a text for patients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...rule import Problem, rule
from ..page import Page


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds any of ``words``, as whole words."""
    parts = (r"\w*".join(re.escape(part) for part in word.split("*")) for word in words if word.strip("*"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)


@rule("IMS509", "claim-word", "text", default=False)
def claim_word(page: Page) -> Iterator[Problem]:
    words = page.settings.claim_words or page.words.claim_words
    for passage in page.passages:
        for word in pattern(words).finditer(passage.text):
            message = f"'{word[0]}' promises an effect; say what is done and what is known instead"
            yield passage.problem(word.start(), word.end(), message)
