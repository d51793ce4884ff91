"""What is found with the options: terms written apart, misspelt, or part of an unlisted compound."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.recognition.match import Match


def found(language: str, text: str, **options: bool) -> list[tuple[str, str]]:
    return [(match.text, match.concept.id) for match in imsterms.glossary(language).annotate(text, **options)]


def one(language: str, text: str, **options: bool) -> Match:
    (match,) = imsterms.glossary(language).annotate(text, **options)
    return match


def test_each_option_is_off_by_default_and_marks_what_it_finds() -> None:
    text = "akkupunktur, trigger punkt, triggerpunktkveld"
    assert found("nb", text) == []
    kinds = {"misspellings": "misspelt", "split": "split", "compounds": "compound"}
    for option, kind in kinds.items():
        assert one("nb", text, **{option: True}).kind == kind
    loose = imsterms.glossary("nb").annotate(text, loose=True)
    assert [match.kind for match in loose] == ["misspelt", "split", "compound"]
    assert loose[1].text == "trigger punkt"
    assert loose[2].text == "triggerpunktkveld"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "fram gang på gang, til stand og ut styr, under graden"),
        ("nb", "denne gang laget de film, noen må dra syke hjem, helvetes ild, videre utdanning"),
        ("nb", "nåletrær, personlig, kollegene, stoppenål, nervøs, oppfunnet"),
        ("nb", "mener, hilsen, regjeringen, generasjon, lange, aller, sender"),
        ("nn", "helsing, vegen, kampen, generasjon, nervøs"),
        ("en", "painting, reputation, provided, skies, heading, follow up, set back"),
    ],
)
def test_loose_matching_leaves_ordinary_words_alone(language: str, text: str) -> None:
    assert [match for match in imsterms.glossary(language).annotate(text, loose=True) if match.kind != "exact"] == []


def test_little_words_and_endings_are_no_part_of_a_compound() -> None:
    for text in ("hud en gang", "over belastning", "nerve ene", "ledd et"):
        assert not any(match.kind == "split" for match in imsterms.glossary("nb").annotate(text, loose=True)), text


@pytest.mark.parametrize("text", ["IMS-behandlingen", "ashi-punkter"])
def test_a_listed_term_with_a_hyphen_is_no_compound_or_written_apart(text: str) -> None:
    assert one("nb", text, loose=True).kind == one("nb", text).kind == "exact"


def test_a_surname_after_a_first_name_is_no_misspelling() -> None:
    glossary = imsterms.glossary("nb")
    assert glossary.annotate("I går ringte Oda Akupunkturr og spurte.", misspellings=True) == []
    assert [match.kind for match in glossary.annotate("Oda Akupunkturr", misspellings=True)] == ["misspelt"], (
        "a heading"
    )


def test_a_term_written_right_is_never_a_misspelling() -> None:
    match = one("nb", "akupunktur", loose=True)
    assert match.kind == "exact"


@pytest.mark.parametrize("separator", [" ", "  ", "\n", "\r\n", "-", "\u00ad ", "\u00a0", " \u200b"])
@pytest.mark.parametrize("before", ["", "plate. " * 9362])
def test_parts_of_a_term_may_be_parted_by_any_white_space(separator: str, before: str) -> None:
    # the longer text has the parts in different blocks of the scanner
    assert found("nb", f"{before}trigger{separator}punktet, trigger, punkt", split=True) == [
        (f"trigger{separator}punktet", "trigger_point")
    ]
