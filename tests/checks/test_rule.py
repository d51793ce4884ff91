"""What a rule is: a function with a code and a name; its problems become findings at their place."""

from __future__ import annotations

from collections.abc import Iterator

from imsterms.checks.rule import Acceptance, Line, Problem, rule


@rule("IMS999", "no-tools", "language", default=False)
def no_tools(words: list[str]) -> Iterator[Problem]:
    for number, word in enumerate(words, 1):
        if word == "tool":
            yield Problem(Line("words.txt", number, "needle", "term", "nb"), f"'{word}' should not be used")


def test_a_function_becomes_a_rule() -> None:
    assert (no_tools.code, no_tools.name, no_tools.scope) == ("IMS999", "no-tools", "language")
    assert (no_tools.default, no_tools.translations) == (False, False)


def test_a_problem_becomes_a_finding_of_its_rule() -> None:
    (problem,) = no_tools.check(["a", "tool"])
    finding = problem.place.finding(no_tools, problem)
    assert str(finding) == "words.txt:2: IMS999 no-tools: needle.term: 'tool' should not be used"
    assert finding is not None and finding.language == "nb"
    assert problem.place.written(problem) == "", "a line is no span that a suggestion could replace"


def test_what_was_accepted_under_an_old_name_is_accepted_today() -> None:
    assert Acceptance("IMS310", "nb", "skin").name == Acceptance("IMS430", "nb", "skin").name
    assert Acceptance("not-a-rule", "nb", "skin").name == "not-a-rule"
