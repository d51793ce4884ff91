"""Recognition under a fuzzer that looks for new ways through the code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

THROUGH = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
"""Starts a program from a process that has little memory: the peak of a program counts from that of the process that
started it, and the process of the tests may have had more than the fuzzer allows."""


@pytest.mark.slow
def test_a_minute_of_fuzzing_finds_nothing(require_module: Callable[[str], ModuleType], tmp_path: Path) -> None:
    require_module("atheris")
    program = Path(__file__).with_name("fuzz.py")
    command = [
        *(sys.executable, "-c", THROUGH),
        sys.executable,
        str(program),
        "-max_total_time=60",
        "-max_len=2048",
        "-timeout=20",
        f"-artifact_prefix={tmp_path}/",
    ]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
