"""Languages as files name them."""

from __future__ import annotations

import pytest

from imsterms.languages.named import language_named, language_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [("nb_NO", "nb-NO"), ("NO", "nb"), ("nor", "nb"), ("ZH-hans", "zh-Hans"), ("nb-synonyms", "und"), ("../nb", "und")],
)
def test_a_tag_is_a_language_with_registered_subtags(text: str, tag: str) -> None:
    assert language_tag(text) == tag


@pytest.mark.parametrize(("name", "tag"), [("Engelsk", "en"), ("nynorsk", "nn"), ("polsk", "pl"), ("needle", "")])
def test_a_language_is_named_in_words(name: str, tag: str) -> None:
    assert language_named(name) == tag
