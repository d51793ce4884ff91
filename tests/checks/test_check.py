"""Which rules look at what: the termbase in every language, one catalog, all catalogs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imsterms.checks.check import TERMINOLOGY, check_catalog, check_terminology
from imsterms.checks.content import read_content
from imsterms.errors import CatalogError
from imsterms.termbase.source import read_termbase


def content(project: Any, **options: bool) -> Any:
    return read_content(read_termbase(project.sources), str(project.locales), root=str(project.folder), **options)


def test_terminology_is_checked_in_every_language(project: Any) -> None:
    project.edit("concepts/findings.yaml", "what an examination shows", "What an examination shows")
    project.translate("nb", {"finding.definition": "Det undersøkelsen viser"})
    found = check_terminology(content(project))
    capitals = [finding for finding in found if finding.rule == "definition-capital"]
    assert [(finding.concept, finding.language) for finding in capitals] == [("finding", "en"), ("finding", "nb")]
    assert capitals[0].path.endswith(".yaml") and capitals[1].path.endswith("nb/LC_MESSAGES/imsterms.po")


def test_terminology_does_not_look_at_typography(project: Any) -> None:
    project.translate("nb", {"finding.definition": "noe  undersøkelsen viser"})
    assert [finding.rule for finding in check_terminology(content(project)) if finding.language == "nb"] == []
    assert {"stray-space"} <= {finding.rule for finding in project.check()}
    assert all(rule.scope != "message" or rule.code < "IMS4" for rule in TERMINOLOGY)


def test_links_of_articles_are_checked_in_the_sources_too(project: Any) -> None:
    (project.sources / "articles").mkdir(exist_ok=True)
    text = 'title: Own\nblocks:\n  - {id: a, text: "[x](javascript:f) ![y](data:z) [z](https://a.no)"}\n'
    (project.sources / "articles" / "own.yaml").write_text(text, "utf-8")
    found = [one for one in check_terminology(content(project)) if one.rule == "link-nowhere"]
    assert [(Path(one.path).name, one.line, one.language) for one in found] == [("own.yaml", 3, "en")] * 2


def test_one_catalog_and_one_rule_less(project: Any) -> None:
    project.translate("nb", {"pain.definition": ""})
    project.translate("nn", {"pain.definition": ""})
    catalogs = {catalog.language: catalog for catalog in content(project).catalogs}
    assert [(one.rule, one.language) for one in check_catalog(catalogs["nb"])] == [("not-translated", "nb")]
    assert check_catalog(catalogs["nb"], skip=("not-translated",)) == []
    assert [one.language for one in project.check()] == ["nb", "nn"]


def test_where_there_are_no_catalogs_nothing_is_passed(project: Any, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="IMS402 no-catalogs"):
        read_content(read_termbase(project.sources), str(tmp_path / "absent"), required=True)
