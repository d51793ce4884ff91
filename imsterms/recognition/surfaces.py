"""Every form of every designation of a glossary, as it may stand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..lexicon.concept import ABBREVIATION, ADMITTED, DEPRECATED, PLAIN, PREFERRED
from . import endings
from .endings import BASE, NORDIC, PLURAL, THE, THE_PLURAL

if TYPE_CHECKING:
    from ..lexicon.concept import Concept, Concepts

_NAMES = {"en": (BASE, PLURAL)}
_NAMES_NORDIC = (BASE, THE, PLURAL, THE_PLURAL)
_OWN_NAMES = {ABBREVIATION: "short", PLAIN: "plain"}
"""The base forms that the table of forms has a name for."""

_RANK = {PREFERRED: 0, ABBREVIATION: 1, ADMITTED: 2, DEPRECATED: 3, PLAIN: 4}


Forms = Mapping[str, str | None]
"""Forms of a designation by name; None is a form that does not exist."""


class Reading:
    """What a surface may stand for: a designation of a concept."""

    __slots__ = ("base", "combining", "concept_id", "forms", "listed", "rank", "status", "text")

    def __init__(
        self,
        concept_id: str,
        status: str,
        base: str,
        text: str,
        form: str | None,
        listed: bool,
        combining: str | None = None,
    ) -> None:
        self.concept_id = concept_id
        self.status = status
        self.base = base
        """Base form of the designation."""
        self.text = text
        """The surface as the termbase writes it, or would."""
        if status in _OWN_NAMES and form in ("", "genitive"):
            form = f"{_OWN_NAMES[status]} {form}".rstrip()
        self.forms: tuple[str, ...] = () if form is None else (form,)
        """Names of the forms that look like this; none where that is not known."""
        self.listed = listed
        """Whether the form is listed, or was made with a regular ending."""
        self.combining = combining
        """What stands for the designation before another word ("nåle"), on a reading of its base form."""
        self.rank = _RANK[status] + (0 if listed else len(_RANK))
        """The lower, the sooner this is what is meant."""

    @property
    def is_abbreviation(self) -> bool:
        """Whether the designation is written as abbreviations are."""
        return endings.is_abbreviation(self.base)


class Paradigms:
    """The nouns of a language whose forms are listed, by which others are inflected."""

    def __init__(self) -> None:
        self._nouns: dict[str, dict[str, dict[str, str]]] = {}

    def learn(self, language: str, forms: Forms) -> None:
        """Note the forms of a designation's head."""
        if language not in NORDIC or len(forms) < 2:
            return
        noun = (forms[BASE] or "").rpartition(" ")[2]
        found = {}
        for name in (THE, PLURAL, THE_PLURAL):
            last = (forms.get(name) or "").rpartition(" ")[2]
            if last:
                found[name] = last
        # two letters in common, or it is not the last word that is inflected
        if found and all(form[:2] == noun[:2] for form in found.values()):
            known = self._nouns.setdefault(language, {})
            if len(found) > len(known.get(noun.lower(), ())):
                known[noun.lower()] = found

    def of(self, language: str) -> Mapping[str, Mapping[str, str]]:
        return self._nouns.get(language, {})


def surfaces(glossary: Concepts) -> Iterator[Reading]:
    """Yield every surface of every designation that the glossary has, the listed ones of a concept first."""
    concepts = [concept for concept in glossary.values() if concept.has_term]
    paradigms = Paradigms()
    designations = []
    for concept in concepts:
        language = concept.term.language
        for status, forms in _listed(concept._record, language):
            designations.append((concept, language, status, forms))
            paradigms.learn(language, forms)
    for concept, language, status, forms in designations:
        yield from _of_designation(concept, language, status, forms, paradigms)
    for concept in concepts:
        yield from _variants(concept, concept.term.language)


def _listed(record: Mapping[str, Any], language: str) -> Iterator[tuple[str, Forms]]:
    """Yield the designations of a terms record with their forms by name; None is a form that does not exist."""
    yield PREFERRED, {name: form for name, form in record["forms"].items() if name not in ("a", "compound")}
    if record.get("abbreviation"):
        yield ABBREVIATION, {BASE: record["abbreviation"]}
    names = _NAMES.get(language, _NAMES_NORDIC)
    for status in (ADMITTED, DEPRECATED):
        for listed in record.get(status, ()):
            forms = {
                names[place] if place < len(names) else str(place + 1): None if form == "-" else form
                for place, form in enumerate(listed["forms"])
                if form
            }
            if forms.get(BASE):
                yield status, forms
    if record.get("plain"):
        yield PLAIN, {BASE: record["plain"]}


