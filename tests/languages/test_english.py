"""The plural of English nouns: regular, known, or asked for."""

from __future__ import annotations

import pytest

from imsterms.languages.english import plural


@pytest.mark.parametrize(
    ("term", "plurals"),
    [
        ("body", "bodies"),
        ("day", "days"),
        ("process", "processes"),
        ("box", "boxes"),
        ("arch", "arches"),
        ("diagnosis", "diagnoses"),
        ("working hypothesis", "working hypotheses"),
        ("crisis", "crises"),
        ("number of sessions", "numbers of sessions"),
        ("forefoot", "forefeet"),
        ("needle insertion", "needle insertions"),
        ("half", "halves"),
        ("TrP", "TrPs"),
    ],
)
def test_plurals(term: str, plurals: str) -> None:
    assert plural(term) == plurals


@pytest.mark.parametrize(
    "term", ["stimulus", "bus", "sternum", "phenomenon", "criterion", "tendonitis", "pelvis", "cortex"]
)
def test_a_plural_that_no_rule_gives_is_not_guessed(term: str) -> None:
    assert plural(term) is None
