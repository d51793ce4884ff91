"""A Sphinx project with the role ``:ims:``, built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx")


def build(tmp_path: Path, text: str, builder: str = "html") -> tuple[int, str, Path]:
    (tmp_path / "conf.py").write_text('extensions = ["imsterms.integrations.sphinx"]\nlanguage = "nb"\n')
    (tmp_path / "index.rst").write_text(f"Ord\n===\n\n{text}\n", encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", builder, str(tmp_path), str(out)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stderr, out


def test_html_and_text(tmp_path: Path) -> None:
    status, said, out = build(tmp_path, "Se etter :ims:`the plural <trigger_point>` og :ims:`trigger_point`.")
    assert (status, said) == (0, "")
    html = (out / "index.html").read_text(encoding="utf-8")
    assert ">triggerpunktene</button>" in html
    assert html.count('class="imsterms-term"') == 1
    status, said, out = build(tmp_path, "Se etter :ims:`the plural <trigger_point>`.", "text")
    assert "Se etter triggerpunktene." in (out / "index.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("role", ["triger_point", "the plurl <trigger_point>"])
def test_a_wrong_name_stops_a_strict_build(tmp_path: Path, role: str) -> None:
    status, said, _ = build(tmp_path, f"Se etter :ims:`{role}`.")
    assert status != 0
    assert "index.rst:4" in said
    assert "did you mean" in said
