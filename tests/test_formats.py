"""The formats: each describes itself, and an unknown one is answered with the nearest."""

from __future__ import annotations

import pytest

from imsterms import Glossary
from imsterms.errors import UnknownFormatError
from imsterms.formats import FORMATS, describe, export, load_format, load_reader


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_is_and_loses(name: str) -> None:
    about = describe(name)
    assert about["format"] == name
    assert about["description"] and not str(about["description"]).endswith(".")
    assert about["write"] or about["read"]
    if about["write"]:
        assert about["what_is_lost"]


@pytest.mark.parametrize("name", [name for name in FORMATS if describe(name)["write"]])
def test_a_wrong_option_of_a_format_is_named(nb: Glossary, name: str) -> None:
    with pytest.raises(TypeError, match=f"the format '{name}' has no option 'relese'"):
        export(nb, name, relese="R5")


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownFormatError, match="there is no format 'jsn' .*did you mean 'json'"):
        load_format("jsn")
    with pytest.raises(UnknownFormatError, match="is written, not read"):
        load_reader("hunspell")
    assert callable(load_reader("json"))


def test_these_formats_are_read_and_no_others() -> None:
    assert {name for name in FORMATS if describe(name)["read"]} == {"json", "tbx", "csv", "xlsx", "skos"}
