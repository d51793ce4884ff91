"""The texts that a wheel has once, in its compiled catalogs."""

from __future__ import annotations

import gettext
import json
from pathlib import Path
from typing import Any

import pytest

from imsterms.catalogs.compile import compile_catalogs
from imsterms.catalogs.data import SourceData, read_source_data
from imsterms.termbase.compiled import CompiledTexts, catalog_of, without_said
from imsterms.termbase.runtime import PackagedData, write_packaged


@pytest.fixture
def data(small: Any) -> SourceData:
    return read_source_data(str(small.data), str(small.locales), "7", root=str(small.folder))


@pytest.fixture
def locales(small: Any, data: SourceData, tmp_path: Path) -> str:
    compile_catalogs(data, str(small.locales), str(tmp_path / "locales"))
    return str(tmp_path / "locales")


def test_what_a_catalog_says_is_not_written_twice(data: SourceData, locales: str, tmp_path: Path) -> None:
    write_packaged(data, str(tmp_path / "runtime"), locales)
    packaged = PackagedData(str(tmp_path / "runtime"), locales)
    for language in data.languages:
        assert packaged.texts(language) == data.texts(language), language
        assert list(packaged.texts(language)["concepts"]) == sorted(data.texts(language)["concepts"])
    definition = data.texts("nb")["concepts"]["needle"]["definition"]
    written = json.loads((tmp_path / "runtime" / "texts.nb.json").read_text("utf-8"))
    assert written["concepts"]["needle"] == {"fuzzy": ["definition"]}, "only that the English text has changed since"
    catalog = gettext.translation("imsterms", locales, ["nb"])
    english = data.texts("en")["concepts"]["needle"]["definition"]
    assert catalog.pgettext("needle.definition", str(english)) == definition


def test_where_no_catalog_has_the_text_the_record_does(data: SourceData, locales: str, tmp_path: Path) -> None:
    write_packaged(data, str(tmp_path / "runtime"), locales)
    english: dict[str, Any] = {**data.texts("en")["concepts"]}
    assert "explanation" in english["needle"], "what Bokmål has not translated is no msgid of its catalog"
    path, are_msgids = catalog_of(locales, "en", data.languages) or ("", False)
    assert are_msgids and "explanation" not in CompiledTexts(path, True, {}).said("needle")
    written = json.loads((tmp_path / "runtime" / "texts.en.json").read_text("utf-8"))
    own = {field: english["needle"][field] for field in ("explanation", "notes")}
    assert written["concepts"]["needle"] == own
    assert catalog_of(str(tmp_path), "en", data.languages) is None


def test_the_record_has_the_last_word(locales: str) -> None:
    path, _ = catalog_of(locales, "nb", ("en", "nb")) or ("", False)
    bare = CompiledTexts(path, False, {"needle": {}, "tool": {}})
    said = bare["needle"]
    assert said["definition"]
    assert without_said({"needle": {"notes": ["x"]}}, bare) == {"needle": {"notes": ["x"]} | dict.fromkeys(said)}
    own: dict[str, Any] = {"definition": None, "notes": ["one", "two"]}
    assert "definition" not in CompiledTexts(path, False, {"needle": own})["needle"]
    assert CompiledTexts(path, False, {"needle": own})["needle"]["notes"] == ["one", "two"]
    assert len(bare) == 2
    assert "need" not in bare, "the beginning of an id is none"
    assert bare.said("zygoma") == bare.said("a") == bare.said("need") == {}
