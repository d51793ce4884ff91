"""imsterms catalog preview: what it compares with, and what it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from imsterms.cli import main

WORDS = {
    "trigger_point.term": ("utløserpunkt", "utløserpunkter"),
    "trigger_point.term.the": "punktet",
    "trigger_point.term.the.plural": "punktene",
}


@pytest.fixture
def preview(project: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs the command and returns its exit status and what it prints."""

    def run(*options: str) -> tuple[int, str]:
        status = main(["catalog", "preview", "--lang", "nb", "--sources", str(project.sources), *options])
        output = capsys.readouterr()
        return status, output.out + output.err

    return run


@pytest.fixture
def committed(project: Any, require_tool: Any) -> Any:
    """The project with its catalogs in git's last commit."""
    git = require_tool("git")
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "before"]):
        subprocess.run([git, "-C", project.folder, *command], check=True)
    return project


def test_nothing_has_changed(committed: Any, preview: Any) -> None:
    assert preview() == (0, "nothing has changed\n")


def test_against_a_file(project: Any, preview: Any, tmp_path: Path) -> None:
    shutil.copy(project.path("nb"), tmp_path / "before.po")
    project.translate("nb", WORDS)
    _, output = preview("--against", str(tmp_path / "before.po"))
    assert "utløserpunkt (TrP)" in output


def test_outside_git_it_says_what_to_do(project: Any, preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.folder.parent))
    status, output = preview()
    assert status == 2
    assert "lies in no git repository" in output and "--against FILE" in output
    monkeypatch.setenv("PATH", os.devnull)
    status, output = preview()
    assert status == 2
    assert "is not installed" in output


def test_an_unknown_concept_or_language(committed: Any, preview: Any, capsys: pytest.CaptureFixture[str]) -> None:
    status, output = preview("nedle")
    assert (status, "did you mean 'needle'" in output) == (2, True)
    assert main(["catalog", "preview", "--lang", "pl", "--sources", str(committed.sources)]) == 2
    assert "'pl'" in capsys.readouterr().err
