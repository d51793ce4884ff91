"""imsterms find: any form of any designation."""

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


def test_find(run: Run) -> None:
    text = run("find", "Triggerpunktene", "--lang", "nb")
    assert text.split("\t")[:3] == ["trigger_point", "triggerpunkt", "triggerpunktene"]
    (record,) = json.loads(run("find", "Triggerpunktene", "--lang", "nb", "--json"))
    assert (record["concept"], record["status"], record["forms"]) == ("trigger_point", "preferred", ["the plural"])
    assert run("find", "xyzzy", status=1) == ""
    rows = run("find", "langvarige nakkesmerter og svimmelhet", "--lang", "nb").splitlines()
    assert [row.split("\t")[0] for row in rows] == ["neck_pain", "dizziness"]
    assert all("(phrase)" in row for row in rows)
    records = json.loads(run("find", "chronic shoulder pain", "--json"))
    assert [record["kind"] for record in records] == ["phrase"]
    assert "(wider than what was asked)" in run("find", "soothing massage")
    assert [record["kind"] for record in json.loads(run("find", "soothing massage", "--json"))] == ["broader"]
    assert json.loads(run("find", "xyzzy", "--json", status=1)) == []
