"""The way back: the translations of which the runtime records were made."""

from __future__ import annotations

import pytest

from imsterms.catalogs import records
from imsterms.catalogs.records import translations_of
from imsterms.facade import LOCALES_DIR, built_in
from imsterms.termbase.source import read_termbase


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_records_come_back_from_the_translations_made_of_them(language: str) -> None:
    from pathlib import Path

    termbase = read_termbase(Path(LOCALES_DIR).parent / "imsterms" / "data")
    terms, texts = built_in().terms(language)["concepts"], built_in().texts(language)["concepts"]
    translations = {}
    for entry in termbase.concepts.values():
        if not entry.replaced_by:
            translations |= translations_of(entry, terms.get(entry.id, {}), texts.get(entry.id, {}), language)
    again = records.terms(termbase, translations, language)
    assert {name: again.get(name) for name in terms} == terms
    assert records.texts(termbase, translations, language)["concepts"] == texts
