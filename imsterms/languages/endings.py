"""Regular forms: how a word may look in running text although that form is not listed.

They are made **for recognition only**; what is rendered is always listed. A form that does not exist is harmless
here, since it is never written. A plain list of endings is in the profile of the language; a family of languages
that needs more has a module of its own (``norwegian``), and ``inflection`` knows which.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from .profile import Profile

BASE, THE, PLURAL, THE_PLURAL = "", "the", "plural", "the plural"
GENITIVE = "genitive"
"""Names of the forms of a noun; that of a case follows the form's."""

Forms = Mapping[str, str | None]
"""Forms of a designation by name; None is a form that does not exist."""

Nouns = Mapping[str, Mapping[str, str]]
"""Listed nouns in lower case, each with its forms by name."""


@cache
def _genitive_of(name: str) -> str:
    """Return the name of the genitive of a form."""
    return f"{name} genitive".strip()


class Inflection:
    """The regular forms of a language, as its profile has them.

    >>> from imsterms.languages.inflection import inflection
    >>> inflection("sv").noun_forms("nål", {})["the"][:2]
    ('nålen', 'nålet')
    """

    shortest = 2
    """Letters of the shortest noun that has regular forms."""

    def __init__(self, language: Profile) -> None:
        self.profile = language
        # the first that fits, told in one go
        self._noun_rules = re.compile("|".join(f"(.*{ends})" for ends, *_ in language.nouns) or "(?!)", re.S)

    def noun_forms(self, noun: str, listed: Nouns) -> dict[str, tuple[str, ...]]:
        """Return the forms of a noun by name, without the base.

        Where compounds are one word, a compound is inflected as the ``listed`` noun that it ends with.
        """
        if len(noun) < self.shortest:
            return {}
        regular = self.regular_forms(noun)
        if self.profile.compound != "joined":
            return regular
        lower = noun.lower()
        # a part shorter than three letters proves nothing
        for start in range(len(noun) - 2 if listed else 0):
            last = listed.get(lower[start:])
            if last:
                return regular | {name: (noun[:start] + form,) for name, form in last.items()}
        return regular

    def regular_forms(self, noun: str) -> dict[str, tuple[str, ...]]:
        """Return the forms of a noun that its own ending allows, by name."""
        if rule := self._noun_rules.match(noun):
            _, without, endings = self.profile.nouns[(rule.lastindex or 1) - 1]
            stem = noun.removesuffix(without)
            return {name: tuple([stem + ending for ending in of_form]) for name, of_form in endings.items()}
        # "skada" loses its vowel before an ending (skador), and "nål" has none to lose
        stems = (noun, noun[:-1]) if noun[-1:] in self.profile.vowels else (noun,)
        return {
            name: tuple(stem + ending for stem in stems for ending in endings)
            for name, endings in self.profile.endings.items()
            if not self._base_of(name) and not (name == GENITIVE and self.profile.has_genitive)
        }

    def _base_of(self, name: str) -> str:
        """Return the form that the endings of a case are added to: "plural" for "plural dative"; empty for the base."""
        base, _, case = name.rpartition(" ")
        return base if case == GENITIVE or case in self.profile.cases else ""

    def is_productive(self, noun: str) -> bool:
        """Return whether people put a noun into the plural although the termbase says that it has none."""
        return noun.endswith(self.profile.productive)

    def other_forms(self, form: str, name: str, base: str, definite: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield what follows from a form of a noun, with its name: other official endings, and cases of it.

        ``definite`` are the noun's definite singular forms.
        """
        for case, endings in self.profile.endings.items():
            if name and self._base_of(case) == name and not (case.endswith(GENITIVE) and self.profile.has_genitive):
                for ending in endings:
                    yield form + ending, case

    def adjective_forms(self, adjective: str) -> Iterable[str]:
        """Return other official forms of an adjective."""
        return ()

    def abbreviation_forms(self, abbreviation: str) -> Iterator[tuple[str, str]]:
        """Yield the inflected forms of an abbreviation with their names."""
        for name, endings in self.profile.abbreviation_endings.items():
            for ending in endings:
                yield abbreviation + ending, name
        with_ending = self.genitive(abbreviation, BASE, abbreviation=True)
        if with_ending:
            yield with_ending

    def genitive(self, form: str, name: str, *, abbreviation: bool = False) -> tuple[str, str] | None:
        """Return the genitive of a form and its name; None where it is the form itself or ends in an apostrophe.

        An apostrophe is never part of a match.
        """
        genitive = self.profile.genitive(form, abbreviation=abbreviation)
        if genitive is None or genitive == form or not genitive[-1:].isalnum() or "'" in genitive[len(form) :]:
            return None
        return genitive, _genitive_of(name)

    def variant_form(self, text: str, forms: Forms) -> str | None:
        """Return the name of the form that a listed variant stands for; None where its ending does not tell."""
        by_length = sorted(
            ((ending, name) for name, endings in self.profile.endings.items() for ending in endings),
            key=lambda pair: -len(pair[0]),
        )
        for ending, name in by_length:
            if text.endswith(ending) and forms.get(name):
                return name
        return BASE if by_length else None

    def respelt(self, text: str) -> str:
        """Return a form as it is spelt elsewhere: anaesthesia, anesthesia."""
        for pair in self.profile.spellings:
            own, _, other = pair.partition("/")
            text = text.replace(own, other)
        return text

    def unaccented(self, text: str) -> Iterator[str]:
        """Yield a form as it is written where a keyboard lacks some of its letters: toerrnaaling, torrnaling."""
        letters = self.profile.plain_letters
        if not letters.keys().isdisjoint(text):
            for way in range(max(map(len, letters.values()))):
                plain = {ord(letter): ways[min(way, len(ways) - 1)] for letter, ways in letters.items()}
                yield text.translate(plain)

    def joined(self, text: str) -> Iterator[str]:
        """Yield a form with each prefix that is written together with it, in the languages that have such.

        Where the definite article is a prefix, that of a phrase may be at its last word alone.
        """
        prefixes = self.profile.prefixes
        texts = [text]
        first, space, last = text.rpartition(" ")
        if space and self.profile.definite == "prefix":
            definite = first + space + prefixes[0] + last
            yield definite
            texts.append(definite)
        for phrase in texts:
            for prefix in prefixes:
                yield prefix + phrase
