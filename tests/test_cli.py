"""Every command with good input: for people in a terminal, for pipes, and as JSON for programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import COMMANDS, main

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


def test_show(run: Run) -> None:
    text = run("show", "trigger_point", "--lang", "nb")
    concept = imsterms.glossary("nb")["trigger_point"]
    for words in (
        "triggerpunkt (TrP)",
        str(concept.definition),
        str(concept.explanation),
        "triggerpunktene",
        "ømt punkt",
    ):
        assert words in text
    assert "\x1b" not in text
    record = json.loads(run("show", "trigger_point", "--lang", "nb", "--json"))
    assert record["languages"]["nb"]["preferred"]["forms"]["the plural"] == "triggerpunktene"


def test_show_takes_a_term_in_any_form_and_several(run: Run) -> None:
    text = run("show", "Nålene", "skin", "--lang", "nb")
    assert text.startswith("nål\n===\n")
    assert "\n\nhud\n===\n" in text
    assert [one["id"] for one in json.loads(run("show", "needle", "skin", "--json"))] == ["needle", "skin"]


def test_show_for_patients_begins_with_the_explanation(run: Run) -> None:
    concept = imsterms.glossary("en")["needle"]
    text = run("show", "needle", "--audience", "patient")
    assert text.index(str(concept.explanation)) < text.index(str(concept.definition))


def test_list(run: Run) -> None:
    lines = run("list", "--lang", "nn").splitlines()
    assert len(lines) == len(imsterms.glossary("nn"))
    assert all(line.count("\t") == 2 for line in lines)
    assert any(line.startswith("trigger_point\ttriggerpunkt\t") for line in lines)
    only = run("list", "findings").splitlines()
    assert 0 < len(only) < len(lines)
    records = json.loads(run("list", "findings", "--json"))
    assert [record["id"] for record in records] == [line.split("\t")[0] for line in only]


def test_find(run: Run) -> None:
    text = run("find", "Triggerpunktene", "--lang", "nb")
    assert text.split("\t")[:3] == ["trigger_point", "triggerpunkt", "triggerpunktene"]
    (record,) = json.loads(run("find", "Triggerpunktene", "--lang", "nb", "--json"))
    assert (record["concept"], record["status"], record["forms"]) == ("trigger_point", "preferred", ["the plural"])
    assert run("find", "xyzzy", status=1) == ""
    assert json.loads(run("find", "xyzzy", "--json", status=1)) == []


def test_search(run: Run) -> None:
    assert run("search", "nal", "--lang", "nb", "--limit", "1").startswith("needle\tnål\t")
    assert json.loads(run("search", "nal", "--lang", "nb", "--json"))[0]["concept"] == "needle"
    assert run("search", "qqqqqq", status=1) == ""
    assert run("search", "a", "--limit", "-3", status=1) == ""


def test_render(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Behandleren palperer {trigger_point}[the plural] i {days}."
    assert run("render", text, "--lang", "nb", "--value", "days=7 dager") == (
        "Behandleren palperer triggerpunktene i 7 dager.\n"
    )
    html = run("render", "{needle}", "--lang", "nb", "--html", "--link", "/ord/{id}")
    assert html.startswith('<a class="imsterms-term" href="/ord/needle"')
    record = json.loads(run("render", "{needle} {skin}", "--lang", "nb", "--json"))
    assert record == {"text": "nål hud", "language": "nb", "concepts": ["needle", "skin"]}
    twice = "{intramuscular_stimulation} {intramuscular_stimulation}"
    assert run("render", twice, "--first-use") == "intramuscular stimulation (IMS) IMS\n"


def test_render_reads_standard_input() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "imsterms", "render", "-", "--lang", "nb"],
        input=b"{needle}[The] og\n{skin}[the]\n",
        capture_output=True,
        check=True,
    )
    assert result.stdout.decode("utf-8").splitlines() == ["Nålen og", "huden"]


def test_article(run: Run) -> None:
    article = imsterms.glossary("nb").articles["treatment_frequency"]
    assert run("article", "treatment_frequency", "--lang", "nb") == article.to_text(width=100)
    assert run("article", "treatment_frequency", "--lang", "nb", "--format", "markdown") == article.to_markdown()
    html = run("article", "treatment_frequency", "--lang", "nb", "--format", "html", "--claims", "annotated")
    assert html == str(article.to_html("annotated"))
    HTMLParser().feed(html)
    record = json.loads(run("article", "treatment_frequency", "--lang", "nb", "--json"))
    assert "claim" not in {block["kind"] for block in record["languages"]["nb"]["blocks"]}
    assert len(run("article", "--lang", "nn").splitlines()) == 11
    assert set(json.loads(run("article", "--json"))) == set(imsterms.glossary("en").articles)


def test_export(run: Run, tmp_path: Path) -> None:
    printed = run("export", "json")
    path = tmp_path / "imsterms.json"
    assert run("export", "json", "-o", str(path)) == ""
    assert path.read_text(encoding="utf-8") == printed
    assert json.loads(printed)["languages"] == ["en", "nb", "nn"]


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


# --- in a terminal ---


def in_a_terminal(*arguments: str, columns: int = 100, **environment: str) -> str:
    """Return what a command shows in a terminal."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", **environment}
    variables.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
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
    shown = in_a_terminal("show", "trigger_point", columns=50)
    assert max(len(line) for line in shown.splitlines() if "http" not in line) <= 50
