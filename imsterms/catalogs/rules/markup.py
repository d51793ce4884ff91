"""Marks that have no place in a text: HTML, braces and brackets that belong to no reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .rule import message_rule, sentence_rule
from .subject import GAP, Checked, Sentence, Subject

_HTML = re.compile(r"</?[a-zA-Z][^<>:]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|\\[\[\]]")


@message_rule("IMS426", "html-in-text")
def html_in_text(checked: Checked, subject: Subject) -> Iterator[str]:
    for text in checked.texts:
        if found := _HTML.search(text):
            yield f"'{found[0]}' is HTML; texts are plain, and article blocks are Markdown"


@message_rule("IMS427", "brace-stray")
def brace_stray(checked: Checked, subject: Subject) -> Iterator[str]:
    for one in checked.sentences:
        if one.error:
            yield one.error
    if not checked.sentences:
        for text in checked.texts:
            if found := re.search(r"[{}]", text):
                yield f"'{found[0]}' has no place here: terms are written out, without references"


@sentence_rule("IMS428", "bracket-stray")
def bracket_stray(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    words = _LINK.sub("", one.words)
    if found := re.search(r"[\[\]]", words):
        if GAP in words[max(0, found.start() - 2) : found.start()]:
            yield "a space before '['; the form stands directly after the reference: {trigger_point}[the plural]"
        else:
            yield f"'{found[0]}' belongs to no reference and to no link"


RULES = (html_in_text, brace_stray, bracket_stray)
