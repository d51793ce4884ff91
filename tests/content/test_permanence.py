"""Released ids are permanent: none disappears without a stub that says what replaced it."""

from __future__ import annotations

from pathlib import Path

import pytest

import imsterms

RELEASED = Path(__file__).parents[1] / "data" / "released_ids.txt"


def released() -> list[str]:
    return [line for line in RELEASED.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_every_released_id_is_there_or_says_what_replaced_it(en: imsterms.Glossary) -> None:
    gone = set(released()) - set(en) - set(en.replaced)
    assert gone == set(), "released ids are never removed: keep a stub with replaced_by"


def test_every_id_stands_on_the_list(en: imsterms.Glossary) -> None:
    assert {*en, *en.replaced} - set(released()) == set(), "add new ids to tests/data/released_ids.txt"


def test_the_list_is_in_order_and_without_repetition() -> None:
    assert released() == sorted(set(released()))


def test_a_replaced_id_leads_to_a_concept(en: imsterms.Glossary) -> None:
    for old, new in en.replaced.items():
        with pytest.warns(DeprecationWarning, match=new):
            assert en[old].id == new
