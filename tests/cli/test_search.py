"""imsterms search: what people type into a box."""

from __future__ import annotations

import json
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


def test_search(run: Run) -> None:
    assert run("search", "nal", "--lang", "nb", "--limit", "1").startswith("needle\tnål\t")
    assert json.loads(run("search", "nal", "--lang", "nb", "--json"))[0]["concept"] == "needle"
    assert run("search", "qqqqqq", status=1) == ""
    assert run("search", "a", "--limit", "-3", status=1) == ""
