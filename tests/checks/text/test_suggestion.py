"""What is suggested in place of a word: the right one, in the same form, where the words around it allow it."""

from __future__ import annotations

import pytest

import imsterms


def suggestions(language: str, text: str) -> list[tuple[str, str | None]]:
    found = imsterms.glossary(language).lint(text)
    return [(text[one.start : one.end], one.suggestion) for one in found if one.rule == "deprecated-word"]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nb", "Behandleren fant muskelknutene.", "triggerpunktene"),
        ("nb", "Muskelknuter gjør vondt.", "Triggerpunkter"),
        ("en", "Two muscle knots were found.", "trigger points"),
    ],
)
def test_the_form_is_that_of_the_word(language: str, text: str, right: str) -> None:
    assert [suggestion for _, suggestion in suggestions(language, text)] == [right]


def test_an_article_of_another_gender_is_changed_too() -> None:
    (pair,) = suggestions("nb", "Vi fant en muskelknute i skulderen.")
    assert pair == ("en muskelknute", "et triggerpunkt")


def test_words_that_would_have_to_agree_leave_it_to_a_person() -> None:
    found = imsterms.glossary("nb").lint("Vi fant en hard og øm muskelknute.")
    assert [one.rule for one in found] == ["deprecated-word"]
    assert not found[0].fixable
