"""Read the native JSON document back: the reference for a round trip without loss.

Other JSON that is a list of objects is read as a table, of which the keys are the headings.
"""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from .... import limits
from ....characters import without_halves
from ....errors import ExchangeError
from ....files import decode
from ....termbase.model import FACTS, NOTHING, TEXTS
from ...intake.imported import DATE, ImportedEntry, ImportedTermbase, ImportedWords, one_line
from ..tables.reader import read_tables

JsonObject = dict[str, Any]
"""An object of a JSON document: any key may be missing, and hold anything."""


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a native JSON document, or of a list of objects. Raises ExchangeError where it is none."""
    document = read_json(stream)
    concepts = document.get("concepts") if isinstance(document, dict) else None
    if not isinstance(concepts, list) or concepts and not any("languages" in one for one in as_objects(concepts)):
        return _of_others(document)
    imported = ImportedTermbase()
    for name, work in as_pairs(document.get("sources")):
        imported.sources[name] = {
            key: "true" if value is True else str(value) for key, value in as_pairs(work) if value is not False
        }
    for name, system in as_pairs(document.get("code_systems")):
        imported.code_systems[name] = {key: one_line(as_text(value)) for key, value in as_pairs(system)}
    for record in as_objects(document["concepts"]):
        _entry(imported, record)
    words = as_object(as_object(as_object(document.get("interface")).get("en")).get("words"))
    imported.subject_fields = {
        name.partition(".")[2]: text for name, text in words.items() if name.startswith("subject_field.") and text
    }
    for name, sign in as_pairs(document.get("signs")):
        sign = as_object(sign)
        for language, spoken in as_pairs(document.get("interface")):
            if word := as_text(as_object(as_object(spoken).get("words")).get(f"sign.{name}")):
                imported.add_sign(name, as_text(sign.get("urgency")), sign.get("settled") is True, language, word)
    imported.about = {name: as_text(text) for name, text in as_pairs(document.get("about"))}
    for name in ("articles", "interface"):
        if document.get(name):
            imported.left_out(f"the {name}: an import takes concepts")
    return imported


def _of_others(document: Any) -> ImportedTermbase:
    """Return the termbase in a list of objects, or in objects by their ids."""
    lists = [document] if isinstance(document, list) else [one for _, one in as_pairs(document) if as_objects(one)]
    by_id = [{"id": name, **one} for name, one in as_pairs(document) if isinstance(one, dict)]
    records = as_objects(lists[0]) if len(lists) == 1 else by_id
    if not records:
        raise ExchangeError(
            "this JSON is not a document of imsterms, which has 'concepts', and has no list of objects either"
        )
    cells = [{name: cell for key, value in one.items() for name, cell in _cells(key, value)} for one in records]
    heading = list(dict.fromkeys(name for one in cells for name in one))
    if why := limits.excess("TABLE_COLUMNS", "the table of objects", len(heading)):
        raise ExchangeError(why)
    return read_tables({"": [heading, *([one.get(name, "") for name in heading] for one in cells)]})


def _cells(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield what an object has under a key as cells of a table: what is below an object by its own keys."""
    for name, one in value.items() if isinstance(value, dict) else (("", value),):
        said = "; ".join(map(_cell, one)) if isinstance(one, list) else _cell(one)
        yield f"{key} {name}".strip(), said


def _cell(value: Any) -> str:
    """Return a value as text."""
    if value is None or isinstance(value, str):
        return value or ""
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        raise ExchangeError("this JSON is nested too deeply to be read") from None


