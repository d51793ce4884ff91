"""How a term is written that somebody wrote apart, and which words a hyphen joins to an abbreviation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...languages.profile import profile

if TYPE_CHECKING:
    from ...recognition.annotate import Match

_HEADS = {
    "nb": (
        r"behandling(?:en|a|er|ene|s|ens|as)?|behandlings\w+|terapeut(?:en|er|ene|ens)?|terapi(?:en|er|ene)?|"
        r"kurs(?:et|ene|a)?|utdanning(?:en|a|er|ene)?|metode(?:n|r|ne)?|teknikk(?:en|er|ene)?|klinikk(?:en|er|ene)?|"
        r"time(?:n|r|ne)|konsultasjon(?:en|er|ene)?|skår(?:en|er|ene)?|score(?:n|r|ne)?|skala(?:en|er|ene)?|"
        r"punkt(?:et|er|ene|a)?|nål(?:en|a|ene)|nåling(?:en|a|er|ene)?|sertifisering(?:en|a)?|modell(?:en|er|ene)?"
    ),
    "nn": (
        r"behandling(?:a|ar|ane|s)?|behandlings\w+|terapeut(?:en|ar|ane)?|terapi(?:en|ar|ane)?|kurs(?:et|a)?|"
        r"utdanning(?:a|ar|ane)?|metode(?:n|ar|ane)?|teknikk(?:en|ar|ane)?|klinikk(?:en|ar|ane)?|time(?:n|ane)|"
        r"konsultasjon(?:en|ar|ane)?|skår(?:en|ar|ane)?|skala(?:en|er|ene)?|punkt(?:et|a)?|nål(?:a|ene)|"
        r"nåling(?:a|ar|ane)?|sertifisering(?:a)?|modell(?:en|ar|ane)?"
    ),
}
# nouns that make a compound with whatever stands before them; one that looks like a verb ("IMS behandler",
# "IMS smerter") is left out, since the sentence might be right
HEADS = {language: re.compile(rf"(?:{heads})(?!\w)") for language, heads in _HEADS.items()}
"""The nouns that a hyphen joins to an abbreviation before them, by language."""

ENDINGS = {"nb": re.compile(r"(?:en|et|ens|ets)(?!\w)"), "nn": re.compile(r"(?:en|et|ens|ets)(?!\w)")}
"""The endings that a hyphen joins to an abbreviation."""

LONGEST_ENDING = 3
"""How many letters an ending has at most that an adjective inside a term may take."""

_SEPARATOR = re.compile(r"[\s\-\u2010\u2011\u00ad]+")


def squeezed(text: str) -> str:
    """Return the letters of a text alone, folded.

    >>> squeezed("Trigger punkt") == squeezed("trigger-punkt")
    True
    """
    return _SEPARATOR.sub("", text).casefold()


def respelt(match: Match, language: str) -> str | None:
    """Return a match as its designation is written, in the form that it is in; None where that is not clear."""
    letters = squeezed(match.text)
    designation = match.designation
    right = None
    for form in (str(designation), *designation.forms.values()):
        for written in (form, profile(language).without_article(form)):
            if squeezed(written) == letters:
                right = written
    if right is None:
        right = _by_base(letters, profile(language).without_article(designation))
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
