"""How a term is written whose parts were written apart, and which of its words is the noun."""

import re
from functools import cache

from ...languages.profile import Profile
from ...recognition.match import Match

LONGEST_ENDING = 3
"""How many letters an ending has at most that an adjective inside a term may take."""

_SEPARATOR = re.compile(r"[\s\-\u2010\u2011\u00ad]+")


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of the patterns of a word list; that of none matches nothing."""
    return re.compile("|".join(patterns) or "(?!)")


def squeezed(text: str) -> str:
    """Return the letters of a text alone, folded.

    >>> squeezed("Trigger punkt") == squeezed("trigger-punkt")
    True
    """
    return _SEPARATOR.sub("", text).casefold()


def respelt(match: Match, own: Profile) -> str | None:
    """Return a match as its designation is written, in the form that it is in; None where that is not clear."""
    letters = squeezed(match.text)
    designation = match.designation
    right = None
    for form in (str(designation), *designation.forms.values()):
        for written in (form, own.without_article(form)):
            if squeezed(written) == letters:
                right = written
    if right is None:
        right = _by_base(letters, own.without_article(designation))
    if right is None:
        return None
    if match.text == match.text.upper() and len(letters) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if match.text[:1].isupper() else right


def _by_base(letters: str, base: str) -> str | None:
    """Return letters with the separators of a base form put where its words begin.

    >>> _by_base("intramuskulærestimuleringen", "intramuskulær stimulering")
    'intramuskulære stimuleringen'
    """
    words = _SEPARATOR.split(base)
    separators = _SEPARATOR.findall(base)
    right: list[str] = []
    start = 0
    for word, separator, following in zip(words, separators, words[1:], strict=False):
        end = start + len(word)
        if letters[start:end] != word.casefold():
            return None
        # each word but the last may have an ending before the next one begins
        stem = following.casefold()[: max(3, len(following) - 3)]
        start = letters.find(stem, end, end + LONGEST_ENDING + len(stem))
        if start < 0:
            return None
        right += [word, letters[end:start], separator]
    return "".join(right) + letters[start:]


def head(profile: Profile, base: str, definite: str) -> str:
    """Return the noun that carries the definite ending: the last word that changes, before any preposition.

    >>> from imsterms.languages.profile import profile
    >>> head(profile("nb"), "ømt punkt i en muskel", "det ømme punktet i en muskel")
    'punktet'
    """
    words = definite.split()
    if len(words) > 1 and words[0] in profile.definite_articles:
        words = words[1:]
    phrase = words[: profile.head(words) + 1]
    bare = base.split()
    if len(bare) == len(words):
        changed = [word for word, before in zip(phrase, bare, strict=False) if word != before]
        return changed[-1] if changed else phrase[-1]
    return phrase[-1]
