"""The bibliography: the works that definitions and assessments rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..termbase.records import Structure


@dataclass(frozen=True, slots=True)
class Source:
    """A work."""

    id: str
    title: str
    author: str = ""
    year: str = ""
    container: str = ""
    """Journal, book or site that published the work."""
    doi: str = ""
    url: str = ""
    supports: str = ""
    """What the work was read to support."""
    verified: bool = False
    """Whether the bibliographic data were read on a page."""

    def __str__(self) -> str:
        """Return the work as one line of a bibliography."""
        year = f"({self.year})" if self.year else ""
        # a work without an author is named by its title
        start = [f"{self.author} {year}".strip(), self.title] if self.author else [f"{self.title} {year}".strip()]
        parts = [*start, self.container, f"doi:{self.doi}" if self.doi else self.url]
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    @property
    def link(self) -> str:
        """A URL of the work; empty where there is none."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


def bibliography(structure: Structure) -> dict[str, Source]:
    """Return the works of a termbase by id."""
    return {source_id: Source(source_id, **record) for source_id, record in structure["sources"].items()}
