"""The runtime data made of sources and catalogs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.catalogs.data import read_source_data


def test_what_is_not_offered_is_not_negotiated(monkeypatch: pytest.MonkeyPatch, project: Any) -> None:
    project.new("da")
    data = read_source_data(str(project.sources), str(project.locales), "1")
    monkeypatch.setattr(imsterms, "_built_in", lambda: data)
    assert imsterms.languages() == ("en", "nb", "nn")
    assert imsterms.languages(all=True) == ("da", "en", "nb", "nn")
    assert imsterms.negotiate("da, nb;q=0.9", default="en") == "nb"
    assert imsterms.negotiate("da", default="da") == "da", "whoever names it gets it"


def test_the_runtime_data_of_a_wheel_say_how_far_a_language_is(project: Any, tmp_path: Path) -> None:
    from imsterms.termbase.runtime import PackagedData, write_packaged

    project.new("da")
    data = read_source_data(str(project.sources), str(project.locales), "1")
    write_packaged(data, str(tmp_path / "runtime"))
    packaged = PackagedData(str(tmp_path / "runtime"))
    assert [packaged.progress(tag) for tag in packaged.languages] == [data.progress(tag) for tag in data.languages]
    assert json.loads((tmp_path / "runtime" / "progress.json").read_text())["da"]["offered"] is False
