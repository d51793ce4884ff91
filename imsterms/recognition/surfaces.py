"""Every form of every designation of a glossary, as it may occur in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from ..languages.endings import BASE, PLURAL, THE, THE_PLURAL, Forms, Inflection
from ..languages.inflection import inflection
from ..languages.profile import profile
from ..lexicon.designation import ABBREVIATION, ADMITTED, DEPRECATED, LAY, PLAIN, TERM
from .words import fold, is_word

if TYPE_CHECKING:
    from ..lexicon.concept import Concept, Concepts

_OWN_NAMES = {ABBREVIATION: "short", PLAIN: "plain"}
"""The base forms that the table of forms has a name for."""

_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNING = 4
"""Letters at the beginning of a word that regular endings leave as they are."""

_new: Any = tuple.__new__

_RANK = {TERM: 0, ABBREVIATION: 1, ADMITTED: 2, DEPRECATED: 3, LAY: 4, PLAIN: 5}


Nouns = dict[str, dict[str, str]]
"""Nouns in lower case, each with its forms by name."""


class Named(NamedTuple):
    """What all surfaces of a designation have in common."""

    concept_id: str
    field: str
    """Where the termbase has the designation."""
    base: str
    """Base form of the designation."""
    combining: str | None = None
    """What stands for the designation before another word ("nåle")."""


class Reading(NamedTuple):
    """What a surface may stand for: a designation of a concept."""

    named: Named
    text: str
    """The surface as the termbase writes it, or would."""
    forms: tuple[str, ...]
    """Names of the forms that look like this; none where that is not known."""
    listed: bool
    """Whether the form is listed, or was made with a regular ending."""

    @property
    def concept_id(self) -> str:
        """The id of the concept."""
        return self.named.concept_id

    @property
    def field(self) -> str:
        """Where the termbase has the designation."""
        return self.named.field

    @property
    def base(self) -> str:
        """Base form of the designation."""
        return self.named.base

    @property
    def rank(self) -> int:
        """The lower, the sooner this is what is meant."""
        return _RANK[self.field] + (0 if self.listed else len(_RANK))

    @property
    def is_base(self) -> bool:
        """Whether it is the listed base form of one word, which may be part of a compound."""
        return self.listed and "" in self.forms and is_word(self.text) and not self.is_abbreviation

    @property
    def is_abbreviation(self) -> bool:
        """Whether the designation is written as abbreviations are."""
        return is_abbreviation(self.base)


@cache
def _names(field: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of forms of a designation, a tuple that all such surfaces share."""
    own = _OWN_NAMES.get(field)
    return tuple(f"{own} {form}".rstrip() if own and form in ("", "genitive") else form for form in forms)


@lru_cache(16384)  # asked of each form of a designation
def is_abbreviation(text: str) -> bool:
    """Return whether the last word of a designation is written as abbreviations are, with capitals inside.

    >>> is_abbreviation("TrP"), is_abbreviation("Gunn-IMS"), is_abbreviation("IMS-terapeut"), is_abbreviation("Qi")
    (True, True, False, False)
    """
    last = text.replace("-", " ").rpartition(" ")[2]
    if sum(map(str.isupper, last)) < 2:
        return False
    # three lower-case letters in a row are a word
    threes = (last[start : start + 3] for start in range(len(last) - 2))
    return not any(three.isalpha() and three == three.lower() for three in threes)


class Listed(NamedTuple):
    """A designation with the forms that the termbase lists for it."""

    concept: Concept
    field: str
    forms: Forms

    @property
    def base(self) -> str:
        """The base form."""
        return self.forms[BASE] or ""


def paradigms(language: str, designations: Iterable[Forms]) -> Nouns:
    """Return the nouns of a language whose forms are listed, in lower case, each with its forms by name.

    Other nouns are inflected by them. ``designations`` are the forms of designations in that language.
    """
    nouns: Nouns = {}
    for forms in designations if profile(language).compound == "joined" else ():
        noun = (forms[BASE] or "").rpartition(" ")[2]
        last_words = {name: (forms.get(name) or "").rpartition(" ")[2] for name in (THE, PLURAL, THE_PLURAL)}
        last_words = {name: last for name, last in last_words.items() if last}
        # two letters in common, or it is not the last word that is inflected
        if len(last_words) > len(nouns.get(noun.lower(), ())) and all(
            last[:2] == noun[:2] for last in last_words.values()
        ):
            nouns[noun.lower()] = last_words
    return nouns


