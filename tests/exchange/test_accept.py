"""Differences between a table and a termbase: listed, accepted one by one, and nothing else changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from catalog_project import Project, make_project

from imsterms.cli import main
from imsterms.exchange import accept
from imsterms.exchange.accept import set_key


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small termbase with its catalogs."""
    return make_project(tmp_path / "project")


@pytest.fixture
def wide(project: Project, tmp_path: Path) -> Path:
    """A wide table of a small termbase, in two of its languages."""
    path = tmp_path / "wide.csv"
    options = ["--wide", "--only", "en", "nb", "--from", str(project.folder), "-o", str(path)]
    assert main(["export", "csv", *options]) == 0
    return path


def edited(path: Path, old: str, new: str) -> str:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), "utf-8")
    return str(path)


def onto(path: str, project: Project, *options: str) -> int:
    return main(["import", path, "--onto", str(project.folder), *options])


def content(project: Project) -> dict[str, str]:
    return {str(path): path.read_text("utf-8") for path in project.folder.rglob("*") if path.suffix in (".yaml", ".po")}


def test_an_unchanged_table_changes_nothing(project: Project, wide: Path) -> None:
    before = content(project)
    assert onto(str(wide), project, "--accept") == 0
    assert content(project) == before


def test_one_changed_cell_is_one_field(project: Project, wide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(project)
    path = edited(wide, "ubehagelig opplevelse", "vond opplevelse")
    assert onto(path, project) == 1
    said = capsys.readouterr().out
    assert (
        "pain (nb) definition: 'ubehagelig opplevelse' -> 'vond opplevelse'" in said
        and "1 difference in 1 concept;" in said
    )
    assert content(project) == before, "nothing is overwritten unasked"
    assert onto(path, project, "--accept") == 0
    after = content(project)
    assert [name for name in after if after[name] != before[name]] == [str(project.path("nb"))]
    assert project.entry("nb", "pain.definition").msgstr == "vond opplevelse"
    assert onto(path, project) == 0


@pytest.mark.parametrize("language", ["en", "nb"])
def test_what_an_editor_saves_meanwhile_stays(
    project: Project,
    wide: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
) -> None:
    saved = project.path("nb") if language == "nb" else project.folder / "concepts" / "findings.yaml"
    into = {"nb": "_into_catalog", "en": "_into_yaml"}[language]
    edit = getattr(accept, into)

    def saves(*arguments: Any) -> None:
        edit(*arguments)
        saved.write_text(saved.read_text("utf-8") + "# a remark\n", "utf-8")

    monkeypatch.setattr(accept, into, saves)
    before = content(project)
    edited(wide, "ubehagelig opplevelse", "vond opplevelse")
    edited(wide, "thin pointed piece of metal", "thin pointed rod")
    assert onto(str(wide), project, "--accept") == 2
    assert f"{saved} was saved by another program meanwhile" in capsys.readouterr().err
    assert content(project) == before | {str(saved): before[str(saved)] + "# a remark\n"}


def test_references_in_texts_that_did_not_change_stay(project: Project, wide: Path) -> None:
    assert onto(edited(wide, "thin pointed piece of metal", "thin pointed rod"), project, "--accept") == 0
    text = (project.folder / "concepts" / "findings.yaml").read_text("utf-8")
    assert 'definition: "thin pointed rod"' in text
    assert '"{tender_point} that sends {pain} elsewhere"' in text


def test_words_that_stay_keep_their_forms_and_reasons(project: Project, wide: Path) -> None:
    assert onto(edited(wide, ",muskelknute,", ",muskelknute; knute,"), project, "--accept") == 0
    words = project.entry("nb", "trigger_point.words").msgstr
    assert "not: muskelknute | muskelknuten # folkelig ord" in words and "not: knute # no reason given" in words


def test_only_some_concepts_are_accepted(project: Project, wide: Path) -> None:
    edited(wide, "ubehagelig opplevelse", "vond opplevelse")
    path = edited(wide, "tynt og spisst stykke metall", "tynn stang")
    assert onto(path, project, "--accept", "needle") == 0
    assert project.entry("nb", "needle.definition").msgstr == "tynn stang"
    assert project.entry("nb", "pain.definition").msgstr == "ubehagelig opplevelse"


def test_the_forms_of_a_term_that_changed_are_to_be_looked_at(project: Project, wide: Path) -> None:
    text = wide.read_text("utf-8")
    wide.write_text(text.replace(",smerte,", ",verk,", 1), "utf-8")
    assert onto(str(wide), project, "--accept") == 0
    entry = project.entry("nb", "pain.term")
    assert entry.msgstr_plural[0] == "verk" and entry.fuzzy
    assert project.entry("nb", "pain.term.the").fuzzy


def test_a_term_whose_forms_the_texts_need_is_refused(
    project: Project, wide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(project)
    text = wide.read_text("utf-8")
    wide.write_text(text.replace("\nneedle,", "\npin,", 1), "utf-8")
    assert onto(str(wide), project, "--accept") == 2
    assert "change it by hand" in capsys.readouterr().err
    assert content(project) == before


def test_pairs_of_terms_are_differences(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("source,target\nneedle,kanyle\npain,smerte\nthumb,tommel\n")
    assert onto(str(path), project, "--languages", "en", "nb") == 1
    said = capsys.readouterr().out
    assert "needle (nb) term: 'nål' -> 'kanyle'" in said and "pain" not in said
    assert "'thumb / tommel' is not in the termbase" in said


YAML = "# mine\na:\n  term: b  # a comment\n  notes:\n  - one\n  - two\nc: {term: d}\n"


@pytest.mark.parametrize(
    ("entry", "key", "value", "expected"),
    [
        ("a", "term", "x", YAML.replace("term: b  #", 'term: "x"  #')),
        ("a", "plain", "x", YAML.replace("  - two\n", '  - two\n  plain: "x"\n')),
        ("a", "notes", [], YAML.replace("  notes:\n  - one\n  - two\n", "")),
        ("a", "notes", ["y"], YAML.replace("  notes:\n  - one\n  - two\n", '  notes: ["y"]\n')),
        ("c", "term", "x", YAML.replace("{term: d}", '{term: "x"}')),
        ("c", "plain", "x", YAML.replace("{term: d}", '{term: d, plain: "x"}')),
    ],
)
def test_one_key_of_yaml_is_set_and_all_else_stays(entry: str, key: str, value: Any, expected: str) -> None:
    assert set_key(YAML, entry, key, value) == expected
