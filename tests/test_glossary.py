"""The glossary as a developer uses it: look-up, versions, threads, and what the package offers."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest

import imsterms

# --- a mapping ---


def test_it_is_a_mapping(nb: imsterms.Glossary) -> None:
    assert isinstance(nb, Mapping)
    assert "trigger_point" in nb
    assert "trigerpoint" not in nb
    assert 3 not in nb
    assert len(nb) == len(list(nb)) == len(set(nb)) > 80
    assert nb["trigger_point"].id == "trigger_point"
    assert nb.get("trigerpoint") is None
    assert {concept.id for concept in nb.values()} == set(nb.keys())
    assert nb == nb
    assert nb != imsterms.glossary("nn")
    assert len({nb, imsterms.glossary("nb-NO")}) == 1


def test_all_of_the_pages_concepts_in_three_languages(root: Any) -> None:
    expected = (root / "tests" / "data" / "page_concepts.txt").read_text(encoding="utf-8").split()
    assert len(expected) == 90
    for language in imsterms.languages():
        glossary = imsterms.glossary(language)
        for name in expected:
            concept = glossary[name]
            assert concept.term
            assert concept.definition, name
            assert concept.explanation, name
            assert concept.subject_field


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("trigerpoint", "there is no concept 'trigerpoint'; did you mean 'trigger_point'?"),
        ("xyzzy", "there is no concept 'xyzzy'"),
        ("", "there is no concept ''"),
        (None, "there is no concept 'None'"),
        (3, "there is no concept '3'"),
    ],
)
def test_an_unknown_concept_is_a_sentence(nb: imsterms.Glossary, name: Any, hint: str) -> None:
    with pytest.raises(imsterms.UnknownConceptError) as caught:
        nb[name]
    assert str(caught.value) == hint
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, imsterms.ImstermsError)


def test_a_very_long_name_is_cut_in_the_message(nb: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.UnknownConceptError) as caught:
        nb["x" * 1_000_000]
    assert len(str(caught.value)) < 200


def test_concepts_are_read_only(nb: imsterms.Glossary) -> None:
    concept = nb["needle"]
    with pytest.raises(AttributeError):
        concept.term = "pin"  # type: ignore[misc, assignment]
    with pytest.raises(AttributeError):
        concept.other = 1  # type: ignore[attr-defined]
    assert not hasattr(nb, "__setitem__")
    assert copy.copy(concept) == concept
