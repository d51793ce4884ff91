"""How a term is written whose parts were written apart, and which of its words is the noun."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.checks.text.spelling import any_of, head, respelt, squeezed
from imsterms.languages.profile import profile


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("trigger punkt", "triggerpunkt"),
        ("Trigger-punktene", "Triggerpunktene"),
        ("TRIGGER PUNKT", "TRIGGERPUNKT"),
    ],
)
def test_a_term_written_apart_keeps_its_form_and_its_capitals(nb: imsterms.Glossary, written: str, right: str) -> None:
    (match,) = nb.annotate(f"Et {written} her.", split=True)
    assert match.text == written
    assert respelt(match, profile("nb")) == right


def test_letters_alone_are_compared() -> None:
    assert squeezed("IMS-\u00adBehandling") == squeezed("ims behandling") == "imsbehandling"


@pytest.mark.parametrize(
    ("base", "definite", "noun"),
    [
        ("triggerpunkt", "triggerpunktet", "triggerpunktet"),
        ("intramuskulær stimulering", "den intramuskulære stimuleringen", "stimuleringen"),
        ("smerte i hodet", "smerten i hodet", "smerten"),
    ],
)
def test_the_noun_is_the_word_that_changes(base: str, definite: str, noun: str) -> None:
    assert head(profile("nb"), base, definite) == noun


def test_a_list_without_patterns_matches_nothing() -> None:
    assert any_of(()).search("anything") is None
    assert any_of(("a+", "b")).fullmatch("aa")
