"""imsterms catalog review: what is marked, what is named instead, what is listed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imsterms.cli import main


@pytest.fixture
def review(project: Any) -> Any:
    """Return a function that runs the command and returns its exit status."""
    return lambda *options: main(["catalog", "review", "nb", *options, "--sources", str(project.sources)])


def test_only_the_lines_of_the_review_change(project: Any, review: Any, capsys: pytest.CaptureFixture[str]) -> None:
    before = project.path("nb").read_text("utf-8").splitlines()
    assert review("pain", "article/visit", "--by", "Kari\n Nordmann", "--date", "2026-11-20") == 0
    added = [line for line in project.path("nb").read_text("utf-8").splitlines() if line not in before]
    assert len(added) == 10
    assert all(line.startswith("# reviewed: Kari Nordmann 2026-11-20 ") for line in added)
    assert capsys.readouterr().out == "nb: 10 reviewed\n"
    assert not project.update()["nb"].changed
    main(["catalog", "status", "--json", "--sources", str(project.sources)])
    assert json.loads(capsys.readouterr().out)["nb"]["total"]["reviewed"] == 10


def test_what_is_not_translated_cannot_be_reviewed(
    project: Any, review: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    project.translate("nb", {"pain.definition": ""})
    assert review("pain", "--by", "Kari") == 1
    assert "pain.definition is missing" in capsys.readouterr().err


def test_without_a_person_it_lists_what_is_not_reviewed(
    project: Any, review: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    review("pain.definition", "needle.definition", "--by", "Kari", "--date", "2026-11-20")
    project.translate("nb", {"pain.definition": "vond opplevelse"})
    capsys.readouterr()
    assert review() == 0
    listed = capsys.readouterr().out.splitlines()
    assert "pain.definition: translated, changed since Kari reviewed it on 2026-11-20" in listed
    assert "needle.term: translated" in listed
    assert not any(line.startswith("needle.definition") for line in listed)


def test_a_name_that_means_nothing(project: Any, review: Any, capsys: pytest.CaptureFixture[str]) -> None:
    before = project.path("nb").read_bytes()
    assert review("pain", "nedle", "--by", "Kari") == 2
    assert "did you mean 'needle'?" in capsys.readouterr().err
    assert project.path("nb").read_bytes() == before


def test_show_and_an_import_say_who_reviewed_what(
    project: Any, review: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review("pain", "--by", "Kari", "--date", "2026-11-20")
    folder = str(project.folder)
    assert main(["show", "pain", "--lang", "nb", "--from", folder]) == 0
    assert "definisjon 2026-11-20 (Kari)" in capsys.readouterr().out
    exported, imported = tmp_path / "terms.json", tmp_path / "imported"
    assert main(["export", "json", "--from", folder, "-o", str(exported)]) == 0
    assert main(["import", str(exported), "--to", str(imported)]) == 0
    text = (imported / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po").read_text("utf-8")
    assert text.count("# reviewed: Kari 2026-11-20 ") == 2


def test_what_an_editor_saves_meanwhile_is_kept(project: Any, review: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from imsterms.cli.catalog import review as command

    marks = command.mark_reviewed

    def saved_meanwhile(entry: Any, made: Any) -> None:
        monkeypatch.setattr(command, "mark_reviewed", marks)
        project.translate("nb", {"needle.definition": "tynn ting"})
        marks(entry, made)

    monkeypatch.setattr(command, "mark_reviewed", saved_meanwhile)
    assert review("pain", "--by", "Kari") == 0
    assert project.entry("nb", "needle.definition").msgstr == "tynn ting"
    assert "reviewed: Kari" in project.entry("nb", "pain.definition").tcomment


def test_a_file_that_an_editor_saves_again_and_again_is_left_alone(
    project: Any, review: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from imsterms.cli.catalog import review as command

    marks, words = command.mark_reviewed, iter(f"tynn ting {number}" for number in range(100))

    def saved_again(entry: Any, made: Any) -> None:
        project.translate("nb", {"needle.definition": next(words)})
        marks(entry, made)

    monkeypatch.setattr(command, "mark_reviewed", saved_again)
    assert review("pain", "--by", "Kari") == 2
    assert "was saved by another program meanwhile" in capsys.readouterr().err
    assert project.entry("nb", "needle.definition").msgstr.startswith("tynn ting")
    assert "reviewed" not in project.path("nb").read_text("utf-8")
