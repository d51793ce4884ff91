"""imsterms site: a folder of pages, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.cli import main

pytest.importorskip("jinja2")


def test_the_command(tmp_path: Path, clinic: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clinic / "concepts" / "equipment.yaml").write_text(
        "needle: {term: needle, plural: needles, definition: thin instrument that is put into tissue}\n"
    )
    assert main(["site", "-o", str(tmp_path / "public"), "--from", str(clinic)]) == 0
    assert "pages" in capsys.readouterr().out
    assert main(["site", "-o", str(tmp_path)]) == 2
    assert "name an empty or a new folder" in capsys.readouterr().err
    assert main(["site", "-o", str(tmp_path / "public"), "--logo", "nowhere.png"]) == 2
