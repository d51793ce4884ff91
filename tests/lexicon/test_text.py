"""The texts of a concept."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small import SMALL

import imsterms


def test_text_of_a_concept_is_a_string_that_knows(nb: imsterms.Glossary) -> None:
    text: Any = nb["trigger_point"].definition
    assert isinstance(text, str)
    for reference in text.references:
        assert nb.find(text[reference.start : reference.end])[0].concept.id == reference.concept


def test_a_concept_without_a_text_has_none_and_not_an_error(small: Any) -> None:
    small.write("concepts/equipment.yaml", SMALL + "bare: {term: bare}\n")
    concept = small.glossary("en")["bare"]
    assert (concept.definition, concept.explanation, concept.notes) == (None, None, ())


def test_notes_are_each_languages_own(small: Any) -> None:
    assert small.glossary("en")["needle"].notes == ("Needles are thin.",)
    assert small.glossary("nb", fallback=True)["needle"].notes == ()


def test_safety_concepts_say_that_no_clinician_has_reviewed_them(project: Any) -> None:
    project.write(
        "concepts/safety.yaml",
        "a: {term: a}\n"
        'b: {term: b, review: {state: clinical, date: "2026-01-01"}}\n'
        'c: {term: c, review: {state: editorial, date: "2026-01-01"}}\n',
    )
    project.write("concepts/tools.yaml", "d: {term: d}\n")
    project.write("interface.yaml", "notice: {not_clinically_reviewed: Not reviewed.}\n")
    glossary = project.glossary("en")
    assert [glossary[name].notice for name in "abcd"] == ["Not reviewed.", None, "Not reviewed.", None]
    assert [(glossary[name].review, glossary[name].review_date) for name in "ab"] == [
        ("none", ""), ("clinical", "2026-01-01"),
    ]  # fmt: skip


def test_a_law_that_was_read_long_ago_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    concept = imsterms.glossary("nb")["chiropractor"]
    date, _ = concept.verified or ("", "")
    assert "Ikke kontrollert siden" not in (concept.notice or "")
    later = time.strptime(f"{int(date[:4]) + 1}-12-31", "%Y-%m-%d")
    monkeypatch.setattr(time, "localtime", lambda: later)
    assert f"(Ikke kontrollert siden {date}.)" in (concept.notice or "")
