"""What is agreed about a termbase counts in every check of it: exceptions, claim words, its own word lists."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.cli import main

HARD = "Intramuskulære forandringer forårsaker gjennomgående smertetilstander hos pasientene."


@pytest.fixture
def check(project: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs a command on the project and returns the rules that were broken in Bokmål."""
    monkeypatch.chdir(project.folder)

    def run(*command: str) -> set[str]:
        main([*command, "--sources", "."])
        lines = capsys.readouterr().out.splitlines()
        return {line.split()[2].rstrip(":") for line in lines if "locales/nb" in line or "quality.yaml" in line}

    return run


CHECKS = [("check",), ("catalog", "check", "nb")]


@pytest.mark.parametrize("command", CHECKS, ids=" ".join)
def test_an_exception_counts_in_every_check(project: Any, check: Any, command: tuple[str, ...]) -> None:
    project.translate("nb", {"trigger_point.explanation": HARD})
    assert "explanation-hard" in check(*command)
    project.write("quality.yaml", "exceptions: {explanation-hard: {nb: {trigger_point: it is about that}}}\n")
    assert not {"explanation-hard", "idle-exception"} & check(*command)
    project.translate("nb", {"trigger_point.explanation": "Et ømt sted i en muskel."})
    assert "idle-exception" in check(*command)


@pytest.mark.parametrize("command", CHECKS, ids=" ".join)
def test_a_remark_counts_in_every_check(project: Any, check: Any, command: tuple[str, ...]) -> None:
    remark = "imsterms: ignore explanation-hard: it is about that"
    project.translate("nb", {"trigger_point.explanation": HARD}, comment=remark)
    assert not {"explanation-hard", "idle-exception"} & check(*command)


@pytest.mark.parametrize("command", CHECKS, ids=" ".join)
def test_claim_words_count_in_every_check(project: Any, check: Any, command: tuple[str, ...]) -> None:
    project.translate("nb", {"pain.definition": "opplevelse som alltid kureres"})
    assert "claim-word" not in check(*command)
    project.write("quality.yaml", "claim_words: {nb: [kurere*]}\n")
    assert "claim-word" in check(*command)


def test_the_word_lists_of_a_termbase_are_those_of_its_checks(project: Any, check: Any) -> None:
    project.translate("nb", {"trigger_point.notes": "Ved IMS mottak ikke."})
    assert "missing-hyphen" not in check("catalog", "check", "nb")
    project.write("words/nb.yaml", "joined_nouns: [mottak]\n")
    assert "missing-hyphen" in check("catalog", "check", "nb")


def test_a_preview_shows_no_finding_that_is_accepted(
    project: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.folder)
    before = str(project.folder / "before.po")
    project.path("nb").rename(before)
    project.path("nb").write_bytes((project.folder / "before.po").read_bytes())
    project.translate("nb", {"trigger_point.explanation": HARD})
    command = ["catalog", "preview", "--lang", "nb", "--sources", ".", "--against", before]
    assert main(command) == 1
    project.write("quality.yaml", "exceptions: {explanation-hard: {nb: {trigger_point: it is about that}}}\n")
    capsys.readouterr()
    assert main(command) == 0
