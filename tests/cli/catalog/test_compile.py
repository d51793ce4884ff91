"""imsterms catalog compile: .mo files for plain gettext."""

from __future__ import annotations

import gettext
from typing import Any

import pytest

from imsterms.cli import main


def test_gettext_reads_what_was_compiled(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "compile", "--sources", str(project.sources)]) == 0
    assert [line.rpartition("locales/")[2] for line in capsys.readouterr().out.splitlines()] == [
        "nb/LC_MESSAGES/imsterms.mo",
        "nn/LC_MESSAGES/imsterms.mo",
    ]
    catalog = gettext.translation("imsterms", project.locales, ["nb"])
    assert catalog.npgettext("needle.term", "needle", "needles", 2) == "nåler"
