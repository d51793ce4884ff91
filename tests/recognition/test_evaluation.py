"""Recognition is as good as we say it is, on texts that were labelled before there was a matcher."""

from __future__ import annotations

import os
import sys

import pytest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import evaluation


@pytest.mark.parametrize("language", evaluation.LANGUAGES)
def test_terms_in_any_form_are_found_and_nothing_else(language: str) -> None:
    scores, errors = evaluation.evaluate(language)
    shown = "\n".join(map(str, errors))
    for half in ("frozen", "open", "both"):
        for status in ("preferred", "admitted", "deprecated", "abbreviation"):
            score = scores[half, f"={status}"]
            assert score.recall >= 0.98, f"{half} {status}\n{shown}"
            assert score.precision >= 0.98, f"{half} {status}\n{shown}"


@pytest.mark.parametrize("language", evaluation.LANGUAGES)
def test_loose_matching_finds_more_and_raises_no_false_alarm(language: str) -> None:
    scores, errors = evaluation.evaluate(language, loose=True)
    shown = "\n".join(map(str, errors))
    for kind in ("split", "misspelt", "compound"):
        score = scores.get(("both", f"={kind}"), evaluation.Score())
        assert score.recall >= 0.9, f"{kind}\n{shown}"
        assert score.precision >= 0.9, f"{kind}\n{shown}"
    assert scores["both", "all"].precision >= 0.98, shown
    alarms = [error for error in errors if error.text.kind == "clean" and error.span.kind in ("split", "misspelt")]
    assert not alarms, shown


def test_the_corpus_is_as_large_as_promised() -> None:
    texts = {language: list(evaluation.read(language)) for language in evaluation.LANGUAGES}
    assert len(texts["nb"]) >= 150
    assert len(texts["nn"]) >= 60
    assert len(texts["en"]) >= 60
    for language, of_language in texts.items():
        frozen = sum(text.half == "frozen" for text in of_language)
        assert 2 * frozen == len(of_language), language
        assert sum(not text.spans for text in of_language) >= len(of_language) / 6, language
