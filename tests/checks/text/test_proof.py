"""A fix proves itself, or is left to a person."""

from __future__ import annotations

import imsterms
from imsterms.checks.text.lint import fix


def test_fix_fixes_what_proves_itself(nb: imsterms.Glossary) -> None:
    text = "Vi fant muskelknutene etter IMS behandlingen. Den fæle muskelknuten. «En muskelknute»."
    fixed, count, left = fix(nb, text)
    assert fixed == "Vi fant triggerpunktene etter IMS-behandlingen. Den fæle muskelknuten. «En muskelknute»."
    assert (count, [(finding.suggestion, finding.fixable) for finding in left]) == (
        2,
        [("Det fæle triggerpunktet", False)],
    )


def test_unsafe_fixes_are_made_when_asked_for(nb: imsterms.Glossary) -> None:
    assert fix(nb, "Den fæle muskelknuten.", unsafe=True) == ("Det fæle triggerpunktet.", 1, [])


def test_a_word_that_is_part_of_a_longer_term_when_spelt_right_is_fixed(nb: imsterms.Glossary) -> None:
    text = "Vi tilbyr IMS behandling og tørr nåling av trigger punkter."
    assert fix(nb, text) == ("Vi tilbyr IMS-behandling og tørrnåling av triggerpunkter.", 3, [])
