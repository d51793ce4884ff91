"""How sure it is that a word is meant as the term: by its company, the subject of the text, names and references.

Most terms are words of one sense. The rest are in the word lists of the language (``senses``), each with what is sure
of it ``alone``; words of health near it, or a text about health, speak for the term.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ..errors import nearest
from ..languages.word_lists import AMONG_TERMS, FIGURATIVE, ONLY, word_lists
from .references import References
from .scanner import ODD, in_one_byte
from .words import Kept

if TYPE_CHECKING:
    from ..languages.word_lists import WordLists
    from ..lexicon.concept import Concepts

NEAR = 110
"""Characters before and after a word in which its company is sought."""

_ENOUGH = 2
"""The weight of the words near another that together say that it is meant as a term."""

_PHRASE = 2
"""What a phrase weighs, times a word."""

_SUBJECT_CONCEPTS, _SUBJECT_REACH = 3, 500
"""A text is about health where it has so many unambiguous terms, and one in so many characters on average."""

_SEVERAL, _NOTE = 3, 25
"""So many unambiguous terms near a word are several; in a note there is one in so many characters."""

_SPARSE, _MUCH = 600, 4
"""A text that has hardly one unambiguous term in so many characters has to say twice as much of health near a word."""


class Confidence(StrEnum):
    """How sure it is that a word means a concept: ``possible``, ``likely`` or ``certain``, in this order.

    >>> Confidence.LIKELY, Confidence.LIKELY >= "likely", Confidence("certain") > "likely"
    (<Confidence.LIKELY: 'likely'>, True, True)
    """

    POSSIBLE = "possible"
    LIKELY = "likely"
    CERTAIN = "certain"

    @classmethod
    def _missing_(cls, value: object) -> Confidence:
        names = [one.value for one in cls]
        raise ValueError(f"confidence is one of {', '.join(names)}, not {value!r}{nearest(str(value), names)}")

    @property
    def _rank(self) -> int:
        return _ORDER.index(self.value)

    def __lt__(self, other: str) -> bool:
        return self._rank < Confidence(other)._rank

    def __le__(self, other: str) -> bool:
        return self._rank <= Confidence(other)._rank

    def __gt__(self, other: str) -> bool:
        return self._rank > Confidence(other)._rank

    def __ge__(self, other: str) -> bool:
        return self._rank >= Confidence(other)._rank


_END_OF_BRACKETS = re.compile(r"\b[^()]{0,20}\)")
_IN_BRACKETS = re.compile(r" \(([^\W\d_][^()\n]{3,80})\)")
_STEM = 5
"""Letters at the beginning of words that are forms of one."""
_SENTENCE = re.compile(r"[.!?]\s+|[.!?]$")
_ORDER = ("possible", "likely", "certain")
AT_LEAST: dict[str, tuple[Confidence, ...]] = {
    lowest: tuple(each for each in Confidence if each >= lowest) for lowest in Confidence
}
"""Which confidences are at least so high."""

ONE_SENSE = "the word has this sense only"
COMPANY = "the words around it speak of this"
SUBJECT = "the text is about health"
ALONE = "an everyday word, and nothing around it says that the term is meant"
NAME = "part of a name"
REFERENCE = "in a reference to a work"
DEFINED = "the text gives the abbreviation another meaning"

Verdict = tuple[Confidence, str]

CERTAIN: Verdict = (Confidence.CERTAIN, ONE_SENSE)
_BY_COMPANY: Verdict = (Confidence.CERTAIN, COMPANY)
_BY_SUBJECT: Verdict = (Confidence.LIKELY, SUBJECT)
_IN_NAME, _IN_REFERENCE, _DEFINED = ((Confidence.POSSIBLE, why) for why in (NAME, REFERENCE, DEFINED))

VARIANTS: dict[str, Verdict] = {
    "coordinated": (Confidence.LIKELY, "a word beside it has the part that is left out"),
    "compound": (Confidence.LIKELY, "part of a compound"),
    "split": (Confidence.LIKELY, "its parts are listed as one word"),
    "unaccented": (Confidence.LIKELY, "without the letters that some keyboards lack"),
    "misspelt": (Confidence.POSSIBLE, "nearly spelt as listed"),
}
"""How sure a term is at most that is written otherwise than listed, by the kind of match."""

_LONG_FORM = 80
"""Characters before an abbreviation in brackets in which the words stand that it is short for."""

_AT_ONCE = 4096
"""Characters that are read ahead."""

_LONGEST_SHORT_FORM = 4
"""Characters of a word with a full stop that is a title ("Prof") and ends no sentence."""
_LONGEST_NAME = 6
"""Words of a name that are looked at on each side."""
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_BETWEEN = re.compile(r"[ -]")
_FIRST_WORD = re.compile(r"(?:[^\W_]|\\w\*)+(?=\\[ -])")
_ANY_WORD = (r"\w+",)
_BEGINS = 1 << 20
"""What is added to the weight of a word that a phrase may begin with."""
_MOST_WORDS = 20_000
"""Words of which it is kept whether they are company."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.-]*) $")
_WORD_AFTER = re.compile(r" ([^\W\d_][\w-]*)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|\n«\"“–•*-])[ \t»\"”)]*$")