def surfaces(glossary: Concepts) -> tuple[Reading, ...]:
    """Return every surface of every designation that the glossary has, the listed ones of a concept first.

    Where terms are sought in one text (``glossary.kept["text"]``), those are enough that it may have a word of.
    """
    return glossary.once("surfaces", lambda: _with_spellings(glossary, tuple(_surfaces(glossary))))


def _with_spellings(glossary: Concepts, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return surfaces, and those that are spelt otherwise elsewhere, unless that is another surface."""
    words = inflection(glossary.language)
    if not words.profile.spellings:
        return readings
    known = {reading.text.casefold() for reading in readings}
    respelt = (reading._replace(text=words.respelt(reading.text), listed=False) for reading in readings)
    return (*readings, *(reading for reading in respelt if reading.text.casefold() not in known))


def _surfaces(glossary: Concepts) -> Iterator[Reading]:
    concepts = [concept for concept in glossary.values() if concept.has_term]
    designations = [listed for concept in concepts for listed in _listed(concept)]
    by_language: dict[str, list[Forms]] = {}
    for listed in designations:
        by_language.setdefault(listed.concept.term.language, []).append(listed.forms)
    known = {language: paradigms(language, forms) for language, forms in by_language.items()}
    for concept in glossary.values():
        if not concept.has_term:  # the language may only have words that are not to be used for it
            designations += [Listed(concept, DEPRECATED, {**one.forms, BASE: str(one)}) for one in concept.deprecated]
    text = glossary.kept.get("text", "")
    beginnings = _beginnings_in(text)
    respelt = inflection(glossary.language).respelt
    for listed in designations:
        forms = " ".join(filter(None, listed.forms.values())) if text else ""
        if not text or _may_be_in(beginnings, forms) or _may_be_in(beginnings, respelt(forms)):
            yield from _of_designation(listed, known)
    for concept in concepts:
        for reading in _variants(concept):
            if not text or _may_be_in(beginnings, reading.text):
                yield reading


def _beginnings_in(text: str) -> set[str]:
    """Return every run of a few letters of a text, whatever parts its words: a compound may begin with any of them."""
    letters = "".join(_LETTERS.findall(fold(text)))
    return {letters[start : start + size] for size in range(1, _BEGINNING + 1) for start in range(len(letters))}


def _may_be_in(beginnings: set[str], forms: str) -> bool:
    """Return whether a word of some forms may be in the text: its beginning is, which endings leave alone."""
    words = _LETTERS.findall(fold(forms))
    long = [word[:_BEGINNING] for word in words if len(word) >= _BEGINNING - 1]
    return not beginnings.isdisjoint(long or words)


def _listed(concept: Concept) -> Iterator[Listed]:
    """Yield the designations of a concept with their forms."""
    record = concept._record
    language = concept.term.language
    forms = {name: form for name, form in record["forms"].items() if name not in ("a", "compound")}
    slots = profile(language).slots
    # beside a number, where there are more forms than two
    for index, counted in enumerate(record.get("counts", ())):
        forms.setdefault(slots[index] if index < len(slots) else str(index), counted)
    yield Listed(concept, TERM, forms)
    if record.get("abbreviation"):
        yield Listed(concept, ABBREVIATION, {BASE: record["abbreviation"]})
    names = profile(language).listed_forms
    listed = (ADMITTED, record.get("admitted")), (DEPRECATED, record.get("deprecated")), (LAY, record.get("lay"))
    for field, designations in listed:
        for designation in designations or ():
            forms = {
                names[index] if index < len(names) else str(index + 1): None if form == "-" else form
                for index, form in enumerate(designation["forms"])
                if form
            }
            if forms.get(BASE):
                yield Listed(concept, field, forms)
    if plain := record.get("plain"):
        yield Listed(concept, PLAIN, dict(zip((BASE, PLURAL), plain.split(" | "), strict=False)))


def _of_designation(listed: Listed, known: Mapping[str, Nouns]) -> Iterator[Reading]:
    concept, field, forms = listed
    base = listed.base
    words = inflection(concept.term.language if concept.has_term else concept.language)
    without_article = words.profile.without_article
    combining = concept._record["forms"].get("compound") if field == TERM else None
    # an article is part of the term only where the designation itself begins with one ("det korte muskelsyndromet")
    listed_texts: dict[str, tuple[str, ...]] = {base: (BASE,)}
    for name, form in forms.items():
        if form:
            _enter(listed_texts, without_article(form), name)
    made: Iterable[tuple[str, str] | None] = ()
    if is_abbreviation(base):
        made = words.abbreviation_forms(base)
    elif field != PLAIN:
        if concept.part_of_speech == "proper noun" and field != DEPRECATED:
            inflected = dict.fromkeys([(without_article(base), BASE)])
        else:
            inflected = dict.fromkeys(_inflected(forms, words, known.get(words.profile.tag, {})))
        made = chain.from_iterable((each, words.genitive(*each)) for each in inflected)
    others: dict[str, tuple[str, ...]] = {}
    for text, name in filter(None, made):
        if name not in listed_texts.get(text, ()):
            _enter(others, text, name)
    named = Named(concept.id, field, base, combining)
    for texts in (listed_texts, others):
        for text, names in texts.items():
            yield _new(Reading, (named, text, _names(field, names), texts is listed_texts))
            for joined in words.joined(text) if words.profile.prefixes else ():
                yield Reading(named, joined, _names(field, names), False)


def _enter(texts: dict[str, tuple[str, ...]], text: str, name: str) -> None:
    names = texts.get(text, ())
    if name not in names:
        texts[text] = (*names, name)


def _inflected(forms: Forms, words: Inflection, nouns_known: Nouns) -> Iterator[tuple[str, str]]:
    """Yield every form of a designation, listed or regular, with every agreement of its adjectives."""
    without_article = words.profile.without_article
    base = without_article(forms[BASE] or "")
    yield base, BASE
    phrase = base.split(" ")
    head = words.profile.head(phrase)
    noun = phrase[head]
    nouns: dict[tuple[str, str], None] = {(noun, BASE): None}
    agreements = {tuple(phrase[:head]): None}
    tails = {tuple(phrase[head + 1 :]): None}
    for name in (THE, PLURAL, THE_PLURAL):
        form = forms.get(name)
        if not form:
            continue
        form = without_article(form)
        yield form, name
        split = form.split(" ")
        if len(split) == len(phrase):
            nouns[split[head], name] = None
            agreements[tuple(split[:head])] = None
            tails[tuple(split[head + 1 :])] = None
    for name, regular in words.noun_forms(noun, nouns_known).items():
        # where a form is listed, only the official doublets of that form are added; where it does not exist, people
        # still make one of a noun of action (tørrnålinger)
        if name not in forms or not forms[name] and words.is_productive(noun):
            for form in regular:
                nouns[form, name] = None
    definite = frozenset(form for form, name in nouns if name == THE)
    for form, name in list(nouns):
        nouns.update(dict.fromkeys(words.other_forms(form, name, noun, definite)))
    if len(phrase) == 1:
        yield from nouns
        return
    for agreement in list(agreements):
        for index, adjective in enumerate(agreement):
            for other in words.adjective_forms(adjective):
                agreements[(*agreement[:index], other, *agreement[index + 1 :])] = None
    for agreement in agreements:
        for form, name in nouns:
            for tail in tails:
                yield " ".join((*agreement, form, *tail)), name


def _variants(concept: Concept) -> Iterator[Reading]:
    """Yield other official spellings and inflections of the preferred term, which count as the term itself."""
    record = concept._record
    words = inflection(concept.term.language)
    named = Named(concept.id, TERM, str(concept.term))
    for variant in record.get("variants", ()):
        for form in variant["forms"]:
            if form in ("", "-"):
                continue
            text = words.profile.without_article(form)
            name = words.variant_form(text, record["forms"])
            yield Reading(named, text, () if name is None else (name,), True)
            with_ending = words.genitive(text, name or BASE)
            if with_ending:
                text, genitive = with_ending
                yield Reading(named, text, () if name is None else (genitive,), False)
