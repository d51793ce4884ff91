"""Read tables: our own long table without loss, and those of others as far as their headings tell.

A table of others is long, with a row for each term and columns for the language and the term; or wide, with a row for
each concept and columns of a language each; or bilingual, with two columns of terms. Columns that are not understood
are kept with the origin and named in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .... import limits
from ....errors import ExchangeError
from ....termbase.model import NOTHING
from ...intake.headings import TEXTS as TEXT_FIELDS
from ...intake.headings import WORDS, Column, column, language_for, numbered
from ...intake.identifiers import UNDETERMINED, language_tag
from ...intake.imported import ImportedEntry, ImportedTermbase
from ...intake.report import FIELD as NOT_UNDERSTOOD
from ...intake.report import counted
from .long_table import COLUMNS, read_long

_FARTHEST = 50
"""The row below which no heading is looked for."""

Rows = Sequence[Sequence[str]]
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|sub|sup|br|p|span|font|a|div|ul|ol|li|small)(?:\s[^<>]*)?/?>", re.I)
_KNOWN = (
    "known are Term, Definition, Explanation, Synonyms, Abbreviation, Avoid, Note, Source, Subject field, Status, "
    "Language, Id and their Norwegian counterparts (Begrep, Definisjon, Frarådet, Merknad, Kilde, Fagområde ...), and "
    "names and codes of languages, alone or with one of these: 'nb', 'Engelsk', 'Definisjon (nynorsk)', 'avoid_nb'"
)


def read_tables(tables: Mapping[str, Rows], languages: Sequence[str] | None = None) -> ImportedTermbase:
    """Return the termbase in some tables, sheets of one workbook or a single one.

    ``languages`` are those of the first two columns, where the headings do not say them. Raises ExchangeError.
    """
    imported = ImportedTermbase()
    pair = [_named_language(tag) for tag in languages] if languages else []
    if pair and len(pair) != 2:
        raise ExchangeError("--languages takes two languages, those of the first and the second column: en nb")
    if sum(map(len, tables.values())) > limits.TABLE_ROWS:
        raise ExchangeError(f"the table has more than {limits.TABLE_ROWS} rows; divide it")
    own = [rows for rows in tables.values() if rows and _is_own(rows[0])]
    if own:
        heading = [cell.strip().casefold() for cell in own[0][0]]
        read_long(imported, heading, (row for rows in own for row in rows[1:]))
    without = [name for name, rows in tables.items() if rows not in own and not _read_table(imported, name, rows, pair)]
    if not imported.entries:
        filled = [row for rows in tables.values() for row in rows if any(cell.strip() for cell in row)]
        if all(map(_is_comment, filled)):
            raise ExchangeError("the table has no terms: it is empty, or has only comments, which begin with #")
        seen = " · ".join(filled[0][:8])
        raise ExchangeError(
            f"no row has two headings that are known ('{seen[:120]}'); {_KNOWN}. A table of two columns of terms "
            "without headings is read with --languages, such as --languages en nb"
        )
    for name in without:
        if any(any(row) for row in tables[name]):
            imported.left_out(f"the sheet '{name}', which has no headings that are known")
    return imported


def _named_language(tag: str) -> str:
    language = language_tag(tag)
    if language == UNDETERMINED:
        raise ExchangeError(f"'{tag[:40]}' is not a language tag; write one such as nb or en")
    return language


def _is_comment(row: Sequence[str]) -> bool:
    """Return whether a row is a comment of OmegaT's: a lone cell that begins with #."""
    return bool(row) and row[0].startswith("#") and not any(row[1:])


def _is_own(heading: Sequence[str]) -> bool:
    names = {cell.strip().casefold() for cell in heading}
    return {"concept_id", "language", "term", "status"} <= names and names <= set(COLUMNS)


