"""Search boxes: words in any order, beginnings, parts of compounds, slips, letters without rings and slashes.

The index holds every word of every designation, and the words of the definitions. A query is taken word by word; a
concept is found by the designation, or the definition, that has them all.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from unicodedata import normalize

from .. import limits
from ..errors import MissingFormError, MissingTranslationError
from .by_code import concepts_of_codes, normal_code
from .concept import Concept, Concepts
from .designation import TERM, Designation
from .find import BETWEEN, NEXT, Found, designated, key

# what a keyboard without Norwegian letters writes for them; accents are left to NFD
_PLAIN_LETTERS = (*zip("øæđł", "oadl", strict=True), ("ß", "ss"), *((mark, " ") for mark in "-/.,;:!?()"))
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("aa", "a"))
_NOT_COMPARED = re.compile(rf"[^\w {BETWEEN}{NEXT}]|_")

# how a word of the query fits a word of the index, the better the lower
_WHOLE, _EDGE, _INSIDE, _SLIP, _TWO_SLIPS = range(5)
_DEFINITION = 10
"""Added for a word that is not in a designation but in the definition."""
_SMALL = 3
"""Letters of a word that need not be found beside others: in, the, for."""


def loose_key(text: str) -> str:
    """Return a text as ``search`` compares it: without case, accents and hyphens, æ ø å as any keyboard writes them.

    >>> loose_key("Nål"), loose_key("naal"), loose_key("IMS-behandling")
    ('nal', 'nal', 'ims behandling')
    """
    return _loosened(text.replace(BETWEEN, "").replace(NEXT, ""))


def _loosened(text: str) -> str:
    folded = key(text)
    for letter, plain in _PLAIN_LETTERS:
        folded = folded.replace(letter, plain)
    if not folded.isascii():
        folded = normalize("NFD", folded)
    folded = _NOT_COMPARED.sub("", folded)
    for digraph, letter in _DIGRAPHS:
        folded = folded.replace(digraph, letter)
    return folded


class SearchIndex:
    """The words of a glossary's designations and definitions, made once."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self._designated = designated(glossary)
        definitions = {concept.id: text for concept in glossary.values() if (text := _definition(concept))}
        self._concepts = [*self._designated.concepts, *definitions]
        """The id of the concept of each entry: the designations, then the definitions."""
        texts = BETWEEN + NEXT.join([*self._designated.texts, *definitions.values()]) + BETWEEN
        self._forms = _loosened(texts.replace(NEXT, BETWEEN + NEXT + BETWEEN)).split(NEXT)
        """What is compared of each entry, for a designation its forms, with ``BETWEEN`` around them."""
        self._lengths = array("H", bytes(2 * len(self._forms)))
        """The length of the shortest form of each entry, as far as it was needed."""
        entries: defaultdict[str, list[int]] = defaultdict(list)
        for entry, forms in enumerate(self._forms):
            words = set(forms.replace(BETWEEN, " ").split())
            if " " in forms:  # written together too: neckpain
                words |= {form.replace(" ", "") for form in forms.split(BETWEEN) if form.count(" ") in (1, 2)}
            for word in words:
                entries[word].append(entry)
        self._words = sorted(entries)
        self._postings = [entries[word] for word in self._words]
        self._kept: dict[tuple[str, bool], dict[int, int]] = {}
        self._ranked: dict[tuple[str, int], list[int]] = {}

    @cached_property
    def _text(self) -> str:
        """All words in one text, where a part of a word is found faster than anywhere else."""
        return "\n" + "\n".join(self._words) + "\n"

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word begins in ``_text``."""
        return list(accumulate((len(word) + 1 for word in self._words), initial=1))

    @cached_property
    def _letters(self) -> list[int]:
        """The letters of each word as bits."""
        return [_letters(word) for word in self._words]

    @cached_property
    def _ending(self) -> dict[str, list[int]]:
        """The words with each ending."""
        ending: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if len(word) > _SMALL:
                ending.setdefault(word[-_SMALL:], []).append(number)
        return ending

    def search(self, query: str, limit: int) -> list[Found]:
        """Return at most ``limit`` concepts that ``query`` may mean, best first."""
        wanted = loose_key(query[: limits.QUERY_CHARACTERS])
        words = list(dict.fromkeys(wanted.split()))[: limits.QUERY_WORDS]
        if not words:
            return []
        whole = " ".join(wanted.split())
        # many people begin with the same letters
        ranked = self._ranked.get((whole, limit))
        if ranked is None:
            if len(self._ranked) >= limits.KEPT_QUERIES:
                self._ranked = {}
            ranked = self._ranked[whole, limit] = self._best(words, BETWEEN + whole + BETWEEN)[:limit]
        return [self._result(entry, whole) for entry in ranked]

    def _best(self, words: list[str], whole: str) -> list[int]:
        """Return the best entry of each concept that has the words, best first."""
        ranks = self._designated.ranks
        best: dict[str, tuple[tuple[int, ...], int]] = {}
        for entry, fit in self._fitting(words):
            concept_id = self._concepts[entry]
            so_far = best.get(concept_id)
            if so_far is not None and so_far[0][0] < fit:
                continue
            rank = ranks[entry] if entry < len(ranks) else 0
            score = fit, whole not in self._forms[entry], rank, self._lengths[entry] or self._length(entry)
            if so_far is None or score < so_far[0]:
                best[concept_id] = score, entry
        return [entry for _, entry in sorted(best.values(), key=lambda item: (item[0], self._forms[item[1]]))]

    def _length(self, entry: int) -> int:
        """Return the length of the shortest form of an entry."""
        length = self._lengths[entry] = min(map(len, self._forms[entry][1:-1].split(BETWEEN)))
        return length

    def _result(self, entry: int, whole: str) -> Found:
        """Return what is handed out: the form that is most like the query."""
        if entry >= len(self._designated.texts):
            return _by_term(self._glossary[self._concepts[entry]])
        forms = self._forms[entry][1:-1].split(BETWEEN)
        likest = min(range(len(forms)), key=lambda form: (forms[form] != whole, not forms[form].startswith(whole)))
        return self._designated.found(entry, self._designated.texts[entry].split(BETWEEN)[likest])

    def _fitting(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Yield each entry that has the words, and how well they fit; one for each small word that it lacks."""
        needed = [word for word in words if len(word) > _SMALL] or words[:1]
        optional = [word for word in words if word not in needed]
        fits = [self._fits(word, True) for word in needed]
        fits.sort(key=len)
        extra = [self._fits(word, False) for word in optional]
        first, *others = fits
        definitions = len(self._designated.texts)
        for entry, fit in first.items():
            total = fit
            for other in others:
                more = other.get(entry)
                if more is None:
                    break
                total += more
            else:
                if entry >= definitions:
                    total += _DEFINITION
                if extra:
                    total += sum(entry not in word for word in extra)
                yield entry, total

    def _fits(self, word: str, slips: bool) -> dict[int, int]:
        """Return the entries that have a word like ``word``, with how well it fits."""
        # at the next key all words but the last are the same
        kept = self._kept.get((word, slips))
        if kept is None:
            if len(self._kept) >= limits.KEPT_QUERIES:
                self._kept = {}
            kept = self._kept[word, slips] = self._fits_anew(word, slips)
        return kept

    def _fits_anew(self, word: str, slips: bool) -> dict[int, int]:
        fits: dict[int, int] = {}

        def take(numbers: Iterable[int], fit: int) -> None:
            for number in numbers:
                for entry in self._postings[number]:
                    fits.setdefault(entry, fit)

        first, last = self._beginning_with(word)
        if first < last and self._words[first] == word:
            take((first,), _WHOLE)
        take(range(first, last), _EDGE)
        if len(word) >= _SMALL:
            inside = list(self._containing(word))
            take((number for number, at_end in inside if at_end), _EDGE)
            take((number for number, at_end in inside if not at_end), _INSIDE)
        if slips and len(word) > _SMALL and not fits:
            take(self._with_a_slip(word), _SLIP)
            if not fits and len(word) > 5:
                take(self._with_two_slips(word), _TWO_SLIPS)
        return fits

    def _beginning_with(self, start: str) -> tuple[int, int]:
        first = bisect_left(self._words, start)
        return first, bisect_right(self._words, start + "\U0010ffff", first)

    def _exists(self, start: str) -> bool:
        number = bisect_left(self._words, start)
        return number < len(self._words) and self._words[number].startswith(start)

    def _containing(self, part: str) -> Iterator[tuple[int, bool]]:
        """Yield the words with ``part`` after their first letter, and whether they end in it."""
        text = self._text
        position = text.find(part)
        while position >= 0:
            if text[position - 1] != "\n":
                yield bisect_right(self._starts, position) - 1, text[position + len(part)] == "\n"
            position = text.find(part, position + 1)

    def _with_a_slip(self, word: str) -> Iterator[int]:
        """Yield the words that begin as ``word`` does but for one letter missing, added, wrong, or swapped."""
        for start in dict.fromkeys(self._one_slip_away(word)):
            yield from range(*self._beginning_with(start))
        # a letter too many at the end: only the whole word, or every shorter beginning would do
        number = bisect_left(self._words, word[:-1])
        if number < len(self._words) and self._words[number] == word[:-1]:
            yield number

    def _one_slip_away(self, word: str) -> Iterator[str]:
        for position in range(len(word)):
            before, after = word[:position], word[position:]
            if before and not self._exists(before):
                return
            if len(after) > 1:
                yield before + after[1:]
                yield before + after[1] + after[0] + after[2:]
            for letter in self._letters_after(before):
                yield before + letter + after
                yield before + letter + after[1:]

    def _letters_after(self, before: str) -> Iterator[str]:
        """Yield the letters that follow ``before`` in some word."""
        number, last = self._beginning_with(before)
        length = len(before)
        while number < last:
            word = self._words[number]
            if len(word) == length:
                number += 1
                continue
            letter = word[length]
            yield letter
            number = bisect_right(self._words, before + letter + "\U0010ffff", number)

    def _with_two_slips(self, word: str) -> Iterator[int]:
        """Yield the words that are ``word`` but for two slips, its first two letters or its last three right."""
        numbers = {*range(*self._beginning_with(word[:2])), *self._ending.get(word[-3:], ())}
        letters = _letters(word)
        for number in sorted(numbers):
            # two slips change two letters at most
            if (letters ^ self._letters[number]).bit_count() <= 4:
                other = self._words[number]
                if abs(len(other) - len(word)) <= 2 and edit_distance(word, other, 2) <= 2:
                    yield number


