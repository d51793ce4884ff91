"""imsterms list: a line a concept."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import imsterms
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


def test_list(run: Run) -> None:
    lines = run("list", "--lang", "nn").splitlines()
    assert len(lines) == len(imsterms.glossary("nn"))
    assert all(line.count("\t") == 2 for line in lines)
    assert any(line.startswith("trigger_point\ttriggerpunkt\t") for line in lines)
    only = run("list", "findings").splitlines()
    assert 0 < len(only) < len(lines)
    records = json.loads(run("list", "findings", "--json"))
    assert [record["id"] for record in records] == [line.split("\t")[0] for line in only]
