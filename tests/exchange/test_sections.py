"""What each language says of a concept: its own words and no other language's."""

from __future__ import annotations

from typing import Any

import imsterms
from imsterms.exchange.sections import glossaries, label, language_sections, text


def test_the_language_that_was_asked_for_comes_first() -> None:
    languages = glossaries(imsterms.glossary("nn"))
    assert list(languages) == ["nn", "en", "nb"]


def test_a_language_without_a_term_of_its_own_has_no_section(small: Any) -> None:
    for fallback in (False, True):
        languages = glossaries(small.glossary("nn", fallback=fallback))
        sections = {section.language: section for section in language_sections("needle", languages)}
        assert set(sections) == {"en", "nb"}
        assert sections["en"].notes == ("Needles are thin.",)
        assert sections["nb"].notes == ()
        assert text(sections["nb"], "explanation") == "", "no text of another language"


def test_a_word_of_the_interface_in_the_languages_that_have_it(small: Any) -> None:
    languages = glossaries(small.glossary("nb"))
    assert label(languages, "field.definition") == {"en": "definition"}
    assert label(languages, "relation.part_of") == {"nb": "part of"}
