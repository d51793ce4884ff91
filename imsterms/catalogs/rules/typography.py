"""Spaces, doubled words, and the punctuation at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .rule import message_rule, sentence_rule
from .subject import Checked, Sentence, Subject

_TWO_SPACES = re.compile(r"(\S+) {2,}(\S+)")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+\1\b")
# Norwegian clauses may meet so: "som ser det det gjelder"
_LEGITIMATE = frozenset({"det", "den", "der", "som"})
_CLOSING = "\"'»”“’)]*_`"
_PUNCTUATION = ".:;!?…"


@message_rule("IMS423", "stray-space")
def stray_space(checked: Checked, subject: Subject) -> Iterator[str]:
    for text in checked.texts:
        if text != text.strip():
            where = "begins" if text != text.lstrip() else "ends"
            yield f"the translation {where} with a space or a line break; take it away"
        elif found := _TWO_SPACES.search(text):
            yield f"two spaces between '{found[1]}' and '{found[2]}'"


@sentence_rule("IMS424", "doubled-word")
def doubled_word(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    for found in _DOUBLED.finditer(one.words):
        if found[1] not in _LEGITIMATE:
            yield f"'{found[1]}' stands twice in a row"


@message_rule("IMS425", "end-punctuation")
def end_punctuation(checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.kind != "text" and checked.message.field != "plain":
        return
    asked = _end(checked.message.text)
    for text in checked.written:
        if _end(text) != asked:
            there = f"ends with '{_end(text)}'" if _end(text) else "ends without punctuation"
            wanted = f"with '{asked}'" if asked else "without"
            yield f"the translation {there}, the English text {wanted}"


def _end(text: str) -> str:
    """Return the punctuation mark that a text ends with, closing quotation marks and brackets left aside."""
    last = text.rstrip().rstrip(_CLOSING)[-1:]
    return last if last and last in _PUNCTUATION else ""


RULES = (stray_space, doubled_word, end_punctuation)
