"""Articles as plain data."""

from __future__ import annotations

from typing import Any

import imsterms


def test_an_article_has_the_keys_of_the_document(nb: imsterms.Glossary) -> None:
    article: Any = nb.articles["about_ims"].as_dict()
    assert list(article["languages"]) == ["nb"]
    assert article["languages"]["nb"]["title"] == nb.articles["about_ims"].title.as_dict()


def test_claims_are_left_out_unless_asked_for(nb: imsterms.Glossary) -> None:
    for article in nb.articles.values():
        kinds = {block["kind"] for block in article.as_dict()["languages"]["nb"]["blocks"]}
        assert "claim" not in kinds
    assert any(
        block["kind"] == "claim" and block["reason"]["text"] and block["assessment"]
        for article in nb.articles.values()
        for block in article.as_dict("annotated")["languages"]["nb"]["blocks"]
    )
