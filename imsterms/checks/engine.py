"""Runs rules: gives each what its scope asks for, and decides what becomes a finding.

What holds for every rule is decided here and not by the rules: a suggestion that equals the text is no finding, and
what is accepted is left out. An acceptance that nothing needs is a finding itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..findings import Finding
from .rule import Acceptance, Rule


@dataclass(slots=True)
class Accepted:
    """All that is accepted: the exceptions of ``quality.yaml``, and the remarks in catalogs."""

    acceptances: Iterable[Acceptance] = ()
    _by_key: dict[tuple[str, str, str], Acceptance] = field(init=False)
    _used: set[tuple[str, str, str]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._by_key = {acceptance.key: acceptance for acceptance in self.acceptances}

    def accepts(self, finding: Finding) -> bool:
        """Return whether a finding is accepted, and note that its acceptance is needed."""
        for subject in (finding.subject, finding.concept):
            key = (finding.rule, finding.language, subject or "")
            if key in self._by_key:
                self._used.add(key)
                return True
        return False

    def idle(self, rules: Iterable[Rule], languages: Collection[str]) -> list[Finding]:
        """Return a finding for each acceptance that a run of these rules over these languages did not need."""
        names = {rule.name for rule in rules}
        findings = []
        for (name, language, subject), acceptance in self._by_key.items():
            if name in names and language in languages and (name, language, subject) not in self._used:
                message = f"nothing needs the exception from {acceptance.rule} for '{subject}' any more; remove it"
                place = acceptance.path, acceptance.line
                findings.append(Finding(*place, "IMS320", "idle-exception", message, language=language))
        return findings


def run(
    rules: Iterable[Rule], subjects: Mapping[str, Iterable[object]], accepted: Accepted | None = None
) -> list[Finding]:
    """Return what rules find, in the order of the files.

    ``subjects`` holds for each scope what a rule of that scope looks at; rules of other scopes are passed over.
    """
    given = {scope: tuple(those) for scope, those in subjects.items()}
    findings = []
    for rule in rules:
        for subject in given.get(rule.scope, ()):
            for problem in rule.check(subject):
                if problem.suggestion is not None and problem.suggestion == problem.place.written(problem):
                    continue
                finding = problem.place.finding(rule, problem)
                if finding is not None and not (accepted and accepted.accepts(finding)):
                    findings.append(finding)
    return sorted(findings)
