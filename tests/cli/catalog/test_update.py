"""imsterms catalog update: what it prints, and its exit status."""

from __future__ import annotations

import json
from typing import Any

import pytest

YAML = "concepts/findings.yaml"


def test_the_command_says_what_happened(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from imsterms.cli import main

    tree = ["--sources", str(project.sources), "--locales", str(project.locales)]
    main(["catalog", "update", *tree])
    capsys.readouterr()
    assert main(["catalog", "update", "--check", *tree]) == 0
    project.edit(YAML, "unpleasant", "nasty")
    assert main(["catalog", "update", "--check", *tree]) == 1
    output = capsys.readouterr()
    assert "nb: 1 to review\n  to review: pain.definition\n" in output.out
    assert "run 'imsterms catalog update'" in output.err
    main(["catalog", "update", "--check", "--json", *tree])
    said = {one["language"]: one for one in json.loads(capsys.readouterr().out)}
    assert said["nb"]["to review"] == ["pain.definition"]
    assert said["nb"]["changed"]
    assert main(["catalog", "update", *tree]) == 0
    assert main(["catalog", "update", "--check", *tree]) == 0
    assert main(["catalog", "update", "pl", *tree]) == 2
    assert "imsterms catalog new pl" in capsys.readouterr().err
