"""Headers of catalogs: what a new one gets, and what an old one keeps."""

from __future__ import annotations

import polib

from imsterms.catalogs.merge import FROZEN_DATE, header


def test_a_new_catalog_says_its_language_and_how_it_counts() -> None:
    new = header(None, "pt-BR")
    assert new["Language"] == "pt_BR"
    assert new["Plural-Forms"].startswith("nplurals=2;")
    assert new["POT-Creation-Date"] == FROZEN_DATE
    assert "Language" in header(None, "") and "Plural-Forms" not in header(None, ""), "a template has no language"


def test_an_old_catalog_keeps_what_its_translators_wrote() -> None:
    old = polib.POFile()
    old.metadata = {
        "Last-Translator": "Kari <kari@example.org>",
        "X-Generator": "Poedit",
        "Plural-Forms": "nplurals=2; plural=n>1;",
        "Content-Type": "text/plain; charset=ISO-8859-1",
    }
    kept = header(old, "nb")
    assert (kept["Last-Translator"], kept["X-Generator"]) == ("Kari <kari@example.org>", "Poedit")
    assert kept["Plural-Forms"] == "nplurals=2; plural=n>1;"
    assert kept["Content-Type"] == "text/plain; charset=UTF-8", "what we write is UTF-8"
