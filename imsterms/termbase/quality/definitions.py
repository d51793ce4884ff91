"""Rules about the wording of definitions (ISO 704): one phrase, without its own term and without a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import Reference
from .content import Content, Flaw

MAX_WORDS = 30
"""More than this many words, and a definition is likely to say more than what delimits the concept."""

ARTICLES = {
    "en": ("a", "an", "the"),
    "nb": ("en", "ei", "et", "den", "det", "de"),
    "nn": ("ein", "ei", "eit", "den", "det", "dei"),
}
_WITH_ARTICLE = ("a", "the", "the plural", "a genitive", "the genitive", "the plural genitive", "the full")


def definition_missing(content: Content) -> Iterator[Flaw]:
    """Concepts without a definition; what is not translated yet is for the catalog check to say."""
    for entry in content.entries:
        if not entry.definition:
            yield Flaw(entry.id, content.source.language, "id", "no definition")


def definition_too_long(content: Content) -> Iterator[Flaw]:
    """Definitions that run on."""
    for wording, concept, _ in content.each("definition"):
        count = len(wording.readable(concept, "definition").split())
        if count > MAX_WORDS:
            message = f"the definition has {count} words; {MAX_WORDS} are enough for what delimits a concept"
            yield Flaw(concept, wording.language, "definition", message)


def definition_not_a_phrase(content: Content) -> Iterator[Flaw]:
    """Definitions that end in a full stop or hold several sentences."""
    for wording, concept, text in content.each("definition"):
        if text.rstrip().endswith((".", "!", "?", ";", ":", ",")):
            message = f"the definition ends in '{text.rstrip()[-1]}'; it is a phrase, not a sentence"
            yield Flaw(concept, wording.language, "definition", message)
        elif re.search(r"(?<!\b[A-Z])[.!?]\s+[A-ZÆØÅ{]", text):
            message = "the definition holds more than one sentence; put the rest into a note"
            yield Flaw(concept, wording.language, "definition", message)


def definition_capital(content: Content) -> Iterator[Flaw]:
    """Definitions that begin with a capital letter for no reason but standing first."""
    for wording, concept, text in content.each("definition"):
        pieces = wording.pieces(concept, "definition")
        if not pieces:
            continue
        if isinstance(pieces[0], Reference):
            wrong = pieces[0].form[:1].isupper()
        else:
            first = text.split(maxsplit=1)[0]
            wrong = first[:1].isupper() and first[1:] == first[1:].lower() and len(first) > 1
        if wrong:
            yield Flaw(concept, wording.language, "definition", "the definition begins with a capital letter")


def definition_article(content: Content) -> Iterator[Flaw]:
    """Definitions that begin with an article, which could not be put in the term's place."""
    for wording, concept, text in content.each("definition"):
        pieces = wording.pieces(concept, "definition")
        articles = ARTICLES.get(wording.language, ())
        if pieces and isinstance(pieces[0], Reference):
            wrong = pieces[0].form.lower() in _WITH_ARTICLE
        else:
            wrong = text.split(maxsplit=1)[0].lower() in articles
        if wrong:
            yield Flaw(concept, wording.language, "definition", "the definition begins with an article; leave it out")


def own_term_in_definition(content: Content) -> Iterator[Flaw]:
    """Definitions that use a designation of the concept that they are to define."""
    for wording, concept, _ in content.each("definition"):
        literal = wording.literal(concept, "definition")
        folded = literal.casefold()
        for word in sorted(wording.own_words(concept), key=len, reverse=True):
            if word.casefold() not in folded:
                continue  # compiling a pattern for each word costs more than everything else
            if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", literal, re.IGNORECASE):
                message = f"the definition uses the concept's own word '{word}'"
                yield Flaw(concept, wording.language, "definition", message)
                break


def claim_in_definition(content: Content) -> Iterator[Flaw]:
    """Definitions with a word that praises or promises."""
    patterns = {
        language: re.compile("|".join(map(_word_pattern, words)), re.IGNORECASE)
        for language, words in content.settings.claim_words.items()
        if words
    }
    for wording, concept, _ in content.each("definition"):
        pattern = patterns.get(wording.language)
        if pattern and (found := pattern.search(wording.literal(concept, "definition"))):
            message = (
                f"'{found[0]}' in the definition smells of a claim; a definition says what something is, "
                "and a claim stands in an article, with its source"
            )
            yield Flaw(concept, wording.language, "definition", message)


def _word_pattern(word: str) -> str:
    """Return the pattern of a word of the list; an asterisk stands for any ending."""
    stem = re.escape(word.rstrip("*"))
    return rf"\b{stem}\w*" if word.endswith("*") else rf"\b{stem}\b"
