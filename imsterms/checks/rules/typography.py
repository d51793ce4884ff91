"""Spaces, doubled words, and the punctuation at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Translated
from ..rule import Problem, rule

_TWO_SPACES = re.compile(r"(\S+) {2,}(\S+)")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+\1\b")
_STRAIGHT = re.compile(r'(?<![\w"=])"(\w[^"\n]*)"')
_CLOSING = "\"'»”“’)]*_`」』）"
_PUNCTUATION = ".:;!?…"
_JUDGED = ("definition", "explanation")


@rule("IMS423", "stray-space", "message")
def stray_space(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        if text != text.strip():
            where = "begins" if text != text.lstrip() else "ends"
            yield message.problem(f"the translation {where} with a space or a line break; remove it")
        elif "  " in text and (spaces := _TWO_SPACES.search(text)):
            yield message.problem(f"two spaces between '{spaces[1]}' and '{spaces[2]}'")


@rule("IMS424", "doubled-word", "message", "text", "notes")
def doubled_word(message: Translated) -> Iterator[Problem]:
    for sentence in message.sentences:
        for words in _DOUBLED.finditer(sentence.words):
            if words[1] not in message.wording.words.doubled:
                yield message.problem(f"'{words[1]}' is repeated")


@rule("IMS425", "end-punctuation", "message", "text")
def end_punctuation(message: Translated) -> Iterator[Problem]:
    # definitions and explanations have rules of their own about their ends
    if message.message.field in _JUDGED:
        return
    asked = _end(message.message.text)
    # a full stop of another script is a full stop
    usual = str.maketrans(message.wording.profile.closing, ".?!…")
    for text in message.written:
        if _end(text.translate(usual)) != asked:
            written = (
                f"ends with '{_end(text.translate(usual))}'"
                if _end(text.translate(usual))
                else "ends without punctuation"
            )
            wanted = f"with '{asked}'" if asked else "without"
            yield message.problem(f"the translation {written}, the English text {wanted}")


def _end(text: str) -> str:
    """Return the punctuation mark that a text ends with, closing quotation marks and brackets aside."""
    last = text.rstrip().rstrip(_CLOSING)[-1:]
    return last if last and last in _PUNCTUATION else ""


@rule("IMS442", "straight-quotes", "message", "text", "notes", sign='"')
def straight_quotes(message: Translated) -> Iterator[Problem]:
    for pair in message.wording.profile.quotes[:1]:
        for sentence in message.sentences:
            if quoted := _STRAIGHT.search(sentence.words):
                yield message.problem(f"{quoted[0]} has straight quotation marks; write {pair[0]}{quoted[1]}{pair[1]}")
