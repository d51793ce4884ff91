"""Look-up by what people write: exact by any form, and forgiving for search boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from .concept import ABBREVIATION, ADMITTED, DEPRECATED, PLAIN, PREFERRED, VARIANT

if TYPE_CHECKING:
    from .concept import Concept, Concepts

_ORDER = {PREFERRED: 0, VARIANT: 1, ABBREVIATION: 2, ADMITTED: 3, PLAIN: 4, DEPRECATED: 5}
# what a keyboard without Norwegian letters writes for them; the rest is left to NFD
_PLAIN_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that was found, and through which designation."""

    concept: Concept
    designation: str
    """The designation in its base form."""
    status: str
    """``preferred``, ``admitted``, ``deprecated``, ``abbreviation``, ``plain`` or ``variant``."""
    forms: tuple[str, ...]
    """Names of the forms that were written; several where forms look alike."""
    text: str
    """The form as the termbase writes it."""


def key(text: str) -> str:
    """Return a text as it is compared by ``find``: composed, folded, spaces single, soft hyphens gone.

    >>> key("Trigger\\u00a0 Points")
    'trigger points'
    """
    return " ".join(normalize("NFC", text.replace("\u00ad", "")).casefold().split())


def loose_key(text: str) -> str:
    """Return a text as it is compared by ``search``: without accents too, hyphens as spaces.

    >>> loose_key("Nål"), loose_key("IMS-behandling")
    ('nal', 'ims behandling')
    """
    folded = key(text).translate(_PLAIN_LETTERS).replace("-", " ")
    return "".join(letter for letter in normalize("NFD", folded) if letter.isalnum() or letter == " ")


def index(glossary: Concepts) -> Index:
    """Return the index of a glossary, made when first asked for."""
    found: Index | None = glossary.kept.get("index")
    return found if found is not None else glossary.kept.setdefault("index", Index(glossary))


class Index:
    """Every form of every designation of a glossary."""

    def __init__(self, glossary: Concepts) -> None:
        self._exact: dict[str, list[Found]] = {}
        for concept in glossary.values():
            for designation in concept.designations:
                by_text: dict[str, list[str]] = {}
                for name, form in designation.forms.items():
                    by_text.setdefault(form, []).append(name)
                for text, names in by_text.items():
                    found = Found(concept, str(designation), designation.status, tuple(names), text)
                    self._exact.setdefault(key(text), []).append(found)
        for candidates in self._exact.values():
            candidates.sort(key=lambda found: _ORDER[found.status])
        self._loose: list[tuple[str, list[Found]]] = [
            (loose_key(text), candidates) for text, candidates in self._exact.items()
        ]

    def find(self, text: str) -> list[Found]:
        """Return the concepts of which ``text`` is a designation, each once, preferred terms first."""
        best: dict[str, Found] = {}
        for found in self._exact.get(key(text), ()):
            best.setdefault(found.concept.id, found)
        return list(best.values())

    def search(self, query: str, limit: int) -> list[Found]:
        """Return the concepts that ``query`` may mean, best first."""
        wanted = loose_key(query[:200])
        if not wanted.strip():
            return []
        scored: dict[str, tuple[tuple[int, int, int], Found]] = {}
        for text, candidates in self._loose:
            distance = _distance(wanted, text)
            if distance is None:
                continue
            for found in candidates:
                score = (distance, _ORDER[found.status], len(text))
                best = scored.get(found.concept.id)
                if best is None or score < best[0]:
                    scored[found.concept.id] = (score, found)
        ranked = sorted(scored.values(), key=lambda item: (item[0], item[1].text))
        return [found for _, found in ranked[:limit]]


def _distance(wanted: str, text: str) -> int | None:
    """Return how far ``text`` is from what was asked for: 0 the same ... None not at all."""
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    if f" {wanted}" in text:
        return 2
    if len(wanted) >= 3 and wanted in text:
        return 3
    allowed = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
    if allowed:
        # the whole, or its beginning while somebody is still typing
        edits = min(edit_distance(wanted, text, allowed), edit_distance(wanted, text[: len(wanted)], allowed))
        if edits <= allowed:
            return 3 + edits
    return None


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the number of letters to insert, delete, replace or swap to turn one text into the other.

    Anything over ``limit`` is returned as ``limit + 1``.

    >>> edit_distance("trigerpunkt", "triggerpunkt", 2), edit_distance("muksel", "muskel", 2)
    (1, 1)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, counterpart in enumerate(other, 1):
            cost = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != counterpart),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == counterpart:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)
