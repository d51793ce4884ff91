"""IMS508 and IMS512: an abbreviation in other capitals than its own ("Ims"), and a term with a letter wrong."""

from collections.abc import Iterator
from os.path import commonprefix

from ....lexicon.designation import ABBREVIATION, ADMITTED, TERM
from ....lexicon.search import edit_distance
from ....recognition.annotate import annotator
from ....recognition.loose import MISSPELT
from ....recognition.match import Match
from ....recognition.words import fold
from ....termbase.forms import capitalise
from ...rule import Problem, rule
from ..page import Page, Passage


@rule("IMS508", "wrong-capitals", "text")
def wrong_capitals(page: Page) -> Iterator[Problem]:
    for passage in page.suspects:
        for match in passage.matches:
            right = str(match.designation)
            # what is all in capitals says nothing, and "GPs" has an ending; "TrP" has small letters of its own
            if (
                match.designation.field != ABBREVIATION
                or match.text == right
                or match.text.isupper()
                or not right.isupper()
            ):
                continue
            if match.text[-1] == "s" and match.text[:-1].isupper():
                continue  # several of another abbreviation: instant messages are "IMs"
            if match.text.istitle() and not _has_company(passage, match):
                continue  # a name, maybe
            if match.text.casefold() == right.casefold():
                message = f"the abbreviation is written '{right}'"
                yield passage.problem(match.start, match.end, message, right, match.concept.id, passage.sure(match))


def _has_company(passage: Passage, match: Match) -> bool:
    """Return whether another term is in the sentence of a match."""
    first, last = passage.sentence(match.start, match.end)
    return any(first <= other.start < last and other.concept != match.concept for other in passage.matches)


_SHORTEST = 8
_ENDING = 3
"""Letters at the end of a word in which a difference makes another form or another word ("forverres", "forverret")."""


@rule("IMS512", "misspelt-term", "text", default=False)
def misspelt_term(page: Page) -> Iterator[Problem]:
    find = annotator(page.glossary).annotate
    others = [page.glossary.in_language(tag) for tag in page.glossary.languages if tag != page.glossary.language]
    for passage in page.passages:
        for match in find(passage.text, misspellings=True):
            right = _right(match)
            if right is None or any(annotator(other).annotate(match.text) for other in others):
                continue
            first, _ = passage.sentence(match.start, match.end)
            if match.text[0].isupper() and passage.text[first : match.start].strip():
                continue  # a name
            message = f"'{match.text}' is misspelt; write '{right}'"
            # no list has all words of a language, so that a person decides
            yield passage.problem(match.start, match.end, message, right, match.concept.id, safe=False)


def _right(match: Match) -> str | None:
    """Return the form that is meant, with the capital that the text has; None where it is not one edit away."""
    if match.kind != MISSPELT or len(match.text) < _SHORTEST or " " in match.text:
        return None
    if match.designation.field not in (TERM, ADMITTED):
        return None
    written = fold(match.text)
    forms = {form for form in match.designation.forms.values() if edit_distance(written, fold(form), 1) == 1}
    if len(forms) != 1:
        return None
    right = forms.pop()
    if len(commonprefix([written, fold(right)])) > min(len(written), len(right)) - _ENDING:
        return None
    return capitalise(right) if match.text[0].isupper() else right
