"""imsterms completion: a script for each shell."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from imsterms.cli import main

Run = Callable[..., str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is to succeed; return what it prints."""

    def run(*arguments: str, status: int = 0) -> str:
        assert main(arguments) == status
        output = capfd.readouterr()
        assert output.err == ""
        return output.out

    return run


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(run: Run, shell: str, require_module: Any) -> None:
    require_module("shtab")
    script = run("completion", shell)
    for word in ("imsterms", "article", "completion"):
        assert word in script


def test_completion_is_a_script_that_bash_takes(
    run: Run, tmp_path: Path, require_tool: Any, require_module: Any
) -> None:
    require_module("shtab")
    bash = require_tool("bash")
    path = tmp_path / "imsterms"
    path.write_text(run("completion", "bash"), encoding="utf-8")
    complete = f"source {path}; COMP_WORDS=(imsterms art); COMP_CWORD=1; _shtab_imsterms; echo ${{COMPREPLY[@]}}"
    assert (
        subprocess.run([bash, "-c", complete], capture_output=True, text=True, check=True).stdout.strip() == "article"
    )
