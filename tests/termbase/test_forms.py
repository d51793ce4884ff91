"""The closed table of forms, and capitals."""

from __future__ import annotations

import pytest

from imsterms.termbase.forms import FORMS, capitalise, parse_form


def test_the_table_is_closed() -> None:
    assert set(FORMS) == {
        "", "a", "the", "plural", "the plural",
        "genitive", "a genitive", "the genitive", "plural genitive", "the plural genitive",
        "short", "short genitive", "full", "the full", "plain", "compound",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("spec", "form"),
    [
        ("", ("", False)),
        ("Term", ("", True)),
        ("term", ("", False)),
        ("A", ("a", True)),
        ("The  plural", ("the plural", True)),
        (" the plural genitive ", ("the plural genitive", False)),
        ("Genitiv", ("genitiv", True)),
    ],
)
def test_parse_form(spec: str, form: tuple[str, bool]) -> None:
    assert parse_form(spec) == form


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("ømt punkt", "Ømt punkt"),
        ("IMS-behandling", "IMS-behandling"),
        ("iSTOP", "iSTOP"),
        ("qi", "Qi"),
        ("den IMS-baserte metoden", "Den IMS-baserte metoden"),
        ("", ""),
        ("3 muskler", "3 muskler"),
        ("ßa", "SSa"),
    ],
)
def test_capitals_never_harm_an_abbreviation(text: str, capital: str) -> None:
    assert capitalise(text) == capital


def test_the_memo_of_specs_does_not_grow_without_end() -> None:
    from imsterms.termbase import forms

    for number in range(5000):
        parse_form(f"x{number}")
    assert len(forms._parsed) <= 1000
