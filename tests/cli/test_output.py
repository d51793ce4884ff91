"""What a terminal shows: tables, colours, width."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

import pytest


def in_a_terminal(*arguments: str, columns: int = 100, **environment: str) -> str:
    """Return what a command shows in a terminal."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", **environment}
    for name in {"NO_COLOR", "COLUMNS"} - environment.keys():  # test runners set COLUMNS
        variables.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "imsterms", *arguments], stdout=theirs, stderr=theirs, stdin=theirs, env=variables
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 0
    return shown.decode("utf-8").replace("\r\n", "\n")


terminal = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are those of POSIX")


@terminal
def test_a_table_in_a_terminal(require_module: Any) -> None:
    require_module("rich")
    shown = in_a_terminal("list", "findings", "--lang", "nb")
    assert "\x1b[1m" in shown
    assert "\t" not in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert re.search(r"^trigger_point +triggerpunkt +", plain, re.M)
    assert all(len(line) <= 100 for line in plain.splitlines())


@terminal
def test_no_color(require_module: Any) -> None:
    require_module("rich")
    assert "\x1b" not in in_a_terminal("list", "findings", NO_COLOR="1")


@terminal
def test_texts_are_wrapped_to_the_terminal() -> None:
    shown = in_a_terminal("article", "treatment_frequency", "--lang", "nb", columns=60)
    assert max(len(line) for line in shown.splitlines() if "http" not in line) <= 60
    shown = in_a_terminal("show", "trigger_point", "--lang", "en", columns=50)
    assert max(len(line) for line in shown.splitlines() if "http" not in line) <= 50
