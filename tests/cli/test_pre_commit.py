"""The hook of ``imsterms lint`` as pre-commit itself installs and runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_hook_runs_through_pre_commit(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    if not (root / ".git").exists():
        pytest.skip("pre-commit installs hooks from a repository, and this is none")
    project = tmp_path / "project"
    project.mkdir()
    (project / "setup.cfg").write_text("[imsterms:lint]\nlang = nb\n", "utf-8")
    page = project / "side.md"
    page.write_text("Vi fant muskelknutene.\n", "utf-8")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run([*git, *command], cwd=project, check=True)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    hook = [sys.executable, "-m", "pre_commit", "try-repo", str(root), "imsterms-lint", "--files", "side.md"]

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(hook, cwd=project, env=environment, capture_output=True, text=True, check=False)

    found = run()
    assert found.returncode == 1, found.stdout + found.stderr
    assert "side.md:1:9: IMS501 deprecated-word" in found.stdout
    page.write_text("Vi fant triggerpunktene.\n", "utf-8")
    clean = run()
    assert clean.returncode == 0, clean.stdout + clean.stderr
