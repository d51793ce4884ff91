"""imsterms diff: what changed, in words, and its exit status."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import main
from imsterms.exchange.formats.native import document


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return json.loads(json.dumps(document(imsterms.glossary("en"))))


@pytest.fixture
def edited(exported: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(exported)


def concept(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in document["concepts"] if one["id"] == name)


def _definition(one: dict[str, Any]) -> None:
    one["languages"]["en"]["definition"] |= {"text": "spot", "template": "spot"}


def test_the_command_says_it_and_its_exit_status_tells(
    exported: dict[str, Any], edited: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(exported), "utf-8")
    _definition(concept(edited, "trigger_point"))
    edited["concepts"].remove(concept(edited, "skin"))
    new.write_text(json.dumps(edited), "utf-8")
    assert main(["diff", str(old), str(old)]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert main(["diff", str(old), str(new)]) == 1
    out = capsys.readouterr().out
    assert "1 removed, 1 changed" in out
    assert "keep a stub" in out
    assert "      + spot" in out
    assert main(["diff", str(old), str(new), "--json"]) == 1
    records = json.loads(capsys.readouterr().out)
    assert {record["kind"] for record in records} == {"removed", "definition"}
    assert main(["diff", str(old)]) == 0, "without a second document: what is installed"
