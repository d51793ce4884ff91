"""Lines and columns, as editors count them."""

from __future__ import annotations

import pytest

from imsterms.checks.lines import Lines

TEXT = "one\r\ntwo\rthree\n\nå 😀 b"


@pytest.mark.parametrize(
    ("word", "place"), [("one", (1, 1)), ("two", (2, 1)), ("ree", (3, 3)), ("å", (5, 1)), ("😀", (5, 3)), ("b", (5, 5))]
)
def test_every_kind_of_line_end_counts_once(word: str, place: tuple[int, int]) -> None:
    assert Lines(TEXT).place(TEXT.index(word)) == place


def test_a_line_comes_without_its_end() -> None:
    lines = Lines(TEXT)
    assert [lines.line(number) for number in range(1, 6)] == ["one", "two", "three", "", "å 😀 b"]
    assert Lines("").line(1) == ""
    assert Lines("a\n").place(2) == (2, 1)
