"""The options that commands share, and the folders and glossaries that they name."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from imsterms import limits
from imsterms.cli import main
from imsterms.cli.options import add_glossary, add_source_tree, open_glossary, read_input, source_tree
from imsterms.errors import FileError, UnknownLanguageError


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(conflict_handler="resolve")
    add_source_tree(parser)
    add_glossary(parser)
    return parser.parse_args(arguments)


@pytest.fixture
def own(clinic: Path) -> str:
    (clinic / "termbase.yaml").write_text("language: es\n", "utf-8")
    (clinic / "concepts" / "a.yaml").write_text("sol: {term: sol}\n", "utf-8")
    return str(clinic)


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({"LC_ALL": "C.UTF-8"}, "needle"),
        ({"LANG": "nb_NO.UTF-8"}, "nål"),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": "nn_NO"}, "nål"),
        ({"LANG": "sv_SE.UTF-8"}, "needle"),
    ],
)
def test_the_language_is_that_of_the_locale(
    variables: dict[str, str], shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["show", "needle"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(shown)
    assert "choose another language with --lang" in printed.err
    assert main(["show", "needle", "--lang", "en"]) == 0
    assert "assumed" not in capsys.readouterr().err


def test_the_language_of_the_settings_comes_before_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".imsterms.yaml").write_text("lint: {lang: nn}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    assert main(["show", "intramuscular_stimulation"]) == 0
    assert "den intramuskulære stimuleringa" in capsys.readouterr().out


def test_a_word_of_another_language_or_a_code_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "muskelknute", "--lang", "en"]) == 2
    assert "'muskelknute' is a term in nb: add --lang nb" in capsys.readouterr().err
    assert main(["find", "triggerpunkt", "--lang", "en"]) == 1
    assert "'triggerpunkt' is a term in nb: add --lang nb" in capsys.readouterr().err
    assert main(["show", "M54.5", "--lang", "en"]) == 2
    assert "'M54.5' is a code: imsterms code icd-10 M54.5" in capsys.readouterr().err
    assert main(["find", "xyzzy", "--lang", "en"]) == 1
    assert capsys.readouterr().err == ""


def test_a_termbase_of_ones_own_is_opened_in_a_language_that_it_has(own: str) -> None:
    glossary = open_glossary(parsed("--from", own))
    assert (glossary.language, list(glossary)) == ("es", ["sol"])
    assert "trigger_point" in open_glossary(parsed("--from", own, "--with-built-in", "--lang", "nb"))
    with pytest.raises(UnknownLanguageError):
        open_glossary(parsed("--from", own, "--lang", "nb"))


def test_fallback_is_asked_for() -> None:
    assert open_glossary(parsed("--lang", "nn")).fallback == ()
    assert open_glossary(parsed("--lang", "nn", "--fallback")).fallback == ("nb", "en")


def test_the_folders_of_sources_and_catalogs(root: Path, clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert source_tree(parsed()) == (str(root / "imsterms" / "data"), str(root / "locales"), str(root))
    monkeypatch.chdir(clinic.parent)
    beside = str(clinic.parent / "locales")
    assert source_tree(parsed("--sources", str(clinic))) == (str(clinic), beside, str(clinic.parent))
    (clinic / "locales").mkdir()
    assert source_tree(parsed("--sources", str(clinic)))[1] == str(clinic / "locales")
    assert source_tree(parsed("--sources", str(clinic), "--locales", "x"))[1] == "x"
    with pytest.raises(FileError, match="is not a folder; --sources names"):
        source_tree(parsed("--sources", str(clinic / "absent")))


def test_a_dash_is_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("nål", "utf-8")
    assert read_input(str(tmp_path / "a.txt")) == "nål"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"hud")))
    assert read_input("-") == "hud"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"hud og nerve")))
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    with pytest.raises(FileError, match="standard input has more than 10 bytes; where"):
        read_input("-")
    monkeypatch.undo()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"h\xe5")))
    with pytest.raises(FileError, match="standard input:1: the file is not UTF-8"):
        read_input("-")
