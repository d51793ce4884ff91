"""Read tables: our own long table without loss, and those of others as far as their headings tell.

A table of others is long, with a row for each term and columns for the language and the term; or wide, with a row for
each concept and columns of a language each; or bilingual, with two columns of terms. Columns that are not understood
are kept with the origin and named in the report.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from .... import limits
from ....errors import ExchangeError
from ....languages.named import UNDETERMINED, language_tag
from ....termbase.model import NOTHING
from ...intake.headings import TEXTS as TEXT_FIELDS
from ...intake.headings import WORDS, Column, by_cells, column, language_for, language_of
from ...intake.imported import ImportedEntry, ImportedTerm, ImportedTermbase, short
from ...intake.order import named_language
from ...intake.report import FIELD as NOT_UNDERSTOOD
from ...intake.report import counted
from .long_table import COLUMNS, heading_of, read_long

_FARTHEST = 50
"""The row below which no heading is looked for."""

_ABBREVIATION = " (abbreviation)"
"""What the id of a concept ends in beside a pair of its abbreviations."""
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
    pair = [named_language(tag) for tag in languages] if languages else []
    if pair and len(pair) != 2:
        raise ExchangeError("--languages takes two languages, those of the first and the second column: en nb")
    if why := limits.excess("TABLE_ROWS", "the table", sum(map(len, tables.values()))):
        raise ExchangeError(why)
    own = [rows for rows in tables.values() if rows and _is_own(rows[0])]
    if own:
        read_long(imported, heading_of(own[0][0]), (row for rows in own for row in rows[1:]))
    by_id: dict[str, ImportedEntry] = {}
    without = [
        name for name, rows in tables.items() if rows not in own and not _read_table(imported, name, rows, pair, by_id)
    ]
    if not imported.entries:
        filled = [row for rows in tables.values() for row in rows if any(cell.strip() for cell in row)]
        if all(map(_is_comment, filled)):
            raise ExchangeError("the table has no terms: it is empty, or has only comments, which begin with #")
        first = next(row for row in filled if not _is_comment(row))
        seen = " · ".join(cell.strip() for cell in first if cell.strip())
        raise ExchangeError(
            f"no row has two headings that are known ('{seen[:120]}'); {_KNOWN}. A table of two columns of terms "
            "without headings is read with --languages, such as --languages en nb"
        )
    for name in without:
        if any(any(row) for row in tables[name]):
            imported.left_out(f"the sheet '{name}', which has no headings that are known")
    return imported


def _is_comment(row: Sequence[str]) -> bool:
    """Return whether a row is a comment of OmegaT's: a lone cell that begins with #."""
    return bool(row) and row[0].startswith("#") and not any(row[1:])


def _is_own(heading: Sequence[str]) -> bool:
    names = set(heading_of(heading))
    return {"concept_id", "language", "term", "kind"} <= names and names <= set(COLUMNS)


def _read_table(
    imported: ImportedTermbase, name: str, rows: Rows, pair: Sequence[str], by_id: dict[str, ImportedEntry]
) -> bool:
    """Read a table of others; return whether it is one.

    A sheet that is called after a language is of that language, and adds to the concepts ``by_id`` of the others.
    """
    width = max(map(len, rows), default=0)
    if why := limits.excess("TABLE_COLUMNS", "the table", width):
        raise ExchangeError(why)
    found = _heading(rows)
    if found is None:
        codes = _constant_codes(rows, width)
        if not (codes or pair) or width < 2:
            return False
        columns = [Column("1", "term", (codes or pair)[0]), Column("2", "term", (codes or pair)[1])]
        columns += [Column("", "")] * 2 if codes else [Column("3", "notes", pair[1])]
        _Table(imported, columns, pairs=True).read(row for row in rows if not _is_comment(row))
        return True
    number, columns = found
    language = language_of(re.findall(r"[^\W_]+", name.casefold())) if name else ""
    if language:
        columns = [_in_language(one, language) for one in columns]
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
        _Table(imported, [by_name.get(one, Column("", "")) for one in names], pairs=True).read(rows[number + 1 :])
    elif "language" in fields and any(one.field == "term" and not one.language for one in columns):
        _Table(imported, columns, long=True).read(rows[number + 1 :])
    elif fields & {*WORDS}:
        _Table(imported, columns, by_id=by_id if language else None).read(rows[number + 1 :])
    else:
        return False
    return True


def _in_language(found: Column, language: str) -> Column:
    """Return what a column of a sheet is that is called after a language."""
    if not found.field and column(found.heading).field == "language":  # "Language" above the words of it
        return Column(found.heading, "term", language)
    is_spoken = found.field in (*WORDS, *TEXT_FIELDS) and not found.language
    return Column(found.heading, found.field, language) if is_spoken else found


def _heading(rows: Rows) -> tuple[int, list[Column]] | None:
    """Return the first row with two known headings, and what they say; None where there is none."""
    for number, row in enumerate(rows[:_FARTHEST]):
        below = rows[number + 1 :]
        columns = []
        for place, cell in enumerate(row):
            cells = [other[place] for other in below if place < len(other)]
            found = by_cells(column(cell), cells[:100])
            # a code that is in its column more than once is data
            again = found.is_code and sum(other[place : place + 1] == [cell] for other in rows[:_FARTHEST]) > 1
            columns.append(Column(cell) if again else found)
        known = [one for one in columns if one.field]
        weak = [one for one in known if one.is_code and re.match(r"\s*\w{3}\b", one.heading)]
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


# --- rows ---


