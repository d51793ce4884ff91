"""imsterms code: from a code of another system to the concept."""

from __future__ import annotations

import pytest

from imsterms.cli import main


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", "icd-10", "M79.1", "--lang", "nb"]) == 0
    assert "myalgi" in capsys.readouterr().out
    assert main(["code", "icd-10", "Z99"]) == 1
    assert main(["code", "icd10", "M79.1"]) == 2
    assert "did you mean 'icd-10'" in capsys.readouterr().err
