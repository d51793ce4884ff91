"""The picture of how much is translated."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
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


def test_the_picture(project: Any, status: Any, tmp_path: Path) -> None:
    project.translate("nb", {"article/visit.title": ""})
    status("--svg", str(tmp_path / "status.svg"))
    svg = ET.parse(tmp_path / "status.svg").getroot()
    words = "".join(svg.itertext())
    assert "articles: 1 missing" in words
    assert "nb: 98 %" in words or "nb: 99 %" in words
    assert "nb 9" in svg.attrib["aria-label"]
    bars = [rect for rect in svg.iter("{http://www.w3.org/2000/svg}rect") if len(rect)]
    assert sum(float(bar.attrib["width"]) for bar in bars) == pytest.approx(360 * 8, abs=2)


def test_a_name_with_markup_does_not_break_the_picture() -> None:
    from imsterms.catalogs.status import Status
    from imsterms.catalogs.status_svg import status_svg

    ET.fromstring(status_svg({'<"&': {"<x>": Status(Counter(translated=1))}}))
