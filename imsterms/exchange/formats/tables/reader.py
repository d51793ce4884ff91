"""Read tables: our own long table without loss, and those of others as far as their headings tell.

A table of others is long, with a row for each term and columns for ``language`` and ``term``, or wide, with a row for
each concept and columns named by language: ``en``, ``term_en``, ``definition_nb``. Other columns go into the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ....errors import ExchangeError
from ....termbase.model import NOTHING
from ...intake.identifiers import language_tag
from ...intake.imported import ImportedEntry, ImportedTermbase, ImportedWords
from .long_table import COLUMNS, CONTINUED, FIELD, OBSOLETE, SOURCE, Row

MOST_ROWS = 500_000
MOST_COLUMNS = 200

_NAMES = {
    "concept": "concept_id",
    "conceptid": "concept_id",
    "entry_id": "concept_id",
    "id": "concept_id",
    "lang": "language",
    "domain": "subject_field",
    "subject": "subject_field",
    "pos": "part_of_speech",
    "term_type": "status",
    "note": "notes",
    "comment": "notes",
    "comments": "notes",
    "source": "sources",
    "synonym": "admitted",
    "synonyms": "admitted",
}
_STATUSES = {
    "": "",
    "preferred": "preferred",
    "approved": "preferred",
    "admitted": "admitted",
    "synonym": "admitted",
    "deprecated": "deprecated",
    "forbidden": "deprecated",
    "abbreviation": "abbreviation",
    "acronym": "abbreviation",
    "variant": "variant",
    "lay": "lay",
    "plain": "plain",
}
_FIELDS = (
    "term",
    "definition",
    "explanation",
    "notes",
    "abbreviation",
    "admitted",
    "deprecated",
    "lay",
    "variant",
    "plain",
)
_KNOWN = {*COLUMNS, *_FIELDS}


def read_table(rows: Iterable[Sequence[str]]) -> ImportedTermbase:
    """Return the termbase in a table whose first row has the headings. Raises ExchangeError."""
    table = iter(rows)
    heading = [_heading(cell) for cell in next(table, ())]
    if len(heading) > MOST_COLUMNS:
        raise ExchangeError(f"the table has {len(heading)} columns; at most {MOST_COLUMNS} are read")
    if "term" in heading and "language" in heading:
        return _Long().read(_named(heading, table))
    wide = {number: column for number, name in enumerate(heading) if (column := _column(name))}
    if not wide:
        raise ExchangeError(
            "the first row has no headings that are known: a long table has 'concept_id', 'language' and 'term', "
            "a wide one columns named by language, such as 'en', 'term_nb' or 'definition_en'"
        )
    return _Wide(heading, wide).read(table)


def _heading(cell: str) -> str:
    name = re.sub(r"[^\w-]+", "_", cell.strip().casefold()).strip("_")
    return _NAMES.get(name, name)


def _named(heading: Sequence[str], table: Iterable[Sequence[str]]) -> Iterator[Row]:
    for number, cells in enumerate(table, 2):
        if number > MOST_ROWS:
            raise ExchangeError(f"the table has more than {MOST_ROWS} rows; divide it, or take a format without rows")
        row: Row = {}
        for name, cell in zip(heading, cells, strict=False):
            if cell and name:
                row[name] = f"{row[name]}\n{cell}" if name in row else cell
        if row:
            yield row


class _Long:
    """Reads a long table."""

    def __init__(self) -> None:
        self.imported = ImportedTermbase()
        self.entries: dict[str, ImportedEntry] = {}

    def read(self, rows: Iterable[Row]) -> ImportedTermbase:
        for row in _joined(rows):
            name, status = row.get("concept_id", "").strip(), row.get("status", "").strip()
            if status == SOURCE:
                pairs = (line.partition(": ") for line in row.get("notes", "").splitlines())
                work = {key: value for key, _, value in pairs}
                self.imported.sources[name] = {"title": row.get("term", ""), **work}
            elif status == FIELD:
                self.imported.subject_fields[name] = row.get("term", "")
            else:
                self._row(self._entry(name, row), row, status)
        return self.imported

    def _entry(self, name: str, row: Row) -> ImportedEntry:
        # without an id, each row is a concept
        if not name or name not in self.entries:
            entry = self.imported.add(name)
            self.entries[name] = entry
        return self.entries[name]

    def _row(self, entry: ImportedEntry, row: Row, status: str) -> None:
        if status == OBSOLETE:
            entry.replaced_by = row.get("term", "")
            return
        take_concept(entry, row)
        words = entry.words(row.get("language", "").strip() or "und")
        ours = _STATUSES.get(status.casefold(), "")
        if row.get("term"):
            if status and not ours:
                entry.note(f"status of '{row['term']}'", status, words.language)
            take_term(words, row, ours)
        take_texts(words, row)
        for name, text in row.items():
            if name not in COLUMNS:
                entry.note(name, text, words.language)


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Put together rows whose cells were too long for one."""
    before: Row | None = None
    for row in rows:
        if before is not None and row.get("status") == CONTINUED:
            for name in set(row) - {"concept_id", "language", "status"}:
                before[name] = before.get(name, "") + row[name]
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def take_concept(entry: ImportedEntry, row: Mapping[str, str]) -> None:
    """Take in what a row says about the concept."""
    for name in ("subject_field", "part_of_speech", "basis"):
        text = row.get(name, "").strip()
        if text and not getattr(entry, name):
            setattr(entry, name, text)
        elif text and getattr(entry, name) != text:
            entry.note(name.replace("_", " "), text)
    for target in _lines(row, "broader"):
        entry.relate("broader", target)
    for line in _lines(row, "relations"):
        relation, _, target = line.partition(": ")
        entry.relate(relation, target)
    for line in _lines(row, "codes"):
        parts = line.split(": ", 2)
        if len(parts) == 3:
            entry.add_code(parts[0], parts[2], parts[1])
        else:
            entry.note("code", line)
    entry.sources += [source for source in _lines(row, "sources") if source not in entry.sources]
    if row.get("contraindication"):
        entry.contraindication = row["contraindication"].strip()
    if row.get("verified"):
        date, _, against = row["verified"].strip().partition(" ")
        entry.verified = (date, against)
    if row.get("review"):
        state, _, date = row["review"].strip().partition(" ")
        entry.review = (state, date)


