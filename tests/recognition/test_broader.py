"""find: kinds of a concept that no list has."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.recognition.broader import BROADER


def broader(language: str, text: str) -> list[str]:
    found = imsterms.glossary(language).find(text)
    assert {each.kind for each in found} <= {BROADER}
    return [each.concept.id for each in found]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("nb", "varsom massasje", ["massage"]),
        ("nb", "Skånsomme og varsomme behandlinger", ["treatment"]),  # an everyday word, and what is before it is of it
        ("nb", "huske smertene", ["pain"]),
        ("nb", "massasje av hunder", ["massage"]),
        ("nb", "støttemuskler", ["skeletal_muscle"]),
        ("nn", "varsam fysioterapi", ["physiotherapy"]),
        ("en", "soothing massage", ["massage"]),
        ("en", "our friendly clinic", ["clinic"]),
        ("en", "QZX massage", ["massage"]),  # an abbreviation
        ("nb", "kvelds-massasje", ["massage"]),
        ("nb", "arbeidsmassasje", ["massage"]),
        ("en", "MASSAGE BY NAPRAPATHS IN SPRING", ["massage", "naprapath"]),
    ],
)
def test_a_phrase_or_compound_has_the_concept_of_its_head(language: str, text: str, concepts: list[str]) -> None:
    assert broader(language, text) == concepts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "uten massasje"),  # it says that there is none
        ("nb", "ikke-massasje"),
        ("nb", "falsk massasje"),
        ("nb", "hundemassasje"),
        ("nb", "massasjebord"),  # the head is another
        ("nb", "massasje varsom"),
        ("nb", "bord med massasje"),
        ("nb", "vinterlig behandling av saken"),  # the head has other senses
        ("nb", "sportsbehandling"),
        ("nb", "Molde massasje"),  # a name
        ("nb", "massasje, varsom"),
        ("nb", "hovedmassasje"),
        ("nb", "medarbeiderundersøkelse"),  # of a survey
        ("nb", "mørke krefter"),  # the form is another word
        ("nb", "kvsrt massasje"),  # no word
        ("en", "refused any massage"),
        ("en", "sham acupuncture clinic"),
        ("en", "gentle tendencies"),
        ("en", "many tens of billions"),  # an abbreviation in small letters
        ("en", "massage nothing"),
    ],
)
def test_what_may_be_something_else_has_none(language: str, text: str) -> None:
    assert broader(language, text) == []
