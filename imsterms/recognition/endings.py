"""Regular endings: forms that a designation may take in running text although nobody listed them.

They are made **for recognition only**; what is rendered is always listed. A form that does not exist is harmless
here, since nobody writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

NORDIC = ("nb", "nn")
BASE, THE, PLURAL, THE_PLURAL = "", "the", "plural", "the plural"

Paradigm = Mapping[str, tuple[str, ...]]
"""What each form ends in, after what all forms have in common; the stem's own ending has the name ``stem``."""

_ARTICLES = {
    "nb": re.compile(r"(?:den|det|de|en|ei|et) ", re.I),
    "nn": re.compile(r"(?:den|det|dei|ein|ei|eit) ", re.I),
    "en": re.compile(r"(?:the|an|a) ", re.I),
}
_PREPOSITIONS = frozenset({
    "av", "i", "på", "med", "under", "til", "etter", "for", "om", "ved", "mot", "fra", "frå", "og", "mellom",
    "of", "in", "on", "with", "during", "to", "after",
})  # fmt: skip
_VOWELS = "aeiouyæøå"


def without_article(text: str, language: str) -> str:
    """Return a form without the article that it begins with.

    >>> without_article("den intramuskulære stimuleringen", "nb")
    'intramuskulære stimuleringen'
    """
    pattern = _ARTICLES.get(language)
    found = pattern.match(text) if pattern else None
    return text[found.end() :] if found and found.end() < len(text) else text


def head(words: list[str]) -> int:
    """Return which word of a phrase is inflected: the last one before a preposition.

    >>> head(["slitasjeforandring", "i", "ryggsøylen"]), head(["referert", "smerte"])
    (0, 1)
    """
    for place, word in enumerate(words):
        if place and word.lower() in _PREPOSITIONS and not words[place - 1].endswith("-"):
            return place - 1
    return len(words) - 1


