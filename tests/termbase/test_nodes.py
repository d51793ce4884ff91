"""YAML as plain nodes: what is text, what is refused, and what cannot be read."""

from __future__ import annotations

from typing import Any

import pytest
from reading import only

from imsterms.termbase.source import read_termbase


def test_norway_is_no_truth_value_and_a_year_is_no_number(project: Any) -> None:
    project.write("concepts/a.yaml", "no: {term: no}\non: {term: 1999}\n")
    entries = read_termbase(project.data).concepts
    assert (entries["no"].term, entries["on"].term) == ("no", "1999")


def test_two_preferred_terms(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: needle\n  term: pin\n")
    assert only(project) == (
        "data/concepts/a.yaml",
        3,
        "duplicate-key: 'term' is here a second time; the first is on line 2",
    )


def test_an_alias_bomb_does_not_go_off(project: Any) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    project.write("concepts/bomb.yaml", "\n".join(lines))
    assert only(project) == (
        "data/concepts/bomb.yaml",
        1,
        "refused-yaml: an anchor (&a0); write the value out where it is needed",
    )


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "a: " + "{x: " * 5000, "[" * 100_000, "- " * 5000])
def test_deep_nesting_is_refused(project: Any, text: str) -> None:
    project.write("concepts/deep.yaml", text)
    path, line, message = only(project)
    assert line == 1
    assert "nesting" in message or "broken" in message


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("needle: {term: nål}\n".encode("latin-1"), 1, "the file is not UTF-8"),
        (b"needle:\n  term: n\xe5l\n", 2, "the file is not UTF-8"),
        (b"needle:\n  term: a\0b\n", 2, "this is not a text file"),
        (b"\x7fELF\x02\x01\x01\0\0\0", 1, "this is not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "the file is not UTF-8"),
        (b"needle: \x01 {term: x}\n", 0, "broken-yaml"),
    ],
)
def test_files_that_are_no_utf8_text(project: Any, content: bytes, line: int, message: str) -> None:
    project.write("concepts/a.yaml", content)
    path, found_line, text = only(project)
    assert path == "data/concepts/a.yaml"
    assert message in text
    assert found_line == line or not line


def test_a_byte_order_mark_and_windows_line_ends(project: Any) -> None:
    project.write("concepts/a.yaml", b"\xef\xbb\xbfneedle:\r\n  term: needle\r\n")
    assert read_termbase(project.data).concepts["needle"].term == "needle"
