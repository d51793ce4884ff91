"""What the rules look at: a document with the terms that stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...languages.tags import match
from ..annotate import annotator
from ..readers import Document
from .settings import Settings

if TYPE_CHECKING:
    from ...lexicon.concept import Concepts
    from ..annotate import Match
    from ..readers.segments import Segment

EXACT = "exact"
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’\u00ad][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word beside a match."""

    text: str
    start: int
    end: int


class Passage:
    """A segment with the terms that stand in it."""

    def __init__(self, segment: Segment, glossary: Concepts) -> None:
        self.segment = segment
        self.text = segment.text
        self._glossary = glossary

    @cached_property
    def all_matches(self) -> list[Match]:
        """The terms, those written apart among them, by start."""
        return annotator(self._glossary).annotate(self.text, split=True)

    @cached_property
    def matches(self) -> list[Match]:
        """The terms that stand there as they are written."""
        return [match for match in self.all_matches if match.kind == EXACT]

    @cached_property
    def split(self) -> list[Match]:
        """The terms that are written apart."""
        return [match for match in self.all_matches if match.kind != EXACT]

    def before(self, start: int) -> Iterator[Word]:
        """Yield the words before a place, the nearest first, as far as nothing but white space parts them."""
        while start:
            head = self.text[max(0, start - 60) : start]
            words = list(_WORD.finditer(head))
            if not words or not head[words[-1].end() :].isspace():
                return
            offset = start - len(head)
            word = words[-1]
            if word.start() == 0 and offset:
                return  # longer than any word that says something
            start = offset + word.start()
            yield Word(word[0], start, offset + word.end())

    def after(self, end: int) -> Word | None:
        """Return the word after a place, if nothing but white space parts them."""
        place = end
        while place < len(self.text) and place < end + 10 and self.text[place].isspace():
            place += 1
        word = _WORD.match(self.text, place, place + 60) if place > end else None
        return Word(word[0], word.start(), word.end()) if word else None


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule finds, at a place in the prose of a passage."""

    passage: Passage
    start: int
    end: int
    message: str
    suggestion: str | None = None
    concept: str | None = None
    safe: bool = True
    """Whether the suggestion may be put in unseen."""

    @property
    def idle(self) -> bool:
        """Whether what is suggested is what the text says already: nothing is wrong then."""
        return self.suggestion is not None and self.suggestion == self.passage.text[self.start : self.end]


class Page:
    """A document, ready to be checked."""

    def __init__(self, glossary: Concepts, document: Document, settings: Settings) -> None:
        self.glossary = glossary
        self.settings = settings
        self.passages = [
            Passage(segment, glossary)
            for segment in document.segments
            # what a document says is in another language is not ours to check
            if not segment.language or match(segment.language, glossary.languages) == glossary.language
        ]
        self.continuous = document.continuous
        """Whether the passages are read from beginning to end."""
        self._plain: dict[str, tuple[str, ...]] = {}

    def plain_words_with(self, words: str) -> tuple[str, ...]:
        """Return the plain wordings of the glossary that hold ``words``; all are folded."""
        found = self._plain.get(words)
        if found is None:
            plain = (one.plain for one in self.glossary.values() if one.has_term)
            found = tuple(one.casefold() for one in plain if one and words in one.casefold())
            self._plain[words] = found
        return found


Check = Callable[[Page], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule about running text; its page is in ``imsterms/rules/5xx.md``."""

    code: str
    name: str
    check: Check
    default: bool = True
    """Whether it runs unless it is turned off."""
