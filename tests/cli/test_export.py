"""``imsterms export`` and the registry of formats."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from imsterms.cli import main
from imsterms.exchange import formats


class _EntryPoint:
    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value


@pytest.fixture
def foreign_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format of another package, with an option."""
    module = ModuleType("clinic_formats", "A list of ids. Nothing more.")

    def add_arguments(parser: Any) -> None:
        parser.add_argument("--separator", default=",")

    def write(glossary: Any, stream: Any, *, progress: Any, separator: str) -> None:
        stream.write(separator.join(progress(list(glossary)[:2])).encode())

    vars(module).update(add_arguments=add_arguments, write=write, WHAT_IS_LOST="all but the ids")
    monkeypatch.setitem(sys.modules, "clinic_formats", module)
    points = [_EntryPoint("ids", "clinic_formats"), _EntryPoint("broken", "no_such_module_here")]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == formats.GROUP else [])


def test_the_list_says_what_each_format_is_and_loses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list", "--json"]) == 0
    described = {one["format"]: one for one in json.loads(capsys.readouterr().out)}
    assert set(formats.FORMATS) <= set(described)
    for one in described.values():
        assert one["description"] and one["what_is_lost"]


def test_a_file_is_the_same_as_standard_output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "json"]) == 0
    printed = capfdbinary.readouterr().out
    assert main(["export", "json", "-o", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_bytes() == printed
    assert json.loads(printed)["languages"] == ["en", "nb", "nn"]


@pytest.mark.usefixtures("foreign_format")
def test_another_package_adds_a_format_with_an_option(tmp_path: Path) -> None:
    assert main(["export", "ids", "--separator", ";", "-o", str(tmp_path / "ids")]) == 0
    assert (tmp_path / "ids").read_text().count(";") == 1


@pytest.mark.usefixtures("foreign_format")
def test_a_format_that_does_not_load_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "broken"]) == 2
    assert "no_such_module_here" in capsys.readouterr().err


def test_an_unknown_format_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", "jsn"])
    assert stopped.value.code == 2
    assert main(["export"]) == 2
    assert "--list" in capsys.readouterr().err


def test_a_termbase_of_ones_own_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "termbase.yaml").write_text("language: es\n")
    (tmp_path / "concepts" / "cielo.yaml").write_text("sol: {term: sol}\n")
    assert main(["export", "json", "--from", str(tmp_path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["languages"] == ["es"]
    assert [one["id"] for one in document["concepts"]] == ["sol"]
    assert main(["export", "json", "--from", str(tmp_path / "absent")]) == 2


@pytest.mark.parametrize("name", list(formats.FORMATS))
def test_every_format_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Options of a format and those that all have are not to clash."""
    with pytest.raises(SystemExit) as stopped:
        main(["export", name, "--help"])
    assert stopped.value.code == 0
    assert "--from" in capsys.readouterr().out
