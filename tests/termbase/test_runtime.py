"""The runtime data as files: what is written is what is read, and one content has one text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small import SMALL

from imsterms.catalogs.data import read_source_data
from imsterms.facade import open_glossary
from imsterms.termbase.runtime import Lines, PackagedData, canonical, content_hash, write_packaged


def test_packaged_data_is_what_was_written(small: Any, tmp_path: Path) -> None:
    data = read_source_data(str(small.data), str(small.locales), "7", root=str(small.folder))
    write_packaged(data, str(tmp_path / "runtime"))
    packaged = PackagedData(str(tmp_path / "runtime"))
    assert packaged.languages == data.languages == ("en", "nb", "nn")
    assert (packaged.version, packaged.content_hash) == ("7", data.content_hash)
    assert packaged.structure() == data.structure()
    for language in data.languages:
        assert packaged.terms(language) == data.terms(language)
        assert packaged.texts(language) == data.texts(language)
    assert open_glossary(packaged, "nb", False, {})["needle"].term.the_plural == "nålene"
    assert packaged.terms("nb") is packaged.terms("nb"), "each file is read once"


def test_designations_are_packed_without_loss(small: Any, tmp_path: Path) -> None:
    small.write("concepts/equipment.yaml", SMALL.replace("# sounds dangerous", "# see 'pin' | note # 3"))
    data = read_source_data(str(small.data), str(small.locales), "7", root=str(small.folder))
    write_packaged(data, str(tmp_path))
    needle = PackagedData(str(tmp_path)).terms("en")["concepts"]["needle"]
    assert needle["deprecated"] == [{"forms": ["spike", "spikes"], "reason": "see 'pin' | note # 3"}]
    assert needle == data.terms("en")["concepts"]["needle"]
    assert '"spike|spikes#see' in (tmp_path / "terms.en.json").read_text("utf-8"), "three bytes a form less"


def test_a_line_is_a_member_and_nothing_else_is(tmp_path: Path) -> None:
    text = '{\n"concepts":{\n "a":{"b":1,\n "concepts":"x"\n},\n"word":"a, \\"b\\":"\n}\n'
    text = text.replace('{"b":1,', '{"b":1},')
    inner = Lines(text, {}, " ")
    outer = Lines(text, {"concepts": inner})
    assert list(outer) == ["concepts", "word"]
    assert dict(inner) == {"a": {"b": 1}, "concepts": "x"}
    assert outer["word"] == 'a, "b":'
    assert outer == {"concepts": {"a": {"b": 1}, "concepts": "x"}, "word": 'a, "b":'} == json.loads(text)
    assert len(inner) == 2
    fresh = Lines(text, {}, " ")
    assert fresh["a"] == {"b": 1}
    for lines in (fresh, inner):
        for name in ("b", "x", '"a', 'a":{"b', "", "word", None, 3):
            assert name not in lines
            assert lines.get(name) is None  # type: ignore[arg-type]


def test_one_content_has_one_text() -> None:
    assert canonical({"b": [1, "å"], "a": None}) == '{"a":null,"b":[1,"å"]}'
    assert content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1}) != content_hash({"a": 2, "b": 1})
    assert len(content_hash("\ud800")) == 64, "half of a surrogate pair is no trouble"


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PackagedData(str(tmp_path)).terms("nb")
