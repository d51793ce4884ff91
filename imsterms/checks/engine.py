"""Runs rules: gives each what its scope asks for, and decides what becomes a finding.

What holds for every rule is decided here and not by the rules: a suggestion that equals the text is dropped, and
what is accepted is left out. An acceptance that nothing needs is a finding itself.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from ..errors import SuggestionBudget
from ..findings import Finding
from .rule import Acceptance, Rule


class Accepted:
    """All that is accepted in a run: the exceptions of ``quality.yaml``, and the remarks in catalogs and texts."""

    def __init__(self, acceptances: Iterable[Acceptance] = ()) -> None:
        self._all = tuple(acceptances)
        self._by_subject: dict[tuple[str, str, str], Acceptance] = {}
        self._spans: dict[tuple[str, str], list[Acceptance]] = {}
        for acceptance in sorted(self._all, key=lambda one: one.start):
            if acceptance.subject:
                self._by_subject[acceptance.name, acceptance.language, acceptance.subject] = acceptance
            else:
                self._spans.setdefault((acceptance.name, acceptance.language), []).append(acceptance)
        self._used: set[int] = set()

    def accepts(self, finding: Finding) -> bool:
        """Return whether a finding is accepted, and note that what accepts it is needed."""
        acceptance = self._of_span(finding) if finding.column else self._of_subject(finding)
        self._used.add(id(acceptance))
        return acceptance is not None

    def _of_subject(self, finding: Finding) -> Acceptance | None:
        rule, language = finding.rule, finding.language
        narrow = self._by_subject.get((rule, language, finding.subject))
        return narrow or self._by_subject.get((rule, language, finding.concept or ""))

    def _of_span(self, finding: Finding) -> Acceptance | None:
        spans = self._spans.get((finding.rule, finding.language), [])
        # the nearest one above: no span ends before one that begins above it
        place = bisect_right(spans, finding.start, key=lambda one: one.start)
        return spans[place - 1] if place and finding.start < spans[place - 1].end else None

    def idle(self, rules: Iterable[Rule], languages: Collection[str]) -> list[Finding]:
        """Return a finding for each acceptance that a run of these rules over these languages did not need."""
        names = {rule.name for rule in rules}
        findings = []
        for acceptance in self._all:
            if acceptance.name in names and acceptance.language in languages and id(acceptance) not in self._used:
                subject = f" for '{acceptance.subject}'" if acceptance.subject else ""
                message = f"nothing needs the exception from {acceptance.rule}{subject} any more; remove it"
                place = acceptance.path, acceptance.line
                findings.append(Finding(*place, "IMS320", "idle-exception", message, language=acceptance.language))
        return findings


def run(
    rules: Iterable[Rule], subjects: Mapping[str, Collection[object]], accepted: Accepted | None = None
) -> list[Finding]:
    """Return what rules find, in the order of the files.

    ``subjects`` holds for each scope what a rule of that scope looks at; rules of other scopes are passed over.
    """
    findings = []
    with SuggestionBudget():
        for rule in rules:
            for problem in chain.from_iterable(map(rule.check, rule.concerned(subjects.get(rule.scope, ())))):
                said = problem.suggestion
                if said is not None and said.split() == problem.place.written(problem).split():
                    continue
                finding = problem.place.finding(rule, problem)
                if finding is not None and not (accepted and accepted.accepts(finding)):
                    findings.append(finding)
    return sorted(findings, key=Finding.order)
