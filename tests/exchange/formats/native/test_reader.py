"""The native JSON document comes back without loss, through YAML and catalogs: the reference for other formats."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.catalogs.data import read_source_data
from imsterms.cli import main
from imsterms.errors import ExchangeError, FileError
from imsterms.exchange.formats import native
from imsterms.exchange.intake.conversion import convert
from imsterms.exchange.intake.sources import write_sources
from imsterms.facade import open_glossary
from imsterms.termbase.source import read_termbase


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    stream = io.BytesIO()
    native.write(imsterms.glossary("en"), stream)
    found: dict[str, Any] = json.loads(stream.getvalue())
    return found


def _stream(document: Any) -> io.BytesIO:
    return io.BytesIO(json.dumps(document).encode())


def test_everything_about_concepts_comes_back(document: dict[str, Any], tmp_path: Path) -> None:
    conversion = write_sources(native.read(_stream(document)), str(tmp_path / "own"))
    data = read_source_data(str(tmp_path / "own"), str(tmp_path / "own" / "locales"), "1")
    again = json.loads(json.dumps(native.document(open_glossary(data, "en", False, {}))))
    for concept in (*again["concepts"], *document["concepts"]):
        for words in concept["languages"].values():
            for made in ("notice", "advice"):
                words.pop(made, None)  # of words of the interface
    assert again["concepts"] == document["concepts"]
    assert again["sources"] == document["sources"]
    assert again["signs"] == document["signs"]
    assert again["code_systems"] == document["code_systems"]
    lost = [str(remark) for _, entry in conversion.entries for remark in entry.report]
    assert [one for one in lost if "already" not in one] == []  # a word that is listed twice


def test_what_is_not_a_document_is_said(tmp_path: Path) -> None:
    for content, reason in (
        (b"{", "line 1"),
        (b"[]", "concepts"),
        (b"\xff", "UTF-8"),
        (b"[" * 100_000, "beyond reason"),
        (b'{"concepts": []}', "no concept with a term"),
    ):
        with pytest.raises((ExchangeError, FileError), match=reason):
            write_sources(native.read(io.BytesIO(content)), str(tmp_path / "own"))
        assert not (tmp_path / "own").exists()


def test_every_system_of_codes_is_listed_where_one_is(tmp_path: Path) -> None:
    needle = {
        "id": "needle",
        "languages": {"en": {"preferred": {"term": "needle"}}},
        "codes": {"ICD-10": {"exact": ["X"]}},
    }
    own = {"concepts": [needle], "code_systems": {"icd-11": {"name": "ICD-11", "licence": "CC"}, "odd": 1}}
    systems = write_sources(native.read(_stream(own)), str(tmp_path / "own")).termbase.code_systems
    assert [str(system) for system in systems.values()] == ["ICD-11", "odd", "icd-10"]
    termbase = read_termbase(str(tmp_path / "own"))
    assert termbase.code_systems["icd-11"].licence == "CC"
    assert termbase.concepts["needle"].codes == {"icd-10": {"exact": ("X",)}}


def test_hostile_names_stay_inside_the_folder(tmp_path: Path) -> None:
    words = {"preferred": {"term": "../../../escape"}}
    record = {
        "id": "../../up",
        "subject_field": "../../../../tmp/elsewhere",
        "languages": {"../../..": words, "en": words, "/etc": words},
        "sources": ["../work"],
        "broader": ["/root"],
    }
    folder = tmp_path / "deep" / "own"
    assert write_sources(native.read(_stream({"concepts": [record]})), str(folder)).entries
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {
        "deep/own/concepts/tmp_elsewhere.yaml",
        "deep/own/import-files.json",
        "deep/own/import-report.txt",
        "deep/own/interface.yaml",
        "deep/own/sources.yaml",
        "deep/own/locales/und/LC_MESSAGES/imsterms.po",
    }


def test_a_folder_with_content_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.json").write_text(json.dumps({"concepts": [{"id": "a", "languages": _english("needle")}]}))
    folder = tmp_path / "own"
    (folder / "concepts").mkdir(parents=True)
    (folder / "concepts" / "old.yaml").write_text("old: {term: old}\n")
    (folder / "README").write_text("mine")
    arguments = ["import", "json", str(tmp_path / "in.json"), "--to", str(folder)]
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert (folder / "concepts" / "old.yaml").exists()
    assert main([*arguments, "--force"]) == 0
    assert "1 concept in en" in capsys.readouterr().out
    assert "a: en 1 term" in (folder / "import-report.txt").read_text()
    assert sorted(path.name for path in (folder / "concepts").iterdir()) == ["general.yaml", "old.yaml"]
    assert (folder / "README").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.json", "own"]


def test_without_english_the_language_with_most_terms_is_the_source(tmp_path: Path) -> None:
    concepts = [
        {"id": "Sol", "languages": {"es": _word("sol"), "zu": _word("ilanga")}},
        {"id": "Luna", "languages": {"es": _word("luna | satélite"), "en": _word("moon")}},
        {"id": "uno", "languages": {"es": _word("uno"), "zh-Hant": _word("一")}},
    ]
    imported = native.read(_stream({"concepts": concepts}))
    write_sources(imported, str(tmp_path / "own"))
    assert any("'es'" in remark.what for remark in imported.report)
    data = read_source_data(str(tmp_path / "own"), str(tmp_path / "own" / "locales"), "1")
    assert data.languages == ("en", "es", "zh-Hant", "zu")
    spanish = open_glossary(data, "es", False, {})
    assert [str(concept.term) for concept in spanish.values()] == ["sol", "luna | satélite", "uno"]
    assert spanish["sol"].term.forms == {"": "sol"}, "articles and plurals are not invented"
    assert spanish["sol"].in_language("zu").term == "ilanga"
    assert not spanish["sol"].in_language("en").has_term


def _word(text: str) -> dict[str, Any]:
    return {"preferred": {"term": text}}


def _english(text: str) -> dict[str, Any]:
    return {"en": _word(text)}


def test_other_json_that_lists_terms_is_read_as_a_table() -> None:
    listed = [{"id": "pda", "term": {"en": "rule", "nb": "regel"}, "aliases": ["norm"], "definition_en": "what holds"}]
    by_id = {"pda": {name: value for name, value in listed[0].items() if name != "id"}}
    for document in (listed, {"version": 3, "terms": listed}, by_id):
        [entry] = (conversion := convert(native.read(_stream(document)))).termbase.concepts.values()
        assert (entry.id, entry.term, entry.admitted, entry.definition) == ("pda", "rule", ("norm",), "what holds")
        assert conversion.translations["nb"]["pda.term"].texts[0] == "regel"


def test_json_of_many_keys_is_refused() -> None:
    with pytest.raises(ExchangeError, match="the table of objects has 1000 columns, more than 200"):
        native.read(_stream([{f"key{number}": "a"} for number in range(1000)]))
