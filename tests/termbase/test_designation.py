"""The one reader and writer of the lines in which words are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.termbase.designation import (
    designation_fault,
    designations_in,
    list_of,
    named_forms,
    parse_designation,
    parse_named,
    separable,
    write_designation,
    write_named,
)
from imsterms.termbase.source import read_termbase

words = st.text(st.sampled_from("abæø -'()."), min_size=1).map(str.strip).filter(bool)


@given(st.lists(words, min_size=1), st.text(st.sampled_from("abå |#:"), max_size=9).map(str.strip))
def test_what_is_written_is_read(forms: list[str], reason: str) -> None:
    designation = {"forms": forms, "reason": reason}
    line = write_designation(designation)  # type: ignore[arg-type]
    assert parse_designation(line) == designation
    assert designation_fault(line) == ""


@pytest.mark.parametrize(
    ("line", "hint"),
    [("word#reason", "' # '"), ("word # ", ""), ("word #reason", "' # '"), ("a | | b", "empty form"), ("| a", "empty")],
)
def test_faults_say_how_to_write_it(line: str, hint: str) -> None:
    fault = designation_fault(line)
    assert hint in fault
    assert bool(fault) == bool(hint)


@given(st.text(st.sampled_from("a|# .\t")).map(str.strip).filter(bool))
def test_a_foreign_word_stays_one_word(text: str) -> None:
    word = separable(text)
    assert parse_designation(f"{word} | other # reason")["forms"] == [word.strip(), "other"]


def test_lines_with_names() -> None:
    assert named_forms(["the  plural : nålene", "genitive: -", "nålene", ": nåla", "a | b: c"]) == {
        "the plural": "nålene",
        "genitive": None,
    }
    assert parse_named(write_named("compound", "nåle: lang")) == ("compound", "nåle: lang")


def test_a_list_that_holds_nothing_is_a_dash() -> None:
    assert list_of([]) == "-"
    assert designations_in("-") == designations_in("") == []
    assert designations_in("a | b\n\nc # d")[1] == {"forms": ["c"], "reason": "d"}


def test_our_own_lists_are_written_as_the_writer_writes_them(root: Path) -> None:
    termbase = read_termbase(str(root / "imsterms" / "data"), root=str(root))
    lines = [
        line for entry in termbase.concepts.values() for line in (*entry.admitted, *entry.deprecated, *entry.variants)
    ]
    assert len(lines) > 100
    assert [line for line in lines if write_designation(parse_designation(line)) != line] == []
