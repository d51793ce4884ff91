"""What the rules about running text look at: a document with its terms, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Protocol

from ... import limits
from ...findings import Finding
from ...languages.profile import profile
from ...languages.tags import match
from ...languages.word_lists import WordLists, foreign_language
from ...lexicon.concept import Concepts
from ...lexicon.designation import NAMES
from ...recognition.annotate import annotator
from ...recognition.match import Match
from ...recognition.readers import Document
from ...recognition.readers.segments import Segment, overlaps
from ..lines import Lines
from ..remarks import remarks_in
from ..rule import Acceptance, Line, Problem, Rule
from .settings import Settings

EXACT, SPLIT = "exact", "split"
_FOREIGN_WORDS = 6
"""Common words of another language that a whole document has at least that is in it."""
_SAMPLE, _PIECE = 100_000, 1000
"""Characters of a long document by which its language is told, and of each piece of it, which are from all over it."""
_SENTENCE_END = re.compile(r"[.!?…][\"»”’)]*\s+(?=[^\W\d_a-zæøåäö]|[«“\"(\d])|\n\s*\n|\n(?=[ \t]*[-*•])|\Z")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’\u00ad][^\W_]+)*")


Find = Callable[[str], Iterable[tuple[Any, ...]]]
"""Returns what it finds in a text, each with its start first."""


class Judge(Protocol):
    """Decides which problems count, and which suggestions may be made unseen."""

    def sets_aside(self, passage: Passage, start: int, end: int) -> bool:
        """Return whether a span is not used in the text's own voice: quoted, cited, a name, foreign."""

    def proves(self, passage: Passage, problem: Problem) -> bool:
        """Return whether the suggestion of a problem proves itself."""


