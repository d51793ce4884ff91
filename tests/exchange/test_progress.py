"""Progress where none is shown."""

from __future__ import annotations

from imsterms.exchange.progress import silent


def test_the_items_are_passed_on_one_by_one() -> None:
    items = iter(range(3))
    assert silent(items) is items
