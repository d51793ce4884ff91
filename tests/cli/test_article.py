"""imsterms article: as text, Markdown, HTML and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

import imsterms
from imsterms.cli import main

Run = Callable[..., str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is to succeed; return what it prints."""

    def run(*arguments: str, status: int = 0) -> str:
        assert main(arguments) == status
        output = capfd.readouterr()
        assert output.err == ""
        return output.out

    return run


def test_article(run: Run) -> None:
    article = imsterms.glossary("nb").articles["treatment_frequency"]
    assert run("article", "treatment_frequency", "--lang", "nb") == article.to_text(width=100)
    assert run("article", "treatment_frequency", "--lang", "nb", "--format", "markdown") == article.to_markdown()
    html = run("article", "treatment_frequency", "--lang", "nb", "--format", "html", "--claims", "annotated")
    assert html == str(article.to_html("annotated"))
    HTMLParser().feed(html)
    record = json.loads(run("article", "treatment_frequency", "--lang", "nb", "--json"))
    assert "claim" not in {block["kind"] for block in record["languages"]["nb"]["blocks"]}
    assert len(run("article", "--lang", "nn").splitlines()) == 11
    assert set(json.loads(run("article", "--json"))) == set(imsterms.glossary("en").articles)
