"""The data files of the languages: what is read in a checkout, what a wheel has instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imsterms.errors import SourceError
from imsterms.languages import data


def test_scalars_are_text() -> None:
    assert "no" in data.read_data("profiles")["nb"]["aliases"].split()
    assert data.read_data("words")["nb"]["includes"] == ["no", "works"]


def test_a_wheel_reads_what_the_build_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = {folder: data.read_data(folder) for folder in data.FOLDERS}
    data.write_data(str(tmp_path))
    monkeypatch.setattr(data, "_RUNTIME", str(tmp_path))
    monkeypatch.setattr(data, "_read", {})
    assert {folder: data.read_data(folder) for folder in data.FOLDERS} == checkout
    (tmp_path / "languages.words.json").write_text(json.dumps({"xx": {}}), "utf-8")
    monkeypatch.setattr(data, "_read", {})
    assert data.read_data("words") == {"xx": {}}, "the YAML is not looked at"


def test_broken_yaml_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "xx.yaml").write_text("near_words: [a\n", "utf-8")
    monkeypatch.setattr(data, "_HERE", str(tmp_path))
    monkeypatch.setattr(data, "_RUNTIME", str(tmp_path / "absent"))
    monkeypatch.setattr(data, "_read", {})
    with pytest.raises(SourceError, match=r"xx\.yaml: the YAML is broken"):
        data.read_data("words")
