"""Compiled texts: the same words as the renderer's, each time."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.lexicon.rendering import Renderer
from imsterms.lexicon.values import Duration


def test_render_is_no_trap_for_a_long_text(nb: imsterms.Glossary) -> None:
    assert len(nb.render("{needle} " * 50_000)) == 200_000


def test_a_text_is_rendered_alike_the_first_time_and_later(nb: imsterms.Glossary) -> None:
    """The glossary keeps compiled texts: neither values nor audiences may leak from one rendering to the next."""
    text = "{who}: {trigger_point}[The plural], {{x}} {needle}"
    for who in ("Kari", 3, Duration("P7D"), "{needle}", "Ola"):
        expected = Renderer(nb).text(text, {"who": who})
        assert nb.render(text, {"who": who}) == nb.render(text, {"who": who}) == expected
    for _ in range(2):
        with pytest.raises(imsterms.UnknownConceptError, match="there is no concept or value 'who'"):
            nb.render(text)
        assert nb.render("{needle}", {"needle": "spiss"}) == "spiss"
        assert nb.render("{needle}") == nb.render("{needle}", {"other": 1}) == "nål"
        with pytest.raises(imsterms.TextError):
            nb.render("{needle}[the]", {"needle": "spiss"})
        assert nb.render("{trigger_point}", audience="patient") != nb.render("{trigger_point}")


def test_texts_made_up_at_run_time_do_not_fill_the_memory(nb: imsterms.Glossary) -> None:
    from imsterms.limits import KEPT_TEMPLATES as KEPT

    for number in range(2 * KEPT):
        nb.render(f"{number} {{needle}}")
    assert len(nb.templates) <= KEPT
    for number in range(1, 2000):
        nb["needle"].term.form("the" + " " * number + "plural")
    assert len(nb["needle"].term._made) <= 100
