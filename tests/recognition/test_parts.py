"""find: words that no concept lists, by their parts."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms


def parts(language: str, text: str) -> list[tuple[str, str, str]]:
    return [(found.concept.id, found.text, found.kind) for found in imsterms.glossary(language).find(text)]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("nb", "smertebehandlingen", ["treatment", "pain"]),
        ("nb", "hodesmerter", ["headache"]),  # listed: exactly this
        ("nb", "ansiktsbetennelser", ["inflammation", "face"]),
        ("nb", "ansiktsmusklene", ["skeletal_muscle", "face"]),  # a joint between
        ("nb", "fysioterapitime", ["physiotherapy"]),  # an hour or an appointment
        ("nb", "triggerpunktkurset", ["trigger_point"]),  # a noun that goes with any term
        ("nb", "IMS-teknikken", ["intramuscular_stimulation"]),
        ("nb", "triggerpunkt-behandlinger", ["trigger_point_therapy"]),
        ("nn", "smertebehandlinga", ["treatment", "pain"]),
        ("en", "shoulder-blade pain", ["pain", "shoulder_blade"]),
        ("en", "shoulder-pain", ["pain_in_shoulder"]),
    ],
)
def test_a_compound_has_the_concepts_of_its_parts(language: str, text: str, concepts: list[str]) -> None:
    assert [concept for concept, _, _ in parts(language, text)] == concepts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "synålen"),
        ("nb", "Legemiddelverket"),
        ("nb", "triggerpunktlig"),
        ("nb", "hodekriblende"),
        ("nb", "nakke- og bilsmerter"),
        ("nb", "og"),
        ("nb", "- og -"),
        ("nn", "personlege"),  # personal, not a doctor
        ("en", "nerve impingement"),
        ("en", "pain the person"),
        ("en", "needle"[:-1] * 100),
        ("en", "needle and " * 10_000),
    ],
)
def test_what_is_not_plain_has_none(language: str, text: str) -> None:
    assert [kind for _, _, kind in parts(language, text) if kind != "phrase"] == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "nb",
            "nakke- og skuldersmerter",
            [("neck_pain", "nakkesmerter"), ("pain_in_shoulder", "skuldersmerter")],
        ),
        ("nb", "muskelknuter og -spasmer", [("trigger_point", "muskelknuter"), ("muscle_spasm", "muskelspasme")]),
        ("nb", "akutte og kroniske smerter", [("acute_pain", "akutt smerte"), ("chronic_pain", "kroniske smerter")]),
        ("en", "neck and shoulder pain", [("neck_pain", "neck pain"), ("pain_in_shoulder", "shoulder pain")]),
    ],
)
def test_words_that_share_a_part(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert parts(language, text) == [(*each, "coordinated") for each in found]


def test_exact_matches_come_alone(project: Any) -> None:
    project.write("concepts/a.yaml", "a: {term: neck pain}\nb: {term: neck}\nc: {term: pain}\n")
    glossary = project.glossary("en")
    assert [(found.concept.id, found.kind) for found in glossary.find("neck pain")] == [("a", "")]
    assert [(found.concept.id, found.kind) for found in glossary.find("neck pains")] == [("a", "")]
    assert [(found.concept.id, found.forms) for found in glossary.find("pain neck")] == [("b", ("",)), ("c", ("",))]


def test_no_part_that_several_concepts_have(project: Any) -> None:
    project.write("concepts/a.yaml", "a: {term: forearm}\nb: {term: sting}\nc: {term: twinge, admitted: [sting]}\n")
    assert project.glossary("en").find("forearm sting") == []
    assert [found.concept.id for found in project.glossary("en").find("forearm twinge")] == ["c", "a"]
