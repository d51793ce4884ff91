"""Which messages a termbase has, and what each language is asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from imsterms.catalogs.messages import KINDS, Message, Translation, asked, context_of, english, extract
from imsterms.termbase.source import read_termbase


@pytest.fixture
def messages(project: Any) -> dict[str, Message]:
    return {message.context: message for message in extract(read_termbase(project.sources))}


def test_every_message_has_a_context_of_its_own_and_one_text(root: Path) -> None:
    ours = extract(read_termbase(root / "imsterms" / "data"))
    assert max(Counter(message.context for message in ours).values()) == 1
    assert max(Counter((message.text, message.context) for message in ours).values()) == 1
    assert not [message.context for message in ours if message.text in ("", "-")]
    assert {message.field for message in ours if message.concept} <= set(KINDS)


def test_what_a_noun_is_asked_for(messages: dict[str, Message]) -> None:
    term = messages["trigger_point.term"]
    assert (term.text, term.plural, term.kind) == ("trigger point", "trigger points", "form")
    assert messages["intramuscular_stimulation.term"].plural == "", "what is not counted has one form"
    assert "intramuscular_stimulation.term.the.plural" not in messages
    assert "ims_norge.term.the" not in messages, "a name has no other forms"
    assert messages["trigger_point.definition"].flags == ("python-brace-format",)
    assert messages["trigger_point.words"].flags == ()


def test_a_language_is_asked_for_the_forms_that_it_has(messages: dict[str, Message]) -> None:
    def fields(language: str) -> set[str]:
        return {message.field for message in asked(messages.values(), language) if message.concept == "needle"}

    assert fields("nb") == {"term", "term.the", "term.the.plural", "term.a", "words", "definition"}
    assert fields("ja") == {"term", "words", "definition"}
    assert fields("fi") == {"term", "term.plural", "words", "definition"}


def test_a_translator_is_told_what_is_asked_for(messages: dict[str, Message]) -> None:
    comments = messages["trigger_point.words"].comments_for("nb")
    assert "What Bokmål has besides the term" in comments[0]
    assert "also: myofascial trigger point" in comments
    assert comments[-1] == "Means: tender point that sends pain elsewhere"
    assert "the forms that your language has" in messages["trigger_point.words"].comments_for("")[0]


def test_the_sources_are_their_own_translation(project: Any) -> None:
    said = english(read_termbase(project.sources))
    assert said["needle.term"] == Translation(("needle", "needles"))
    assert said["article/visit.title"].texts == ("A visit",)


def test_a_guess_is_not_served() -> None:
    served = {state: Translation(("x",), state).is_served for state in ("guessed", "doubted", "outdated", "translated")}
    assert served == {"guessed": False, "doubted": False, "outdated": True, "translated": True}
    assert context_of("needle", "term.the") == "needle.term.the"
