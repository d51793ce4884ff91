"""The prose of a message, as the rules about running text look at it."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from ..findings import Finding
from ..recognition.readers import Document
from ..recognition.readers.segments import Segment
from .content import Translated, Wording
from .rule import Problem, Rule
from .sentence import Sentence, sentence
from .text.page import Find, Page, Passage
from .text.settings import Settings

_REFER = ("deprecated-word", "admitted-word")


class Prose(Page):
    """The running texts of messages of a catalog, as a page."""

    def __init__(self, catalog: Wording, messages: Iterable[Translated]) -> None:
        passages = []
        for message in messages:
            for text in message.sentences:
                segment = Segment()
                segment.verbatim(text.words, 0)
                if segment.finish():
                    passages.append((segment, message, text))
        self._joined = "\n\n".join(segment.text for segment, *_ in passages)
        """The texts one after another; no term runs across an empty line."""
        super().__init__(catalog.glossary, Document([], [], str, continuous=False), Settings())
        self.passages += [TranslatedPassage(self, *each) for each in passages]
        self._starts = [0, *accumulate(len(passage.text) + 2 for passage in self.passages)]

    def holding(self, find: Find) -> list[Passage]:
        # one scan of all texts costs a fraction of as many scans as there are texts
        numbers = {bisect_right(self._starts, span[0]) - 1 for span in find(self._joined)}
        return [self.passages[number] for number in sorted(numbers)]

    @cached_property
    def named(self) -> frozenset[str]:
        """All concepts: the catalog of a termbase is about every one."""
        return frozenset(self.glossary)


class TranslatedPassage(Passage):
    """A running text of a message: problems in it are at the message."""

    def __init__(self, page: Page, segment: Segment, message: Translated, sentence: Sentence) -> None:
        super().__init__(page, segment)
        self.message = message
        self.translated = sentence

    def mentions(self, word: str) -> bool:
        # notes talk about words; and a word that the English text has too ("stress of the mind") is another one
        return self.message.message.field == "notes" or word.lower() in self.message.message.text.lower()

    def mentions_freely(self, concept: str) -> bool:
        asked, said = (
            sum(reference.name == concept for reference in text.references)
            for text in (sentence(self.message.message.text), self.translated)
        )
        return self.message.message.field == "notes" or asked <= said

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the problem at its message; None where the words are quoted and not used."""
        if self.segment.quoted(problem.start, problem.end):
            return None
        refer = f"; here, refer to it as {{{problem.concept}}}" if problem.concept and rule.name in _REFER else ""
        at_message = self.message.problem(problem.message + refer)
        return at_message.place.finding(rule, at_message)
