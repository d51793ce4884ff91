"""What is true in every language: the part of the runtime data that comes from the YAML alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..termbase.model import RELATIONS, ArticleEntry, CodeSystem, Source, Termbase

if TYPE_CHECKING:
    from ..termbase.records import ArticleRecord, BlockRecord, CodeSystemRecord, ConceptRecord, SourceRecord, Structure

_ORDER = tuple(dict.fromkeys((*RELATIONS, *RELATIONS.values())))


def structure(termbase: Termbase) -> Structure:
    """Return the concepts' places, codes and sources, the articles' blocks, the works and the code systems."""
    return {
        "concepts": _concepts(termbase),
        "articles": {article.id: _article(article) for article in termbase.articles.values()},
        "sources": {source.id: cast("SourceRecord", _stated(source)) for source in termbase.sources.values()},
        "code_systems": {
            system.id: cast("CodeSystemRecord", _stated(system)) for system in termbase.code_systems.values()
        },
        "signs": {sign.id: {"urgency": sign.urgency, "settled": sign.settled} for sign in termbase.signs.values()},
        "about": dict(termbase.about),
    }


def replaced(termbase: Termbase) -> dict[str, str]:
    """Return each obsolete id with the id that replaced it."""
    return {entry.id: entry.replaced_by for entry in termbase.concepts.values() if entry.replaced_by}


def _stated(entry: Source | CodeSystem) -> dict[str, object]:
    return {name: value for name, value in entry.as_dict().items() if value and name != "id"}


def _concepts(termbase: Termbase) -> dict[str, ConceptRecord]:
    concepts: dict[str, ConceptRecord] = {}
    for entry in termbase.concepts.values():
        if entry.replaced_by:
            continue
        concepts[entry.id] = {
            "subject_field": entry.subject_field,
            "part_of_speech": entry.part_of_speech,
            "broader": list(entry.broader),
            "relations": {relation: list(targets) for relation, targets in entry.relations.items()},
            "codes": {
                system: {relation: list(codes) for relation, codes in relations.items()}
                for system, relations in entry.codes.items()
            },
            "sources": list(entry.sources),
            "basis": entry.basis,
            "review": {"state": entry.review.state, "date": entry.review.date},
        }
        record = concepts[entry.id]
        if entry.advice or "advice" in entry.lines:  # empty where only the texts give advice
            record["advice"] = list(entry.advice)
        if entry.facts:
            record["facts"] = dict(entry.facts)
        if entry.verified:
            record["verified"] = {"date": entry.verified.date, "against": entry.verified.against}
        if entry.origin:
            record["origin"] = {name: list(values) for name, values in entry.origin.items()}
    # the other side of each relation is derived
    for entry in termbase.concepts.values():
        for relation, targets in (("broader", entry.broader), *entry.relations.items()):
            inverse = RELATIONS.get(relation)
            for target in targets:
                if inverse and target in concepts and entry.id in concepts:
                    others = concepts[target]["relations"].setdefault(inverse, [])
                    if entry.id not in others:
                        others.append(entry.id)
    for record in concepts.values():  # in one order, whichever side states a relation
        record["relations"] = {name: record["relations"][name] for name in _ORDER if name in record["relations"]}
    return concepts


def _article(article: ArticleEntry) -> ArticleRecord:
    blocks: list[BlockRecord] = []
    for block in article.blocks:
        record: BlockRecord = {"id": block.id, "kind": block.kind, "covers": list(block.covers)}
        if block.claim:
            record |= {
                "attribution": block.claim.attribution,
                "assessment": block.claim.assessment,
                "date": block.claim.date,
                "sources": list(block.claim.sources),
            }
        if block.signs:
            record["signs"] = list(block.signs)
        if block.table:
            record["columns"] = list(block.table.columns)
            record["rows"] = list(block.table.rows)
        blocks.append(record)
    return {"values": dict(article.values), "sources": list(article.sources), "blocks": blocks}
