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
    "before_you_come",
    "is_it_safe",
    "after_the_treatment",
    "who_may_give_it",
}


def test_every_article_is_there(nb: imsterms.Glossary) -> None:
    assert set(nb.articles) == ARTICLES
    assert "effect" in nb.articles


def test_an_unknown_mode_or_article_is_a_sentence(nb: imsterms.Glossary) -> None:
    with pytest.raises(ValueError, match="claims is 'omit' or 'annotated', not 'annotate'; did you mean 'annotated'"):
        nb.articles["effect"].to_text("annotate")
    with pytest.raises(imsterms.UnknownArticleError, match="there is no article 'efect'; did you mean 'effect'"):
        nb.articles["efect"]
    with pytest.raises(KeyError):
        nb.articles["efect"]
    assert nb.articles.get("efect") is None
