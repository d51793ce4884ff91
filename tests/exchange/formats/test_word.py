"""Word's custom dictionaries."""

from __future__ import annotations

import codecs
import io

from imsterms.exchange.formats import hunspell, word
from imsterms.facade import Glossary


def test_the_words_are_those_of_hunspell_in_words_encoding(en: Glossary) -> None:
    ours, plain = word.files(en).files, hunspell.files(en).files
    assert sorted(ours) == ["imsterms_en.dic", "imsterms_nb.dic", "imsterms_nn.dic"]
    for language in en.languages:
        content = ours[f"imsterms_{language}.dic"]
        assert content.startswith(codecs.BOM_UTF16_LE)
        listed = content.decode("utf-16").split("\r\n")
        assert listed[:-1] == plain[f"imsterms_{language}.txt"].decode().splitlines() and listed[-1] == ""
    stream = io.BytesIO()
    assert word.write(en, stream) == []
    assert stream.getvalue().startswith(b"PK")
