"""IMS501 and IMS502: a word that the glossary advises against, or an admitted term in place of the preferred one."""

from collections.abc import Iterator

from ....lexicon.designation import ADMITTED, DEPRECATED
from ....recognition.annotate import annotator
from ....recognition.match import Match
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
            if page.continuous and match.concept.has_term and _is_short_for(match.designation, match.concept.term):
                continue
            # a synonym is often the wider or the narrower word, so that a person decides
            yield instead(passage, match, f"'{match.text}' is a synonym", safe=False)


def _is_short_for(designation: str, term: str) -> bool:
    return squeezed(designation) in squeezed(term)