def _ends_sentence(word: str) -> bool:
    """Return whether a word has a full stop after it that is not that of a title or an initial."""
    return word[-1] == "." and (len(word) > _LONGEST_SHORT_FORM or len(word) > len("J.") and word.isupper())


def _around(text: str, start: int, end: int) -> str:
    """Return what is around a word, folded."""
    return f" {text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}".casefold()


def _has_letters(words: str, short: str) -> bool:
    """Return whether words begin as an abbreviation does and have its other letters in order."""
    letters = iter(words)
    return words[0] == short[0] and len(words.split()) <= len(short) and all(letter in letters for letter in short)


class Sense(NamedTuple):
    """What is known of a word with other senses."""

    alone: Confidence
    company: Company
    near: bool
    """Whether it means the term only near its company, whatever else is there."""
    only: bool
    """Whether not even a text about health is enough."""
    enough: int
    """What its company has to weigh, but in a text about health."""
    figurative: bool
    """Whether its other senses are figures of speech, which long texts have that hardly speak of health."""
    among: bool = False
    """Whether it means the term among several terms too, without a word of its company."""


class Company:
    """Words and phrases, each with a weight, that are sought near a word."""

    def __init__(self, *lists: tuple[Sequence[str], int], beside: Company | None = None) -> None:
        """``lists`` are patterns, with the weight of what matches them; the heaviest first. What is in ``beside``
        counts too.
        """
        self._beside = beside
        self._patterns: list[tuple[re.Pattern[str], int]] = []
        self._phrases: list[tuple[re.Pattern[str], int]] = list(beside._phrases) if beside else []
        firsts = []
        for patterns, weight in lists:
            phrases = list(filter(_BETWEEN.search, patterns))
            if words := [pattern for pattern in patterns if pattern not in phrases]:
                self._patterns.append((re.compile("|".join(words)), weight))
            if phrases:
                # without anything before the first letters, so that those are sought by themselves
                self._phrases.append((re.compile(rf"(?:{'|'.join(phrases)})\b"), _PHRASE * weight))
            # a phrase that is no plain words may begin with any
            firsts += [_FIRST_WORD.match(phrase) or _ANY_WORD for phrase in phrases]
        self._firsts = re.compile("|".join(first[0] for first in firsts) or "(?!)")
        self._weights: Kept[str | bytes, int] = Kept(self._weight, _MOST_WORDS)

    def weight(self, written: bytes, text: str, start: int, end: int, enough: int) -> int:
        """Return the weight of the different words and phrases around a word, or one that is ``enough``.

        ``written`` is what is around it, in one byte for each character.
        """
        words = written.split() if ODD not in written else _WORD.findall(_around(text, start, end))
        weigh = self._weights.__getitem__
        signs = set(filter(weigh, words))
        if not signs:
            return 0
        begins, weight = divmod(sum(map(weigh, signs)), _BEGINS)
        if begins and weight < enough:
            around = _around(text, start, end)
            for phrases, each in self._phrases:
                if any(not _LETTER.match(around, found.start() - 1) for found in phrases.finditer(around)):
                    weight += each
        return weight

    def _weight(self, word: str | bytes) -> int:
        """Return the weight of a word, 0 for most, with ``_BEGINS`` where a phrase may begin with it."""
        text = word if isinstance(word, str) else word.decode("latin-1")
        own = next((weight for any_of, weight in self._patterns if any_of.fullmatch(text)), 0)
        begins, other = divmod(self._beside._weights[word] if self._beside else 0, _BEGINS)
        return max(own, other) + (_BEGINS if begins or self._firsts.fullmatch(text) else 0)


