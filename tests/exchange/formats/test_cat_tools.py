"""The glossaries of translation tools: Weblate, OmegaT, DeepL and Google."""

from __future__ import annotations

import io
from typing import Any

import pytest
from generated import made
from requirements import require_module

from imsterms.errors import ExchangeError
from imsterms.exchange.formats.cat_tools import deepl, omegat, weblate
from imsterms.exchange.formats.tables import csv_format
from imsterms.exchange.intake.conversion import settle
from imsterms.facade import Glossary


def written(module: Any, glossary: Glossary, **options: Any) -> bytes:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return stream.getvalue()


def pair() -> Glossary:
    return made(
        {
            "id": "needle",
            "words": {
                "en": {"term": "needle", "admitted": ["pin"], "abbreviation": "N", "definition": "thin, sharp"},
                "nb": {"term": "nål", "abbreviation": "NÅ", "definition": "tynn"},
            },
        },
        {"id": "hash", "words": {"en": {"term": "#hash"}, "nb": {"term": "emneknagg"}}},
        {"id": "sum", "words": {"en": {"term": "=sum"}, "nb": {"term": "sum"}}},
        {"id": "pin", "words": {"en": {"term": "pin"}, "nb": {"term": "knappenål"}}},
        {"id": "alone", "words": {"en": {"term": "alone"}}},
    )


def left_out(module: Any) -> str:
    return "\n".join(module.write(pair(), io.BytesIO(), target="nb"))


def test_weblate() -> None:
    storage = require_module("translate.storage.csvl10n")
    store = storage.csvfile()
    store.parse(written(weblate, pair(), target="nb"))
    units = {unit.getcontext(): (str(unit.source), str(unit.target)) for unit in store.units}
    assert units["needle"] == ("needle", "nål")
    assert units["needle (abbreviation)"] == ("N", "NÅ")
    assert "=sum" in left_out(weblate) and "alone" in left_out(weblate)


def test_omegat() -> None:
    lines = [line.split("\t") for line in written(omegat, pair(), target="nb").decode().splitlines()]
    assert lines[:3] == [["needle", "nål", "tynn"], ["pin", "nål", "tynn"], ["N", "NÅ", "tynn"]]
    assert "#hash" in left_out(omegat)


def test_deepl_has_each_source_once() -> None:
    sources = [line.split(",")[0] for line in written(deepl, pair(), target="nb").decode().splitlines()]
    assert sources == ["needle", "pin", "N", "#hash"]
    assert "'pin' as 'knappenål'" in left_out(deepl)


@pytest.mark.parametrize("module", [weblate, omegat, deepl])
def test_the_pairs_are_read_back(module: Any) -> None:
    read = csv_format.read(io.BytesIO(written(module, pair(), target="nb")), languages=["en", "nb"])
    settle(read)
    pairs = {
        (words["en"].preferred.text, words["nb"].preferred.text)
        for words in (entry.languages for entry in read.entries)
        if words["en"].preferred and words["nb"].preferred
    }
    assert ("needle", "nål") in pairs


def test_a_table_of_source_and_target_asks_for_its_languages() -> None:
    with pytest.raises(ExchangeError, match="--languages en nb"):
        csv_format.read(io.BytesIO(written(weblate, pair(), target="nb")))


def test_deepls_columns_without_a_heading_say_their_languages() -> None:
    read = csv_format.read(io.BytesIO("needle,nål,EN,NB\nmuscle,muskel,EN,NB\n".encode()))
    assert [sorted(entry.languages) for entry in read.entries] == [["en", "nb"]] * 2


@pytest.mark.parametrize("module", [weblate, omegat, deepl])
def test_one_file_for_each_language(module: Any, en: Glossary) -> None:
    assert len(module.files(en).files) == len(en.languages) - 1
    with pytest.raises(ExchangeError, match="--target"):
        module.write(en, io.BytesIO())


def test_comments_of_an_omegat_glossary_are_not_terms() -> None:
    content = "# Glossary in tab-separated format -*- coding: utf-8 -*-\nneedle\tnål\tthin\n#hash\temneknagg\n"
    read = csv_format.read(io.BytesIO(content.encode()), languages=["en", "nb"])
    settle(read)
    terms = [entry.languages["en"].preferred for entry in read.entries]
    assert [term.text for term in terms if term] == ["needle", "#hash"]


@pytest.mark.parametrize("content", ["", "\n", "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"])
def test_a_glossary_without_terms_says_so(content: str) -> None:
    with pytest.raises(ExchangeError, match="has no terms: it is empty, or has only comments"):
        csv_format.read(io.BytesIO(content.encode()), languages=["en", "nb"])
