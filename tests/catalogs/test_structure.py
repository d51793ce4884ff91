"""What is true in every language: both sides of each relation, and nothing of what is obsolete."""

from __future__ import annotations

from typing import Any

from imsterms.catalogs.data import replaced, structure
from imsterms.termbase.source import read_termbase


def test_the_other_side_of_a_relation_is_derived(project: Any) -> None:
    project.edit(
        "concepts/findings.yaml",
        "  definition: thin pointed",
        "  relations: {causes: [pain]}\n  definition: thin pointed",
    )
    concepts = structure(read_termbase(project.sources))["concepts"]
    assert concepts["needle"]["relations"] == {"causes": ["pain"]}
    assert concepts["pain"]["relations"] == {"caused_by": ["needle"]}
    assert concepts["tender_point"]["relations"]["narrower"] == ["trigger_point"]
    assert concepts["tender_point"]["broader"] == ["finding"]


def test_what_is_obsolete_has_no_place(project: Any) -> None:
    termbase = read_termbase(project.sources)
    assert replaced(termbase) == {"knot": "trigger_point"}
    assert "knot" not in structure(termbase)["concepts"]


def test_an_article_without_its_words(project: Any) -> None:
    article = structure(read_termbase(project.sources))["articles"]["visit"]
    assert article["values"] == {"interval": "P7D"}
    assert [(block["id"], block["kind"]) for block in article["blocks"]] == [
        ("start", "heading"),
        ("body", "text"),
        ("pause", "text"),
    ]
