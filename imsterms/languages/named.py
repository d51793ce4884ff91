"""Languages as other people's files name them: tags in any spelling, and names in words."""

from functools import cache

from .profile import aliases, members, profile, profiles
from .tags import SOURCE, is_tag, spelt

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
