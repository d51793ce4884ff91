"""Numbers are the same however a language writes them."""

from __future__ import annotations

import pytest

from imsterms.checks.rules.writing import _numbers


@pytest.mark.parametrize(
    ("english", "norwegian"),
    [
        ("0.13 per cent of 7,629 treatments", "0,13 prosent av 7629 behandlinger"),
        ("7,629", "7\u00a0629"),
        ("7,629,000", "7 629 000"),
        ("sections 4-1 and 4-3", "§§ 4-1 og 4-3"),
        ("in 2014, 15 of 20", "i 2014 15 av 20"),
        ("12 weeks", "tolv uker"),
        ("on 2026-11-25", "25.11.2026"),
        ("1.5 to 30 mm", "1,5 til 30 mm"),
    ],
)
def test_numbers_that_are_the_same(english: str, norwegian: str) -> None:
    assert _numbers(english) == _numbers(norwegian)


@pytest.mark.parametrize(
    ("english", "norwegian"),
    [("7,629", "7,62"), ("0.13", "0,31"), ("30 mm", "3 mm"), ("in 2014", "i 2041"), ("1.5", "15")],
)
def test_numbers_that_are_not(english: str, norwegian: str) -> None:
    assert _numbers(english) != _numbers(norwegian)
