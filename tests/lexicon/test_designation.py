"""Designations of a concept."""

from __future__ import annotations

import imsterms


def test_the_preferred_term_comes_first_and_each_says_what_it_is(nb: imsterms.Glossary) -> None:
    first, *others = nb["trigger_point"].designations
    assert (first, first.status, first.type, first.register) == ("triggerpunkt", "preferred", "full form", "clinical")
    assert first.forms["the plural"] == "triggerpunktene"
    by_status = {designation.status: designation for designation in others}
    assert by_status["abbreviation"] == "TrP"
    assert by_status["deprecated"].reason
    assert len(set(others)) == len(others)
