"""Export and import as calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import main


def printed(capfdbinary: Any, *command: str) -> bytes:
    main(list(command))
    out: bytes = capfdbinary.readouterr().out
    return out


def test_export_is_what_the_command_writes(capfdbinary: Any, nb: imsterms.Glossary) -> None:
    for name, options in (("csv", {}), ("json", {"only": ["nb"]}), ("i18next", {})):
        given = [word for key, values in options.items() for word in (f"--{key}", *values)]
        command = ("export", name, "--lang", "nb", *given)
        assert imsterms.export(nb, name, **options) == printed(capfdbinary, *command)
    with pytest.raises(imsterms.UnknownFormatError, match="did you mean 'json'"):
        imsterms.export(nb, "jsn")
    with pytest.raises(TypeError, match="'tbx' has no option 'editon' .*; did you mean 'edition'"):
        imsterms.export(nb, "tbx", editon="2")
    with pytest.raises(TypeError, match="'i18next' has no option 'only'"):
        imsterms.export(nb, "i18next", only=["nb"])


def test_import_and_check(tmp_path: Path, capsys: Any) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("id,term (en),definition (en)\ncup,cup,glass that is put on the skin\n", encoding="utf-8")
    report = imsterms.import_termbase(table, tmp_path / "called", format="csv")
    assert main(["import", "csv", str(table), "--to", str(tmp_path / "commanded")]) == 0
    assert list(report.summary())[0] in capsys.readouterr().out
    assert imsterms.load(tmp_path / "called").glossary("en")["cup"].term == "cup"
    findings = imsterms.check(tmp_path / "called")
    status = main(["check", "--sources", str(tmp_path / "commanded"), "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    assert len(shown) == len(findings)
    assert status == (1 if findings else 0)
    with pytest.raises(imsterms.FileError, match="is not a folder"):
        imsterms.check(tmp_path / "nowhere")