class _Table:
    """Reads a table of others, with a row for each term, for each concept, or for each pair of terms."""

    def __init__(
        self,
        imported: ImportedTermbase,
        columns: Sequence[Column],
        *,
        long: bool = False,
        pairs: bool = False,
        by_id: dict[str, ImportedEntry] | None = None,
    ) -> None:
        self.imported = imported
        self.columns = columns
        self.long = long
        self.pairs = imported.pairs = pairs
        self.several = long or pairs or by_id is not None
        """Whether several rows can be about one concept."""
        self.entries = {} if by_id is None else by_id
        self.sizes: dict[str, int] = {}
        """How much text is in each column that is not understood, and under "" in the others."""
        self.languages = [""] * len(columns) if long else self._languages()

    def _languages(self) -> list[str]:
        """Return the language of each column, and say which are assumed."""
        stated = list(dict.fromkeys(one.language for one in self.columns if one.language))
        # headings that are of one language alone say what the others are in
        stated += [language for one in self.columns if one.field and (language := language_for(one, stated))][:1]
        found = []
        for one in self.columns:
            language = one.language
            if not language and one.field in (*WORDS, *TEXT_FIELDS, "gender"):
                language = language_for(one, stated)
                if language and one.field != "gender":
                    self.imported.assumed(f"the language {language} for the column '{one.heading}'")
            found.append(language or UNDETERMINED)
            if one.field in (*WORDS, *TEXT_FIELDS):
                self.imported.columns.add((found[-1], one.field))
        return found

    def read(self, rows: Iterable[Sequence[str]]) -> None:
        """Add what the rows say. Raises ExchangeError where most of the text is in columns that are not understood."""
        for row in rows:
            placed = [
                (one, language, cell)
                for one, language, cell in zip(self.columns, self.languages, row, strict=False)
                if cell.strip() and one.heading.strip()
            ]
            if placed:
                self._row(placed)
        known = self.sizes.pop("", 0)
        if self.pairs or not self.sizes:
            return
        if sum(self.sizes.values()) > known:
            names = ", ".join(f"'{short(heading)}'" for heading in self.sizes)
            raise ExchangeError(f"most of the text is in columns whose headings are not known: {names}; {_KNOWN}")
        for heading in self.sizes:
            self.imported.say(NOT_UNDERSTOOD, f"the column '{heading}', which is kept with the origin")

    def _row(self, placed: list[tuple[Column, str, str]]) -> None:
        said = {one.field: cell.strip() for one, _, cell in reversed(placed)}
        name = said.get("concept_id", "")
        is_abbreviation = self.pairs and name.endswith(_ABBREVIATION)
        name = name.removesuffix(_ABBREVIATION) if self.pairs else name
        entry = self.entries.get(name) if name and self.several else None
        if entry is None:
            entry = self.entries[name] = self.imported.add(name)
        if self.long:
            spoken = said.get("language", "")
            language = column(spoken).language or spoken or UNDETERMINED
            placed = [(one, language, cell) for one, _, cell in placed]
        terms: list[tuple[str, ImportedTerm]] = []
        first: list[ImportedTerm] = []
        """What the row says of its term is said of these."""
        for one, language, cell in placed:
            field = "abbreviation" if is_abbreviation and one.field == "term" else one.field
            self.sizes["" if field else one.heading] = self.sizes.get("" if field else one.heading, 0) + len(cell)
            if not self.long:
                if entry.cells.get((language, field)) == cell:
                    continue  # another sheet has it too
                entry.cells.setdefault((language, field), cell)
            if field in WORDS:
                again = field == "term" and any(tag == language for tag, _ in terms)
                added = self._words(entry, "admitted" if again else field, language, cell)
                first += added[:1] if field == "term" and not again else []
                terms += [(language, term) for term in added]
            elif field == "notes":
                for line in self._plain(entry, cell).splitlines():
                    entry.words(language).add_note(line)
            elif field in TEXT_FIELDS:
                entry.words(language).add_text(field, self._plain(entry, cell))
            elif not field or field == "number":
                entry.keep(one.heading, cell, language if self.long else "", said=not field)
            elif field == "subject_field":
                entry.subject_field = entry.subject_field or cell.strip()
            elif field == "sources":
                for line in filter(None, map(str.strip, cell.splitlines())):
                    entry.add_source(line)
        for one, language, cell in placed:
            if one.field == "reason":
                for _, term in terms:
                    term.reason = cell
            elif one.field == "part_of_speech" and not first:
                entry.part_of_speech = entry.part_of_speech or cell.strip()
            elif one.field in ("status", "kind", "part_of_speech", "gender"):
                own = [term for tag, term in terms if tag == language and term in first]
                for term in (own or first[:1]) if one.field == "gender" else first:
                    setattr(term, one.field, cell.strip())

    def _words(self, entry: ImportedEntry, field: str, language: str, cell: str) -> list[ImportedTerm]:
        """Add the designations of a cell: several are separated by semicolons, bars or lines."""
        added = []
        parts = [part for part in re.split(r"[;|\n]", self._plain(entry, cell)) if part.strip() not in ("", NOTHING)]
        for number, part in enumerate(parts):
            status = field if field in ("admitted", "deprecated") else "admitted" if field == "term" and number else ""
            term = entry.words(language).add_term(part, status, kind="" if field == "term" or status else field)
            added += [term] if term else []
        if field == "term" and len(parts) > 1:
            entry.changed(f"{language} '{cell}': several terms; the first is preferred here", "several terms in a cell")
        return added

    def _plain(self, entry: ImportedEntry, cell: str) -> str:
        """Return a cell without HTML tags, which is said."""
        plain = _TAGS.sub("", cell) if "<" in cell else cell
        if plain != cell:
            entry.changed(f"HTML tags taken off '{cell}'", "HTML tags taken off")
        return plain
