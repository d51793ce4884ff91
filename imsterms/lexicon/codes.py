"""The systems whose codes concepts are mapped to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..termbase.records import Structure


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
