"""Nothing that is printed makes a terminal or a log do things."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.characters import HIDDEN, visible
from imsterms.cli import main
from imsterms.findings import Finding


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert visible("a\x1b]0;x\a\u202eb") == r"a\x1b]0;x\x07\u202eb"
    assert visible("blåmerke \u200f\n\t") == "blåmerke \u200f\n\t"


def test_a_finding_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = Finding("a\n::error::b", 1, "IMS101", "unknown-concept", "no concept '\x1b[2J'")
    assert str(finding) == r"a\n::error::b:1: IMS101 unknown-concept: no concept '\x1b[2J'"
    assert main(["lint", str(tmp_path / "no\x1bwhere")]) == 2
    assert HIDDEN.isdisjoint(capsys.readouterr().err.replace("\n", ""))


def test_a_termbase_with_control_characters_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "a.yaml").write_text('cup: {term: "cup\\e]0;X\\a", definition: bowl}\n', "utf-8")
    assert main(["show", "cup", "--lang", "en", "--from", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert r"concepts/a.yaml:1: IMS003 refused-yaml: a control character in 'cup\x1b]0;X\x07'" in shown.err
    assert shown.out == ""
