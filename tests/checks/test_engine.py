"""What holds for every rule: no idle suggestion, and one way to accept a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from imsterms.checks.engine import Accepted, run
from imsterms.checks.rule import Acceptance, Line, Problem, Rule, rule
from imsterms.findings import Finding

SKIN = Line("body.yaml", 4, "skin", "definition", "en")


@dataclass
class Text:
    """A place in running text."""

    text: str
    off: bool = False

    def written(self, problem: Problem) -> str:
        return self.text[problem.start : problem.end]

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        if self.off:
            return None
        return Finding("a.txt", 1, rule.code, rule.name, problem.message, column=1 + problem.start)


@rule("IMS503", "split-compound", "text")
def shouts(text: Text) -> Iterator[Problem]:
    """Ask for capitals, even where they are there already."""
    yield Problem(text, "louder", 0, len(text.text), text.text.upper())


@rule("IMS310", "own-term-in-definition", "entry")
def complains(place: Line) -> Iterator[Problem]:
    yield Problem(place, "no")


def test_a_suggestion_that_changes_nothing_is_no_finding() -> None:
    assert [finding.message for finding in run([shouts], {"text": [Text("dry"), Text("DRY")]})] == ["louder"]


def test_a_place_may_be_turned_off() -> None:
    assert run([shouts], {"text": [Text("dry", off=True)]}) == []


def test_a_rule_is_given_its_scope_only() -> None:
    assert run([complains, shouts], {"text": [], "catalog": [SKIN]}) == []


def accepted(**changes: str) -> Accepted:
    return Accepted([Acceptance(**{"rule": "own-term-in-definition", "language": "en", "subject": "skin", **changes})])


def test_a_finding_is_accepted_by_concept_by_field_and_by_code() -> None:
    for says in (accepted(), accepted(subject="skin.definition"), accepted(rule="IMS310")):
        assert run([complains], {"entry": [SKIN]}, says) == []
        assert says.idle([complains], ["en"]) == []


def test_another_finding_is_not() -> None:
    for says in (accepted(language="nb"), accepted(subject="skin.explanation"), accepted(rule="shared-term")):
        assert len(run([complains], {"entry": [SKIN]}, says)) == 1


def test_an_acceptance_that_nothing_needs_is_a_finding_if_its_rule_ran() -> None:
    says = accepted()
    assert [finding.code for finding in says.idle([complains], ["en"])] == ["IMS320"]
    assert says.idle([shouts], ["en"]) == says.idle([complains], ["nb"]) == []


def test_findings_come_in_the_order_of_the_file() -> None:
    places = [Line("b.yaml", 1, "a"), Line("a.yaml", 9, "a"), Line("a.yaml", 2, "b"), Line("a.yaml", 2, "a")]
    findings = run([complains], {"entry": places})
    assert [(finding.path, finding.line, finding.concept) for finding in findings] == [
        ("a.yaml", 2, "a"),
        ("a.yaml", 2, "b"),
        ("a.yaml", 9, "a"),
        ("b.yaml", 1, "a"),
    ]
