"""A preview as a page for a browser."""

from __future__ import annotations

import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from imsterms.cli import main

WORDS = {
    "trigger_point.term": ("utløserpunkt", "utløserpunkter"),
    "trigger_point.term.the": "punktet",
    "trigger_point.term.the.plural": "punktene",
}


@pytest.fixture
def preview(project: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs the command and returns its exit status and what it prints."""

    def run(*options: str) -> tuple[int, str]:
        status = main(["catalog", "preview", "--lang", "nb", "--sources", str(project.sources), *options])
        output = capsys.readouterr()
        return status, output.out + output.err

    return run


@pytest.fixture
def committed(project: Any, require_tool: Any) -> Any:
    """The project with its catalogs in git's last commit."""
    git = require_tool("git")
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "before"]):
        subprocess.run([git, "-C", project.folder, *command], check=True)
    return project


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.seen.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_for_a_browser(committed: Any, preview: Any, tmp_path: Path) -> None:
    committed.translate("nb", {**WORDS, "trigger_point.explanation": "<script>alert(1)</script>."})
    status, output = preview("--html", str(tmp_path / "preview.html"))
    assert (status, output) == (1, f"{tmp_path / 'preview.html'}\n")
    text = (tmp_path / "preview.html").read_text("utf-8")
    tags = _Tags()
    tags.feed(text)
    assert tags.open == []
    assert "script" not in tags.seen
    assert "<mark>punktene</mark> og bruker en nål." in text
    assert "<del>triggerpunkt | triggerpunkter</del>" in text
    assert "html-in-text" in text
