"""A document with its terms, passage by passage."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms
from imsterms.checks.text.page import Page
from imsterms.checks.text.settings import Settings
from imsterms.recognition.readers import read


def page(text: str, format: str = "text", language: str = "nb") -> Page:
    return Page(imsterms.glossary(language), read(text, format), Settings(), text=text, path="a.txt")


def test_the_words_before_a_place_as_far_as_white_space_goes() -> None:
    (passage,) = page("Først: en hard nål").passages
    start = passage.text.index("nål")
    assert [word[0] for word in passage.before(start)] == ["hard", "en"]
    assert next(iter(passage.before(start))).start() == passage.text.index("hard")


@pytest.mark.parametrize(("text", "word"), [("nål er tynn", "er"), ("nål, er", None), ("nål", None)])
def test_the_word_after_a_place(text: str, word: str | None) -> None:
    (passage,) = page(text).passages
    after = passage.after(3)
    assert (after[0] if after else None) == word


def test_terms_written_apart_are_kept_from_the_others() -> None:
    (passage,) = page("Et trigger punkt og en nål.").passages
    assert [match.text for match in passage.matches] == ["nål"]
    assert [match.text for match in passage.split] == ["trigger punkt"]


def test_parts_in_another_language_are_left_alone() -> None:
    document = "<p>Ei nål.</p><p lang='en'>A needle.</p>"
    assert [passage.text.strip() for passage in page(document, "html").passages] == ["Ei nål."]


def test_a_problem_is_at_its_place_in_the_file() -> None:
    document = "<h1>Om</h1>\n<p>Den &aring;pne n&aring;la</p>\n"
    rule: Any = next(iter(_rules()))
    passage = page(document, "html").passages[-1]
    start = passage.text.index("nåla")
    finding = passage.finding(rule, passage.problem(start, start + 4, "no"))
    assert finding is not None
    assert document[finding.start : finding.end] == "n&aring;la"
    assert (finding.line, finding.column) == (2, document.splitlines()[1].index("n&aring;la") + 1)


def _rules() -> Any:
    from imsterms.checks.rules import RULES

    return (rule for rule in RULES if rule.scope == "text")
