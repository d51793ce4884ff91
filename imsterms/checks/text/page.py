"""What the rules about running text look at: a document with its terms, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...findings import Finding
from ...languages.profile import profile
from ...languages.tags import match
from ...recognition.annotate import annotator
from ...recognition.readers.segments import overlaps
from ..lines import Lines
from ..remarks import Remark, remarks_in
from ..rule import Acceptance, Line, Problem, Rule
from .settings import Settings

if TYPE_CHECKING:
    from ...lexicon.concept import Concepts
    from ...recognition.annotate import Match
    from ...recognition.readers import Document
    from ...recognition.readers.segments import Segment

EXACT = "exact"
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’\u00ad][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word beside a match."""

    text: str
    start: int
    end: int


class Passage:
    """A segment of a page with the terms in it: the place that a problem of running text is at."""

    def __init__(self, page: Page, segment: Segment) -> None:
        self.page = page
        self.segment = segment
        self.text = segment.text

    @cached_property
    def all_matches(self) -> list[Match]:
        """The terms, those written apart among them, by start."""
        return annotator(self.page.glossary).annotate(self.text, split=True)

    @cached_property
    def matches(self) -> list[Match]:
        """The terms that are written as they should be."""
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

    # --- what a translation knows of its original ---

    def mentions(self, word: str) -> bool:
        """Return whether a word is talked about here, or another word of the original, and not used as a term."""
        return False

    def mentions_freely(self, concept: str) -> bool:
        """Return whether a synonym is fine here, because the concept itself is referred to."""
        return False

    # --- problems ---

    def problem(
        self,
        start: int,
        end: int,
        message: str,
        suggestion: str | None = None,
        concept: str | None = None,
        safe: bool = True,
    ) -> Problem:
        """Return a problem of a span of the passage."""
        return Problem(self, message, start, end, suggestion, concept, safe)

    def written(self, problem: Problem) -> str:
        """Return the text that the suggestion of a problem would replace."""
        return self.text[problem.start : problem.end]

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the problem with its place in the document; None where a comment turns the rules off."""
        segment, page = self.segment, self.page
        start, end = segment.span(problem.start, problem.end)
        if overlaps(page.off, start, start + 1):
            return None
        line, column = page.lines.place(start)
        fixable = (
            problem.safe
            and problem.suggestion is not None
            and segment.unbroken(problem.start, problem.end)
            and not segment.quoted(problem.start, problem.end)
        )
        return Finding(
            page.path,
            line,
            rule.code,
            rule.name,
            problem.message,
            problem.concept,
            language=page.glossary.language,
            column=column,
            start=start,
            end=end,
            suggestion=problem.suggestion,
            fixable=fixable,
        )


class Page:
    """A document, ready to be checked."""

    def __init__(
        self, glossary: Concepts, document: Document, settings: Settings, *, text: str = "", path: str = "-"
    ) -> None:
        """``text`` is the document as the file has it, and ``path`` the name that findings give it."""
        self.glossary = glossary
        self.settings = settings
        self.path = path
        self.profile = profile(glossary.language)
        """What is true of the language."""
        self.words = annotator(glossary).lists
        """The word lists of the language."""
        self.lines = Lines(text)
        self.remarks = remarks_in(text)
        """The remarks in comments that accept findings."""
        self.off = document.off
        """The spans of the text in which the rules are off."""
        self.passages = [
            Passage(self, segment)
            for segment in document.segments
            # what a document says is in another language is not ours to check
            if not segment.language or match(segment.language, glossary.languages) == glossary.language
        ]
        self.continuous = document.continuous
        """Whether the passages are read from beginning to end."""
        self._plain: dict[str, tuple[str, ...]] = {}

    @property
    def accepted(self) -> list[Acceptance]:
        """What remarks in the text accept."""
        return [
            Acceptance(remark.rule, self.glossary.language, "", self.path, self._line(remark), remark.start, remark.end)
            for remark in self.remarks
            if remark.counts
        ]

    def remark_problem(self, remark: Remark, message: str) -> Problem:
        """Return a problem of a remark."""
        return Problem(Line(self.path, self._line(remark), language=self.glossary.language), message)

    def _line(self, remark: Remark) -> int:
        return self.lines.place(remark.start)[0]

    def plain_words_with(self, words: str) -> tuple[str, ...]:
        """Return the plain wordings of the glossary that hold ``words``; all are folded."""
        wordings = self._plain.get(words)
        if wordings is None:
            plain = (concept.plain or "" for concept in self.glossary.values() if concept.has_term)
            wordings = tuple(wording.casefold() for wording in plain if words in wording.casefold())
            self._plain[words] = wordings
        return wordings