class Passage:
    """A segment of a page with the terms in it: the place that a problem of running text is at."""

    def __init__(self, page: Page, segment: Segment) -> None:
        self.page = page
        self.segment = segment
        self.text = segment.text

    @cached_property
    def all_matches(self) -> list[Match]:
        """The terms, in a language that writes compounds in one word those written apart among them, by start."""
        return annotator(self.page.glossary).annotate(self.text, split=self.page.profile.compound == "joined")

    @cached_property
    def matches(self) -> list[Match]:
        """The terms that are written as they should be."""
        return [match for match in self.all_matches if match.kind == EXACT]

    @cached_property
    def split(self) -> list[Match]:
        """The terms that are written apart; a hyphen between the parts is right where they are long."""
        return [match for match in self.all_matches if match.kind == SPLIT and len(match.text.split()) > 1]

    def before(self, start: int) -> Iterator[re.Match[str]]:
        """Yield the words before a place, the nearest first, as far as nothing but white space parts them."""
        while start:
            first = max(0, start - 60)
            words = list(_WORD.finditer(self.text, first, start))
            if not words or not self.text[words[-1].end() : start].isspace():
                return
            start = words[-1].start()
            if start == first > 0:
                return  # longer than any word that says something
            yield words[-1]

    def after(self, end: int) -> re.Match[str] | None:
        """Return the word after a place, if nothing but white space parts them."""
        place = end
        while place < len(self.text) and place < end + 10 and self.text[place].isspace():
            place += 1
        return _WORD.match(self.text, place, place + 60) if place > end else None

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence begins that a span is in, and where it ends with the white space after it."""
        first = max(0, start - limits.SENTENCE_CHARACTERS)
        for found in _SENTENCE_END.finditer(self.text, first, start + 1):
            if found[0] and found.end() <= start:
                first = found.end()
        boundary = _SENTENCE_END.search(self.text, end, end + limits.SENTENCE_CHARACTERS)
        return first, boundary.end() if boundary else min(len(self.text), end + limits.SENTENCE_CHARACTERS)

    def words(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield the words of a span in lower case, each with its place."""
        for word in _WORD.finditer(self.text, start, end):
            yield word.start(), word[0].lower()

    def sure(self, match: Match) -> bool:
        """Return whether a match means its concept for certain, so that it may be replaced unseen."""
        if match.confidence < "certain" and match.kind == EXACT:
            return False
        words = self.page.words
        return not match.candidates and match.designation not in words.other_sense | words.inexact

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
        anywhere: bool = False,
    ) -> Problem:
        """Return a problem of a span of the passage."""
        return Problem(self, message, start, end, suggestion, concept, safe, anywhere)

    def written(self, problem: Problem) -> str:
        """Return the text that the suggestion of a problem would replace."""
        return self.text[problem.start : problem.end]

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the problem with its place; None where a comment turns the rules off or the words are set aside."""
        segment, page = self.segment, self.page
        judge = page.judge
        if judge is not None and not problem.anywhere and judge.sets_aside(self, problem.start, problem.end):
            return None
        start, end = segment.span(problem.start, problem.end)
        if overlaps(page.off, start, start + 1):
            return None
        line, column = page.lines.place(start)
        # where there is markup inside, it cannot be put in place
        suggestion = problem.suggestion if segment.unbroken(problem.start, problem.end) else None
        fixable = suggestion is not None and problem.safe and judge is not None and judge.proves(self, problem)
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
            suggestion=suggestion,
            fixable=fixable,
        )


class Page:
    """A document, ready to be checked."""

    def __init__(
        self,
        glossary: Concepts,
        document: Document,
        settings: Settings,
        *,
        text: str = "",
        path: str = "-",
        language: str | None = None,
        judge: Judge | None = None,
    ) -> None:
        """``text`` is the document as the file has it, and ``path`` the name that findings give it.

        ``language`` is that of the parts that do not say one; without it, the glossary's.

        Without a ``judge`` nothing is set aside, and no suggestion is one that may be made unseen.
        """
        self.judge = judge
        self.glossary = glossary
        self.settings = settings
        self.path = path
        self.profile = profile(glossary.language)
        """What is true of the language."""
        self.lines = Lines(text)
        self.remarks = remarks_in(text)
        """The remarks in comments that accept findings."""
        self.off = document.off
        """The spans of the text in which the rules are off."""
        self.passages = [
            Passage(self, segment)
            for segment in document.segments
            # what is in another language is not ours to check
            if not (tag := segment.language or language) or match(tag, glossary.languages) == glossary.language
        ]
        self.pairs = [
            (english.text, passage)
            for english, translation in document.pairs
            for passage in [Passage(self, translation)]
            if not (tag := translation.language or language) or match(tag, glossary.languages) == glossary.language
        ]
        """The English texts of a catalog with their translations."""
        self.continuous = document.continuous
        """Whether the passages are read from beginning to end."""
        self.is_main = not language or match(language, glossary.languages) == glossary.language
        """Whether the parts that do not say their language are in this one."""

    @cached_property
    def words(self) -> WordLists:
        """The word lists of the language."""
        return annotator(self.glossary).lists

    @property
    def accepted(self) -> list[Acceptance]:
        """What remarks in the text accept."""
        places = ((remark, self.lines.place(remark.start)[0]) for remark in self.remarks if remark.counts)
        return [
            Acceptance(remark.rule, self.glossary.language, "", self.path, line, remark.start, remark.end)
            for remark, line in places
        ]

    def holding(self, find: Find) -> list[Passage]:
        """Return the passages in which ``find`` may find something; the rules need not look at the others."""
        return self.passages

    @cached_property
    def suspects(self) -> list[Passage]:
        """The passages that may have faulty terms; the terms of the others do not have to be worked out."""
        terms = annotator(self.glossary)
        return [passage for passage in self.holding(terms.suspicious) if terms.may_be_faulty(passage.text)]

    @cached_property
    def named(self) -> frozenset[str]:
        """The concepts that the document names by a term or an abbreviation."""
        matches = (match for passage in self.passages for match in passage.matches)
        return frozenset(match.concept.id for match in matches if match.designation.field in NAMES)

    @cached_property
    def reference_sections(self) -> frozenset[int]:
        """The sections that list references, by their headings."""
        headings = self.words.reference_headings
        segments = (passage.segment for passage in self.passages if passage.segment.heading)
        return frozenset(each.section for each in segments if each.text.strip(" .:0123456789\n").casefold() in headings)

    def line_problem(self, start: int, message: str) -> Problem:
        """Return a problem of the line of the text that has a place."""
        return Problem(Line(self.path, self.lines.place(start)[0], language=self.glossary.language), message)

    @cached_property
    def written_in(self) -> str:
        """The other language that the document is plainly in as a whole; ``""`` if it is in none."""
        if not self.continuous:
            return ""
        text = " ".join(passage.text for passage in self.passages)
        if len(text) > _SAMPLE:
            text = " ".join(
                text[start : start + _PIECE] for start in range(0, len(text), len(text) * _PIECE // _SAMPLE)
            )
        return foreign_language(text, self.profile.tag, _FOREIGN_WORDS)

    def plain_words_with(self, words: str) -> Iterator[str]:
        """Yield the plain wordings of the glossary that hold ``words``; all are folded."""
        plain = (concept.plain or "" for concept in self.glossary.values() if concept.has_term)
        wordings = self.glossary.once("plain", lambda: tuple(map(str.casefold, plain)))
        return (wording for wording in wordings if words in wording)
