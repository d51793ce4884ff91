"""The history of a concept: what earlier releases said, told on its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from house import write

import imsterms
from imsterms.errors import SourceError
from imsterms.web.history import read_history
from imsterms.web.site import build_site

ENTRIES = "lamp: {term: lamp, definition: source of light}\nroom: {term: room, definition: place}\n"
BEFORE = ENTRIES.replace("source of light", "light <b>thing</b>").replace("term: lamp", "term: lamp, lay: [torch]")


@pytest.fixture
def release(clinic: Path, tmp_path: Path) -> Any:
    """Return a function that writes what a clinic's entries were in a version as a JSON document."""

    def written(version: str, entries: str) -> Path:
        write(clinic, entries)
        document = json.loads(imsterms.export(imsterms.load(clinic).glossary("en"), "json"))
        path = tmp_path / f"{version}.json"
        path.write_text(json.dumps({**document, "version": version}), "utf-8")
        return path

    return written


def test_each_version_says_what_changed_in_it(release: Any, clinic: Path) -> None:
    old = [release("0.0.9", "lamp: {term: light}\n"), release("0.0.10", BEFORE)]
    write(clinic, ENTRIES)
    glossary = imsterms.load(clinic).glossary("en")
    history = read_history(reversed(old), glossary)["en"]
    assert history["room"] == [("0.0.10", [("site.added", "", "")])]
    (now, changes), (before, renamed) = history["lamp"]
    assert (now, before) == (glossary.version, "0.0.10")
    assert changes == [("field.definition", "light <b>thing</b>", "source of light")]
    assert ("field.term", "light", "lamp") in renamed
    assert read_history([], glossary) == {"en": {}}


def test_pages_show_it_escaped(release: Any, clinic: Path, tmp_path: Path) -> None:
    pytest.importorskip("jinja2")
    old = release("0.0.1", BEFORE)
    write(clinic, ENTRIES)
    build_site(imsterms.load(clinic).glossary("en"), tmp_path / "site", releases=[old])
    page = (tmp_path / "site/en/concepts/lamp.html").read_text("utf-8")
    assert "<dd>Definition: <del>light &lt;b&gt;thing&lt;/b&gt;</del> <ins>source of light</ins></dd>" in page
    assert '<dl class="history">' not in (tmp_path / "site/en/concepts/room.html").read_text("utf-8")


def test_a_file_that_is_no_release_is_named(clinic: Path, tmp_path: Path) -> None:
    write(clinic, ENTRIES)
    (tmp_path / "list.json").write_text("[]", "utf-8")
    with pytest.raises(SourceError, match=r"list\.json holds no concepts"):
        read_history([tmp_path / "list.json"], imsterms.load(clinic).glossary("en"))
