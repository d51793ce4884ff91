"""Read the native JSON document back: the reference for a round trip without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from ....errors import ExchangeError
from ....files import decode
from ....termbase.model import NOTHING
from ...intake.imported import ImportedEntry, ImportedTermbase, ImportedWords


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return the termbase of a native JSON document. Raises ExchangeError where it is none."""
    document = read_json(stream)
    if not isinstance(document, dict) or not isinstance(document.get("concepts"), list):
        raise ExchangeError("this is no native JSON document of imsterms: it has no list of 'concepts'")
    imported = ImportedTermbase()
    for name, work in _pairs(document.get("sources")):
        imported.sources[name] = {
            key: "true" if value is True else str(value) for key, value in _pairs(work) if value is not False
        }
    for record in _records(document["concepts"]):
        _entry(imported, record)
    words = _record(_record(_record(document.get("interface")).get("en")).get("words"))
    imported.subject_fields = {
        name.partition(".")[2]: text for name, text in words.items() if name.startswith("subject_field.") and text
    }
    for name in ("articles", "interface"):
        if document.get(name):
            imported.left_out(f"the {name}: an import takes concepts")
    return imported


def read_json(stream: IO[bytes]) -> Any:
    """Return what a JSON document says. Raises ExchangeError with line and column where it is none."""
    try:
        return json.loads(decode(stream.read(), "the document"))
    except json.JSONDecodeError as error:
        raise ExchangeError(f"this is no JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # a number of a million digits, brackets without end
        raise ExchangeError(f"this JSON is beyond reason: {error}") from None


def _entry(imported: ImportedTermbase, record: Mapping[str, Any]) -> None:
    entry = imported.add(_text(record.get("id")))
    entry.replaced_by = _text(record.get("replaced_by"))
    entry.subject_field = _text(record.get("subject_field"))
    entry.part_of_speech = _text(record.get("part_of_speech"))
    for target in _texts(record.get("broader")):
        entry.relate("broader", target)
    for relation, targets in _pairs(record.get("relations")):
        for target in _texts(targets):
            entry.relate(relation, target)
    for system, relations in _pairs(record.get("codes")):
        for relation, codes in _pairs(relations):
            for code in _texts(codes):
                entry.add_code(system, code, relation)
    entry.sources = list(_texts(record.get("sources")))
    entry.basis = _text(record.get("basis"))
    review = _record(record.get("review"))
    entry.review = (_text(review.get("state")) or "none", _text(review.get("date")))
    for language, words in _pairs(record.get("languages")):
        if isinstance(words, dict):
            _words(entry, entry.words(language), words)


def _words(entry: ImportedEntry, words: ImportedWords, record: Mapping[str, Any]) -> None:
    preferred = _record(record.get("preferred"))
    forms = {name: _text(form) for name, form in _pairs(preferred.get("forms")) if name}
    forms |= dict.fromkeys(_texts(preferred.get("missing_forms")), NOTHING)
    if _text(preferred.get("term")):
        words.add_term(_text(preferred["term"]), "preferred", **forms)
    words.counts = list(_texts(preferred.get("counts")))
    if preferred.get("needs_review") is True:
        words.fuzzy.append("term")
    for status in ("abbreviation", "plain"):
        if text := _text(record.get(status)):
            words.add_term(text, status)
    for status in ("admitted", "deprecated"):
        for one in _records(record.get(status)):
            others = {str(place): form for place, form in enumerate(_texts(one.get("forms")), 1) if place > 1}
            words.add_term(_text(one.get("term")), status, reason=_text(one.get("reason")), **others)
    for text in _texts(record.get("variants")):
        words.add_term(text, "variant")
    for field, add in (("definition", words.add_definition), ("explanation", words.add_explanation)):
        one = _record(record.get(field))
        add(_text(one.get("source")), literal=False)
        if one.get("needs_review") is True:
            words.fuzzy.append(field)
    for one in _records(record.get("notes")):
        words.add_note(_text(one.get("source")), literal=False)
        if one.get("needs_review") is True and "notes" not in words.fuzzy:
            words.fuzzy.append("notes")


# a document may hold anything: what has the wrong shape counts as absent


def _record(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _records(value: Any) -> Iterator[dict[str, Any]]:
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else iter(())


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    return iter(value.items()) if isinstance(value, dict) else iter(())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> Iterator[str]:
    return (one for one in value if isinstance(one, str) and one) if isinstance(value, list) else iter(())
