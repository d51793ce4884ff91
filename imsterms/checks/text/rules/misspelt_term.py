"""IMS512: a term of eight letters or more with one letter wrong, missing or too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.search import edit_distance
from ....recognition.annotate import annotator
from ....recognition.loose import MISSPELT
from ....recognition.words import fold
from ....termbase.forms import capitalise
from ...rule import Problem, rule
from ..page import Page

if TYPE_CHECKING:
    from ....recognition.annotate import Match

_SHORTEST = 8


@rule("IMS512", "misspelt-term", "text", default=False)
def misspelt_term(page: Page) -> Iterator[Problem]:
    find = annotator(page.glossary).annotate
    for passage in page.passages:
        for match in find(passage.text, misspellings=True):
            if match.kind != MISSPELT or len(match.text) < _SHORTEST:
                continue
            right = _right(match)
            if right is not None:
                message = f"'{match.text}' is misspelt; write '{right}'"
                sure = not match.candidates and " " not in match.text
                yield passage.problem(match.start, match.end, message, right, match.concept.id, sure)


def _right(match: Match) -> str | None:
    """Return the form that is meant, with the capital that the text has; None where it is not one edit away."""
    written = fold(match.text)
    forms = {form for form in match.designation.forms.values() if edit_distance(written, fold(form), 1) == 1}
    if len(forms) != 1:
        return None
    right = forms.pop()
    return capitalise(right) if match.text[0].isupper() else right
