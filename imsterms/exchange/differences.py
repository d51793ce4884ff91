"""What a table says otherwise than a termbase: a list of differences to look at, and to accept.

Nothing is overwritten unasked. A table that was written from the termbase and not edited has no differences, although
its texts are in plain words and those of the termbase have references.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..errors import ExchangeError
from ..facade import Glossary
from ..lexicon.find import find
from .formats.tables.wide import FIELDS, cell
from .intake.conversion import settle
from .intake.imported import ImportedEntry, ImportedTermbase


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a concept in one language that the table has otherwise."""

    concept: str
    language: str
    field: str
    """One of the fields of the wide table."""
    old: str
    new: str
    """Empty where the table has nothing."""

    def __str__(self) -> str:
        name = f"{self.concept} ({self.language}) {self.field}"
        if not self.old:
            return f"{name}: new '{self.new}'"
        return f"{name}: '{self.old}' -> '{self.new}'" if self.new else f"{name}: '{self.old}' -> nothing"

    def as_dict(self) -> dict[str, str]:
        """Return the difference as plain data for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def differences(imported: ImportedTermbase, glossary: Glossary) -> tuple[list[Difference], list[str]]:
    """Return what a wide or bilingual table says otherwise, and what it has that the termbase has not.

    Raises ExchangeError for a file that is not such a table.
    """
    if not imported.columns:
        raise ExchangeError("only a table with one row a concept, or of pairs of terms, is compared with a termbase")
    columns = [one for one in imported.columns if one[0] in glossary.languages and one[1] in FIELDS]
    columns.sort(key=lambda one: (glossary.languages.index(one[0]), FIELDS.index(one[1])))
    if imported.pairs:
        columns = [
            (language, field) for language, name in columns if name == "term" for field in (name, "abbreviation")
        ]
    found: dict[tuple[str, str, str], Difference] = {}
    unknown = []
    settle(imported)
    for entry in imported.entries:
        concept = _concept(entry, glossary)
        if not concept:
            named = [words.preferred.text for words in entry.languages.values() if words.preferred]
            unknown.append(f"'{' / '.join(named) or entry.id}' is not in the termbase")
            continue
        for language, field in columns:
            one = glossary.in_language(language)[concept]
            old, new = cell(one, field), entry.cells.get((language, field), "")
            # a pair has what it has, and any good term; a row of a concept has an empty cell where there is nothing
            good = (one.abbreviation, *one.admitted, str(one.term) if one.has_term else "")
            if imported.pairs and (not new or new in good):
                continue
            if _plain(old) != _plain(new):
                found.setdefault((concept, language, field), Difference(concept, language, field, old, new.strip()))
    return list(found.values()), unknown


def _plain(text: str) -> str:
    """Return a cell as it is compared: how a spreadsheet breaks lines does not matter."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)


def _concept(entry: ImportedEntry, glossary: Glossary) -> str:
    """Return the concept that a row is about: by its id, else the one that its terms are of."""
    if entry.id in glossary:
        return entry.id
    for language, words in entry.languages.items():
        if words.preferred and language in glossary.languages:
            concepts = {found.concept.id for found in find(glossary.in_language(language), words.preferred.text)}
            if len(concepts) == 1:
                return concepts.pop()
    return ""


def chosen(found: Iterable[Difference], concepts: Iterable[str]) -> Iterator[Difference]:
    """Yield the differences of some concepts; of all where none is named."""
    wanted = set(concepts)
    for one in found:
        if not wanted or one.concept in wanted:
            yield one
