"""English: the one place where its plural is formed, and which variants are plurals."""

import re

from .endings import BASE, PLURAL, Forms, Inflection
from .profile import profile

IRREGULAR = {
    "child": "children", "foot": "feet", "man": "men", "mouse": "mice", "tooth": "teeth", "woman": "women",
    "axis": "axes", "testis": "testes", "quiz": "quizzes", "series": "series", "species": "species",
    "calf": "calves", "half": "halves", "knife": "knives", "leaf": "leaves", "life": "lives", "self": "selves",
    "shelf": "shelves", "echo": "echoes", "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes",
}  # fmt: skip
"""Nouns whose plural is their own; compounds follow their last part (forefoot)."""

# Latin and Greek words, which English inflects one by one: stimuli but viruses, sterna but albums, apices but boxes
_UNCERTAIN = re.compile(
    r"(?:us|um|(?<!s)is|enon|erion|anglion|ondrion|acromion|trix|rtex|apex|index|dix|vix|lix)$", re.I
)


def plural(term: str) -> str | None:
    """Return the plural of an English term, or None where no rule gives it and the sources must state it.

    The head of the term is inflected: the last word before a preposition.

    >>> [plural(term) for term in ("nerve injury", "contrast agent", "diagnosis", "range of motion", "tennis elbow")]
    ['nerve injuries', 'contrast agents', 'diagnoses', 'ranges of motion', 'tennis elbows']
    >>> plural("stimulus"), plural("sternum"), plural("criterion"), plural("foot")
    (None, None, None, 'feet')
    """
    words = term.split(" ")
    head = profile("en").head(words)
    inflected = _plural(words[head])
    return None if inflected is None else " ".join((*words[:head], inflected, *words[head + 1 :]))


def _plural(noun: str) -> str | None:
    for singular, irregular in IRREGULAR.items():
        if noun.endswith(singular) and (len(singular) > 3 or noun == singular):
            return noun.removesuffix(singular) + irregular
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    if _UNCERTAIN.search(noun):
        return None
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"


class English(Inflection):
    """The regular forms of English."""

    def regular_forms(self, noun: str) -> dict[str, tuple[str, ...]]:
        """Return the plural of a noun, by its name; of a Latin word the one in -s that people write."""
        return {PLURAL: (_plural(noun) or noun + ("es" if noun.endswith("s") else "s"),)}

    def variant_form(self, text: str, forms: Forms) -> str:
        """Return the name of the form that a listed variant stands for."""
        is_plural = text.endswith("ae") or text.endswith("s") and not text.endswith(("sis", "ness"))
        return PLURAL if is_plural and forms.get(PLURAL) else BASE