def _entry(imported: ImportedTermbase, record: JsonObject) -> None:
    entry = imported.add(as_text(record.get("id")))
    entry.replaced_by = as_text(record.get("replaced_by"))
    entry.subject_field = as_text(record.get("subject_field"))
    entry.part_of_speech = as_text(record.get("part_of_speech"))
    for target in as_texts(record.get("broader")):
        entry.relate("broader", target)
    for relation, targets in as_pairs(record.get("relations")):
        for target in as_texts(targets):
            entry.relate(relation, target)
    for system, relations in as_pairs(record.get("codes")):
        for relation, codes in as_pairs(relations):
            for code in as_texts(codes):
                entry.add_code(system, code, relation)
    entry.sources = list(as_texts(record.get("sources")))
    entry.basis = as_text(record.get("basis"))
    review = as_object(record.get("review"))
    entry.review = (as_text(review.get("state")) or "none", as_text(review.get("date")))
    if "signs" in record:
        entry.facts["advice"] = as_texts(record["signs"])
    entry.facts |= {name: [fact] for name in FACTS if (fact := as_text(record.get(name)))}
    if verified := as_object(record.get("verified")):
        entry.facts["verified"] = [f"{as_text(verified.get('date'))} {as_text(verified.get('against'))}"]
    entry.origin = {name: as_texts(values) for name, values in as_pairs(record.get("origin")) if as_texts(values)}
    for language, words in as_pairs(record.get("languages")):
        if isinstance(words, dict):
            _words(entry, entry.words(language), words)


def _words(entry: ImportedEntry, words: ImportedWords, record: JsonObject) -> None:
    preferred = as_object(record.get("preferred"))
    forms = {name: as_text(form) for name, form in as_pairs(preferred.get("forms")) if name}
    forms |= dict.fromkeys(as_texts(preferred.get("missing_forms")), NOTHING)
    if as_text(preferred.get("term")):
        term = words.add_term(as_text(preferred["term"]), "preferred", **forms)
        if term is not None:
            term.gender = as_text(preferred.get("gender"))
    words.counts = list(as_texts(preferred.get("counts")))
    _marks(words, "term", preferred)
    for status in ("abbreviation", "plain"):
        if text := as_text(record.get(status)):
            words.add_term(text, status)
    for status in ("admitted", "deprecated", "lay"):
        for one in as_objects(record.get(status)):
            others = {str(place): form for place, form in enumerate(as_texts(one.get("forms")), 1) if place > 1}
            words.add_term(as_text(one.get("term")), status, reason=as_text(one.get("reason")), **others)
    for text in as_texts(record.get("variants")):
        words.add_term(text, "variant")
    for field in TEXTS:
        one = as_object(record.get(field))
        words.add_text(field, as_text(one.get("template")), literal=False)
        _marks(words, field, one)
    for one in as_objects(record.get("notes")):
        words.add_note(as_text(one.get("template")), literal=False)
        _marks(words, "notes", one)


def _marks(words: ImportedWords, field: str, record: JsonObject) -> None:
    if record.get("needs_review") is True and field not in words.fuzzy:
        words.fuzzy.append(field)
    if reviewed := as_object(record.get("reviewed")):
        date, by = as_text(reviewed.get("date")), one_line(as_text(reviewed.get("by")))
        if DATE.fullmatch(date) and by:
            words.reviewed[field] = [date, by]


# --- a document may hold anything: what has the wrong shape counts as absent ---


def read_json(stream: IO[bytes]) -> Any:
    """Return what a JSON document says. Raises ExchangeError with line and column where it is none."""
    try:
        return json.loads(decode(without_halves(stream.read()), "the document"))
    except json.JSONDecodeError as error:
        raise ExchangeError(f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # a number of a million digits, brackets without end
        raise ExchangeError(f"this JSON is beyond reason: {error}") from None


def as_object(value: Any) -> JsonObject:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_objects(value: Any) -> list[JsonObject]:
    """Return the objects of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_pairs(value: Any) -> Iterable[tuple[str, Any]]:
    """Return the keys of an object with their values."""
    return value.items() if isinstance(value, dict) else ()


def as_text(value: Any) -> str:
    """Return a text; an empty one for anything else."""
    return value if isinstance(value, str) else ""


def as_texts(value: Any) -> list[str]:
    """Return the texts of a list that are not empty."""
    return [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []
