"""What was found in a catalog before: never another result, and no work for what has not changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imsterms.checks.check import check_catalog
from imsterms.checks.quality import Quality
from imsterms.checks.remembered import Remembered
from imsterms.findings import Finding
from imsterms.termbase.source import read_termbase


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, empty at first."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("IMSTERMS_CACHE_DIR", str(folder))
    return folder


def checked(project: Any) -> tuple[list[Finding], list[str]]:
    """Return what is found in a catalog with the cache, and what was looked at again."""
    remembered = Remembered(
        str(project.sources), {name: str(project.path(name)) for name in ("nb", "nn")}, str(project.folder)
    )
    known = remembered.findings("nb")
    content = remembered.content(read_termbase(project.sources), Quality())
    catalog = next(catalog for catalog in content.catalogs if catalog.language == "nb")
    anew: list[str] = []

    def remember(names: Any, find: Any) -> list[Finding]:
        return remembered.parts(catalog)(names, lambda changed: [anew.extend(changed), *find(changed)][1:])

    findings = check_catalog(catalog, remember=remember)
    remembered.save(catalog, findings)
    assert known in (None, findings)
    assert bool(anew) == (known is None)
    assert findings == [finding for finding in project.check() if finding.language == "nb"]
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
    assert {"", "pain", "finding", "article/visit"} <= {*anew}
    assert checked(faulty) == (first, [])


def test_a_changed_message_is_checked_again_with_all_of_its_concept(faulty: Any) -> None:
    first, _ = checked(faulty)
    faulty.translate("nb", {"pain.definition": "noe vondt"})
    second, anew = checked(faulty)
    assert anew == ["", "pain"]
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


def test_a_catalog_whose_terms_are_known_is_not_read_for_another(faulty: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(faulty)
    read: list[str] = []
    monkeypatch.setattr("imsterms.checks.remembered.parse_catalog", lambda _content, shown: read.append(shown))
    paths = {name: str(faulty.path(name)) for name in ("nb", "nn")}
    remembered = Remembered(str(faulty.sources), paths, str(faulty.folder))
    content = remembered.content(read_termbase(faulty.sources), Quality())
    assert content.glossary("nn")["pain"].term == "smerte"
    assert read == []


def test_a_message_that_is_repeated_is_named_in_its_second_line(faulty: Any) -> None:
    path = faulty.path("nb")
    first, *others = path.read_text("utf-8").split("\n\n")
    path.write_text("\n\n".join([first, others[0], *others]), "utf-8")
    found, _ = checked(faulty)
    assert [one.line for one in found if one.rule == "message-duplicate"] != []
    assert checked(faulty) == (found, [])


def test_sources_that_are_written_meanwhile_are_not_remembered(faulty: Any, cache: Path) -> None:
    checked(faulty)
    remembered = Remembered(str(faulty.sources), {"nb": str(faulty.path("nb"))}, str(faulty.folder))
    content = remembered.content(read_termbase(faulty.sources), Quality())
    before = {path: path.read_bytes() for path in cache.iterdir()}
    faulty.edit("concepts/findings.yaml", "unpleasant experience", "an experience")
    remembered.save(content.catalogs[0], [])
    assert {path: path.read_bytes() for path in cache.iterdir()} == before
