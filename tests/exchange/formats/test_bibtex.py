"""BibTeX: every work is there, and a foreign parser reads what our model has."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
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
        assert fields.get("year", "") == source.year
        assert (fields.get("note") is None) == bool(source.verified)
    gunn = database.entries["gunn_1980"]
    assert gunn.type == "article"
    assert (gunn.fields["journal"], gunn.fields["volume"], gunn.fields["number"]) == ("Spine", "5", "3")
    assert gunn.fields["pages"] == "279--291"
    assert [str(person) for person in gunn.persons["author"]][0] == "Gunn, CC"
    assert len(gunn.persons["author"]) == 4


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
    text = entry(Source("a", "Title", container="Universitas, 2025-11-25"))
    assert text.startswith("@misc{a,") and "howpublished = {Universitas, 2025-11-25}" in text
