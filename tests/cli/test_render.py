"""imsterms render: texts with references."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

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