class Senses:
    """The words of a language that have other senses."""

    def __init__(self, lists: WordLists) -> None:
        self.subject = Company((lists.subject, _ENOUGH), (lists.hints, 1))
        """The words that speak of health, those that also have an everyday sense with less weight."""
        self._senses: dict[str, Sense] = {}
        for entry in lists.senses:
            near, among = entry.only != ONLY[0], entry.only == AMONG_TERMS
            only = among or entry.only == "true"
            enough = _MUCH if entry.twice else _ENOUGH
            company = Company((entry.company, _ENOUGH), beside=None if near else self.subject)
            figurative = entry.alone == FIGURATIVE
            alone = Confidence.CERTAIN if figurative else Confidence(entry.alone)
            self._senses.update(
                dict.fromkeys(entry.words, Sense(alone, company, near, only, enough, figurative, among))
            )
        self.health = Sense(Confidence.POSSIBLE, self.subject, False, False, _ENOUGH, False)
        """That of a word which is sure in texts about health alone."""
        self.figures = Sense(Confidence.CERTAIN, self.subject, False, False, _ENOUGH, True)
        """That of a word which is sure but in long texts that hardly speak of health."""
        self.lists = lists
        words = "|".join(map(re.escape, lists.stand_for)) or "(?!)"
        self.stands_for = re.compile(rf",? (?:{words}) [«\"“‘']*([^\W\d_][^.,;:()\n]{{3,80}})")
        """What is after an abbreviation of which a text says what it is short for."""
        self._inside = lists.inside_names
        self._names = frozenset(lists.names)

    def of(self, surface: str, base: str) -> Sense | None:
        """Return what is known of a folded surface, or of the base form of its designation."""
        return self._senses.get(surface) or self._senses.get(base)

    def speaks_of_health(self, words: str) -> bool:
        """Return whether words show by themselves that they are about health."""
        return self.subject.weight(in_one_byte(words), words, 0, 0, 1) > 0

    def in_name(self, text: str, start: int, end: int, *, first_counts: bool = False) -> str:
        """Return "sure" where a capitalised word is plainly part of a name, "maybe" beside other capitals, or nothing.

        ``first_counts`` says whether the capital that begins a sentence may be that of a name.

        >>> from imsterms.languages.word_lists import word_lists
        >>> senses = Senses(word_lists("nb"))
        >>> senses.in_name("Hun ringte Helse Vestby.", 11, 16), senses.in_name("Helse er viktig.", 0, 5)
        ('sure', '')
        """
        run = []
        place = start
        for _ in range(_LONGEST_NAME):
            word = _WORD_BEFORE.search(text, max(0, place - 40, text.rfind(" ", max(0, place - 40), place - 2)), place)
            if word is None or not self._in_run(word[1]) or _ends_sentence(word[1]):
                break
            place = word.start()
            # a capital that begins a sentence is no sign of a name
            if word[1][0].isupper() and (first_counts or not _SENTENCE_START.search(text, max(0, place - 10), place)):
                run.append(word[1])
        place = end
        for _ in range(_LONGEST_NAME):
            word = _WORD_AFTER.match(text, place)
            if word is None or not self._in_run(word[1]):
                break
            place = word.end()
            if word[1][0].isupper():
                run.append(word[1])
        if not run:
            return ""
        names = {word.casefold() for word in (*run, text[start:end])}
        return "sure" if not self._names.isdisjoint(names) else "maybe"

    def _in_run(self, word: str) -> bool:
        return word[0].isupper() or word in self._inside


def senses_of(glossary: Concepts) -> Senses:
    """Return the words of the language of a glossary that have other senses; they are read when first asked for."""
    return glossary.once("senses", lambda: Senses(word_lists(glossary.language, glossary._word_lists)))


