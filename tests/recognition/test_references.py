"""References to works, told from prose by their signs."""

from __future__ import annotations

import re

import pytest

from imsterms.languages.word_lists import word_lists
from imsterms.recognition.references import References


@pytest.mark.parametrize(
    ("language", "line", "least"),
    [
        ("nb", "Ås V, Uhl A, m.fl. Nåler i hvile. Tidsskriftet 2011; 12(3): 4–9.", 5),
        ("nn", "Lie F. Nåler. Henta frå eksempel.no 2019; 3: 1−8.", 3),
        ("en", "Moe K et al. Needles at rest. J Rehabil. 2011;12:4-9. doi: 10.1", 4),
        ("nb", "Å, Ek R. Nåler og nål. Lesja: Nålforlaget, 2009.", 3),
        ("en", "The needle is thin, and two needles (2 cm) were used.", 0),
        ("sv", "Nålar är tunna.", 0),
    ],
)
def test_signs_of_a_reference_are_counted_by_kind(language: str, line: str, least: int) -> None:
    lists = word_lists(language)
    assert not least or References(line, lists).have_signs(20, 20, least)
    assert not References(line, lists).have_signs(20, 20, least + 3 if least else 1)
    assert References(line, lists).hold(20, 20) == (least >= 3)


def test_another_line_says_nothing() -> None:
    text = "Moe K et al. 2011; 12(3): 4-9.\nNeedles are thin."
    assert not References(text, word_lists("en")).have_signs(text.index("Needles"), len(text), 1)


def test_references_are_held_from_left_to_right_however_far_they_are_apart() -> None:
    reference = "Moe K et al. Needles at rest. J Rehabil. 2011;12:4-9."
    text = "\n".join([reference, "Needles are thin. " * 200, reference, "In 2012 needles were thin."])
    references = References(text, word_lists("en"))
    places = [found.start() for found in re.finditer("[Nn]eedles", text)]
    held = [place for place in places if references.hold(place, place + 7)]
    assert held == [places[0], places[-2]]
