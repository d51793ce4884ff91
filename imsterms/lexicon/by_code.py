"""From a code of another system to the concepts that it stands for."""

from typing import NamedTuple

from ..errors import UnknownCodeSystemError, nearest
from .concept import Concept, Concepts
from .schema import core_schema

# systems whose codes are hierarchical by prefix: M79.18 (Norwegian fifth character) is a kind of M79.1
_BY_PREFIX = ("icd-10", "icd-10-no")
_EDITIONS = {"icd-10-no": ("icd-10",)}
"""What a national edition is an edition of: its codes stand for the same things, so far as both have them."""
_RANKS = ("exact", "close", "narrow", "broad", "parent")


def normal_code(code: str) -> str:
    """Return a code as it is compared: no dots, no spaces, capitals."""
    return code.replace(".", "").replace(" ", "").upper()


def concepts_of_codes(glossary: Concepts) -> dict[str, list[str]]:
    """Return the ids of the concepts that are mapped to each code of any system, as codes are compared."""
    concepts: dict[str, list[str]] = {}
    for concept_id, record in glossary.structure["concepts"].items():
        for code in (mapped for matches in record["codes"].values() for codes in matches.values() for mapped in codes):
            concepts.setdefault(normal_code(code), []).append(concept_id)
    return concepts


class CodeMatch(NamedTuple):
    """A concept that a code stands for, and how well."""

    concept: Concept
    match: str
    """``exact``, ``close``, ``narrow`` or ``broad`` as the termbase maps it; ``parent`` where ``code`` is one that the
    code asked for is a part of."""
    system: str
    code: str
    """The code that the concept is mapped to."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        return core_schema(cls)

    def __str__(self) -> str:
        return str(self.concept)

    def as_dict(self) -> dict[str, str]:
        """Return the match as plain data, the concept by its id and its preferred term."""
        return {
            "concept": self.concept.id,
            "term": str(self.concept),
            "match": self.match,
            "system": self.system,
            "code": self.code,
        }


def concepts_by_code(glossary: Concepts, system: str, code: str | int) -> tuple[CodeMatch, ...]:
    """Return the concepts that a code stands for, exact matches first. Raises UnknownCodeSystemError, TypeError."""
    if not isinstance(code, str | int) or isinstance(code, bool):
        raise TypeError(f"a code is text such as 'M79.1', not {type(code).__name__}")
    name = _system(glossary, system)
    wanted = normal_code(str(code))
    matches = []
    for concept_id, record in glossary.structure["concepts"].items():
        for edition, of_edition in enumerate((name, *_EDITIONS.get(name, ()))):
            for match, codes in record["codes"].get(of_edition, {}).items():
                for mapped in codes:
                    kind = match if normal_code(mapped) == wanted else _parent(of_edition, mapped, wanted)
                    if kind:
                        rank = (_RANKS.index(kind), edition, -len(mapped))
                        matches.append((rank, concept_id, kind, of_edition, mapped))
    matches.sort()
    return tuple(CodeMatch(glossary[concept_id], *match) for _, concept_id, *match in matches)


def _system(glossary: Concepts, system: str) -> str:
    """Return the name of a code system, whichever way it is written. Raises UnknownCodeSystemError."""
    systems = dict.fromkeys(
        (
            *glossary.structure["code_systems"],
            *(name for record in glossary.structure["concepts"].values() for name in record["codes"]),
        )
    )
    name = str(system).lower().replace("_", "-").replace(" ", "-")
    if name in systems:
        return name
    raise UnknownCodeSystemError(
        f"there is no code system '{str(system)[:40]}' (there are: {', '.join(systems)}){nearest(name, systems)}"
    )


def _parent(system: str, mapped: str, wanted: str) -> str:
    """Return ``parent`` where ``wanted`` is part of a mapped category or range of categories (G60-G64)."""
    first, _, last = (normal_code(part) for part in mapped.partition("-"))
    if system not in _BY_PREFIX or len(wanted) <= 3 and not last:
        return ""
    if last:
        return "parent" if len(wanted) >= 3 and first <= wanted[:3] <= last else ""
    return "parent" if len(first) >= 3 and wanted.startswith(first) else ""
