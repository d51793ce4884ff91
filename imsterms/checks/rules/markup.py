"""Marks that do not belong in a text: HTML, braces and brackets that belong to no reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lexicon.explanations import LEADS_NOWHERE
from ..content import Translated, Wording
from ..rule import Line, Problem, rule
from ..sentence import GAP

_HTML = re.compile(r"</?[a-zA-Z][^<>:]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|\\[\[\]]")


@rule("IMS426", "html-in-text", "message", sign="[<&]")
def html_in_text(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        if tag := _HTML.search(text):
            yield message.problem(f"'{tag[0]}' is HTML; texts are plain, and article blocks are Markdown")


@rule("IMS427", "brace-stray", "message", sign="[{}]")
def brace_stray(message: Translated) -> Iterator[Problem]:
    for sentence in message.sentences:
        if sentence.error:
            yield message.problem(sentence.error)
    if not message.sentences:
        for text in message.texts:
            if brace := re.search(r"[{}]", text):
                yield message.problem(f"'{brace[0]}' does not belong here: terms are written out, without references")


@rule("IMS428", "bracket-stray", "message", "text", "notes", sign=r"[\[\]]|\}\(")
def bracket_stray(message: Translated) -> Iterator[Problem]:
    for sentence in message.sentences:
        words = _LINK.sub("", sentence.words)
        if round_bracket := re.search(rf"{GAP}\((\w[^()]*)\)", words):
            form = round_bracket[1]
            yield message.problem(f"the form of a reference is in square brackets: {{trigger_point}}[{form}]")
        if bracket := re.search(r"[\[\]]", words):
            if GAP in words[max(0, bracket.start() - 2) : bracket.start()]:
                yield message.problem(
                    "a space before '['; the form is directly after the reference: {trigger_point}[the plural]"
                )
            else:
                yield message.problem(f"'{bracket[0]}' belongs to no reference and to no link")


@rule("IMS444", "link-nowhere", "language")
def link_nowhere(wording: Wording) -> Iterator[Problem]:
    for context, message in wording.content.messages.items():
        if not message.article or context not in wording.said:
            continue
        for text in wording.said[context].texts:
            for bracket in LEADS_NOWHERE.finditer(text):
                target = re.split(r"[)\s]", text[bracket.end() + 1 :])[0]
                why = f"'{target[:60]}' does not lead to a page and becomes text; begin it with https://"
                if context in wording.po_entries:
                    yield wording.entry_problem(wording.po_entries[context], why)
                else:
                    yield Problem(Line(message.path, message.line, None, context, wording.language), why)
