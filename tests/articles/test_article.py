"""The articles of a glossary, by id."""

from __future__ import annotations

import pytest

import imsterms

ARTICLES = {
    "about_ims",
    "effect",
    "neuropathic_pain",
    "shortened_muscle_syndrome",
    "treatment_frequency",
    "spine",
    "ims_and_acupuncture",
}


def test_there_are_seven(nb: imsterms.Glossary) -> None:
    assert set(nb.articles) == ARTICLES
    assert len(nb.articles) == 7
    assert "effect" in nb.articles


def test_an_unknown_mode_or_article_is_a_sentence(nb: imsterms.Glossary) -> None:
    with pytest.raises(ValueError, match="claims is 'omit' or 'annotated', not 'annotate'; did you mean 'annotated'"):
        nb.articles["effect"].to_text("annotate")
    with pytest.raises(imsterms.UnknownArticleError, match="there is no article 'efect'; did you mean 'effect'"):
        nb.articles["efect"]
    with pytest.raises(KeyError):
        nb.articles["efect"]
    assert nb.articles.get("efect") is None
