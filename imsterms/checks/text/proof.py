"""Whether a suggestion proves itself: put in place, the sentence has the right term in the right form, and nothing else
has changed.
"""

from collections import Counter
from collections.abc import Iterable

from ... import limits
from ...findings import Finding
from ...lexicon.designation import LAY
from ...recognition.match import Match
from ...recognition.readers import Document
from ...recognition.readers.segments import Segment
from ..engine import run
from ..rule import Problem, Rule
from .page import Page, Passage
from .spelling import squeezed
from .use import set_aside


class Proof:
    """The judge of a run: sets aside what is not used as a term, and lets suggestions prove themselves."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.scope == "text"]

    def sets_aside(self, passage: Passage, start: int, end: int) -> bool:
        """Return whether a span is quoted, in a reference to a work, in a name, or in another language."""
        return set_aside(passage, start, end)

    def proves(self, passage: Passage, problem: Problem) -> bool:
        """Return whether a suggestion may be put in unseen.

        The sentence is read again with it: the finding must be gone and no other have come, every other term must be
        as it was, and where words were changed, the span must hold the preferred term, in a form that the old one had.
        """
        assert problem.suggestion is not None
        first, last = passage.sentence(problem.start, problem.end)
        if last - first > limits.SENTENCE_CHARACTERS:
            return False
        before = passage.text[first:last]
        start, end = problem.start - first, problem.end - first
        new_end = start + len(problem.suggestion)
        respelt = squeezed(problem.suggestion) == squeezed(before[start:end])
        after = before[:start] + problem.suggestion + before[end:]
        old, new = self._read(passage.page, before), self._read(passage.page, after)
        # with the right spelling it may be part of a longer term: "tørrnåling av triggerpunkter"
        around = [match for match in new.matches if match.start <= start and new_end <= match.end]
        left, right = (around[0].start, around[0].end - new_end) if respelt and around else (start, 0)
        others = _outside(old.all_matches, left, end + right), _outside(new.all_matches, left, new_end + right)
        # the abbreviation of the right term may be known now: "intermuskulær stimulering (IMS)"
        if others[0] - others[1] or any(concept != problem.concept for _, concept, *_ in others[1] - others[0]):
            return False
        if not respelt and not _replaced(problem, old, new, start, end, new_end):
            return False
        now, then = self._findings(new), self._findings(old)
        return now.total() < then.total() and not now - then

    def _read(self, page: Page, text: str) -> Passage:
        segment = Segment()
        segment.verbatim(text, 0)
        segment.finish()
        sentence = Page(page.glossary, Document([segment], [], str, continuous=False), page.settings)
        return sentence.passages[0]

    def _findings(self, passage: Passage) -> Counter[tuple[str, str]]:
        findings: list[Finding] = run(self._rules, {"text": (passage.page,)})
        return Counter((finding.rule, passage.text[finding.start : finding.end]) for finding in findings)


def _outside(matches: list[Match], start: int, end: int) -> Counter[tuple[object, ...]]:
    """Return the terms outside a span as they can be compared; everyday words may come and go with a term."""
    return Counter(
        (match.text, match.concept.id, match.designation, match.forms, match.start < start)
        for match in matches
        if match.designation.register != LAY and (match.end <= start or match.start >= end)
    )


def _replaced(problem: Problem, old: Passage, new: Passage, start: int, end: int, new_end: int) -> bool:
    """Return whether the term in the span has become the preferred term of its concept, in a form that it had."""
    before = [match for match in old.all_matches if start <= match.start and match.end <= end]
    after = [match for match in new.all_matches if start <= match.start and match.end <= new_end]
    forms = {form for match in before if match.concept.id == problem.concept for form in match.forms}
    return (
        len(after) == 1
        and after[0].concept.id == problem.concept
        and (not forms or not forms.isdisjoint(after[0].forms))
    )
