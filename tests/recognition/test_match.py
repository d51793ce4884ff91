"""What is handed out of a term in a text."""

from __future__ import annotations

import imsterms


def test_a_match_is_its_text_and_says_as_plain_data_what_it_is() -> None:
    (match,) = imsterms.glossary("nb").annotate("Nålene.")
    assert str(match) == "Nålene"
    data = match.as_dict()
    assert (data["concept"], data["term"], data["status"]) == ("needle", "nål", "preferred")
    assert data["forms"] == ["the plural"]


def test_what_else_the_words_may_mean_is_plain_data_too() -> None:
    (match,) = imsterms.glossary("en").annotate("blood thinners")
    (other,) = match.candidates
    assert match.concept.id == "anticoagulant_therapy"
    assert (other.as_dict()["concept"], other.as_dict()["reason"]) == (
        "antiplatelet_therapy",
        "an everyday word for the concept",
    )
