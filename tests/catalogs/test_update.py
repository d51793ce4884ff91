"""The update: nothing a translator wrote is lost, and a run without changes changes nothing."""

from __future__ import annotations

import os
from typing import Any

import pytest

from imsterms.errors import CatalogError, UnknownLanguageError

YAML = "concepts/findings.yaml"


def bytes_of(project: Any) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.locales.rglob("*.po*"))}


def test_a_run_without_changes_leaves_every_byte(project: Any) -> None:
    before = bytes_of(project)
    stamps = {path: os.stat(path).st_mtime_ns for path in before}
    summaries = project.update()
    assert bytes_of(project) == before
    assert {path: os.stat(path).st_mtime_ns for path in before} == stamps
    assert [str(one) for one in summaries.values()] == ["template: up to date", "nb: up to date", "nn: up to date"]


def test_our_own_catalogs_are_as_the_update_writes_them(root: Any) -> None:
    from imsterms.catalogs.data import replaced
    from imsterms.catalogs.messages import extract
    from imsterms.catalogs.update import update
    from imsterms.termbase.source import read_termbase

    termbase = read_termbase(root / "imsterms" / "data", root=str(root))
    found = update(str(root / "locales"), extract(termbase), replaced(termbase), write=False)
    assert [summary.language for summary in found if summary.changed] == []


def test_check_writes_nothing_and_says_what_would_change(project: Any) -> None:
    project.edit(YAML, "unpleasant experience", "nasty experience")
    before = bytes_of(project)
    summaries = project.update(write=False)
    assert bytes_of(project) == before
    assert all(one.changed for one in summaries.values())
    assert str(summaries["nb"]) == "nb: 1 to review"


def test_the_order_is_that_of_the_sources(project: Any) -> None:
    project.change("nb", lambda catalog: catalog.reverse())
    project.update()
    contexts = [entry.msgctxt for entry in project.catalog("nb")]
    assert contexts == [entry.msgctxt for entry in project.catalog("nn")]


def test_only_the_languages_asked_for_are_touched(project: Any) -> None:
    from imsterms.catalogs.messages import extract
    from imsterms.catalogs.update import update
    from imsterms.termbase.source import read_termbase

    project.edit(YAML, "unpleasant", "nasty")
    before = project.path("nn").read_bytes()
    messages = extract(read_termbase(project.sources))
    assert [one.language for one in update(str(project.locales), messages, {}, languages=["nb"])] == ["", "nb"]
    assert project.path("nn").read_bytes() == before
    with pytest.raises(UnknownLanguageError, match="no catalog for 'nnx'.*did you mean 'nn'"):
        update(str(project.locales), messages, {}, languages=["nnx"])


def test_a_broken_catalog_stops_the_run_before_anything_is_written(project: Any) -> None:
    project.edit(YAML, "unpleasant", "nasty")
    with open(project.path("nn"), "ab") as file:
        file.write(b"what is this\n")
    before = bytes_of(project)
    with pytest.raises(CatalogError, match=r"nn.*imsterms\.po:\d+: IMS401 broken-catalog"):
        project.update()
    assert bytes_of(project) == before
