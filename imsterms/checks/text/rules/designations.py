"""IMS501, IMS502, IMS509: a word that the glossary advises against, an admitted term in place of the preferred one, and
a word that promises an effect, in a text for patients or in a definition.
"""

import re
from collections.abc import Iterator
from functools import cache

from ....lexicon.designation import ADMITTED, DEPRECATED
from ....recognition.annotate import annotator
from ....recognition.match import Match
from ...content import Entry
from ...rule import Problem, rule
from ..page import Page, Passage
from ..spelling import squeezed
from ..suggestion import instead
from ..use import is_mention, told_apart


@rule("IMS501", "deprecated-word", "text", translations=True)
def deprecated_word(page: Page) -> Iterator[Problem]:
    apart = told_apart(page) if page.judge else frozenset()
    for passage in page.suspects:
        for match in passage.all_matches:
            if match.status != DEPRECATED or passage.mentions(match.text) or not _is_meant(page, match):
                continue
            if not _in_plain_words(page, passage, match) and not is_mention(passage, match):
                reason = f" ({match.designation.reason})" if match.designation.reason else ""
                safe = match.concept.id not in apart
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


@rule("IMS502", "admitted-word", "text", default=False, translations=True)
def admitted_word(page: Page) -> Iterator[Problem]:
    for passage in page.holding(annotator(page.glossary).admitted):
        for match in passage.matches:
            if match.designation.field != ADMITTED or passage.mentions_freely(match.concept.id):
                continue
            # a short name of an institution is its name, and "lateral epikondylitt (tennisalbue)" explains itself
            if match.concept.part_of_speech == "proper noun" or is_mention(passage, match):
                continue
            # in running text, "muscle" for "skeletal muscle" is no other word
            if (
                page.continuous
                and match.concept.has_term
                and squeezed(match.designation) in squeezed(match.concept.term)
            ):
                continue
            # a synonym is often the wider or the narrower word, so that a person decides
            yield instead(passage, match, f"'{match.text}' is a synonym", safe=False)


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