def noun_forms(noun: str, language: str, known: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the regular forms of a noun by name, without the base.

    ``known`` holds listed nouns with their forms: a compound is inflected as its last part is.

    >>> noun_forms("triggerpunktakupunktur", "nb", {"akupunktur": {"the": "akupunkturen"}})["the"]
    ('triggerpunktakupunkturen',)
    """
    if language == "en":
        return {PLURAL: _english_plural(noun)}
    if language not in NORDIC or len(noun) < 4:
        return {}
    regular = _norwegian(noun, language)
    # a part shorter than three letters proves nothing
    for start in range(len(noun) - 2):
        listed = known.get(noun[start:].lower())
        if listed:
            return regular | {name: (noun[:start] + form,) for name, form in listed.items()}
    return regular


def is_productive(noun: str) -> bool:
    """Tell whether anybody can put a noun into the plural, whatever its meaning: nouns of action, and the like.

    >>> is_productive("tørrnåling"), is_productive("stress")
    (True, False)
    """
    return re.search(r"(?:ing|het|heit|sjon|effekt|kunnskap)$", noun) is not None


def _english_plural(noun: str) -> tuple[str, ...]:
    if re.search(r"(?:[sxz]|[cs]h)$", noun):
        if noun.endswith("sis"):
            return (f"{noun[:-2]}es",)
        return (f"{noun}es",)
    if re.search(r"[^aeiou]y$", noun):
        return (f"{noun[:-1]}ies",)
    return (f"{noun}s",)


def _norwegian(noun: str, language: str) -> dict[str, tuple[str, ...]]:
    plural = ("er",) if language == "nb" else ("ar", "er")
    the_plural = ("ene",) if language == "nb" else ("ane", "ene")
    if noun.endswith("e"):
        stem = noun[:-1]
        return {
            THE: (f"{stem}en", f"{stem}a", f"{stem}et"),
            PLURAL: tuple(stem + ending for ending in plural),
            THE_PLURAL: (*(stem + ending for ending in the_plural), f"{stem}a"),
        }
    if noun[-1:] in _VOWELS:
        return {
            THE: (f"{noun}en", f"{noun}et"),
            PLURAL: tuple(noun + ending for ending in plural),
            THE_PLURAL: tuple(noun + ending for ending in the_plural),
        }
    if re.search(r"ing$|het$|heit$|skap$|sjon$|dom$|ur$|itt$|isme$", noun):
        feminine = re.search(r"ing$|het$|heit$", noun)
        return {
            THE: (f"{noun}a",)
            if language == "nn" and feminine
            else (f"{noun}en", f"{noun}a")
            if feminine
            else (f"{noun}en",),
            PLURAL: tuple(noun + ending for ending in plural),
            THE_PLURAL: tuple(noun + ending for ending in the_plural),
        }
    if noun.endswith("er") and len(noun) > 4 and language == "nb":
        # behandler, behandlere, behandlerne
        return {THE: (f"{noun}en",), PLURAL: (f"{noun}e", f"{noun}er"), THE_PLURAL: (f"{noun}ne", f"{noun}ene")}
    doubled = noun + noun[-1] if re.search(r"[^aeiouyæøå][aeiouyæøå][mn]$", noun) else ""
    stems = (noun, doubled) if doubled else (noun,)
    return {
        THE: tuple(stem + ending for stem in stems for ending in ("en", "et", "a")),
        PLURAL: (*(stem + ending for stem in stems for ending in plural), noun),
        THE_PLURAL: tuple(stem + ending for stem in stems for ending in (*the_plural, "a")),
    }


def doublets(form: str, name: str, base: str, neuter: bool, language: str) -> Iterator[str]:
    """Yield other official endings of a listed form: -a beside -en, -a beside -ene, no ending beside -er.

    >>> list(doublets("nålesettingen", "the", "nålesetting", False, "nb"))
    ['nålesettinga']
    >>> list(doublets("punktene", "the plural", "punkt", True, "nb"))
    ['punkta']
    """
    if language != "nb":
        return
    if name == THE and form.endswith("en") and re.search(r"(?:ing|het|nål|rot|hud|økt|bøtte|e)$", base):
        yield f"{form[:-2]}a"
    elif name == THE_PLURAL and neuter and form == f"{base}ene":
        yield f"{base}a"
    elif name == PLURAL and form == f"{base}er" and re.search(r"(?:punkt|tegn|merke|bånd|mål|grep)$", base):
        yield base


def participles(adjective: str) -> Iterator[str]:
    """Yield other official forms of a participle: forkortede, forkortete, forkorta.

    >>> list(participles("forkortede")), list(participles("forkortet"))
    (['forkortete', 'forkorta'], ['forkorta'])
    """
    if re.search(r"..[^aeiouyæøå]ede$", adjective):
        yield f"{adjective[:-3]}ete"
        yield f"{adjective[:-3]}a"
    elif re.search(r"..[^aeiouyæøå]et$", adjective):
        yield f"{adjective[:-2]}a"


def abbreviation_forms(abbreviation: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the inflected forms of an abbreviation with their names.

    >>> dict(abbreviation_forms("IMS", "nb"))["IMS-en"], dict(abbreviation_forms("TrP", "en"))["TrPs"]
    ('the', 'plural')
    """
    if language == "en":
        yield f"{abbreviation}s", PLURAL
        return
    if language not in NORDIC:
        return
    for endings, name in (
        (("en", "et", "a"), THE),
        (("ens", "ets", "as"), "the genitive"),
        (("er", "ar", "e"), PLURAL),
        (("ene", "ane"), THE_PLURAL),
        (("enes", "anes"), "the plural genitive"),
        (("s",), "genitive"),
    ):
        for ending in endings:
            yield f"{abbreviation}-{ending}", name
    if abbreviation[-1:] not in "sxzSXZ":
        yield f"{abbreviation}s", "genitive"
    # a neuter abbreviation in Nynorsk: TrP-a are the trigger points
    yield f"{abbreviation}-a", THE_PLURAL


def genitive(form: str, name: str, language: str) -> tuple[str, str] | None:
    """Return the genitive of a form and its name; None where it would end in an apostrophe, which no match includes."""
    if language not in NORDIC or form[-1:].lower() in "sxz'":
        return None
    return f"{form}s", f"{name} genitive".strip()


def is_abbreviation(text: str) -> bool:
    """Tell whether the last word of a designation is written as abbreviations are, with capitals inside.

    >>> is_abbreviation("TrP"), is_abbreviation("Gunn-IMS"), is_abbreviation("IMS-terapeut"), is_abbreviation("Qi")
    (True, True, False, False)
    """
    last = re.split(r"[ -]", text)[-1]
    return sum(letter.isupper() for letter in last) >= 2 and not re.search(r"[a-zæøå]{3}", last)
