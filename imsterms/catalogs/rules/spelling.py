"""Bokmål in Nynorsk and the reverse, compounds written apart, abbreviations without their hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...termbase.forms import parse_form
from ...termbase.model import NOTHING
from ...termbase.text import Reference
from .designations import unquoted
from .forms import head
from .norwegian import ENDINGS_ALONE, FOREIGN, FOREIGN_ENDINGS, INDEFINITE, OTHER, PREPOSITIONS
from .rule import message_rule, sentence_rule
from .subject import WORD, Checked, Sentence, Subject

_FORMS = ("term", "term.the", "term.a", "plain", "admitted")
# both a noun and a verb, or so common after an abbreviation that no compound is meant
_NO_SECOND_PART = frozenset({"behandler", "utøver", "smerter", "skader", "rygg"})


@message_rule("IMS420", "other-norwegian")
def other_norwegian(checked: Checked, subject: Subject) -> Iterator[str]:
    language = subject.language
    concept = subject.termbase.concepts.get(checked.message.concept)
    if language not in FOREIGN or (concept and concept.part_of_speech == "proper noun"):
        return
    texts = [unquoted(one.words) for one in checked.sentences]
    if checked.message.field in _FORMS:
        texts += checked.written
    other, name = OTHER[language]
    for text in texts:
        for found in WORD.finditer(text):
            word = found[0].lower()
            if word in FOREIGN[language]:
                yield f"'{found[0]}' is {name}; write '{FOREIGN[language][word]}'"
            elif FOREIGN_ENDINGS[language].search(word) or _is_form_of(word, subject, other):
                yield f"'{found[0]}' is {name}"
    if checked.message.field == "term.the" and language == "nn":
        yield from _bokmal_plural(checked, subject)


def _is_form_of(word: str, subject: Subject, other: str) -> bool:
    """Return whether a word is an inflected form in the other language of a concept whose forms differ here."""
    return word in subject.inflected_in(other) and word not in subject.words


def _bokmal_plural(checked: Checked, subject: Subject) -> Iterator[str]:
    """Yield a finding for a definite plural of a neuter, or of a noun in -ing, that ends as in Bokmål."""
    concept = checked.message.concept
    base = next(iter(subject.texts(concept, "term")), "")
    article = next(iter(subject.texts(concept, "term.a")), "").partition(" ")[0]
    gender = INDEFINITE["nn"].get(article)
    definite = checked.texts[-1]
    if len(checked.texts) < 2 or definite in ("", NOTHING) or gender is None:
        return
    noun = head("nn", base, definite)
    if gender == "neuter" and noun.endswith("ene"):
        yield f"'{noun}' is Bokmål; a neuter noun ends in -a in the definite plural"
    elif gender == "feminine" and noun.endswith("ingene"):
        yield f"'{noun}' is Bokmål; nouns in -ing end in -ingane"


@sentence_rule("IMS421", "compound-apart")
def compound_apart(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    if subject.language not in INDEFINITE:
        return
    found = list(WORD.finditer(one.words))
    for first, second in zip(found, found[1:], strict=False):
        if second.start() - first.end() != 1 or one.words[first.end()] != " ":
            continue
        apart = f"{first[0]} {second[0]}".lower()
        joined = first[0].lower() + second[0].lower()
        if joined in subject.compounds and apart not in subject.designations.statuses and _parts(first[0], second[0]):
            yield f"'{first[0]} {second[0]}' is one word: '{first[0]}{second[0].lower()}'"
    for reference, after in _followed(one):
        form = parse_form(reference.form)[0]
        if form == "compound" and not re.match(r"\w|-", after):
            yield f"{reference} is the first part of a compound; its second part follows without a space"
        elif form == "" and re.match(r"\w", after) and reference.name in subject.records:
            word = WORD.match(after)
            assert word is not None
            hint = "[genitive]" if word[0] == "s" else f"[compound]{word[0]}"
            yield f"'{reference}{word[0]}' glues a word to a term; write '{{{reference.name}}}{hint}'"


@sentence_rule("IMS422", "hyphen-missing")
def hyphen_missing(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    if subject.language not in INDEFINITE:
        return
    found = list(WORD.finditer(unquoted(one.words)))
    for first, second in zip(found, found[1:], strict=False):
        gap = one.words[first.end() : second.start()] if second.start() - first.end() == 1 else ""
        if gap == " " and first[0] in subject.abbreviations and _second_part(second[0], subject):
            yield f"'{first[0]} {second[0]}' is a compound: '{first[0]}-{second[0]}'"
    for reference, after in _followed(one):
        if parse_form(reference.form)[0] != "short":
            continue
        word = WORD.match(after.removeprefix(" "))
        if word and (not after.startswith(" ") or _second_part(word[0], subject)):
            yield f"an abbreviation is joined to the next word with a hyphen: '{reference}-{word[0]}'"


def _parts(first: str, second: str) -> bool:
    """Return whether two words may be the parts of a compound: 'hul nål' and 'triggerpunkt er' are none."""
    return len(first) >= 4 and first.lower() not in PREPOSITIONS and second.lower() not in ENDINGS_ALONE


def _second_part(word: str, subject: Subject) -> bool:
    return word in subject.nouns and word not in _NO_SECOND_PART


def _followed(one: Sentence) -> Iterator[tuple[Reference, str]]:
    """Yield each reference with the text that follows it directly."""
    for piece, after in zip(one.pieces, (*one.pieces[1:], ""), strict=False):
        if isinstance(piece, Reference):
            yield piece, after if isinstance(after, str) else "{"


RULES = (other_norwegian, compound_apart, hyphen_missing)
