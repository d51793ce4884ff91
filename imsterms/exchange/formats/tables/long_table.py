"""The long table that CSV and XLSX hold, written and read: one row for each designation in each language.

What belongs to a language (definition, notes) is in the row of its preferred term, what belongs to the concept
(relations, codes) in the concept's first row. Several values in a cell have a line each. Texts are in our own syntax,
``{trigger_point}[the plural]``, in which literal braces are doubled. A form that is not stated is not known; ``-`` says
that there is none. Below the concepts come the obsolete ids, the names of the subject fields, the bibliography, the
code systems, the signs that advice names, and what the termbase says of itself. The column ``kind`` says what a row is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ....facade import Glossary
from ....lexicon.concept import Concept
from ....lexicon.designation import ADMITTED, DEPRECATED, LAY, Designation
from ....lexicon.term import Term
from ....termbase.designation import write_named
from ....termbase.model import RELATIONS
from ....termbase.model import TEXTS as TEXT_FIELDS
from ...intake.imported import ImportedEntry, ImportedTermbase, ImportedWords, clean
from ...intake.vocabulary import table
from ...sections import facts, glossaries
from ...sections import label as words_of

COLUMNS: tuple[str, ...] = tuple(table("columns")["long"].split())
OBSOLETE, FIELD, TEXTS, SIGN, ABOUT = "obsolete", "subject field", "texts", "sign", "about"
"""Kinds of rows that are not designations."""
RECORDS = {"source": ("sources", "title"), "code system": ("code_systems", "name")}
"""Kinds of rows that are a record: where the termbase keeps it, and which of its keys is in the column of terms."""

Row = dict[str, str]


def long_rows(glossary: Glossary) -> Iterator[list[str]]:
    """Yield the heading and the rows of a termbase."""
    yield [*COLUMNS]
    for row in _rows(glossary):
        yield [row.get(column, "") for column in COLUMNS]


def _rows(glossary: Glossary) -> Iterator[Row]:
    languages = glossaries(glossary)
    for concept in glossary.values():
        found: list[Row] = []
        for tag, one in languages.items():
            here = one[concept.id]
            is_own = here.has_term and here.term.language == tag
            listed = [
                *(_designations(here) if is_own else () if here.has_term else _listed(DEPRECATED, here.deprecated))
            ]
            texts = _texts(one, here if is_own else None, concept.id)
            if texts and not listed:
                listed = [{"kind": TEXTS}]
            if listed:
                listed[0] |= texts
            found += [{**row, "language": tag} for row in listed]
        found = found or [{"language": glossary.language, "kind": TEXTS}]
        found[0] |= _place(concept)
        about = {"concept_id": concept.id}
        about |= {"part_of_speech": concept.part_of_speech, "subject_field": concept.subject_field}
        yield from (_clean({**about, **row}) for row in found)
    for gone, by in glossary.replaced.items():
        yield {"concept_id": gone, "term": by, "kind": OBSOLETE}
    for field in dict.fromkeys(concept.subject_field for concept in glossary.values()):
        label = glossary.word(f"subject_field.{field}")
        if label != field.replace("_", " "):
            yield _clean({"concept_id": field, "language": glossary.language, "term": label, "kind": FIELD})
    for kind, (kept, title) in RECORDS.items():
        records: Mapping[str, Mapping[str, object]] = glossary.structure.get(kept, {})  # type: ignore[assignment]
        for name, record in records.items():
            said = [f"{key}: {str(value).lower() if value is True else value}" for key, value in record.items()]
            others = "\n".join(one for one in said if not one.startswith(f"{title}: "))
            yield _clean({"concept_id": name, "term": str(record[title]), "kind": kind, "notes": others})
    for sign, advice in glossary.structure["signs"].items():
        for tag, word in words_of(languages, f"sign.{sign}").items():
            reason = f"{advice['urgency']}{' settled' * advice['settled']}"
            yield _clean({"concept_id": sign, "language": tag, "term": word, "kind": SIGN, "reason": reason})
    for name, said_of_itself in glossary.structure["about"].items():
        yield _clean({"concept_id": name, "term": said_of_itself, "kind": ABOUT})


def _clean(row: Mapping[str, str]) -> Row:
    return {column: clean(text) for column, text in row.items() if text}


def _place(concept: Concept) -> Row:
    """Return what is true of a concept in every language."""
    relations = [
        f"{relation}: {target.id}"
        for relation, targets in concept.relations.items()
        if relation in RELATIONS
        for target in targets
    ]
    codes = [
        f"{system}: {match}: {code}"
        for system, matches in concept.codes.items()
        for match, listed in matches.items()
        for code in listed
    ]
    return {
        "broader": "\n".join(one.id for one in concept.broader),
        "relations": "\n".join(relations),
        "codes": "\n".join(codes),
        "sources": "\n".join(source.id for source in concept.sources),
        "basis": concept.basis,
        "review": "" if concept.review == "none" else f"{concept.review} {concept.review_date}",
        "facts": "\n".join(f"{name}: {value}" for name, value in facts(concept)),
        "origin": "\n".join(f"{name}: {value}" for name, values in concept.origin.items() for value in values),
    }


def _designations(words: Concept) -> Iterator[Row]:
    yield {"term": str(words.term), "kind": "preferred", "forms": "\n".join(_forms(words.term))}
    if words.abbreviation:
        yield {"term": words.abbreviation, "kind": "abbreviation"}
    for kind, listed in ((ADMITTED, words.admitted), (LAY, words.lay), (DEPRECATED, words.deprecated)):
        yield from _listed(kind, listed)
    for variant in words.variants:
        yield {"term": variant, "kind": "variant"}
    if words.plain:
        yield {"term": " | ".join(words.plain_forms), "kind": "plain"}


def _listed(kind: str, designations: Iterable[Designation]) -> Iterator[Row]:
    for one in designations:
        forms = [write_named(name, text) for name, text in list(one.forms.items())[1:]]
        yield {"term": str(one), "kind": kind, "forms": "\n".join(forms), "reason": one.reason}


def _forms(term: Term) -> Iterator[str]:
    for name, form in term.stated_forms.items():
        if name:
            yield write_named(name, form)
    if term.gender and not term.forms.get("a"):
        yield write_named("gender", term.gender)
    if term.stated_counts:
        for number, form in enumerate(term.stated_counts):
            yield f"[{number}]: {form}"


def _texts(glossary: Glossary, named: Concept | None, concept_id: str) -> Row:
    """Return what a language says about a concept, besides its designations; ``named`` where it has a term."""
    record = glossary.texts()["concepts"].get(concept_id, {})
    found: Row = {name: text for name in TEXT_FIELDS if (text := record.get(name))}
    if "notes" in record:
        found["notes"] = "\n".join(record["notes"])
    fuzzy = ["term"] if named and named.term.needs_review else []
    fuzzy += [field for field in record.get("fuzzy", ()) if field in (*TEXT_FIELDS, "notes")]
    if fuzzy:
        found["needs_review"] = " ".join(fuzzy)
    return found


# --- back again ---


def heading_of(cells: Iterable[str]) -> list[str]:
    """Return the names of the columns; ``kind`` was called ``status`` once."""
    return ["kind" if (name := cell.strip().casefold()) == "status" else name for cell in cells]


def read_long(imported: ImportedTermbase, heading: Sequence[str], body: Iterable[Sequence[str]]) -> None:
    """Read the rows of a long table of ours, those of its ``body``; ``heading`` has the names of its columns."""
    entries: dict[str, ImportedEntry] = {}
    for cells in body:
        row = {name: cell for name, cell in zip(heading, cells, strict=False) if cell and name}
        if not row:
            continue
        name, kind = row.get("concept_id", "").strip(), row.get("kind", "").strip()
        if kind in RECORDS:
            kept, title = RECORDS[kind]
            pairs = (line.partition(": ") for line in row.get("notes", "").splitlines())
            record = {key: value for key, _, value in pairs}
            getattr(imported, kept)[name] = {title: row.get("term", ""), **record}
        elif kind == FIELD:
            imported.subject_fields[name] = row.get("term", "")
        elif kind == ABOUT:
            imported.about[name] = row.get("term", "")
        elif kind == SIGN:
            urgency, _, settled = row.get("reason", "").partition(" ")
            imported.add_sign(name, urgency, settled == "settled", row.get("language", ""), row.get("term", ""))
        else:
            if name not in entries:
                entries[name] = imported.add(name)
            _row(entries[name], row, kind)


def _row(entry: ImportedEntry, row: Row, kind: str) -> None:
    if kind == OBSOLETE:
        entry.replaced_by = row.get("term", "")
        return
    _take_concept(entry, row)
    words = entry.words(row.get("language", "").strip())
    if row.get("term"):
        _take_term(words, row, kind)
    for name in TEXT_FIELDS:
        words.add_text(name, row.get(name, ""), literal=False)
    for note in _lines(row, "notes"):
        words.add_note(note, literal=False)
    words.fuzzy += [field for field in row.get("needs_review", "").split() if field not in words.fuzzy]


def _take_concept(entry: ImportedEntry, row: Row) -> None:
    """Take in what a row says about the concept."""
    for name in ("subject_field", "part_of_speech", "basis"):
        text = row.get(name, "").strip()
        if text and not getattr(entry, name):
            setattr(entry, name, text)
        elif text and getattr(entry, name) != text:
            entry.keep(name.replace("_", " "), text)
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
            entry.keep("code", line)
    for source in _lines(row, "sources"):
        entry.add_source(source)
    if row.get("review"):
        state, _, date = row["review"].strip().partition(" ")
        entry.review = (state, date)
    for column, kept in (("facts", entry.facts), ("origin", entry.origin)):
        for line in _lines(row, column):
            name, _, value = line.partition(": ")
            kept.setdefault(name.removesuffix(":"), []).extend([value] if value else [])


def _take_term(words: ImportedWords, row: Row, kind: str) -> None:
    """Take in the designation of a row."""
    term = words.add_term(row["term"], kind, reason=row.get("reason", ""))
    for line in _lines(row, "forms") if term else ():
        name, _, form = line.partition(": ")
        if re.fullmatch(r"\[\d\]", name):
            words.counts.append(form)
        elif term and name == "gender":
            term.gender = form
        elif term:
            term.forms[name.rstrip(":")] = form


def _lines(row: Row, name: str) -> list[str]:
    return [line.strip() for line in row.get(name, "").split("\n") if line.strip()]
