"""The prose of a catalog, as the rules about running text look at it."""

from __future__ import annotations

from ..findings import Finding
from ..recognition.readers import Document
from ..recognition.readers.segments import Segment
from .content import Translated, Wording
from .rule import Problem, Rule
from .sentence import Sentence
from .text.page import Page, Passage
from .text.settings import Settings


class Prose(Page):
    """The running texts of a catalog, as one page."""

    def __init__(self, catalog: Wording) -> None:
        super().__init__(
            catalog.content.glossary(catalog.language), Document([], [], str, continuous=False), Settings()
        )
        self.translations: list[TranslatedPassage] = []
        for message in catalog.translated:
            for sentence in message.sentences:
                segment = Segment()
                segment.verbatim(sentence.words, 0)
                if segment.finish():
                    self.translations.append(TranslatedPassage(self, segment, message, sentence))
        self.passages = [*self.translations]


class TranslatedPassage(Passage):
    """A running text of a message: problems in it are at the message."""

    def __init__(self, page: Page, segment: Segment, message: Translated, sentence: Sentence) -> None:
        super().__init__(page, segment)
        self.message = message
        self.sentence = sentence

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the problem at its message; None where the words are quoted and not used."""
        if self.segment.quoted(problem.start, problem.end):
            return None
        at_message = self.message.problem(problem.message)
        return at_message.place.finding(rule, at_message)
