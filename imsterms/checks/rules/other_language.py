"""Texts in another language than their catalog: left as they are in the sources, or pasted from a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages.profile import profile
from ...languages.word_lists import common_words, foreign_language
from ...recognition.readers.segments import QUOTED
from ..content import Translated
from ..rule import Problem, rule
from ..sentence import sentence

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
