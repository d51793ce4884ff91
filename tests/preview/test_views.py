"""What a translator sees of the work before anyone else does."""

from __future__ import annotations

import subprocess
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


def test_a_new_catalog_is_all_new(committed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    committed.new("pl")
    committed.translate("pl", {"needle.term": ("igła", "igły", "igieł")})
    assert main(["catalog", "preview", "--lang", "pl", "--sources", str(committed.sources)]) == 0
    output = capsys.readouterr().out
    assert "+ igła | igły | igieł" in output
    assert "  - " not in output
