"""Rules about how a translation is written: characters and numbers, spaces and punctuation, markup, its language."""

import re
from collections.abc import Iterator
from unicodedata import name, normalize

from ...characters import HIDDEN
from ...languages.profile import profile
from ...languages.word_lists import common_words, foreign_language
from ...lexicon.explanations import LEADS_NOWHERE
from ...recognition.readers.segments import QUOTED
from ..content import Translated, Wording
from ..rule import Line, Problem, rule
from ..sentence import GAP, sentence

_INVISIBLE = "".join(HIDDEN) + "\u00ad\u200b\u2028\u2029\u2060\ufeff"
"""Characters that no text of ours needs; joiners (U+200C, U+200D) are part of words in some languages."""

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ \u00a0\u202f.,]\d+)*(?!\w)")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_FEW = 12
"""Up to this number a translator may write a word for a digit, or a digit for a word."""


@rule("IMS437", "invisible-character", "message", sign=f"[{_INVISIBLE}]")
def invisible_character(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        for character in sorted(set(_INVISIBLE).intersection(text)):
            called = name(character, "a control character")
            yield message.problem(f"U+{ord(character):04X} ({called}) cannot be seen; remove it")


@rule("IMS438", "not-composed", "message", sign="[^\x00-\u02ff\u2010-\u2125]")
def not_composed(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        if composed := _first_difference(text):
            yield message.problem(f"'{composed}' is written as a letter and a separate accent; type it as one letter")


@rule("IMS439", "numbers-differ", "message", "text", sign=r"\d")
def numbers_differ(message: Translated) -> Iterator[Problem]:
    """Find numbers that only one of the two texts has; how each language writes them is left to it."""
    english, text = message.message.text, message.texts[0]
    if len(message.texts) > 1 or not text:
        return
    asked, said = _numbers(english), _numbers(text)
    for number in sorted(asked - said - _digits(text)):
        yield message.problem(f"the number {number:g} of the English text is missing")
    for number in sorted(said - asked - _digits(english)):
        yield message.problem(f"the number {number:g} is not in the English text")


def _first_difference(text: str) -> str:
    """Return the first word that would be other characters if it was composed."""
    if text.isascii():
        return ""
    return next((word for word in re.split(r"[\s.,;:!?()]+", text) if normalize("NFC", word) != word), "")


def _numbers(text: str) -> set[float]:
    """Return the numbers of a text above a dozen, whatever separates thousands and decimals."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        number = re.sub(r"(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
        for part in number.split():
            # a date has more than one point
            found.update(map(float, part.split(".") if part.count(".") > 1 else [part]))
    return {number for number in found if number > _FEW or not number.is_integer()}


def _digits(text: str) -> set[float]:
    """Return every number that the digits of a text may be, within words too: one writes "24h", another "24 h"."""
    return {
        float(digits.replace(",", "."))
        for match in _DIGITS.findall(text)
        for digits in (match, *re.split("[.,]", match))
    }


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
    for said in message.sentences:
        for words in _DOUBLED.finditer(said.words):
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
        for said in message.sentences:
            if quoted := _STRAIGHT.search(said.words):
                yield message.problem(f"{quoted[0]} has straight quotation marks; write {pair[0]}{quoted[1]}{pair[1]}")


_HTML = re.compile(r"</?[a-zA-Z][^<>:]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|\\[\[\]]")


@rule("IMS426", "html-in-text", "message", sign="[<&]")
def html_in_text(message: Translated) -> Iterator[Problem]:
    for text in message.texts:
        if tag := _HTML.search(text):
            yield message.problem(f"'{tag[0]}' is HTML; texts are plain, and article blocks are Markdown")


@rule("IMS427", "brace-stray", "message", sign="[{}]")
def brace_stray(message: Translated) -> Iterator[Problem]:
    for said in message.sentences:
        if said.error:
            yield message.problem(said.error)
    if not message.sentences:
        for text in message.texts:
            if brace := re.search(r"[{}]", text):
                yield message.problem(f"'{brace[0]}' does not belong here: terms are written out, without references")


@rule("IMS428", "bracket-stray", "message", "text", "notes", sign=r"[\[\]]|\}\(")
def bracket_stray(message: Translated) -> Iterator[Problem]:
    for said in message.sentences:
        words = _LINK.sub("", said.words)
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


_WORD = re.compile(r"[^\W\d]+")  # an identifier is one word
_ENOUGH = 3
"""How many words a copied text must have, and how many common words show another language."""


@rule("IMS441", "other-language", "message", "text", "notes")
def other_language(message: Translated) -> Iterator[Problem]:
    termbase, own = message.wording.content.termbase, message.wording.profile
    concept = termbase.concepts.get(message.message.concept)
    if concept is not None and concept.part_of_speech == "proper noun":
        return
    if not message.sentences:
        return
    source = {sentence(text).words for text in (message.message.plural, *message.message.text.split("\n"))}
    for said in message.sentences:
        language = foreign_language(QUOTED.sub(" ", said.words), own.tag, _ENOUGH)
        if said.words in source and _is_copied(said.words, termbase.language, own.tag):
            language = termbase.language
        if language not in ("", own.tag, own.other_form):  # what mixes the two written forms is "wrong-language"
            name = profile(language).name
            yield message.problem(f"the text is {name}; translate it into {own.name or own.tag}")


def _is_copied(text: str, source: str, language: str) -> bool:
    """Return whether a text that is the same in the sources is in their language: not in the other, and no name.

    >>> [_is_copied(text, "en", "nb") for text in ("The size of the needle", "Isle of Man", "Det finnes for dette")]
    [True, False, False]
    """
    words = _WORD.findall(text)
    common = [word for word in words if word.lower() in common_words(source)]
    in_language = [word for word in words if word.lower() in common_words(language)]
    # but for small words, each word of a name has a capital
    is_name = all(word in common or word[0].isupper() for word in words)
    return len(words) >= _ENOUGH and len(common) > len(in_language) and not is_name
