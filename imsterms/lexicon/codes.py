"""Codes of other systems: what the systems are, and which concepts a code stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..termbase.model import MATCHES

if TYPE_CHECKING:
    from ..termbase.records import Structure

# systems whose codes are hierarchical by prefix: M79.18 (Norwegian fifth character) is a kind of M79.1
_BY_PREFIX = ("icd-10", "icd-10-no")


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """A system that concepts are mapped to. Its labels are its owner's; only codes are shipped."""

    id: str
    """The name that ``codes`` have for it, such as ``icd-10``."""
    name: str
    version: str = ""
    """The edition, where it has a name."""
    checked_against: str = ""
    """Where the codes were read."""
    owner: str = ""
    licence: str = ""
    """On what terms the codes may be used."""
    url: str = ""

    def __str__(self) -> str:
        """Return the name with the edition."""
        return f"{self.name}, {self.version}" if self.version else self.name


def code_systems(structure: Structure) -> dict[str, CodeSystem]:
    """Return the code systems of a termbase by name."""
    return {name: CodeSystem(name, **record) for name, record in structure["code_systems"].items()}


def normal_code(code: str) -> str:
    """Return a code as it is compared: no dots, no spaces, capitals."""
    return code.replace(".", "").replace(" ", "").upper()


def ids_by_code(structure: Structure, system: str, code: str) -> list[str]:
    """Return the ids of the concepts mapped to a code, exact matches first; for ICD-10 the nearest shorter will do."""
    system = system.lower().replace("_", "-")
    wanted = normal_code(code)
    matches: dict[str, list[tuple[int, str]]] = {}
    for concept_id, record in structure["concepts"].items():
        for relation, codes in record["codes"].get(system, {}).items():
            for one in codes:
                matches.setdefault(normal_code(one), []).append((MATCHES.index(relation), concept_id))
    while wanted and wanted not in matches and system in _BY_PREFIX and len(wanted) > 3:
        wanted = wanted[:-1]
    return list(dict.fromkeys(concept_id for _, concept_id in sorted(matches.get(wanted, ()))))
