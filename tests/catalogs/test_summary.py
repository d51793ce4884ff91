"""What an update did, in one line."""

from __future__ import annotations

from imsterms.catalogs.merge import Summary


def test_only_what_happened_is_counted() -> None:
    summary = Summary("nb", "nb.po", changed=True)
    summary.happened["new"] += ["a", "b"]
    summary.happened["to review"].append("c")
    assert str(summary) == "nb: 2 new, 1 to review"


def test_nothing_happened() -> None:
    assert str(Summary("", "imsterms.pot")) == "template: up to date"
    assert str(Summary("nb", "nb.po", changed=True)) == "nb: comments, references or order changed"
