"""References in texts: what the small parser takes, what it refuses, and that it loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.errors import TextError
from imsterms.termbase.text import Reference, escape, parse, references
from imsterms.termbase.token import TOKEN


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("no reference", ["no reference"]),
        ("{needle}", [("needle", "")]),
        ("{needle}[]", [("needle", "")]),
        ("{needle}[The  plural]!", [("needle", "The  plural"), "!"]),
        ("{needle} [the]", [("needle", ""), " [the]"]),
        ("{needle}[][text](url)", [("needle", ""), "[text](url)"]),
        ("{needle}[compound]behandling", [("needle", "compound"), "behandling"]),
        ("{{needle}}", ["{needle}"]),
        ("{{{needle}}}", ["{", ("needle", ""), "}"]),
        ("{a}{b}", [("a", ""), ("b", "")]),
        ("{needle}[a\nb]", [("needle", ""), "[a\nb]"]),
    ],
)
def test_parse(text: str, pieces: list[object]) -> None:
    found = [(piece.name, piece.form) if isinstance(piece, Reference) else piece for piece in parse(text)]
    assert found == pieces


@pytest.mark.parametrize(
    "text",
    ["{", "}", "{ needle }", "{Needle}", "{}", "{0}", "{needle!r}", "{needle:>10}", "{needle.__class__}", "{needle[0]}",
     "{nål}", "a } b", "{{needle}", "{needle", "{" + "x" * 65 + "}"],
)  # fmt: skip
def test_any_other_brace_is_refused(text: str) -> None:
    with pytest.raises(TextError) as caught:
        parse(text)
    assert "a brace that belongs to no reference, near" in str(caught.value)
    assert isinstance(caught.value, ValueError)


@given(st.text())
def test_escaped_text_is_itself(text: str) -> None:
    assert "".join(str(piece) for piece in parse(escape(text))) == text


@given(st.text(alphabet="ab{}[] \n", max_size=40))
def test_the_parser_takes_everything_or_refuses(text: str) -> None:
    try:
        pieces = parse(text)
    except TextError:
        return
    covered = sum(piece.end - piece.start for piece in pieces if isinstance(piece, Reference))
    literal = sum(len(escape(piece)) for piece in pieces if isinstance(piece, str))
    assert covered + literal == len(text)


def test_positions_are_those_of_the_source() -> None:
    text = "ø {needle}[the] i {{x}} {skin}"
    assert [text[one.start : one.end] for one in references(text)] == ["{needle}[the]", "{skin}"]


def test_it_is_linear() -> None:
    assert len(parse("{a}" * 100_000)) == 100_000
    with pytest.raises(TextError):
        parse("x" * 200_000 + "{" + "a" * 200_000)


@given(st.text("{}[]ab_1A \n", max_size=30))
def test_parse_reads_what_the_token_says(text: str) -> None:
    """The parser is written out because ``re`` would cost too much where a definition is asked for."""
    expected: list[str] = []
    try:
        pieces = parse(text)
    except TextError:
        assert any(token[0] in "{}" for token in TOKEN.finditer(text))
        return
    for token in TOKEN.finditer(text):
        assert token[0] not in ("{", "}")
        if token[1]:
            expected.append(token[0])
    assert [text[piece.start : piece.end] for piece in pieces if isinstance(piece, Reference)] == expected