def _read_table(imported: ImportedTermbase, name: str, rows: Rows, pair: Sequence[str]) -> bool:
    """Read a table of others; return whether it is one."""
    width = max(map(len, rows), default=0)
    if width > limits.TABLE_COLUMNS:
        raise ExchangeError(f"the table has {width} columns; at most {limits.TABLE_COLUMNS} are read")
    found = _heading(rows)
    if found is None:
        codes = _constant_codes(rows, width)
        if not (codes or pair) or width < 2:
            return False
        columns = [Column("1", "term", (codes or pair)[0]), Column("2", "term", (codes or pair)[1])]
        columns += [Column("", "")] * 2 if codes else [Column("3", "notes", pair[1])]
        _Wide(imported, columns, bilingual=True).read(row for row in rows if not _is_comment(row))
        return True
    number, columns = found
    if skipped := [row for row in rows[:number] if any(cell.strip() for cell in row)]:
        first = " ".join(cell for cell in skipped[0] if cell.strip())[:60]
        where = f"the sheet '{name}'" if name else "the table"
        imported.left_out(f"what is above the headings of {where}: {counted(len(skipped), 'row')}, '{first}'")
    fields = {one.field for one in columns}
    names = [one.heading.strip().casefold() for one in columns]
    if {"source", "target"} <= set(names):
        if not pair:
            raise ExchangeError(
                "the table has the columns 'source' and 'target', and does not say their languages; "
                "name them: --languages en nb"
            )
        by_name = {"source": Column("source", "term", pair[0]), "target": Column("target", "term", pair[1])}
        by_name["context"] = Column("context", "concept_id")
        for comments in ("developer_comments", "translator_comments"):
            by_name[comments] = Column(comments, "notes", pair[0])
        _Wide(imported, [by_name.get(one, Column("", "")) for one in names], bilingual=True).read(rows[number + 1 :])
    elif {"language", "term"} <= fields:
        _long_of_others(imported, columns, rows[number + 1 :])
    elif fields & {*WORDS}:
        _Wide(imported, columns).read(rows[number + 1 :])
    else:
        return False
    return True


def _heading(rows: Rows) -> tuple[int, list[Column]] | None:
    """Return the first row with two known headings, and what they say; None where there is none."""
    for number, row in enumerate(rows[:_FARTHEST]):
        below = rows[number + 1 :]
        columns = []
        for place, cell in enumerate(row):
            cells = [other[place] for other in below if place < len(other)]
            found = numbered(column(cell), cells[:100])
            # a code that is in its column more than once is data
            again = found.is_code and sum(other[place : place + 1] == [cell] for other in rows[:_FARTHEST]) > 1
            columns.append(Column(cell) if again or len(cell) > 60 else found)
        known = [one for one in columns if one.field]
        weak = [one for one in known if one.is_code and len(one.heading.strip()) == 3]
        enough = min(2, sum(bool(cell.strip()) for cell in row))
        if known and len(known) >= enough and len(weak) < len(known):
            return number, columns
        names = {cell.strip().casefold() for cell in row}
        if {"source", "target"} <= names:
            return number, columns
    return None


def _constant_codes(rows: Rows, width: int) -> list[str]:
    """Return the languages that a table without headings names in two columns of its own, as DeepL's glossaries do."""
    if width < 4 or not rows:
        return []
    found = [
        language_tag(next(iter(cells)))
        for place in (2, 3)
        if len(cells := {row[place].strip() for row in rows if len(row) > place}) == 1
    ]
    return found if len(found) == 2 and UNDETERMINED not in found else []


# --- cells ---


