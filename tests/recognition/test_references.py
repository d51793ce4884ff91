"""References to works, told from prose by their signs."""

from __future__ import annotations

import pytest

from imsterms.languages.word_lists import word_lists
from imsterms.recognition.references import signs


@pytest.mark.parametrize(
    ("language", "line", "least"),
    [
        ("nb", "Ås V, Uhl A, m.fl. Nåler i hvile. Tidsskriftet 2011; 12(3): 4–9.", 5),
        ("nn", "Lie F. Nåler. Henta frå eksempel.no 2019; 3: 1−8.", 3),
        ("en", "Moe K et al. Needles at rest. J Rehabil. 2011;12:4-9. doi: 10.1", 4),
        ("en", "The needle is thin, and two needles (2 cm) were used.", 0),
        ("sv", "Nålar är tunna.", 0),
    ],
)
def test_signs_of_a_reference_are_counted_by_kind(language: str, line: str, least: int) -> None:
    found = signs(line, 20, 20, word_lists(language))
    assert found >= least and (least or not found)


def test_another_line_says_nothing() -> None:
    text = "Moe K et al. 2011; 12(3): 4-9.\nNeedles are thin."
    assert signs(text, text.index("Needles"), len(text), word_lists("en")) == 0
