"""Ids, names of subject fields and language tags of ours, made from whatever a foreign file has.

What comes out is safe as a file name and a folder name on every system, whatever came in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import cache

from ...languages.profile import aliases, members, profile, profiles
from ...languages.tags import SOURCE, is_tag, spelt

LONGEST = 64

_ID = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"})
# names that Windows keeps for devices, with any ending
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")


def is_id(text: str) -> bool:
    """Return whether ``text`` is an id as it stands."""
    return bool(_ID.match(text))


def slug(text: str, default: str = "") -> str:
    """Return ``text`` in snake_case and ASCII; ``default`` where nothing is left of it.

    >>> slug("Nåleterapi (IMS)"), slug("../../etc/passwd"), slug("рука", "concept")
    ('naleterapi_ims', 'etc_passwd', 'concept')
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    ascii_only = "".join(letter for letter in folded if letter.isascii())
    found = re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")
    if found[:1].isdigit():
        found = f"n{found}"
    return found[:LONGEST].strip("_") or default


def unique(name: str, taken: Container[str], numbers: dict[str, int] | None = None) -> str:
    """Return ``name``, with a number where it is taken.

    ``numbers`` remembers the last number of each name, for a caller that asks for many.

    >>> unique("needle", {"needle", "needle_2"})
    'needle_3'
    """
    found, number = name, (numbers or {}).get(name, 1)
    while found in taken:
        number += 1
        end = f"_{number}"
        found = name[: LONGEST - len(end)].rstrip("_") + end
    if numbers is not None and number > 1:
        numbers[name] = number
    return found


def file_name(text: str, default: str) -> str:
    """Return a name of a file from a phrase: a slug that no system keeps for itself.

    >>> file_name("Anatomi & fysiologi", "general"), file_name("CON", "general")
    ('anatomi_fysiologi', 'con_')
    """
    found = slug(text, default)
    return f"{found[: LONGEST - 1]}_" if _RESERVED.match(found) else found


def concept_id(foreign: str, term: str) -> str:
    """Return an id for a concept: the foreign one where it can be kept, else one made from its term.

    >>> concept_id("c12", "needle"), concept_id("TC-12", "needle"), concept_id("12", "dry needling")
    ('c12', 'tc_12', 'dry_needling')
    """
    if is_id(foreign):
        return foreign
    near = re.sub(r"[-. ]+", "_", foreign.lower())
    if is_id(near):
        return near
    local = re.split(r"[/#:]", foreign.rstrip("/#"))[-1]  # the last part of a URI
    return (local if is_id(local) else "") or slug(term) or slug(local, "concept")


UNDETERMINED = "und"
"""The tag of words whose language is not known."""


@cache
def language_tag(text: str) -> str:
    """Return a language tag in its usual spelling; ``und`` where ``text`` is none.

    A tag is a language with registered subtags, so that ``nb-synonyms`` is none.

    >>> language_tag("nb_NO"), language_tag("ZH-hans"), language_tag("../nb"), language_tag("NO")
    ('nb-NO', 'zh-Hans', 'und', 'nb')
    >>> language_tag("nb-synonyms"), language_tag("english")
    ('und', 'en')
    """
    tag = text.strip().replace("_", "-")
    alias = aliases().get(tag.lower())
    if alias:
        return alias
    if not is_tag(tag):
        return UNDETERMINED
    first, *others = spelt(tag).split("-")
    first = aliases().get(first, first)
    languages, subtags = _registered()
    known = first in languages or len(first) == 3 and first not in ("und", "mul", "zxx", "mis")
    return "-".join((first, *others)) if known and all(one in subtags for one in others) else UNDETERMINED


@cache
def _registered() -> tuple[frozenset[str], frozenset[str]]:
    """Return the languages and the subtags (scripts, countries, variants) that CLDR knows."""
    from babel.core import Locale

    names = Locale("en")
    subtags = {*names.scripts, *names.territories, *(str(name).lower() for name in names.variants)}
    return frozenset({*names.languages, *profiles()}), frozenset(subtags)


@cache
def language_named(text: str) -> str:
    """Return the language that a word names in English, Bokmål or Nynorsk, or in itself; empty where it names none.

    >>> language_named("Engelsk"), language_named("bokmål"), language_named("needle")
    ('en', 'nb', '')
    """
    from babel.core import Locale

    word = text.strip().casefold()
    if word in aliases():
        return aliases()[word]
    for tag in profiles():
        if word in (profile(tag).name.casefold(), profile(tag).own_name.casefold()):
            return tag
    for tag in (SOURCE, *members("no")):
        for code, name in Locale(tag).languages.items():
            if name.casefold() == word:
                return language_tag(code)
    return ""
