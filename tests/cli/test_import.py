"""imsterms import: sources of ours from another format, and a report of each entry."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import imsterms
from imsterms.cli import main

CSV = "id,en,nb\nneedle,needle,nål\nskin,skin,hud\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(CSV, "utf-8")
    return path


def test_what_was_imported_is_served(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "own"
    assert main(["import", "csv", str(table), "--to", str(target)]) == 0
    output = capsys.readouterr().out
    assert "needle" in (target / "import-report.txt").read_text("utf-8")
    assert "2 concepts in en, nb, sources in en" in output
    assert imsterms.load(target).glossary("nb")["skin"].term == "hud"


def test_the_report_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CSV.encode())))
    assert main(["import", "csv", "-", "--to", str(tmp_path / "own"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in report["entries"]] == ["needle", "skin"]


def test_what_is_missing_is_said_and_nothing_written(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "csv", str(table)]) == 2
    assert "--to DIR" in capsys.readouterr().err
    assert main(["import", "bibtex", str(table), "--to", str(tmp_path / "own")]) == 2
    assert "the format 'bibtex' is written, not read" in capsys.readouterr().err
    assert not (tmp_path / "own").exists()


def test_the_list_has_the_formats_that_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--list"]) == 0
    assert {"json", "csv"} <= {line.split("\t")[0] for line in capsys.readouterr().out.splitlines()}
