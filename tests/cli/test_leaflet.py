"""imsterms leaflet: a file for each article, with the clinic on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.cli import main
from imsterms.web.leaflet import Clinic

pytest.importorskip("jinja2")

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    return Clinic("Smertehjelpa <Bergen>", "55 00 00 00", str(tmp_path / "logo.svg"))


def test_the_command(tmp_path: Path, clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--html", "--lang", "nn", "-o", str(tmp_path / "out"), "--name", "Klinikken"]
    assert main(["leaflet", "spine", "--size", "a5", *options]) == 0
    written = tmp_path / "out" / "spine.nn.a5.html"
    assert capsys.readouterr().out.strip() == str(written)
    assert "Klinikken" in written.read_text(encoding="utf-8")
    assert main(["leaflet", "spin", *options]) == 2
    assert "did you mean 'spine'" in capsys.readouterr().err
