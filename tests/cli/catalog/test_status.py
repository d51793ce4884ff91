"""imsterms catalog status: a table, and the same numbers as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imsterms.cli import main


@pytest.fixture
def status(project: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs the command and returns what it prints."""

    def run(*options: str) -> str:
        assert main(["catalog", "status", "--sources", str(project.sources), *options]) == 0
        return capsys.readouterr().out

    return run


def test_a_language_that_is_done_says_so(status: Any) -> None:
    assert "nn\tall\t100 %" in status()


def test_json_has_the_same_numbers(status: Any) -> None:
    found = json.loads(status("--json"))
    assert list(found) == ["nb", "nn"]
    parts = found["nb"]["parts"].values()
    assert found["nb"]["total"]["words"] == sum(part["words"] for part in parts) > 50
    assert found["nb"]["total"]["percent"] == 100
