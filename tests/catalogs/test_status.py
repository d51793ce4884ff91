"""How much is translated, as a table, as JSON and as a picture."""

from __future__ import annotations

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
    assert counts["articles"][:6] == [0, 3, 0, 0, 0, 1]
    assert counts["findings"][2:6] == [0, 1, 0, 1]
    parts = zip(counts["findings"], counts["articles"], counts["interface"], strict=True)
    assert counts["all"] == [sum(column) for column in parts]
    # 'A visit' is not translated: two words of English less than there are
    assert counts["articles"][6] - counts["articles"][7] == 2
