"""How much is translated, as a table, as JSON and as a picture."""

from __future__ import annotations

import json
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


def test_a_row_for_each_part_and_one_for_all(project: Any, status: Any) -> None:
    project.translate("nb", {"article/visit.title": "", "pain.term": ("smerte", "")})
    project.change("nb", lambda catalog: catalog[0].flags.append("fuzzy"))
    rows = [line.split("\t") for line in status().splitlines()]
    assert [row[:2] for row in rows if row[0] == "nb"] == [
        ["nb", "findings"],
        ["nb", "articles"],
        ["nb", "interface"],
        ["nb", "all"],
    ]
    counts = {row[1]: [int(cell) for cell in row[3:]] for row in rows if row[0] == "nb"}
    assert (counts["articles"][0], counts["articles"][4]) == (3, 1)
    assert counts["findings"][1:5] == [0, 1, 0, 1]
    parts = zip(counts["findings"], counts["articles"], counts["interface"], strict=True)
    assert counts["all"] == [sum(column) for column in parts]
    # 'A visit' is not translated: two words of English less than there are
    assert counts["articles"][5] - counts["articles"][6] == 2


def test_a_language_that_is_done_says_so(status: Any) -> None:
    assert "nn\tall\t100 %" in status()


def test_json_has_the_same_numbers(status: Any) -> None:
    found = json.loads(status("--json"))
    assert list(found) == ["nb", "nn"]
    parts = found["nb"]["parts"].values()
    assert found["nb"]["total"]["words"] == sum(part["words"] for part in parts) > 50
    assert found["nb"]["total"]["percent"] == 100


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
