"""What the headings of a table say: what is in a column, and in which language.

A heading names a field, a language, or both in any order: ``Definisjon (nynorsk)``, ``nb_avoid``, ``Term [en]``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...languages.named import UNDETERMINED, language_named, language_tag
from ...languages.tags import SOURCE
from .vocabulary import folded, headings

WORDS = ("term", "abbreviation", "admitted", "deprecated", "variant", "lay", "plain")
"""Fields that hold designations."""
LONGEST = 60
"""Letters of the longest heading; what is longer is a text."""
TEXTS = ("definition", "explanation", "notes")
"""Fields that hold texts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, by its heading."""

    heading: str
    field: str = ""
    """What is in it; empty where the heading is not known."""
    language: str = ""
    """Tag of the language that the heading names; empty where it names none."""
    spoken: tuple[str, ...] = ()
    """The languages that the heading itself is written in."""

    @property
    def is_code(self) -> bool:
        """Whether the heading is a bare language code, which may be a word of some text too (``how-to``)."""
        code = re.fullmatch(r"\s*[a-zA-Z]{2,3}([-_]\w+)*\s*", self.heading)
        return self.field == "term" and bool(self.language) and code is not None


@lru_cache(1000)
def column(heading: str) -> Column:
    """Return what a heading says.

    >>> found = column("Definisjon (nynorsk)")
    >>> found.field, found.language, found.spoken
    ('definition', 'nn', ('nb', 'nn'))
    >>> column("nb_avoid").field, column("Description [nb]").language, column("Synonym 2").field, column("Owner").field
    ('deprecated', 'nb', 'admitted', '')
    """
    if len(heading) > LONGEST:
        return Column(heading)
    words = re.findall(r"[^\W_]+", heading.casefold())
    for split in (len(words), 0, *range(1, len(words))):
        for field, language in ((words[:split], words[split:]), (words[len(words) - split :], words[: -split or None])):
            meanings = headings().get(folded("".join(field)), {}) if field else {"term": ()}
            tag = language_of(language) if language else ""
            if meanings and (tag or not language) and words:
                meaning = next(iter(meanings))
                return Column(heading, meaning, tag, meanings[meaning])
    bare = re.sub(r"[\W_]*\d+\W*\Z", "", heading)
    if bare != heading and (same := column(bare)).field:  # Synonym 2
        return Column(heading, same.field, same.language, same.spoken)
    return Column(heading)


def by_cells(found: Column, cells: Sequence[str]) -> Column:
    """Return what a column is by its cells too.

    ``No`` above words is a language, ``Begrep`` above numbers a number, and ``Language`` above words not understood.
    """
    filled = [cell for cell in cells if cell.strip()]
    if found.field == "language" and sum(bool(column(cell).language) for cell in filled) * 2 < len(filled):
        return Column(found.heading)
    if found.field == "term" and not found.language and cells and all(cell.strip().isdecimal() for cell in cells):
        return Column(found.heading, "number")
    if found.field == "number" and any(cell.strip() and not cell.strip().rstrip(".").isdecimal() for cell in cells):
        tag = language_of([folded(found.heading)])
        return Column(found.heading, "term", tag) if tag else found
    return found


def language_of(words: list[str]) -> str:
    """Return the tag of the language that some words name or are the code of; empty where they are neither."""
    if not words:
        return ""
    if named := language_named(" ".join(words)):
        return named
    tag = language_tag("-".join(words)) if len(words[0]) in (2, 3) else UNDETERMINED
    return "" if tag == UNDETERMINED else tag


def language_for(found: Column, languages: Sequence[str]) -> str:
    """Return the language of a column that names none, in a table that has ``languages``: that of its heading.

    English headings are everywhere: alone they say nothing of the language.

    >>> language_for(column("Definisjon"), ["en", "nn"]), language_for(column("description"), []), language_for(
    ...     column("Frarådet"), [])
    ('nn', '', 'nb')
    """
    for language in found.spoken:
        if language in languages:
            return language
    foreign = [language for language in found.spoken if language != SOURCE]
    if foreign and SOURCE not in found.spoken:
        return foreign[0]
    return languages[0] if languages else ""
