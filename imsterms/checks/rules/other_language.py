"""Texts in another language than their catalog: left as they are in the sources, or pasted from a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages.data import read_data
from ...languages.profile import profile
from ...languages.word_lists import common_words
from ...recognition.readers.segments import QUOTED
from ..content import Translated
from ..rule import Problem, rule
from ..sentence import sentence

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3
"""How many words a copied text must have, not to be a name, and how many common words show another language."""


@rule("IMS441", "other-language", "message")
def other_language(message: Translated) -> Iterator[Problem]:
    termbase, own = message.wording.content.termbase, message.wording.language
    concept = termbase.concepts.get(message.message.concept)
    if concept is not None and concept.part_of_speech == "proper noun":
        return
    source = {sentence(text).words for text in (message.message.plural, *message.message.text.split("\n"))}
    for said in message.sentences:
        language = language_of(QUOTED.sub(" ", said.words), own)
        if said.words in source:
            words = _WORD.findall(said.words.lower())
            if len(words) >= _ENOUGH and not common_words(termbase.language).isdisjoint(words):
                language = termbase.language
        if language != own:
            name = profile(language).name
            yield message.problem(f"the text is {name}; translate it into {message.wording.profile.name or own}")


def language_of(text: str, expected: str) -> str:
    """Return the language that the commonest words of a text are of: the expected one unless several say otherwise.

    Nothing is said of a language whose commonest words are not known.

    >>> language_of("A sore spot in the muscle that may hurt when it is pressed.", "nb")
    'en'
    >>> language_of("Et ømt sted i muskelen, som kan gjøre vondt når noen trykker på det.", "nb")
    'nb'
    """
    words = {word.lower() for word in _WORD.findall(text)}
    own = common_words(expected)
    telling = {language: len(words & common_words(language) - own) for language in read_data("words")}
    language = max(telling, key=telling.__getitem__)
    is_other = (
        bool(own) and telling[language] >= _ENOUGH and telling[language] > 2 * len(words & own - common_words(language))
    )
    return language if is_other and language != profile(expected).other_form else expected
