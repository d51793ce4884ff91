"""Running texts taken apart at their references."""

from __future__ import annotations

from imsterms.checks.sentence import GAP, sentence


def test_a_reference_leaves_a_gap() -> None:
    text = sentence("{needle}[The] og {{skin}} i {muscle}.")
    assert text.words == f"{GAP} og {{skin}} i {GAP}."
    assert [str(reference) for reference in text.references] == ["{needle}[The]", "{muscle}"]
    assert text.error == ""


def test_what_follows_a_reference_directly() -> None:
    text = sentence("{needle}behandling {skin}{muscle}")
    assert [(reference.name, after) for reference, after in text.followed()] == [
        ("needle", "behandling "),
        ("skin", "{"),
        ("muscle", ""),
    ]


def test_broken_braces_are_noted_and_not_raised() -> None:
    text = sentence("en { nål")
    assert "a brace that belongs to no reference, near 'en { nål'" in text.error
    assert (text.pieces, text.words, text.references) == ((), "", [])
