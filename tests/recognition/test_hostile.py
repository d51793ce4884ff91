"""Recognition and texts that are out to break it: any Unicode, long lines, what would be slow if it were not linear.

Nothing here measures time: a text of these sizes takes hours where the time grows with the square of the length.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import imsterms

# half of a surrogate pair, NUL and unassigned characters are text too
ANYTHING = st.text(st.characters(codec=None), max_size=300)
TERMS = st.sampled_from(
    ["triggerpunktene", "IMS-en", "IMS", "nål", "kronisk smerte", "dry needling", "sene", "ledd", "behandler", "ROM"]
)
MIXED = st.lists(st.one_of(TERMS, ANYTHING, st.sampled_from([" ", "-", "\n", "\u00ad", "\u030a", "@", "://", "."])))


@settings(max_examples=150, deadline=None)
@given(MIXED.map("".join), st.booleans(), st.sampled_from(["nb", "nn", "en"]))
def test_any_text_can_be_annotated(text: str, loose: bool, language: str) -> None:
    matches = imsterms.glossary(language).annotate(text, loose=loose)
    end = 0
    for match in matches:
        assert end <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text
        assert match.as_dict()["concept"] == match.concept.id
        end = match.end


HOSTILE = {
    "one long word": "a" * 10,
    "one long word of term letters": "triggerpunkt",
    "a term and no space": "IMS,",
    "joined with hyphens": "nål-",
    "a term that is always going on": "tørrnåling av ",
    "spaces after a term": "smerte" + " " * 40,
    "soft hyphens": "\u00ad",
    "combining marks": "\u030a",
    "a decomposed word without end": "na\u030al",
    "an address without end": "nerve/nerve.no@",
    "dots": "f.eks.",
    "at signs": "@IMS",
    "capitals": "ROM ",
    "false friends": "sene ",
    "verbs": "han behandler ",
    "words that cross": "klinisk undersøkelse ",
    "nearly a term": "akkupunktur ",
    "written apart": "trigger punkt ",
    "compounds": "triggerpunktkurs ",
    "lone surrogates": "\ud800 \udfff",
    "NUL": "\x00IMS",
    "emoji": "👩\u200d⚕️nål",
    "newlines": "kronisk\n\nsmerte\n",
    "brackets": "((((nerve",
    "other scripts": "нерв神経 العصب ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("loose", [False, True])
def test_a_long_hostile_text_is_annotated(name: str, loose: bool) -> None:
    piece = HOSTILE[name]
    text = piece * (60_000 // len(piece))
    for match in imsterms.glossary("nb").annotate(text, loose=loose):
        assert text[match.start : match.end] == match.text


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("loose", [False, True])
def test_a_megabyte_on_one_line(name: str, loose: bool) -> None:
    piece = HOSTILE[name]
    text = piece * (1_000_000 // len(piece))
    assert isinstance(imsterms.glossary("nb").annotate(text, loose=loose), list)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["one long word", "spaces after a term", "combining marks", "compounds", "other scripts"]
)
def test_ten_megabytes_on_one_line(name: str) -> None:
    piece = HOSTILE[name]
    text = piece * (10_000_000 // len(piece))
    assert isinstance(imsterms.glossary("nb").annotate(text), list)
