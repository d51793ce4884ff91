"""The prose of a catalog: what is wrong in it is at its message, and quoting is no use."""

from __future__ import annotations

from typing import Any

import pytest

WORD = "En muskelknute gjør vondt."


def rules_at(project: Any, context: str) -> list[str]:
    return [finding.rule for finding in project.check() if finding.subject == context]


def test_a_deprecated_word_is_found_at_its_message(project: Any) -> None:
    project.translate("nb", {"trigger_point.explanation": WORD})
    (finding,) = (one for one in project.check() if one.rule == "deprecated-word")
    assert finding.subject == "trigger_point.explanation"
    lines = project.path("nb").read_text("utf-8").splitlines()
    assert 'msgctxt "trigger_point.explanation"' in lines[finding.line - 1 : finding.line + 6]
    assert finding.message.endswith("; here, refer to it as {trigger_point}")


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("trigger_point.explanation", "Noen sier «muskelknute» om det."),
        ("trigger_point.words", "short: TrP\nnot: muskelknute # folkelig\nnote: Noen sier muskelknute."),
    ],
)
def test_words_that_are_talked_about_are_not_used(project: Any, context: str, text: str) -> None:
    project.translate("nb", {context: text})
    assert "deprecated-word" not in rules_at(project, context)