def _letters(word: str) -> int:
    """Return the letters of a word as bits; letters that share one only make words look more alike."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _definition(concept: Concept) -> str:
    try:
        return str(concept.definition or "") if concept.has_term else ""
    except (MissingFormError, MissingTranslationError):
        return ""


def search(glossary: Concepts, query: str, limit: int) -> list[Found]:
    """Return at most ``limit`` concepts that ``query`` may mean, best first.

    A code comes before all words; where the glossary's own language has nothing, its other languages are searched.
    """
    found = {result.concept.id: result for result in _by_code(glossary, query)}
    for language in dict.fromkeys((glossary.language, *glossary.languages)):
        if language != glossary.language and found:
            break
        for result in _search_index(glossary.in_language(language)).search(query, limit):
            if result.concept.id not in found:
                if language != glossary.language:
                    result = result._replace(concept=glossary[result.concept.id], language=language)
                found[result.concept.id] = result
    return list(found.values())[: max(limit, 0)]


def _search_index(glossary: Concepts) -> SearchIndex:
    return glossary.once("search", lambda: SearchIndex(glossary))


def _by_code(glossary: Concepts, query: str) -> Iterator[Found]:
    """Yield the concepts that have exactly the code ``query``, in any system."""
    code = normal_code(query[: limits.QUERY_CHARACTERS])
    if not any(character.isdigit() for character in code):
        return
    codes = glossary.once("codes", lambda: concepts_of_codes(glossary))
    for concept_id in codes.get(code, ()):
        concept = glossary[concept_id]
        if concept.has_term:
            yield _by_term(concept)


def _by_term(concept: Concept) -> Found:
    """Return what is handed out where the concept was found by none of its designations."""
    return Found(concept, Designation({"": str(concept)}, TERM), (), str(concept))


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the number of letters to insert, delete, replace or swap to turn one text into the other.

    Anything over ``limit`` is returned as ``limit + 1``.

    >>> edit_distance("trigerpunkt", "triggerpunkt", 2), edit_distance("muksel", "muskel", 2)
    (1, 1)
    """
    length = len(one)
    if abs(length - len(other)) > limit:
        return limit + 1
    if not length:
        return len(other)
    # bits, one for each letter of ``one`` (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau
    # edit distances")
    letters: dict[str, int] = {}
    for position, letter in enumerate(one):
        letters[letter] = letters.get(letter, 0) | 1 << position
    every = (1 << length) - 1
    last = 1 << length - 1
    more, less, alike, before, distance = every, 0, 0, 0, length
    for letter in other:
        match = letters.get(letter, 0)
        swapped = (~alike & match) << 1 & before
        alike = (((match & more) + more) ^ more | match | less | swapped) & every
        right, left = less | every & ~(alike | more), alike & more
        distance += bool(right & last) - bool(left & last)
        right = (right << 1 | 1) & every
        more, less = (left << 1 | every & ~(alike | right)) & every, right & alike
        before = match
    return min(distance, limit + 1)
