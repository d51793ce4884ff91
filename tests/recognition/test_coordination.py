"""Terms that share a part with the term beside them."""

from __future__ import annotations

import pytest

import imsterms


def found(language: str, text: str) -> list[tuple[str, int, str, str]]:
    matches = imsterms.glossary(language).annotate(text)
    assert all(match.text == text[match.start : match.end] for match in matches)
    return [(match.text, match.start, match.concept.id, match.kind) for match in matches]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "har muskel- og leddsmerter", [("muskel-", 4, "myalgia"), ("leddsmerter", 15, "joint_pain")]),
        ("nn", "muskel- og leddsmerter", [("muskel-", 0, "myalgia"), ("leddsmerter", 11, "joint_pain")]),
        (
            "nb",
            "Muskel-, ledd- eller nervesmerter",
            [("Muskel-", 0, "myalgia"), ("ledd-", 9, "joint_pain"), ("nervesmerter", 21, "neuropathic_pain")],
        ),
        ("nb", "muskel-/leddsmerter", [("muskel-", 0, "myalgia"), ("leddsmerter", 8, "joint_pain")]),
        ("nb", "muskelknuter og -spasmer", [("muskelknuter", 0, "trigger_point"), ("-spasmer", 16, "muscle_spasm")]),
        ("nb", "akutte og kroniske smerter", [("akutte", 0, "acute_pain"), ("kroniske smerter", 10, "chronic_pain")]),
        ("nn", "akutt eller kronisk smerte", [("akutt", 0, "acute_pain"), ("kronisk smerte", 12, "chronic_pain")]),
        (
            "nb",
            "akutte, nye og kroniske smerter",
            [("akutte", 0, "acute_pain"), ("kroniske smerter", 15, "chronic_pain")],
        ),
        ("en", "acute and chronic pain", [("acute", 0, "acute_pain"), ("chronic pain", 10, "chronic_pain")]),
        ("nb", "muskel- og/eller leddsmerter", [("muskel-", 0, "myalgia"), ("leddsmerter", 17, "joint_pain")]),
        (
            "nn",
            "akutte så vel som kroniske smerter",
            [("akutte", 0, "acute_pain"), ("kroniske smerter", 18, "chronic_pain")],
        ),
        ("en", "acute as well as chronic pain", [("acute", 0, "acute_pain"), ("chronic pain", 17, "chronic_pain")]),
        ("en", "muscle and joint pain", [("muscle", 0, "myalgia"), ("joint pain", 11, "joint_pain")]),
        ("en", "muscle and chronic pain", [("muscle", 0, "skeletal_muscle"), ("chronic pain", 11, "chronic_pain")]),
    ],
)
def test_both_terms_have_their_own_words(language: str, text: str, expected: list[tuple[str, int, str]]) -> None:
    answers = found(language, text)
    assert [answer[:3] for answer in answers] == expected
    assert all(kind == "coordinated" or kind == "exact" for *_, kind in answers)


@pytest.mark.parametrize(
    "text", ["fot- og ankelbein", "- og\n- eller", "a- og b", "muskel- ", " -spasmer og", "x - og y"]
)
def test_what_is_no_term_when_whole_is_left_alone(text: str) -> None:
    assert not [answer for answer in found("nb", text) if answer[3] == "coordinated"]


def test_a_term_that_is_a_coordination_itself_is_one_term() -> None:
    text = "pasient- og brukerombud"
    assert [answer[0] for answer in found("nb", text)] == [text]


@pytest.mark.parametrize("piece", ["muskel- og ", "a -b ", "x-, ", "og -", "smerte og "])
def test_repetition_takes_linear_time(piece: str) -> None:
    imsterms.glossary("nb").annotate(piece * 20_000)
