"""IMS509: a word that promises an effect, in a text for patients or in a definition."""

import re
from collections.abc import Iterator
from functools import cache

from ...content import Entry
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
            yield passage.problem(word.start(), word.end(), message, anywhere=True)


@rule("IMS509", "claim-word", "entry")
def claim_in_definition(entry: Entry) -> Iterator[Problem]:
    """Find words of the list in ``quality.yaml``, which is longer than what a text may be held to."""
    words = entry.wording.content.quality.claim_words.get(entry.wording.language, ())
    if claim := pattern(words).search(entry.sentence("definition").words):
        message = (
            f"'{claim[0]}' in the definition sounds like a claim; a definition says what something is, "
            "and a claim belongs in an article, with its source"
        )
        yield entry.problem("definition", message)