class _Cells:
    """Puts the cells of a row into an entry."""

    def __init__(self, imported: ImportedTermbase) -> None:
        self.imported = imported

    def words(self, entry: ImportedEntry, field: str, language: str, cell: str) -> None:
        """Add the designations of a cell: several are separated by semicolons, bars or lines."""
        parts = [part for part in re.split(r"[;|\n]", self.text(entry, cell)) if part.strip() not in ("", NOTHING)]
        for number, part in enumerate(parts):
            words = entry.words(language)
            if field == "term":
                words.add_term(part, "" if number == 0 else "admitted")
            elif field in ("admitted", "deprecated"):
                words.add_term(part, field)
            else:
                words.add_term(part, kind=field)
        if field == "term" and len(parts) > 1:
            entry.changed(f"{language} '{cell}': several terms; the first is preferred here", "several terms in a cell")

    def texts(self, entry: ImportedEntry, field: str, language: str, cell: str) -> None:
        """Add a text; notes are one a line."""
        words, text = entry.words(language), self.text(entry, cell)
        if field == "definition":
            words.add_definition(text)
        elif field == "explanation":
            words.add_explanation(text)
        else:
            for line in text.splitlines():
                words.add_note(line)

    def text(self, entry: ImportedEntry, cell: str) -> str:
        """Return a cell without HTML tags, which is said."""
        if "<" not in cell:
            return cell
        plain = _TAGS.sub("", cell)
        if plain != cell:
            entry.changed(f"HTML tags taken off '{cell}'", "HTML tags taken off")
        return plain

    def concept(self, entry: ImportedEntry, field: str, cell: str) -> bool:
        """Add what a cell says of the concept; return whether it does."""
        if field == "subject_field":
            entry.subject_field = entry.subject_field or cell.strip()
        elif field == "part_of_speech":
            entry.part_of_speech = entry.part_of_speech or cell.strip()
        elif field == "sources":
            for line in filter(None, map(str.strip, cell.splitlines())):
                entry.add_source(line)
        else:
            return False
        return True

    def unknown(self, columns: Iterable[Column], number: Mapping[str, int], known: int) -> None:
        """Say which columns are not understood; refuse a table of which that is most of the text."""
        unknown = [one.heading for one in columns if one.heading.strip() and not one.field and number.get(one.heading)]
        if sum(number[heading] for heading in unknown) > known:
            names = ", ".join(f"'{heading}'" for heading in unknown)
            raise ExchangeError(f"most of the text is in columns whose headings are not known: {names}; {_KNOWN}")
        for heading in unknown:
            self.imported.say(NOT_UNDERSTOOD, f"the column '{heading}', which is kept with the origin")


def _long_of_others(imported: ImportedTermbase, columns: Sequence[Column], rows: Rows) -> None:
    """Read a table with a row for each term."""
    cells = _Cells(imported)
    entries: dict[str, ImportedEntry] = {}
    sizes: dict[str, int] = {}
    known = 0
    for row in rows:
        said: dict[str, str] = {}
        others: dict[str, str] = {}
        for one, cell in zip(columns, row, strict=False):
            if not cell.strip():
                continue
            if one.field:
                said[one.field] = f"{said[one.field]}\n{cell}" if one.field in said else cell
                known += len(cell)
            elif one.heading.strip():
                others[one.heading.strip()] = cell
                sizes[one.heading] = sizes.get(one.heading, 0) + len(cell)
        if not said and not others:
            continue
        name = said.pop("concept_id", "").strip()
        entry = entries.get(name) if name else None
        if entry is None:
            entry = entries[name] = imported.add(name)
        language = said.pop("language", "").strip()
        words = entry.words(_language_of_cell(language))
        term = (
            words.add_term(cells.text(entry, said.pop("term", "")), said.pop("status", ""))
            if said.get("term")
            else None
        )
        if term is not None:
            term.kind, term.gender = said.pop("kind", ""), said.pop("gender", "")
            term.part_of_speech, term.reason = said.pop("part_of_speech", ""), said.pop("reason", "")
        for field, cell in said.items():
            if field in WORDS:
                cells.words(entry, field, words.language, cell)
            elif field in TEXT_FIELDS:
                cells.texts(entry, field, words.language, cell)
            elif not cells.concept(entry, field, cell):
                entry.keep(field, cell, said=False)
        for heading, cell in others.items():
            entry.keep(heading, cell, words.language)
    cells.unknown(columns, sizes, known)


def _language_of_cell(cell: str) -> str:
    found = column(cell).language if cell else ""
    return found or cell or UNDETERMINED


