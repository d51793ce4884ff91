"""The terms of a translation, held against those of the English text."""

from __future__ import annotations

from pathlib import Path

import pytest

import imsterms
from imsterms.cli import main

RULES = ("term-not-translated", "other-term")
HEALTH = {
    "The trigger point is in the muscle.": "Triggerpunktet sitter i muskelen.",
    "Palpation of the trigger points": "Palpasjon av triggerpunktene",
    "Dry needling of the calf": "Tørrnåling av leggen",
    "The physiotherapist decides.": "Fysioterapeuten bestemmer.",
}


def catalog(messages: dict[str, str], flags: str = "") -> str:
    """Return a Bokmål catalog; the last message has the flags."""
    written = [f'msgid "{english}"\nmsgstr "{text}"\n' for english, text in (HEALTH | messages).items()]
    written[-1] = flags + written[-1]
    return "\n".join(['msgid ""\nmsgstr "Language: nb\\n"\n', *written])


def found(text: str) -> list[tuple[str, str]]:
    findings = imsterms.glossary("nb").lint(text, format="po", enable=RULES)
    return [(finding.rule, text[finding.start : finding.end]) for finding in findings]


@pytest.mark.parametrize(
    ("english", "text", "expected"),
    [
        ("Press the trigger points.", "Trykk på flekkene.", [("term-not-translated", "Trykk på flekkene.")]),
        ("Press the trigger points.", "Trykk på nålene.", [("other-term", "nålene")]),
        ("Press the trigger points.", "Trykk på triggerpunktene.", []),
        ("Press the _trigger points.", "Trykk på _triggerpunktene.", []),
        ("Trigger point treatment", "Triggerpunktbehandling", []),
        ("Book a session", "Bestill behandlingstime", []),
        ("%d muscles", "%d muskler", []),
        (
            "Palpate tendons, not muscles.",
            "Palper muskler senere.",
            [("term-not-translated", "Palper muskler senere.")],
        ),
        ("An area of skin", "Et hudområde", []),
        ("Several persons", "Flere", [("term-not-translated", "Flere")]),
        (
            "Tell us whether the person who comes with you needs a chair, a lift, or a room without stairs",
            "Si fra om den som kommer sammen med deg, trenger en stol, en heis eller et rom uten trapper",
            [],
        ),
        (
            "Tell us whether the person who comes with you needs a chair, a lift, or a room without stairs",
            "Si fra om triggerpunktet som kommer sammen med deg, trenger en stol, en heis eller et rom uten trapper",
            [("other-term", "triggerpunktet")],
        ),
        ("This form processes your answers.", "Skjemaet behandler svarene dine.", []),
        ("Earache Headache Hiccups", "Øreverk Hikke Tannverk", [("term-not-translated", "Øreverk Hikke Tannverk")]),
        ("Press the trigger points.", "", []),
    ],
)
def test_each_term_of_the_english_text_is_in_the_translation(
    english: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(catalog({english: text})) == expected


def test_a_draft_is_left_out() -> None:
    assert found(catalog({"Press the trigger points.": "Trykk."}, "#, fuzzy\n")) == []


def test_everyday_words_say_nothing_in_a_catalog_of_something_else() -> None:
    messages = {"Save the document": "Lagre fila", "New session": "Ny økt", "Condition": "Vilkår", "Needle": "Viser"}
    text = "\n".join(f'msgid "{english}"\nmsgstr "{text}"\n' for english, text in messages.items())
    assert found('msgid ""\nmsgstr "Language: nb\\n"\n\n' + text) == []


def test_the_check_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "booking.po"
    path.write_text(catalog({"Press the trigger points.": "Trykk på flekkene."}), "utf-8")
    assert main(["lint", str(path)]) == 0
    assert main(["lint", "--bilingual", str(path)]) == 1
    assert "the English text has 'trigger point'; 'triggerpunkt' is missing here" in capsys.readouterr().out
