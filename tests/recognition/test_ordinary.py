"""Ordinary words: those that the glossary's own texts are written in."""

from __future__ import annotations

from typing import Any

from imsterms.recognition.ordinary import ordinary_words


def test_words_of_every_text_but_not_of_references(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "needle: {term: needle, definition: 'Thin {tool}[the plural] with a point', notes: [Some bend.]}\n"
        "tool: {term: tool}\n",
    )
    project.write("articles/one.yaml", "title: Visits\nblocks: [{id: a, text: 'Wait **here** with the {needle}.'}]\n")
    words = set(ordinary_words(project.glossary("en")))
    assert {"thin", "point", "some", "bend", "visits", "wait", "here"} <= words
    assert not {"tool", "plural", "needle"} & words
