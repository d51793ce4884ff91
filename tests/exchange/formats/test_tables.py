"""Tables: the lossless long one in two formats, and those of others."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from generated import made, termbases
from hypothesis import given, settings
from requirements import require_module

import imsterms
from imsterms import limits
from imsterms.errors import ExchangeError
from imsterms.exchange.formats import native
from imsterms.exchange.formats.tables import csv_format, xlsx
from imsterms.exchange.intake.conversion import convert, settle
from imsterms.exchange.intake.imported import ImportedTermbase
from imsterms.exchange.intake.sources import write_sources
from imsterms.facade import Glossary

openpyxl = require_module("openpyxl")

FORMATS: dict[str, Any] = {"csv": csv_format, "xlsx": xlsx}
FORMULAS = ("=1+1", "+x", "-x", "@SUM(A1)", "'=x", "=cmd|' /C calc'!A0", "＝1", "cup;=1+1", ",'=y")


def written(module: Any, glossary: Glossary, **options: Any) -> bytes:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return stream.getvalue()


def read(module: Any, content: bytes) -> ImportedTermbase:
    found: ImportedTermbase = module.read(io.BytesIO(content))
    settle(found)
    return found


def concepts(glossary: Glossary) -> Any:
    """Return everything about concepts but what is made from words of the interface."""
    found = json.loads(json.dumps(native.document(glossary)))["concepts"]
    for concept in found:
        for record in concept["languages"].values():
            record.pop("advice", None)
            record.pop("notice", None)
    return found


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_built_in_termbase_comes_back_without_loss(name: str, tmp_path: Path, en: Glossary) -> None:
    module = FORMATS[name]
    conversion = write_sources(module.read(io.BytesIO(written(module, en))), str(tmp_path / "own"))
    lost = [str(remark) for _, entry in conversion.entries for remark in entry.report]
    assert [one for one in lost if "already" not in one] == []  # a word that is listed twice
    again = imsterms.load(tmp_path / "own").glossary("en")
    assert concepts(again) == concepts(en)
    assert again.structure["sources"] == en.structure["sources"]
    assert again.label("subject_field.anatomy") == en.label("subject_field.anatomy")


def test_a_long_table_of_an_earlier_release_is_read_alike(en: Glossary) -> None:
    table = written(csv_format, en)
    heading, _, rows = table.partition(b"\r\n")
    assert heading.split(b",")[3] == b"kind"
    old = read(csv_format, heading.replace(b"kind", b"status") + b"\r\n" + rows)
    assert [entry.held() for entry in old.entries] == [entry.held() for entry in read(csv_format, table).entries]
    assert old.entries[0].languages["en"].preferred is not None


@pytest.mark.parametrize("name", list(FORMATS))
@settings(max_examples=25, deadline=None)
@given(glossary=termbases(("en", "nb", "fr")))
def test_any_termbase_comes_back(name: str, glossary: Glossary) -> None:
    module = FORMATS[name]
    imported = read(module, written(module, glossary))
    assert [entry.id for entry in imported.entries] == list(glossary)
    for entry in imported.entries:
        for tag, words in entry.languages.items():
            texts = glossary.texts(tag)["concepts"][entry.id]
            concept = glossary.in_language(tag)[entry.id]
            assert words.preferred is not None and words.preferred.text == concept.term
            assert words.definition == texts["definition"] and words.explanation == texts["explanation"]
            assert words.notes == texts.get("notes", [])
            assert [(one.text, one.reason) for one in words.deprecated] == [
                (str(one), one.reason) for one in concept.deprecated
            ]
            assert [one.text for one in words.variants] == list(concept.variants)
            assert words.abbreviation == concept.abbreviation and words.plain == concept.plain
    convert(imported)


def test_a_text_that_no_cell_can_hold_is_left_out_and_named() -> None:
    glossary = made(
        {"id": "a", "words": {"en": {"term": "a", "definition": "x🧵" * 20_000, "explanation": "y" * 20_000}}}
    )
    stream = io.BytesIO()
    left_out = xlsx.write(glossary, stream)
    assert left_out == ["definition of 'a' is left out: it is longer than the 32767 letters of a cell"]
    words = read(xlsx, stream.getvalue()).entries[0].languages["en"]
    assert (words.definition, words.explanation) == ("", "y" * 20_000)


def formulas() -> Glossary:
    listed = [text for text in FORMULAS if "|" not in text]
    return made({"id": "a", "words": {"en": {"term": FORMULAS[0], "admitted": listed[1:], "definition": "=2"}}})


@pytest.mark.parametrize("tabs", [False, True])
def test_no_cell_starts_a_formula(tabs: bool) -> None:
    content = written(csv_format, formulas(), tabs=tabs).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline=""), delimiter="\t" if tabs else ","):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for cell in row)
    words = read(csv_format, content.encode()).entries[0].languages["en"]
    assert words.preferred is not None and words.preferred.text == "=1+1"
    assert [one.text for one in words.admitted] == [text for text in FORMULAS[1:] if "|" not in text]


def test_cells_of_a_workbook_are_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(xlsx, formulas())))
    cell = book.active["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_workbook_is_pleasant_to_read(en: Glossary) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(xlsx, en)))
    sheet = book.active
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref.startswith("A1:T") and sheet.auto_filter.ref.endswith(str(sheet.max_row))
    assert sheet.column_dimensions["I"].width > 40
    assert sheet["A1"].font.b


# --- tables of others ---


def test_a_wide_table() -> None:
    table = (
        "ID;Term EN;nb;Definition (en);synonyms_nb;Owner\r\n"
        "1;needle;nål;thin {steel};kanyle|sprøyte;Kari\r\n;thread;;;;\r\n"
    )
    imported = csv_format.read(io.BytesIO(table.encode()))
    conversion = convert(imported)
    needle, thread = imported.entries
    assert needle.languages["en"].definition == "thin {{steel}}"
    assert [one.text for one in needle.languages["nb"].admitted] == ["kanyle", "sprøyte"]
    assert needle.origin == {"id": ["1"], "Owner": ["Kari"]}
    assert "not understood, 1: the column 'Owner'" in "\n".join(conversion.report().summary())
    assert list(conversion.termbase.concepts) == ["needle", "thread"]
    assert "nb" not in thread.languages


def test_a_long_table_with_other_words() -> None:
    table = "Entry ID\tLang\tTerm\tStatus\tComment\nE-1\tde\tNadel\tapproved\tgut\nE-1\tde\tStift\tforbidden\t\n"
    entry = read(csv_format, table.encode("utf-16")).entries[0]
    words = entry.languages["de"]
    assert words.preferred is not None and words.preferred.text == "Nadel"
    assert [one.text for one in words.deprecated] == ["Stift"] and words.notes == ["gut"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "has no terms"),
        (b"a,b\n1,2\n", "headings"),
        (b"\xff\xfea", "not a table of text"),
        (b",".join([b"en"] * 300), "columns"),
    ],
)
def test_a_table_that_says_nothing(content: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError, match=reason):
        read(csv_format, content)


# --- safety ---


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 10_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 20_000_000)
    assert len(stream.getvalue()) < 100_000
    with pytest.raises(ExchangeError, match="unpacks to"):
        read(xlsx, stream.getvalue())


def test_entities_that_grow_in_a_workbook_are_refused() -> None:
    content = written(xlsx, made({"id": "a", "words": {"en": {"term": "a"}}}))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for info in before.infolist():
            part = before.read(info)
            if info.filename == "xl/sharedStrings.xml":
                start = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><sst'
                part = part.replace(b"<sst", start.encode(), 1).replace(b">a</t>", b">&l9;</t>")
            after.writestr(info, part)
    assert b"&l9;" in zipfile.ZipFile(stream).read("xl/sharedStrings.xml")
    with pytest.raises(ExchangeError, match="document type declaration"):
        read(xlsx, stream.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"plain", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_said(content: bytes) -> None:
    with pytest.raises(ExchangeError):
        read(xlsx, content)


@pytest.mark.parametrize("module", [csv_format, xlsx])
def test_a_million_rows_are_refused(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_ROWS", 100)
    glossary = made(*({"id": f"a{number}", "words": {"en": {"term": f"a{number}"}}} for number in range(150)))
    with pytest.raises(ExchangeError, match="rows, more than 100;"):
        read(module, written(module, glossary))


def test_a_text_that_is_stored_once_is_not_read_a_million_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_CHARACTERS", 20_000)
    row = {"words": {"en": {"term": "a", "definition": "x" * 1000}}}
    content = written(xlsx, made(*({"id": f"a{number}", **row} for number in range(30))))
    with pytest.raises(ExchangeError, match="characters, more than 20000"):
        read(xlsx, content)
