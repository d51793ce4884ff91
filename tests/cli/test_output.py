"""What is shown: tables, colours and width in a terminal; findings in order, in each form, and the page of a rule."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from imsterms.cli.output import explain, report
from imsterms.errors import UnknownRuleError
from imsterms.findings import Finding


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


FINDINGS = [
    Finding("b.yaml", 3, "IMS008", "unknown-key", "unknown key 'x'"),
    Finding("a.yaml", 9, "IMS009", "missing-key", "'term' is missing"),
]


@pytest.mark.parametrize(
    ("form", "empty"), [("text", ""), ("github", ""), ("json", "[]\n"), ("sarif", '"results": []')]
)
def test_nothing_found_is_fine(form: str, empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert report([], form) == 0
    output = capsys.readouterr()
    assert empty in output.out and bool(output.out) == bool(empty)
    assert output.err == ""


def test_findings_come_in_order_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(FINDINGS, "text", "catalog check") == 1
    output = capsys.readouterr()
    assert [line.split(" ")[0] for line in output.out.splitlines()] == ["a.yaml:9:", "b.yaml:3:"]
    assert output.err == "2 problems; 'imsterms catalog check --explain RULE' explains a rule\n"
    assert report(FINDINGS[:1], "json") == 1
    output = capsys.readouterr()
    assert [one["code"] for one in json.loads(output.out)] == ["IMS008"]
    assert output.err == ""


def test_a_rule_is_explained_by_code_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("IMS009") == explain("missing-key") == 0
    by_code, by_name = capsys.readouterr().out.split("IMS009", 2)[1:]
    assert by_code.strip() == by_name.strip()
    assert explain("all") == 0
    assert "IMS009 missing-key" in capsys.readouterr().out.splitlines()
    with pytest.raises(UnknownRuleError, match="did you mean"):
        explain("missing-keys")
