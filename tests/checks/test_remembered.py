"""What was found in a catalog before: never another result, and no work for what has not changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imsterms.checks.check import check_catalog
from imsterms.checks.content import Wording, read_content
from imsterms.checks.remembered import Remembered, basis
from imsterms.findings import Finding
from imsterms.termbase.source import read_termbase


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, empty at first."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("IMSTERMS_CACHE_DIR", str(folder))
    return folder


def catalog(project: Any) -> Wording:
    content = read_content(read_termbase(project.sources), str(project.locales), root=str(project.folder))
    return next(catalog for catalog in content.catalogs if catalog.language == "nb")


def checked(project: Any) -> tuple[list[Finding], list[str]]:
    """Return what is found with the cache, and what was not remembered."""
    wording = catalog(project)
    remembered = Remembered(wording, basis(wording.content, str(project.sources)))
    anew: list[str] = []

    def remember(names: Any, find: Any) -> list[Finding]:
        return remembered(names, lambda changed: [anew.extend(changed), *find(changed)][1:])

    findings = check_catalog(wording, remember=remember)
    remembered.save()
    assert findings == check_catalog(catalog(project))
    return findings, anew


@pytest.fixture
def faulty(project: Any) -> Any:
    """A project with findings of a message and of a concept, and one that a remark accepts."""
    project.translate("nb", {"pain.definition": "noe noe vondt"})
    project.translate("nb", {"finding.definition": "Det undersøkelsen viser"})
    project.translate("nb", {"needle.definition": "tynn  nål"}, "imsterms: ignore stray-space: a test")
    return project


def test_what_has_not_changed_is_not_checked_again(faulty: Any) -> None:
    first, anew = checked(faulty)
    assert {"doubled-word", "definition-capital", "own-term-in-definition"} <= {one.rule for one in first}
    assert "pain.definition" in anew and "finding" in anew
    assert checked(faulty) == (first, [])


def test_a_changed_message_is_checked_again_with_its_concept(faulty: Any) -> None:
    first, _ = checked(faulty)
    faulty.translate("nb", {"pain.definition": "noe vondt"})
    second, anew = checked(faulty)
    assert anew == ["", "pain.definition", "pain"]
    assert {one.rule for one in first} - {one.rule for one in second} == {"doubled-word"}


def test_a_finding_is_in_the_line_where_its_message_is_now(faulty: Any) -> None:
    first, _ = checked(faulty)
    path = faulty.path("nb")
    path.write_text("# one more line\n" + path.read_text("utf-8"), "utf-8")
    second, anew = checked(faulty)
    assert anew == [""]
    assert [one.line + 1 for one in first if one.line > 1] == [one.line for one in second if one.line > 1]


@pytest.mark.parametrize("change", ["term", "other language", "sources"])
def test_what_findings_depend_on_makes_all_of_them_anew(faulty: Any, change: str) -> None:
    _, everything = checked(faulty)
    if change == "term":
        faulty.translate("nb", {"pain.words": "lay: vondt"})
    elif change == "other language":
        faulty.translate("nn", {"pain.words": "lay: vondt"})
    else:
        faulty.edit("concepts/findings.yaml", "unpleasant experience", "an experience")
    assert checked(faulty)[1] == everything


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\n[", b"cut"])
def test_a_damaged_file_is_as_good_as_none(faulty: Any, cache: Path, damage: bytes) -> None:
    first, everything = checked(faulty)
    (path,) = cache.iterdir()
    path.write_bytes(damage if damage != b"cut" else path.read_bytes()[:-9])
    assert checked(faulty) == (first, everything)


def test_where_nothing_can_be_written_nothing_is_remembered(faulty: Any, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    first, everything = checked(faulty)
    assert checked(faulty) == (first, everything)
