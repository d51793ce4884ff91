"""Terms in documents: offsets are those of the file, and what is no prose has no terms."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.recognition.documents import annotate_document
from imsterms.recognition.readers import read

DOCUMENTS = {
    "text": "Ei nål og `nål`",
    "markdown": "# Nål\n\nEi **nål** og `nål`, [nål](x)\n",
    "html": "<p>Ei n&aring;l</p><code>nål</code><a href='x'>nål</a><p lang='en'>skin</p>",
    "po": 'msgid ""\nmsgstr "Language: nb\\n"\n\nmsgid "needle"\nmsgstr "ei nål"\n',
}


@pytest.mark.parametrize(
    ("format", "words"),
    [("text", ["nål", "nål"]), ("markdown", ["Nål", "nål"]), ("html", ["n&aring;l"]), ("po", ["nål"])],
)
def test_offsets_are_those_of_the_document(format: str, words: list[str]) -> None:
    document = DOCUMENTS[format]
    found = annotate_document(imsterms.glossary("nb"), read(document, format))
    assert [document[match.start : match.end] for match in found] == words
    assert {match.concept.id for match in found} == {"needle"}


def test_the_options_reach_every_part() -> None:
    (match,) = annotate_document(imsterms.glossary("nb"), read("<p>Et <b>trigger punkt</b></p>", "html"), split=True)
    assert match.kind == "split"


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(imsterms.UnknownFormatError):
        read("", "docm")
