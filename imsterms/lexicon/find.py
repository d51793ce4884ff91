"""Look-up by any form of any designation, exactly as the termbase writes it but for case and white space."""

from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from ..languages.inflection import inflection
from .concept import Concept, Concepts
from .designation import ABBREVIATION, ADMITTED, DEPRECATED, LAY, PLAIN, TERM, VARIANTS, Designation
from .schema import core_schema

BETWEEN, NEXT = "\0", "\1"
"""What is put between the forms of a designation, and between designations; no text has them."""
ORDER = {TERM: 0, VARIANTS: 1, ABBREVIATION: 2, ADMITTED: 3, PLAIN: 4, LAY: 5, DEPRECATED: 6}
"""Which designations come first where several fit."""


class Found(NamedTuple):
    """A concept that was found, and through which designation."""

    concept: Concept
    designation: Designation
    """The designation, a string in its base form that knows its status, type and register."""
    forms: tuple[str, ...]
    """Names of the forms that were written; several where forms look alike."""
    text: str
    """The form as the termbase writes it."""
    language: str = ""
    """The language of the designation, where ``search`` found it in another language than it was asked in."""
    kind: str = ""
    """``compound`` where the text is a compound of this designation; ``coordinated`` where it is several,
    some with a part left out (nakke- og skuldersmerter); ``phrase`` where it is a phrase that names the concept;
    ``split`` where its parts are joined otherwise (manuell terapeut); ``derived`` where it is the verb or adjective
    of a noun (palpated); ``broader`` where it means something narrower, of which a word is unknown."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        return core_schema(cls)

    def __str__(self) -> str:
        return self.text

    @property
    def status(self) -> str:
        """That of the designation: ``preferred``, ``admitted`` or ``deprecated``."""
        return self.designation.status

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return what was found as plain data, the concept by its id and its preferred term."""
        return {
            "concept": self.concept.id,
            "term": str(self.concept),
            "designation": str(self.designation),
            **self.designation.properties(),
            "forms": list(self.forms),
            "text": self.text,
            "language": self.language or self.concept.language,
            "kind": self.kind,
        }


def key(text: str) -> str:
    """Return a text as it is compared by ``find``: composed, folded, spaces single, soft hyphens gone.

    >>> key("Trigger\\u00a0 Points\u2019")
    "trigger points'"
    """
    return " ".join(normalize("NFC", text.replace("\u00ad", "").replace("\u2019", "'")).casefold().split())


class Designated:
    """Every designation of a glossary in flat lists, which cost a tenth of the objects; those are made for hits."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self.concepts: list[str] = []
        """The id of the concept of each."""
        self.ranks: list[int] = []
        """The place of its field in ``ORDER``."""
        self.texts: list[str] = []
        """Its distinct forms, with ``BETWEEN`` between them."""
        self._numbers: list[int] = []
        for concept_id, concept in glossary.items():
            for number, designation in enumerate(concept.designations):
                self.concepts.append(concept_id)
                self.ranks.append(ORDER[designation.field])
                self.texts.append(BETWEEN.join(dict.fromkeys(designation.forms.values())))
                self._numbers.append(number)
        self._made: dict[str, tuple[Designation, ...]] = {}

    @cached_property
    def keys(self) -> list[str]:
        """The same forms, as they are compared."""
        return key(NEXT.join(self.texts)).split(NEXT)

    def found(self, place: int, text: str) -> Found:
        """Return what is handed out where a designation was found by ``text``, one of its forms."""
        concept = self._glossary[self.concepts[place]]
        designations = self._made.get(concept.id)
        if designations is None:
            designations = self._made.setdefault(concept.id, concept.designations)
        designation = designations[self._numbers[place]]
        names = tuple(name for name, form in designation.forms.items() if form == text)
        return Found(concept, designation, names, text)


def designated(glossary: Concepts) -> Designated:
    """Return the designations of a glossary; they are listed when first asked for."""
    return glossary.once("designated", lambda: Designated(glossary))


def find(glossary: Concepts, text: str) -> list[Found]:
    """Return the concepts of which ``text`` is a designation, each once, preferred terms first.

    Where it is none, it may be the genitive of one, or an abbreviation with an ending: GP's, IMS-en.
    """
    wanted = key(text)
    return find_listed(glossary, wanted) or [
        found for found in _with_ending(glossary, wanted) if _is_whole(found, text)
    ]


def find_listed(glossary: Concepts, wanted: str) -> list[Found]:
    """Return the concepts of which a text is a listed form, as ``key`` returns it."""
    listed = designated(glossary)
    first, further = glossary.once("find", lambda: _table(listed))
    places = [first[wanted], *further.get(wanted, ())] if wanted in first else []
    best: dict[str, int] = {}
    for place in places:
        best.setdefault(listed.concepts[place], place)
    return [
        listed.found(place, next(form for form in listed.texts[place].split(BETWEEN) if key(form) == wanted))
        for place in best.values()
    ]


def _with_ending(glossary: Concepts, wanted: str) -> list[Found]:
    """Return the concepts of the designation of which a text is the genitive, or an abbreviation with an ending."""
    regular = inflection(glossary.language)
    for length in (1, 2):
        rest, ending = wanted[:-length], wanted[-length:]
        short = regular.profile.genitive(rest.upper(), abbreviation=True)
        is_genitive = wanted in (regular.profile.genitive(rest), short and short.casefold())
        if is_genitive and (found := find_listed(glossary, rest)):
            forms = [tuple(f"{form} genitive".strip() for form in each.forms) for each in found]
            return [
                each._replace(forms=names, text=each.text + ending) for each, names in zip(found, forms, strict=True)
            ]
    for ending, name in regular.abbreviation_forms(""):
        found = find_listed(glossary, wanted.removesuffix(ending)) if wanted.endswith(ending) else []
        if found := [each for each in found if each.designation.field == ABBREVIATION]:
            return [each._replace(forms=(name,), text=each.text + ending) for each in found]
    return []


def _is_whole(found: Found, text: str) -> bool:
    """Return whether a text that adds a letter to an abbreviation adds a small one: NPEs, but not DNS or "vass"."""
    text, written = text.strip(), str(found.designation)
    is_short = found.designation.field == ABBREVIATION or written.isupper()
    return not (is_short and text.isalpha()) or (written in text and not text.isupper())


def _table(listed: Designated) -> tuple[dict[str, int], dict[str, list[int]]]:
    """Return for each form the first designation that has it, and the others of the few that have several."""
    first: dict[str, int] = {}
    further: dict[str, list[int]] = {}
    for place in sorted(range(len(listed.keys)), key=listed.ranks.__getitem__):
        for form in listed.keys[place].split(BETWEEN):
            if first.setdefault(form, place) != place:
                further.setdefault(form, []).append(place)
    return first, further
