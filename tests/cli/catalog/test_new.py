"""imsterms catalog new: where the catalog is, and that it is served."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms
from imsterms.cli import main


def test_the_command(project: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.folder)
    assert main(["catalog", "new", "pt-br", "--sources", "."]) == 0
    assert capsys.readouterr().out == "locales/pt_BR/LC_MESSAGES/imsterms.po\n"
    assert imsterms.load(project.folder).glossary("pt-BR").language == "pt-BR"
    assert main(["catalog", "new", "pt-br", "--sources", "."]) == 2
