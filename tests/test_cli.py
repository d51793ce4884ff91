"""Every command with good input: for people in a terminal, for pipes, and as JSON for programs."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from imsterms.cli import COMMANDS, main


def test_help_of_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], *([command] for command in COMMANDS)):
        with pytest.raises(SystemExit) as caught:
            main([*arguments, "--help"])
        assert caught.value.code == 0
        text = capfd.readouterr().out
        assert text.startswith("usage: imsterms")
        assert len(text.splitlines()) < 80
    for command, purpose in COMMANDS.items():
        assert re.fullmatch(r"[a-z].*[^.]", purpose), command


def test_a_pipe_that_closes_is_no_error() -> None:
    command = f"{sys.executable} -m imsterms list | head -n 1"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert result.stderr == ""
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_cannot_show_it(encoding: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "imsterms", "show", "qi", "tender_point", "--lang", "nb"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert b"Traceback" not in result.stderr
    assert result.returncode == (2 if encoding == "ascii" else 0)
    if encoding == "ascii":
        assert b"set PYTHONIOENCODING=utf-8" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("list --lang nb >&-", 2, "imsterms: standard output is closed\n"),
        ("list --lang nb > /dev/full", 2, "imsterms: standard output: No space left on device\n"),
        ("export csv > /dev/full", 2, "imsterms: standard output: No space left on device\n"),
        ("render - --lang nb <&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed_or_full(command: str, status: int, message: str) -> None:
    if "/dev/full" in command and not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    run = subprocess.run(f"'{sys.executable}' -m imsterms {command}", shell=True, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (status, message)
