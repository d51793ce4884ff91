"""BibTeX: every work is there, and a foreign parser reads what our model has."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import imsterms
from imsterms.exchange.formats.bibtex import authors, entry, write
from imsterms.termbase.model import Source


@pytest.fixture(scope="module")
def document() -> str:
    stream = io.BytesIO()
    write(imsterms.glossary("en"), stream)
    return stream.getvalue().decode("utf-8")


def test_every_work_is_an_entry_with_our_id(document: str, en: imsterms.Glossary) -> None:
    assert re.findall(r"^@\w+\{(\w+),$", document, re.MULTILINE) == sorted(en.sources)


def test_pybtex_reads_every_work(
    document: str, en: imsterms.Glossary, require_module: Callable[[str], ModuleType]
) -> None:
    database = require_module("pybtex.database").parse_string(document, "bibtex")
    assert set(database.entries) == set(en.sources)
    for name, source in en.sources.items():
        fields = database.entries[name].fields
        assert fields.get("doi", "") == source.doi
        assert fields.get("url", "") == source.url
        if re.fullmatch(r"\d{4}", source.year):
            assert fields["year"] == source.year
        assert (fields.get("note") is None) == bool(source.verified)
    gunn = database.entries["gunn_1980"]
    assert gunn.type == "article"
    assert (gunn.fields["journal"], gunn.fields["volume"], gunn.fields["number"]) == ("Spine", "5", "3")
    assert gunn.fields["pages"] == "279--291"
    assert [str(person) for person in gunn.persons["author"]][0] == "Gunn, CC"
    assert len(gunn.persons["author"]) == 4


def test_a_range_of_years_is_a_date_and_no_year_an_article_does_not_need() -> None:
    assert "date = {2015/2016}" in entry(Source("a", "Title", "Hong CZ", "2015–16", "Am J Phys 73:256"))
    assert entry(Source("a", "Title", "Hong CZ", "", "Am J Phys 73:256")).startswith("@dataset{")
    assert entry(Source("a", "Title", "", "2019", "", url="https://example.org")).startswith("@misc{")


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed; it needs a hundred packages of Perl")
def test_biber_has_nothing_to_say(document: str, tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_text(document, "utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "works.bib"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "WARN" not in said and "ERROR" not in said


def test_what_tex_would_run_is_text(require_module: Callable[[str], ModuleType]) -> None:
    hostile = Source("x", r"100 % {of} \input{/etc/passwd} & $x_1$", "A } B, C", supports="}{")
    text = entry(hostile)
    assert r"\input" not in text
    database = require_module("pybtex.database").parse_string(text, "bibtex")
    assert list(database.entries) == ["x"]


def test_an_organisation_is_one_name() -> None:
    assert authors("WHO") == "{WHO}"
    assert authors("Merskey, Bogduk") == "{Merskey, Bogduk}"
    assert authors("") == ""


def test_a_work_without_a_journal_is_misc() -> None:
    text = entry(Source("a", "Title", year="2025", container="Universitas, 2025-11-25"))
    assert text.startswith("@misc{a,") and "howpublished = {Universitas, 2025-11-25}" in text


def test_an_address_does_not_end_its_field() -> None:
    source = Source("a", "T", url="https://x.org/a}, note = {b\\", doi="10.1/{x}")
    written = entry(source)
    assert "url = {https://x.org/a%7D,%20note%20=%20%7Bb%5C}" in written
    assert "doi = {10.1/%7Bx%7D}" in written
