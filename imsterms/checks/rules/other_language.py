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
"""How many words a copied text must have, not to be a name, and how many common words show another language."""


@rule("IMS441", "other-language", "message")
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
        if said.words in source:
            words = _WORD.findall(said.words.lower())
            if len(words) >= _ENOUGH and not common_words(termbase.language).isdisjoint(words):
                language = termbase.language
        if language not in ("", own.tag, own.other_form):  # what mixes the two written forms is "wrong-language"
            name = profile(language).name
            yield message.problem(f"the text is {name}; translate it into {own.name or own.tag}")
