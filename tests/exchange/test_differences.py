"""What a table says otherwise than the termbase."""

from __future__ import annotations

import io

import pytest

import imsterms
from imsterms.cli import main
from imsterms.errors import ExchangeError
from imsterms.exchange.differences import Difference, chosen, differences
from imsterms.formats import load_reader


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The built-in termbase in two languages, a row a concept."""
    path = tmp_path_factory.mktemp("table") / "wide.csv"
    assert main(["export", "csv", "--wide", "--only", "en", "nb", "-o", str(path)]) == 0
    return path.read_text("utf-8-sig")


def compared(text: str) -> tuple[list[Difference], list[str]]:
    return differences(load_reader("csv")(io.BytesIO(text.encode())), imsterms.glossary("nb"))


def test_a_table_that_was_not_edited_has_none(table: str) -> None:
    assert compared(table) == ([], [])


def test_an_edited_cell_is_one_difference(table: str) -> None:
    found, unknown = compared(table.replace(",triggerpunkt,", ",utløserpunkt,", 1))
    assert unknown == []
    assert {(one.old, one.new) for one in found} == {("triggerpunkt", "utløserpunkt")}
    assert "'triggerpunkt' -> 'utløserpunkt'" in str(found[0])
    assert list(chosen(found, ["needle"])) == [] and list(chosen(found, [])) == found


def test_a_list_of_something_else_is_not_compared() -> None:
    from imsterms.exchange.intake.imported import ImportedTermbase

    with pytest.raises(ExchangeError, match="only a table with one row a concept"):
        differences(ImportedTermbase(), imsterms.glossary("nb"))