class _Wide:
    """Reads a table with a row for each concept."""

    def __init__(self, imported: ImportedTermbase, columns: Sequence[Column], *, bilingual: bool = False) -> None:
        self.imported = imported
        self.cells = _Cells(imported)
        self.columns = columns
        self.bilingual = imported.pairs = bilingual
        self.entries: dict[str, ImportedEntry] = {}
        languages = list(dict.fromkeys(one.language for one in columns if one.language))
        # headings that are of one language alone say what the others are in
        languages += [language for one in columns if one.field and (language := language_for(one, languages))][:1]
        self.languages: list[str] = []
        for one in columns:
            language = one.language
            if not language and one.field in (*WORDS, *TEXT_FIELDS, "gender"):
                language = language_for(one, languages)
                if language and one.field in (*WORDS, *TEXT_FIELDS):
                    imported.assumed(f"the language {language} for the column '{one.heading}'")
            self.languages.append(language or UNDETERMINED)
        imported.columns |= {
            (language, one.field)
            for one, language in zip(columns, self.languages, strict=True)
            if one.field in (*WORDS, *TEXT_FIELDS)
        }

    def read(self, rows: Iterable[Sequence[str]]) -> None:
        """Add an entry for each row."""
        sizes: dict[str, int] = {}
        known = 0
        for row in rows:
            if any(cell.strip() for cell in row):
                known += self._row(row, sizes)
        if not self.bilingual:
            self.cells.unknown(self.columns, sizes, known)

    def _row(self, row: Sequence[str], sizes: dict[str, int]) -> int:
        """Add the entry of a row; return how much of its text is understood."""
        placed = [
            (one, language, cell)
            for one, language, cell in zip(self.columns, self.languages, row, strict=False)
            if cell.strip() and one.heading.strip()
        ]
        name = next((cell.strip() for one, _, cell in placed if one.field == "concept_id"), "")
        is_abbreviation = self.bilingual and name.endswith(" (abbreviation)")
        name = name.removesuffix(" (abbreviation)") if self.bilingual else name
        entry = self.entries.get(name) if self.bilingual else None  # pairs of terms of one concept
        if entry is None:
            entry = self.imported.add(name)
            if name:
                self.entries[name] = entry
        known = 0
        for one, language, cell in placed:
            entry.cells.setdefault((language, "abbreviation" if is_abbreviation else one.field), cell)
            known += len(cell) if one.field else 0
            self._cell(entry, one, language, cell, short=is_abbreviation)
            if not one.field:
                sizes[one.heading] = sizes.get(one.heading, 0) + len(cell)
        for one, _, cell in placed:
            # what is said of the terms of the row
            for words in entry.languages.values() if one.field in ("status", "kind") else ():
                for term in words.terms[:1]:
                    setattr(term, one.field, cell)
        self._genders(entry, placed)
        return known

    def _cell(self, entry: ImportedEntry, one: Column, language: str, cell: str, *, short: bool) -> None:
        if one.field == "term" and short:
            self.cells.words(entry, "abbreviation", language, cell)
        elif one.field in WORDS:
            # a second column of terms in a language is of other good terms
            again = one.field == "term" and bool(entry.languages.get(language))
            self.cells.words(entry, "admitted" if again else one.field, language, cell)
        elif one.field in TEXT_FIELDS:
            self.cells.texts(entry, one.field, language, cell)
        elif one.field == "reason":
            self._reason(entry, cell)
        elif not one.field:
            entry.keep(one.heading, cell)
        elif one.field == "number":
            entry.keep(one.heading, cell, said=False)
        elif one.field not in ("concept_id", "status", "kind", "gender", "language"):
            self.cells.concept(entry, one.field, cell)

    def _reason(self, entry: ImportedEntry, cell: str) -> None:
        for words in entry.languages.values():
            for term in words.terms:
                if term.status == "deprecated":
                    term.reason = cell

    def _genders(self, entry: ImportedEntry, placed: Iterable[tuple[Column, str, str]]) -> None:
        for one, language, cell in placed:
            if one.field == "gender":
                words = entry.languages.get(language) or next(iter(entry.languages.values()), None)
                for term in words.terms[:1] if words else ():
                    term.gender = cell