def _of_designation(
    concept: Concept, language: str, status: str, forms: Forms, paradigms: Paradigms
) -> Iterator[Reading]:
    base = forms[BASE] or ""
    combining = concept._record["forms"].get("compound") if status == PREFERRED else None
    seen = set()

    def reading(text: str, name: str | None, listed: bool) -> Iterator[Reading]:
        if (text, name) not in seen:
            seen.add((text, name))
            yield Reading(concept.id, status, base, text, name, listed, combining if text == base else None)

    # an article is part of the term only where the designation itself begins with one ("det korte muskelsyndromet")
    yield from reading(base, BASE, True)
    for name, form in forms.items():
        if form:
            yield from reading(endings.without_article(form, language), name, True)
    if endings.is_abbreviation(base):
        for text, name in endings.abbreviation_forms(base, language):
            yield from reading(text, name, False)
        return
    if status == PLAIN:
        return
    if concept.part_of_speech == "proper noun" and status != DEPRECATED:
        inflected = dict.fromkeys([(endings.without_article(base, language), BASE)])
    else:
        inflected = dict.fromkeys(_inflected(forms, language, paradigms))
    for text, name in inflected:
        yield from reading(text, name, False)
        with_s = endings.genitive(text, name, language)
        if with_s:
            yield from reading(*with_s, False)


def _inflected(forms: Forms, language: str, paradigms: Paradigms) -> Iterator[tuple[str, str]]:
    """Yield every form of a designation, listed or regular, with every agreement of its adjectives."""
    base = endings.without_article(forms[BASE] or "", language)
    yield base, BASE
    words = base.split(" ")
    at = endings.head(words)
    before, noun, after = words[:at], words[at], words[at + 1 :]
    nouns: dict[tuple[str, str], None] = {(noun, BASE): None}
    agreements = {tuple(before): None}
    tails = {tuple(after): None}
    for name in (THE, PLURAL, THE_PLURAL):
        listed = forms.get(name)
        if not listed:
            continue
        listed = endings.without_article(listed, language)
        yield listed, name
        split = listed.split(" ")
        if len(split) == len(words):
            nouns[split[at], name] = None
            agreements[tuple(split[:at])] = None
            tails[tuple(split[at + 1 :])] = None
    for name, regular in endings.noun_forms(noun, language, paradigms.of(language)).items():
        # where a form is listed, only the official doublets of that form are added; where it does not exist, people
        # still make one of a noun of action (tørrnålinger)
        if name not in forms or not forms[name] and endings.is_productive(noun):
            for form in regular:
                nouns[form, name] = None
    neuter = any(name == THE and form.endswith("et") for form, name in nouns)
    for form, name in list(nouns):
        for doublet in endings.doublets(form, name, noun, neuter, language):
            nouns[doublet, name] = None
    if language in NORDIC:
        for agreement in list(agreements):
            for place, adjective in enumerate(agreement):
                for other in endings.participles(adjective):
                    agreements[(*agreement[:place], other, *agreement[place + 1 :])] = None
    for agreement in agreements:
        for form, name in nouns:
            for tail in tails:
                yield " ".join((*agreement, form, *tail)), name


def _variants(concept: Concept, language: str) -> Iterator[Reading]:
    """Yield other official spellings and inflections of the preferred term, which count as the term itself."""
    record = concept._record
    base = str(concept.term)
    for listed in record.get("variants", ()):
        for form in listed["forms"]:
            if form in ("", "-"):
                continue
            text = endings.without_article(form, language)
            for name in _variant_forms(text, record["forms"], language):
                yield Reading(concept.id, PREFERRED, base, text, name, True)
                with_s = endings.genitive(text, name or BASE, language)
                if with_s:
                    yield Reading(
                        concept.id, PREFERRED, base, with_s[0], with_s[1] if name is not None else None, False
                    )


def _variant_forms(text: str, forms: Mapping[str, str | None], language: str) -> Iterable[str | None]:
    """Return the names of the forms that a variant stands for: the listed form that shares its ending."""
    endings_of: tuple[tuple[str, str], ...]
    if language == "en":
        endings_of = ((PLURAL, r"(?:s|ae)$"), (BASE, r"[^s]$|sis$|ness$"))
    elif language == "nb":
        endings_of = (
            (THE_PLURAL, r"(?:ene|ne)$"),
            (PLURAL, r"(?:er|re)$"),
            (THE, r"(?:en|et)$"),
            (THE, r"a$"),
        )
    else:
        endings_of = ((THE_PLURAL, r"(?:ane|ene)$"), (PLURAL, r"(?:ar|er)$"), (THE, r"(?:en|et|a)$"))
    if text.endswith("a") and language in NORDIC and re.search(r"(?:t|um|ed)$", forms.get(THE) or ""):
        return (THE_PLURAL,)
    for name, pattern in endings_of:
        if re.search(pattern, text) and forms.get(name):
            return (name,)
    return (BASE,)
