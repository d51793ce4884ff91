"""The options that commands share, and the folders and glossaries that they name."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from imsterms.cli.options import add_glossary, add_source_tree, open_glossary, read_input, source_tree
from imsterms.errors import FileError, UnknownLanguageError


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_glossary(parser)
    add_source_tree(parser)
    return parser.parse_args(arguments)


@pytest.fixture
def own(clinic: Path) -> str:
    (clinic / "termbase.yaml").write_text("language: es\n", "utf-8")
    (clinic / "concepts" / "a.yaml").write_text("sol: {term: sol}\n", "utf-8")
    return str(clinic)


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
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"h\xe5")))
    with pytest.raises(FileError, match="standard input:1: the file is not UTF-8"):
        read_input("-")
