"""Where everything on a map goes: nothing lies over anything else."""

from __future__ import annotations

from itertools import combinations

import pytest

import imsterms
from imsterms.maps import concept_map
from imsterms.maps.layout import arrange, panel


@pytest.mark.parametrize("name", [None, "methods", "trigger_point", "spine"])
def test_no_box_lies_over_another_and_every_text_is_in_its_box(name: str | None) -> None:
    chart = concept_map(imsterms.glossary("nb"), name)
    panels = [panel(chart, group) for group in chart.groups]
    for one in panels:
        for a, b in combinations(one.boxes, 2):
            assert a.right <= b.x or b.right <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
        for box in one.boxes:
            assert box.right < one.gutter < one.margin + 1
            assert box.y + box.height < one.height
        lanes = [(line.lane, min(e.y for e in line.ends), max(e.y for e in line.ends)) for line in one.lines]
        for (lane, low, high), (other, other_low, other_high) in combinations(lanes, 2):
            assert lane != other or high < other_low or other_high < low
    width, height = arrange(panels)
    for a, b in combinations(panels, 2):
        assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
    assert all(one.x + one.width <= width + 1 and one.y + one.height <= height + 1 for one in panels)
