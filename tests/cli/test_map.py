"""imsterms map: a drawing into a file, an outline to the screen."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from imsterms.cli import main

SVG = "{http://www.w3.org/2000/svg}"


def test_the_command_writes_a_drawing_and_prints_an_outline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no dot, nor any other program
    target = tmp_path / "map.svg"
    assert main(["map", "equipment", "--lang", "nn", "--svg", str(target)]) == 0
    assert ET.parse(target).getroot().tag == f"{SVG}svg"
    assert capsys.readouterr().out == ""
    assert main(["map", "equipment", "--lang", "nn"]) == 0
    assert "├─ nål" in capsys.readouterr().out
    assert main(["map", "equipment", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {"id": "needle", "term": "needle", "below": "equipment"} in record["groups"][0]["concepts"]
    assert main(["map", "no such thing"]) == 2
