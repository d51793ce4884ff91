"""What a translator sees of the work before anyone else does."""

from __future__ import annotations

import os
import shutil
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


def test_nothing_has_changed(committed: Any, preview: Any) -> None:
    assert preview() == (0, "nothing has changed\n")


def test_a_changed_term_is_shown_where_it_is_read(committed: Any, preview: Any) -> None:
    committed.translate("nb", WORDS)
    status, output = preview()
    assert "utløserpunkt (TrP)\n====" in output
    assert "- triggerpunkt | triggerpunkter\n    + utløserpunkt" in output.replace("  +", "    +")
    assert "Behandleren finner punktene og bruker en nål. (article/visit.body)" in output
    # the form 'a' is still that of the old term
    assert status == 1
    assert "IMS412 article-missing: trigger_point.term.a" in output
    assert "smerte\n====" not in output


def test_a_concept_that_is_asked_for(committed: Any, preview: Any) -> None:
    status, output = preview("needle")
    assert output.startswith("nål\n===\n")
    assert "bruker en nål" in output
    assert status == 0


def test_a_changed_article(committed: Any, preview: Any) -> None:
    committed.translate("nb", {"article/visit.pause": "Vent i {interval}. Kom så tilbake."})
    _, output = preview()
    assert "# article visit" in output
    assert "Vent i 7 dager. (article/visit.pause)" in output
    assert "Kom så tilbake." in output


def test_a_reference_that_cannot_be_shown_is_said_and_does_not_stop_the_rest(committed: Any, preview: Any) -> None:
    body = "Behandleren finner {trigger_point}[the plurl]. Så brukes {needle}[a]."
    committed.translate("nb", {"article/visit.body": body, "trigger_point.definition": "{tender_point}[x] {pain}"})
    status, output = preview()
    assert status == 1
    assert "did you mean 'the plural'" in output
    assert "left out: trigger_point.definition: there is no form 'x'" in output
    assert "Så brukes en nål." in output


def test_against_a_file(project: Any, preview: Any, tmp_path: Path) -> None:
    shutil.copy(project.path("nb"), tmp_path / "before.po")
    project.translate("nb", WORDS)
    _, output = preview("--against", str(tmp_path / "before.po"))
    assert "utløserpunkt (TrP)" in output


def test_outside_git_it_says_what_to_do(project: Any, preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.folder.parent))
    status, output = preview()
    assert status == 2
    assert "--against FILE" in output
    monkeypatch.setenv("PATH", os.devnull)
    status, output = preview()
    assert status == 2
    assert "git" in output


def test_a_new_catalog_is_all_new(committed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    committed.new("pl")
    committed.translate("pl", {"needle.term": ("igła", "igły", "igieł")})
    assert main(["catalog", "preview", "--lang", "pl", "--sources", str(committed.sources)]) == 0
    output = capsys.readouterr().out
    assert "+ igła | igły | igieł" in output
    assert "  - " not in output


def test_an_unknown_concept_or_language(committed: Any, preview: Any, capsys: pytest.CaptureFixture[str]) -> None:
    status, output = preview("nedle")
    assert (status, "did you mean 'needle'" in output) == (2, True)
    assert main(["catalog", "preview", "--lang", "pl", "--sources", str(committed.sources)]) == 2
    assert "'pl'" in capsys.readouterr().err


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