def take_term(words: ImportedWords, row: Mapping[str, str], status: str) -> None:
    """Take in the designation of a row."""
    forms: dict[str, str] = {}
    counts: list[str] = []
    for line in _lines(row, "forms"):
        name, _, form = line.partition(": ")
        if re.fullmatch(r"\[\d\]", name):
            counts.append(form)
        else:
            forms[name.rstrip(":")] = form
    reason = row.get("reason", "")
    term = words.add_term(row["term"], status, reason=reason)
    if term is None:
        return
    term.forms.update(forms)
    if words.preferred is term:
        words.counts = counts
    if reason and status != "deprecated":
        words.entry.note(f"reason of '{term.text}'", reason, words.language)


def take_texts(words: ImportedWords, row: Mapping[str, str]) -> None:
    """Take in the texts of a row."""
    words.add_definition(row.get("definition", ""), literal=False)
    words.add_explanation(row.get("explanation", ""), literal=False)
    for note in _lines(row, "notes"):
        words.add_note(note, literal=False)
    for field in row.get("needs_review", "").split():
        if field not in words.fuzzy:
            words.fuzzy.append(field)


def _lines(row: Mapping[str, str], name: str) -> list[str]:
    return [line.strip() for line in row.get(name, "").split("\n") if line.strip()]


# --- wide tables ---


def _column(name: str) -> tuple[str, str] | None:
    """Return what a column of a wide table holds: field and language; None for a column that has no language."""
    if name in _KNOWN:
        return None
    for field, tag in (("term", name), name.partition("_")[::2], name.rpartition("_")[::-2]):
        field = _NAMES.get(field, field)
        if field in _FIELDS and _is_language(tag):
            return field, language_tag(tag)
    return None


def _is_language(tag: str) -> bool:
    from babel.core import Locale, UnknownLocaleError

    if language_tag(tag) == "und" or len(tag) > 12:
        return False
    try:
        Locale.parse(language_tag(tag), sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


class _Wide:
    """Reads a wide table: a concept a row."""

    def __init__(self, heading: Sequence[str], columns: Mapping[int, tuple[str, str]]) -> None:
        self.heading = heading
        self.columns = columns
        self.language = next(iter(columns.values()))[1]

    def read(self, table: Iterable[Sequence[str]]) -> ImportedTermbase:
        imported = ImportedTermbase()
        for number, cells in enumerate(table, 2):
            if number > MOST_ROWS:
                raise ExchangeError(f"the table has more than {MOST_ROWS} rows; divide it")
            if not any(cell.strip() for cell in cells):
                continue
            common = {
                name: cell
                for place, (name, cell) in enumerate(zip(self.heading, cells, strict=False))
                if place not in self.columns and cell.strip() and name
            }
            entry = imported.add(common.pop("concept_id", "").strip())
            take_concept(entry, common)
            for place, (field, language) in self.columns.items():
                if place < len(cells) and cells[place].strip() not in ("", NOTHING):
                    _take(entry.words(language), field, cells[place])
            first = entry.words(self.language)
            for name, text in common.items():
                if name in ("definition", "explanation", "notes"):
                    _take(first, name, text)
                elif name not in COLUMNS:
                    entry.note(name, text, self.language)
        return imported


def _take(words: ImportedWords, field: str, text: str) -> None:
    if field == "definition":
        words.add_definition(text)
    elif field == "explanation":
        words.add_explanation(text)
    elif field == "notes":
        words.add_note(text)
    elif field == "term":
        words.add_term(text, "preferred")
    else:
        for part in re.split(r"[;|\n]", text):
            if part.strip():
                words.add_term(part, field)
