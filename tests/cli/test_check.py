"""``imsterms check``: one line for each problem, in three forms, and the page of each rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imsterms.cli import main

BROKEN = """
organ: {term: organ, definition: A part of the body., explanation: A part., broader: []}
skin: {term: skin, definition: "{organn} that covers", explanation: The outside., broader: [organ]}
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "body.yaml").write_text(BROKEN, "utf-8")
    return tmp_path


def test_the_built_in_termbase_has_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_findings_of_every_kind_come_in_one_run(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--sources", str(sources)]) == 1
    lines = capsys.readouterr().out.splitlines()
    codes = {line.split(": ")[1].split()[0] for line in lines}
    assert {"IMS101", "IMS302", "IMS307", "IMS309"} <= codes
    assert all("body.yaml:" in line for line in lines)


def test_json_holds_the_same_findings(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--sources", str(sources)])
    text = capsys.readouterr().out.splitlines()
    assert main(["check", "--sources", str(sources), "--format", "json"]) == 1
    records = json.loads(capsys.readouterr().out)
    assert len(records) == len(text)
    assert [record for record in records if record["concept"] == "organ" and record["field"] == "definition"]
    assert [f"{record['path']}:{record['line']}" for record in records] == [line.split(": ")[0] for line in text]


def test_github_marks_the_line(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--sources", str(sources), "--format", "github"]) == 1
    out, err = capsys.readouterr()
    assert all(line.startswith("::error file=") and ",line=" in line for line in out.splitlines())
    assert err == ""


def test_a_rule_is_explained_by_code_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "IMS301"]) == 0
    by_code = capsys.readouterr().out
    assert main(["check", "--explain", "definition-circle"]) == 0
    assert capsys.readouterr().out == by_code
    assert "circle" in by_code


def test_an_unknown_rule_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "definition-circel"]) == 2
    assert "did you mean 'definition-circle'" in capsys.readouterr().err


def test_a_broken_catalog_is_a_sentence(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog = sources / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "a\n', "utf-8")
    assert main(["check", "--sources", str(sources)]) == 1
    assert "IMS401" in capsys.readouterr().out
