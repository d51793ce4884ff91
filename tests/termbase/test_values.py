"""Values of articles: numbers and ISO 8601 durations."""

from __future__ import annotations

from typing import Any

import pytest
from reading import GOOD, problems

from imsterms.termbase.source import read_termbase
from imsterms.termbase.values import duration, is_value


@pytest.mark.parametrize(("value", "good"), [("P7D", True), ("P1DT12H", True), ("PT", False), ("P", False),
                                             ("7", True), ("-2.5", True), ("7 days", False), ("", False),
                                             ("1e9", False), ("٣", False)])  # fmt: skip
def test_values_are_numbers_or_durations(project: Any, value: str, good: bool) -> None:
    project.write("concepts/a.yaml", GOOD)
    project.write("articles/one.yaml", f"title: One\nvalues: {{often: '{value}'}}\nblocks: [{{id: a, text: x}}]\n")
    if good:
        assert read_termbase(project.data).articles["one"].values == {"often": value}
    else:
        assert problems(project)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("P7D", [("day", 7)]),
        ("P1Y2M", [("year", 1), ("month", 2)]),
        ("PT1H30M", [("hour", 1), ("minute", 30)]),
        ("P1DT", []),
        ("P-1D", []),
        ("P1D2", []),
    ],
)
def test_the_parts_of_a_duration(value: str, parts: list[tuple[str, int]]) -> None:
    assert duration(value) == parts
    assert is_value(value) == bool(parts)
