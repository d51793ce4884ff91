"""The rules about running text, for the texts of our own catalogs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...languages.profile import profile
from ...recognition.readers.segments import QUOTED
from ...termbase.forms import parse_form
from ...termbase.model import NOTHING
from ..content import Translated
from ..prose import Prose, TranslatedPassage
from ..rule import Problem, rule
from ..sentence import sentence
from ..text.rules import deprecated_word as deprecated
from ..text.rules import missing_hyphen as hyphen
from ..text.rules import split_compound as split
from ..text.rules import wrong_language as other
from ..text.spelling import any_of
from .forms import head
from .norwegian import FOREIGN, FOREIGN_ENDINGS, FOREIGN_PLURALS

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_FORMS = ("term", "term.the", "term.a", "plain", "admitted")


@rule("IMS501", "deprecated-word", "text")
def deprecated_word(prose: Prose) -> Iterator[Problem]:
    for problem in deprecated.deprecated_word.check(prose):
        passage = problem.place
        assert isinstance(passage, TranslatedPassage)
        message, word = passage.message.message, passage.written(problem)
        # notes talk about words; and a word that the English text has too ("stress of the mind") is another one
        if message.field != "notes" and word.lower() not in message.text.lower():
            sentence = f"{problem.message}; here, refer to it as {{{problem.concept}}}"
            yield passage.problem(problem.start, problem.end, sentence, concept=problem.concept)


@rule("IMS502", "admitted-word", "text")
def admitted_word(prose: Prose) -> Iterator[Problem]:
    """Find synonyms in the place of a concept that the English text names; a second mention may be one."""
    for passage in prose.translations:
        message = passage.message.message
        if message.field == "notes":
            continue
        named = Counter(reference.name for reference in sentence(message.text).references)
        named.subtract(reference.name for reference in passage.sentence.references)
        for match in passage.matches:
            if match.status == "admitted" and named[match.concept.id] > 0:
                concept = f"{{{match.concept.id}}}"
                what = f"'{match.text}' replaces {concept}, which the English text names; use the reference"
                yield passage.problem(match.start, match.end, what, concept=match.concept.id)


@rule("IMS503", "split-compound", "message")
def split_reference(message: Translated) -> Iterator[Problem]:
    """Find references that a compound is made with in a wrong way."""
    if message.wording.profile.compound != "joined":
        return
    for text in message.sentences:
        for reference, after in text.followed():
            form = parse_form(reference.form)[0]
            word = _WORD.match(after)
            if form == "compound" and not re.match(r"\w|-", after):
                yield message.problem(
                    f"{reference} is the first part of a compound; its second part follows without a space"
                )
            elif form == "" and word and reference.name in message.wording.terms:
                right = f"{{{reference.name}}}" + ("[genitive]" if word[0] == "s" else f"[compound]{word[0]}")
                yield message.problem(f"'{reference}{word[0]}' glues a word to a term; write '{right}'")


@rule("IMS504", "missing-hyphen", "message")
def hyphen_after_reference(message: Translated) -> Iterator[Problem]:
    """Find abbreviations by reference that the next word is joined to without a hyphen."""
    joint = message.wording.profile.abbreviation_joint
    heads = any_of(message.wording.words.joined_nouns)
    for text in message.sentences if joint else ():
        for reference, after in text.followed():
            word = _WORD.match(after.removeprefix(" "))
            if parse_form(reference.form)[0] != "short" or word is None:
                continue
            if not after.startswith(" ") or heads.fullmatch(word[0]):
                right = f"{reference}{joint}{word[0]}"
                yield message.problem(f"a hyphen joins an abbreviation to the next word; write '{right}'")


@rule("IMS505", "wrong-language", "message")
def wrong_words(message: Translated) -> Iterator[Problem]:
    """Find words of the other written form of the language, terms or not."""
    concept = message.wording.content.termbase.concepts.get(message.message.concept)
    own = message.wording.profile
    if not own.other_form or (concept and concept.part_of_speech == "proper noun"):
        return
    name = profile(own.other_form).name
    words, endings = FOREIGN[own.tag], FOREIGN_ENDINGS[own.tag]
    texts = [QUOTED.sub("", text.words) for text in message.sentences]
    if message.message.field in _FORMS:
        texts += message.written
    for text in texts:
        for match in _WORD.finditer(text):
            word = match[0].lower()
            if word in words:
                yield message.problem(f"'{match[0]}' is {name}; write '{words[word]}'")
            elif endings.search(word):
                yield message.problem(f"'{match[0]}' is {name}")


@rule("IMS505", "wrong-language", "message")
def wrong_plural(message: Translated) -> Iterator[Problem]:
    """Find a definite plural that ends as in the other written form."""
    own = message.wording.profile
    if message.message.field != "term.the" or len(message.texts) < 2:
        return
    concept = message.message.concept
    gender = own.gender(next(iter(message.wording.texts(concept, "term.a")), ""))
    ending, right = FOREIGN_PLURALS.get(own.tag, {}).get(gender or "", ("", ""))
    definite = message.texts[-1]
    if not ending or definite in ("", NOTHING):
        return
    noun = head(own, next(iter(message.wording.texts(concept, "term")), ""), definite)
    if noun.endswith(ending):
        yield message.problem(f"'{noun}' is {profile(own.other_form).name}; such a noun ends in {right}")


RULES = (
    deprecated_word,
    admitted_word,
    split.split_compound,
    split_reference,
    hyphen.missing_hyphen,
    hyphen_after_reference,
    other.wrong_language,
    wrong_words,
    wrong_plural,
)
