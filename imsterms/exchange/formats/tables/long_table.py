"""The long table that CSV, TSV and XLSX hold: one row for each designation in each language.

What belongs to a language (definition, notes) is in the row of its preferred term, what belongs to the concept
(relations, codes) in the concept's first row. Several values in a cell have a line each. Texts are in our
own syntax, ``{trigger_point}[the plural]``, in which literal braces are doubled, or on demand in plain words. Below the
concepts come the obsolete ids, the names of the subject fields and the bibliography, each with its status. The advice
on when to seek help is not in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ....facade import Glossary
from ....lexicon.concept import Concept
from ....lexicon.term import Term
from ....termbase.designation import write_named
from ....termbase.model import RELATIONS
from ....termbase.model import TEXTS as TEXT_FIELDS
from ....termbase.text import escape
from ...intake.imported import clean
from ...progress import Progress
from ...sections import LanguageSection, glossaries, language_sections

COLUMNS = (
    "concept_id",
    "language",
    "term",
    "status",
    "part_of_speech",
    "subject_field",
    "forms",
    "reason",
    "definition",
    "explanation",
    "notes",
    "needs_review",
    "broader",
    "relations",
    "codes",
    "sources",
    "basis",
    "contraindication",
    "verified",
    "review",
)
OBSOLETE, FIELD, SOURCE, CONTINUED, TEXTS = "obsolete", "subject field", "source", "continued", "texts"
"""Statuses of rows that are no designations."""

Row = dict[str, str]


def rows(glossary: Glossary, progress: Progress[Any], *, rendered: bool = False) -> Iterator[Row]:
    """Yield the rows of a termbase; with ``rendered`` texts are in plain words."""
    languages = glossaries(glossary)
    for concept in progress(glossary.values()):
        first = _place(concept)
        spoken = set()
        for words in language_sections(concept.id, languages):
            spoken.add(words.language)
            texts = _texts(words, languages[words.language], concept.id, rendered)
            for row in _designations(words):
                row |= {"concept_id": concept.id, "language": words.language}
                row |= {"part_of_speech": concept.part_of_speech, "subject_field": concept.subject_field}
                yield _clean({**row, **texts, **first})
                first, texts = {}, {}
        for tag, one in languages.items():
            silent = {} if tag in spoken else _raw_texts(one, concept.id)
            if silent or (not spoken and tag == glossary.language):
                place = {"part_of_speech": concept.part_of_speech, "subject_field": concept.subject_field}
                yield _clean({"concept_id": concept.id, "language": tag, "status": TEXTS, **place, **silent, **first})
                first = {}
    for gone, by in glossary.replaced.items():
        yield {"concept_id": gone, "term": by, "status": OBSOLETE}
    for field in dict.fromkeys(concept.subject_field for concept in glossary.values()):
        label = glossary.word(f"subject_field.{field}")
        if label != field.replace("_", " "):
            yield _clean({"concept_id": field, "language": glossary.language, "term": label, "status": FIELD})
    for source_id, record in glossary.structure["sources"].items():
        said = [f"{key}: {value}".lower() if value is True else f"{key}: {value}" for key, value in record.items()]
        others = "\n".join(one for one in said if not one.startswith("title: "))
        yield _clean({"concept_id": source_id, "term": record["title"], "status": SOURCE, "notes": others})


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
        "contraindication": concept.contraindication or "",
        "verified": " ".join(concept.verified or ()),
        "review": "" if concept.review == "none" else f"{concept.review} {concept.review_date}",
    }


def _designations(words: LanguageSection) -> Iterator[Row]:
    yield {"term": str(words.term), "status": "preferred", "forms": "\n".join(_forms(words.term))}
    if words.abbreviation:
        yield {"term": words.abbreviation, "status": "abbreviation"}
    for status, listed in (("admitted", words.admitted), ("lay", words.lay), ("deprecated", words.deprecated)):
        for one in listed:
            forms = [write_named(name, text) for name, text in list(one.forms.items())[1:]]
            yield {"term": str(one), "status": status, "forms": "\n".join(forms), "reason": one.reason}
    for variant in words.variants:
        yield {"term": variant, "status": "variant"}
    if words.plain:
        yield {"term": words.plain, "status": "plain"}


def _forms(term: Term) -> Iterator[str]:
    for name, form in term.stated_forms.items():
        if name:
            yield write_named(name, form)
    if term.gender and not term.forms.get("a"):
        yield write_named("gender", term.gender)
    if term.stated_counts:
        for number, form in enumerate(term.stated_counts):
            yield f"[{number}]: {form}"


def _texts(words: LanguageSection, glossary: Glossary, concept_id: str, rendered: bool) -> Row:
    """Return what a language says about a concept, besides its designations."""
    found = _raw_texts(glossary, concept_id)
    if rendered:
        plain = {"definition": words.definition, "explanation": words.explanation, "notes": "\n".join(words.notes)}
        found |= {name: escape(text) for name, text in plain.items()}
    if words.term.needs_review:
        found["needs_review"] = f"term {found.get('needs_review', '')}".strip()
    return found


def _raw_texts(glossary: Glossary, concept_id: str) -> Row:
    record = glossary.texts()["concepts"].get(concept_id, {})
    found: Row = {name: text for name in TEXT_FIELDS if (text := record.get(name))}
    if "notes" in record:
        found["notes"] = "\n".join(record["notes"])
    fuzzy = [field for field in record.get("fuzzy", ()) if field in ("definition", "explanation", "notes")]
    if fuzzy:
        found["needs_review"] = " ".join(fuzzy)
    return found