class Text:
    """A text in which words are judged: its subject, and where its unambiguous terms are."""

    def __init__(self, text: str, senses: Senses, places: Sequence[int], concepts: int) -> None:
        """``places`` are the starts of the terms that have one sense, ``concepts`` how many concepts they name."""
        self._text = text
        self._senses = senses
        self._places = places
        self._definitions: dict[tuple[str, ...], bool | None] = {}
        self._references = References(text, senses.lists)
        self._is_subject = concepts >= _SUBJECT_CONCEPTS and len(text) <= _SUBJECT_REACH * len(places)
        self._is_note = len(text) <= _NOTE * len(places)
        self._line = b""
        self._known_from = self._known_to = 0
        self._enough = _MUCH if len(text) > _SPARSE * (len(places) + 1) else _ENOUGH

    def judge(self, start: int, end: int, sense: Sense | None, capitals: bool, long_forms: Sequence[str]) -> Verdict:
        """Return how sure it is that a word means its concept, and why; words are asked for from left to right.

        ``capitals`` says that the designation itself has a capital; ``long_forms`` are the other words of the concept,
        for an abbreviation.
        """
        text = self._text
        if text[start].isupper() and (not capitals or long_forms and text[start + 1 : end].islower()):
            name = "" if text[start:end].isupper() else self._senses.in_name(text, start, end)
            if name == "sure" or name and (long_forms or sense is not None and sense.alone is not Confidence.CERTAIN):
                return _IN_NAME
        if end >= self._references.prose_to and self._references.hold(start, end):
            return _IN_REFERENCE
        if long_forms:
            defined = self._defined(text[start:end], long_forms)
            if defined is not None:
                return _BY_COMPANY if defined else _DEFINED
        if sense is None or sense.alone is Confidence.CERTAIN and not (sense.figurative and self._enough == _MUCH):
            return CERTAIN
        enough = _ENOUGH if sense.figurative else self._enough if self._is_subject else max(sense.enough, self._enough)
        terms = enough // _ENOUGH
        if not sense.near and self._has_beside(start, terms, sense):
            return _BY_COMPANY
        weight = sense.company.weight(self._written(start, end), text, start, end, enough)
        # the company is mostly terms, and none of them counts twice
        if weight >= enough or weight and sense.near and self._has_beside(start, terms, sense):
            return _BY_COMPANY
        if self._is_subject and not sense.only:
            return _BY_SUBJECT
        if sense.among and (self._is_note or self._has_beside(start, _SEVERAL, sense)):
            return _BY_SUBJECT
        return Confidence.POSSIBLE if sense.figurative else sense.alone, ALONE

    def _written(self, start: int, end: int) -> bytes:
        """Return what is around a word, a byte for each character."""
        low, high = max(0, start - NEAR), end + NEAR
        if high > self._known_to:
            self._known_from, self._known_to = low, high + _AT_ONCE
            self._line = in_one_byte(self._text[low : self._known_to])
        place = self._known_from
        return self._line[low - place : start - place] + b" " + self._line[end - place : high - place]

    def _has_beside(self, start: int, terms: int, sense: Sense) -> bool:
        """Return whether so many other terms that have one sense are near a word."""
        places = self._places
        # of the terms that show health, only those with figures of speech are themselves asked for
        last = bisect_left(places, start - NEAR) + terms - 1 + (sense.figurative and not sense.near)
        return last < len(places) and places[last] <= start + NEAR

    def _defined(self, short: str, long_forms: Sequence[str]) -> bool | None:
        """Return whether the text introduces an abbreviation as one of the long forms; None where it does not."""
        key = short, *long_forms
        if key not in self._definitions:
            self._definitions[key] = self._definition(short, long_forms)
        return self._definitions[key]

    def _definition(self, short: str, long_forms: Sequence[str]) -> bool | None:
        befores, afters = self._introductions(short)
        if any(form in words for words in (*befores, *afters) for form in long_forms):
            return True
        # "TRP (transport plan)" has the letters in order; what has a word of a long form is another name of the concept
        known = {word[:_STEM] for form in long_forms for word in form.split()}
        for words in afters:
            if known.isdisjoint(word[:_STEM] for word in words.split()) and _has_letters(words, short.casefold()):
                return False
        # "one pneumothorax (PTX)" says what it is short for; "one AE (PTX)" and another sentence before it do not
        initial = short[0].casefold()
        last = [word for before in befores for word in _SENTENCE.split(before)[-1].split()[-len(short) - 1 :]]
        return False if any(word[0] == initial for word in last) else None

    def _introductions(self, short: str) -> tuple[list[str], list[str]]:
        """Return what is before an abbreviation in brackets, and what is after one as what it is short for, folded."""
        befores, afters = [], []
        for place, end in map(re.Match.span, re.finditer(rf"(?<!\w){re.escape(short)}", self._text)):
            if place > 1 and self._text.startswith(" (", place - 2) and _END_OF_BRACKETS.match(self._text, end):
                befores.append(self._text[max(0, place - 2 - _LONG_FORM) : place - 2].casefold())
            if bracket := _IN_BRACKETS.match(self._text, end):
                afters.append(bracket[1].casefold())
            if long_form := self._senses.stands_for.match(self._text, end):
                afters.append(" ".join(long_form[1].casefold().split()[: len(short)]))
        return befores, afters
