"""Sorting: words in the order of a language's dictionaries, by the tailoring that its profile states.

Letters that the profile does not name sort with their base letter (é with e), as in CLDR's root order.
"""

from __future__ import annotations

from unicodedata import normalize

from .profile import Profile, profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# letters without a decomposition in Unicode
_BASE = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "ŧ": "t",
    "þ": "th",
}


def collation_key(language: str) -> Callable[[str], tuple[str, str]]:
    """Return a key function that sorts words as dictionaries of ``language`` do.

    Letters count before accents and case. Norwegian and Danish names with aa sort as if they had å.

    >>> sorted(["åre", "arr", "ødem", "ærlig", "Aase"], key=collation_key("nb"))
    ['arr', 'ærlig', 'ødem', 'åre', 'Aase']
    """
    weights = _weights(profile(language))
    longest = max(map(len, weights), default=1)

    def key(word: str) -> tuple[str, str]:
        text = normalize("NFC", word).casefold()
        made = []
        index = 0
        while index < len(text):
            for length in range(longest, 0, -1):
                letters = text[index : index + length]
                if letters in weights:
                    made.append(weights[letters])
                    break
            else:
                length = 1
                made.append(_plain(letters))
            index += length
        return "".join(made), word

    return key


def _weights(stated: Profile) -> dict[str, str]:
    """Return what each letter that the profile names sorts as; U+FFFF keeps a letter after all that begins alike."""
    weights = {
        letter: f"{base}\uffff{position}"
        for base, letters in stated.sort_after.items()
        for position, letter in enumerate(letters)
    }
    for letters, other in stated.sort_equal.items():
        weights[letters] = weights.get(other, other)
    return weights


def _plain(letter: str) -> str:
    letters = normalize("NFD", letter)
    return "".join(_BASE.get(part, part) for part in letters if part.isalnum() or part == " ")
