"""IMS510 and IMS511: a term of the English text that is missing from the translation, or another in its place."""

from collections.abc import Iterator

from ....languages.tags import SOURCE
from ....lexicon.concept import Concept
from ....lexicon.designation import DEPRECATED, LAY, NAMES
from ....recognition.annotate import annotator
from ....recognition.loose import COMPOUND
from ....recognition.match import Match
from ....recognition.words import fold, words_in
from ...rule import Problem, rule
from ..page import Page, Passage

_CONCEPTS, _SHARE = 3, 30
"""A catalog is about health that names so many concepts by words of no everyday sense, in one message of so many."""

_LABEL = 12
"""Words of an English text that is translated word for word; in a longer one everyday words may be said otherwise."""

_SHORTEST, _LONG = 3, 6
"""Letters of the shortest form that is seen in a compound, and of one that is seen before any ending too."""
_OTHER_PART = 4
"""Letters of the other part of a compound with a shorter form ("senere" does not name "sene")."""


@rule("IMS510", "term-not-translated", "text", default=False)
def term_not_translated(page: Page) -> Iterator[Problem]:
    for passage, concept, others in _missing(page):
        if not others:
            message = f"the English text has '{concept.in_language(SOURCE).term}'; '{concept.term}' is missing here"
            yield passage.problem(0, len(passage.text), message, concept=concept.id, anywhere=True)


@rule("IMS511", "other-term", "text", default=False)
def other_term(page: Page) -> Iterator[Problem]:
    for passage, concept, others in _missing(page):
        for match in others[:1]:
            message = (
                f"'{match.text}' is not the term for '{concept.in_language(SOURCE).term}'; that is '{concept.term}'"
            )
            yield passage.problem(match.start, match.end, message, concept=concept.id, anywhere=True)


def _missing(page: Page) -> Iterator[tuple[Passage, Concept, list[Match]]]:
    """Yield each translation that lacks a term of its English text, with what is there instead."""
    if SOURCE not in page.glossary.languages or page.glossary.language == SOURCE:
        return
    source = annotator(page.glossary.in_language(SOURCE))
    asked = [(passage, source.annotate(english)) for english, passage in page.pairs]
    guarded = source.lists.everyday
    clinical = [
        {match.concept.id for match in matches if fold(match.designation) not in guarded} for _, matches in asked
    ]
    concepts = {concept for named in clinical for concept in named}
    if len(concepts) < _CONCEPTS or sum(map(bool, clinical)) * _SHARE < len(clinical):
        return  # not about health: "session" and "condition" are other things there
    for passage, matches in asked:
        wanted = {
            match.concept.id: page.glossary[match.concept.id] for match in matches if match.designation.field in NAMES
        }
        if not wanted:
            continue
        found = annotator(page.glossary).annotate(passage.text, compounds=True)
        free = len(passage.text.split()) > _LABEL
        for concept in wanted.values():
            if not concept.has_term or _names(concept, passage.text, found):
                continue
            others = [match for match in found if _in_its_place(match, concept, wanted)]
            if free:
                # a longer text is translated freely: "a person with MS" is whoever has it
                others = [match for match in others if not _is_everyday(match.concept, guarded)]
                if not others and _is_everyday(concept, guarded):
                    continue
            yield passage, concept, others


def _is_everyday(concept: Concept, guarded: frozenset[str]) -> bool:
    return fold(concept.in_language(SOURCE).term) in guarded


def _names(concept: Concept, text: str, found: list[Match]) -> bool:
    """Return whether a translation names a concept: by any word for it, by a narrower one, in a compound."""
    near = {concept.id, *(other.id for other in concept.narrower)}
    for match in found:
        meanings = {match.concept.id, *(meaning.concept.id for meaning in match.candidates)}
        if match.status != DEPRECATED and meanings & near:
            return True
    # in a compound or in a form that is not listed: "hudområde", "barnehud"
    words = [fold(word[0]) for word in words_in().finditer(text)]
    forms = {fold(form) for each in concept.designations if each.status != DEPRECATED for form in each.forms.values()}
    return any(_holds(word, form) for form in forms if len(form) >= _SHORTEST for word in words)


def _holds(word: str, form: str) -> bool:
    if not (word.startswith(form) or word.endswith(form)):
        return False
    return len(form) >= _LONG or word == form or len(word) - len(form) >= _OTHER_PART


def _in_its_place(match: Match, concept: Concept, wanted: dict[str, Concept]) -> bool:
    if match.kind == COMPOUND or match.designation.register == LAY:
        return False
    return match.concept.id == concept.id or match.concept.id not in wanted
