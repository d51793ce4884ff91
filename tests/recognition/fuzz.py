"""Fuzzing of recognition with atheris: ``python tests/recognition/fuzz.py -max_total_time=60``."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["imsterms.recognition"]):
    import imsterms
    from imsterms.recognition.annotate import annotator
    from imsterms.recognition.pages import annotate_document
    from imsterms.recognition.readers import read

GLOSSARIES = [imsterms.glossary(language) for language in ("nb", "nn", "en")]
for glossary in GLOSSARIES:
    annotator(glossary).annotate("", misspellings=True)


def one_input(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    glossary = provider.PickValueInList(GLOSSARIES)
    loose = provider.ConsumeBool()
    format = provider.PickValueInList(["", "text", "markdown", "html", "po"])
    text = provider.ConsumeUnicode(4096)
    if format:
        annotate_document(glossary, read(text, format), misspellings=loose, split=loose, compounds=loose)
        return
    end = 0
    for match in glossary.annotate(text, loose=loose):
        assert end <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text
        end = match.end


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
