"""Which format a file has: its content tells, whatever its name."""

from __future__ import annotations

import pytest

from imsterms.errors import ExchangeError
from imsterms.formats import recognise


@pytest.mark.parametrize(
    ("content", "name", "format"),
    [
        (b"PK\x03\x04...", "terms.csv", "xlsx"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><tbx style='dca'>", "terms.xml", "tbx"),
        (b"<rdf:RDF xmlns:rdf='x'>", "terms.txt", "skos"),
        (b"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "terms", "skos"),
        (b'{"concepts": []}', "terms", "json"),
        (b'{"@context": "x"}', "terms.json", "skos"),
        (b'[{"term": "x"}]', "terms", "json"),
        (b"en;nb\nneedle;n\xe5l\n", "TERMS.CSV", "csv"),
    ],
)
def test_the_content_comes_before_the_name(content: bytes, name: str, format: str) -> None:
    assert recognise(content, name) == format


def test_what_cannot_be_told_is_asked_for() -> None:
    with pytest.raises(ExchangeError, match=r"terms.xls is a file of an Office before 2007; save it as .xlsx"):
        recognise(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "terms.xls")
    with pytest.raises(ExchangeError, match="it cannot be told which format notes has; name it"):
        recognise(b"needle", "notes")
    assert recognise(b"needle", "notes", default="csv") == "csv"
