"""Language tags as people and systems write them, Accept-Language, and how words sort."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import imsterms
from imsterms.languages.tags import match, negotiate, normalise

SERVED = ("en", "nb", "nn")


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("nb", "nb"),
        ("no", "nb"),
        ("nor", "nb"),
        ("nob", "nb"),
        ("NB-no", "nb"),
        ("nb-NO", "nb"),
        ("nb_NO.UTF-8", "nb"),
        ("no_NO.ISO8859-1@euro", "nb"),
        (" nb ", "nb"),
        ("no-nyn", "nn"),
        ("nno", "nn"),
        ("nn-NO", "nn"),
        ("nn_NO.utf8", "nn"),
        ("en", "en"),
        ("eng", "en"),
        ("en-GB", "en"),
        ("en_US", "en"),
        ("en-GB-oxendict", "en"),
    ],
)
def test_tags_as_people_write_them(tag: str, language: str) -> None:
    assert normalise(tag, SERVED) == language
    assert imsterms.glossary(tag).language == language


@pytest.mark.parametrize("tag", ["da", "sv", "de", "", "xx", "nbx", "n", "-", "..", "C", "nb\0", "x" * 10_000])
def test_other_tags_are_a_clear_error(tag: str) -> None:
    with pytest.raises(imsterms.UnknownLanguageError) as caught:
        imsterms.glossary(tag)
    message = str(caught.value)
    assert "en, nb, nn" in message
    assert len(message) < 300
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, imsterms.ImstermsError)


@pytest.mark.parametrize("tag", [None, 3, b"nb", ["nb"]])
def test_a_tag_that_is_no_text(tag: object) -> None:
    with pytest.raises((imsterms.UnknownLanguageError, TypeError)):
        imsterms.glossary(tag)  # type: ignore[arg-type]


def test_danish_is_not_served_bokmaal_unasked() -> None:
    assert match("da", SERVED) is None
    with pytest.raises(imsterms.UnknownLanguageError):
        imsterms.glossary("da", fallback=True)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nn", "nn"),
        ("da, nn;q=0.8", "nn"),
        ("en-GB,en;q=0.9,nb;q=0.8", "en"),
        ("en;q=0.2, nb;q=0.9", "nb"),
        ("no", "nb"),
        ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5", "nb"),
        ("de", "nb"),
        ("*", "nb"),
        ("de, *;q=0.1", "nb"),
        ("nn;q=0, en;q=0.1", "en"),
        ("", "nb"),
        (None, "nb"),
        (";;;q=,,", "nb"),
        ("nn;q=abc", "nb"),
        ("nn;q=2", "nb"),
        ("nn;q=nan", "nb"),
        ("nn; q=0.5 , en ; q=0.4", "nn"),
        ("\x00\xff,nn", "nn"),
    ],
)
def test_accept_language(header: str | None, language: str) -> None:
    assert imsterms.negotiate(header, default="nb") == language


@given(st.text(max_size=300))
def test_no_visitor_can_crash_it(header: str) -> None:
    assert imsterms.negotiate(header, default="nn") in SERVED


def test_a_tag_as_long_as_a_script_is_no_script() -> None:
    assert imsterms.negotiate("aaaa", default="nn") == "nn"


def test_a_long_header_is_cut_off() -> None:
    assert imsterms.negotiate("de," * 1_000_000 + "nn", default="en") == "en"


def test_the_callers_own_default_is_checked() -> None:
    with pytest.raises(imsterms.UnknownLanguageError):
        imsterms.negotiate("nb", default="klingon")
    assert negotiate("de", SERVED, default="no") == "nb"
