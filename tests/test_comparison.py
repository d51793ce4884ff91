"""``imsterms diff``: what changed between two exports, each kind of change in words."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.comparison import diff, read_document
from imsterms.errors import SourceError
from imsterms.exchange.formats.native import document


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return json.loads(json.dumps(document(imsterms.glossary("en"), claims="annotated")))


@pytest.fixture
def edited(exported: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(exported)


def concept(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in document["concepts"] if one["id"] == name)


def phrases(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [f"{change.about}: {change}" for change in diff(old, new)]


def test_nothing_changed_is_nothing(exported: dict[str, Any], edited: dict[str, Any]) -> None:
    assert diff(exported, edited) == []


def _term(one: dict[str, Any]) -> None:
    one["languages"]["nb"]["preferred"]["term"] = "trykkpunkt"


def _form(one: dict[str, Any]) -> None:
    one["languages"]["nn"]["preferred"]["forms"]["the plural"] = "triggerpunktene"


def _definition(one: dict[str, Any]) -> None:
    one["languages"]["en"]["definition"] |= {"text": "spot", "template": "spot"}


def _rendering_only(one: dict[str, Any]) -> None:
    one["languages"]["en"]["definition"]["text"] = "another term in the same definition"


def _no_definition(one: dict[str, Any]) -> None:
    one["languages"]["en"]["definition"] = None


def _note(one: dict[str, Any]) -> None:
    one["languages"]["en"]["notes"].append({"text": "New.", "template": "New.", "references": []})


def _reason(one: dict[str, Any]) -> None:
    one["languages"]["en"]["deprecated"][0]["reason"] = "better reason"


def _language(one: dict[str, Any]) -> None:
    del one["languages"]["nn"]


EDITS: list[tuple[Callable[[dict[str, Any]], Any], list[str]]] = [
    (_term, ["nb: renamed: 'triggerpunkt' -> 'trykkpunkt'"]),
    (_form, ["nn: forms changed"]),
    (_definition, ["en: definition changed"]),
    (_rendering_only, []),
    (_no_definition, ["en: definition removed"]),
    (_note, ["en: note added: New."]),
    (_reason, ["en: reason changed"]),
    (_language, ["nn: term removed: triggerpunkt"]),
    (lambda one: one.update(broader=["finding"]), ["moved in the hierarchy: from under tender_point to under finding"]),
    (lambda one: one.update(broader=[]), ["moved in the hierarchy: from under tender_point to under nothing"]),
    (lambda one: one.update(subject_field="models"), ["moved to another subject field: 'findings' -> 'models'"]),
    (lambda one: one["codes"].clear(), ["code removed: mesh D061028 (exact)"]),
    (lambda one: one["relations"].pop("located_in"), ["relation removed: located_in taut_band"]),
    (lambda one: one["relations"].pop("narrower"), []),
    (lambda one: one["sources"].append("nrk_2021"), ["source added: nrk_2021"]),
    (lambda one: one["languages"]["en"]["admitted"].pop(), ["en: admitted term removed: MTrP"]),
    (
        lambda one: one["languages"]["en"].update(plain=None),
        ["en: plain wording changed: 'tender spot in a tight muscle that may hurt elsewhere | tender spots"],
    ),
    (lambda one: one.update(basis="own"), ["basis: 'adapted' -> 'own'"]),
    (lambda one: one.update(contraindication="relative"), ["contraindication changed: 'none' -> 'relative'"]),
]


@pytest.mark.parametrize(("edit", "expected"), EDITS, ids=[str(number) for number in range(len(EDITS))])
def test_each_change_is_said_once_and_in_words(
    exported: dict[str, Any], edited: dict[str, Any], edit: Callable[[dict[str, Any]], Any], expected: list[str]
) -> None:
    edit(concept(edited, "trigger_point"))
    found = phrases(exported, edited)
    assert len(found) == len(expected)
    for phrase, start in zip(found, expected, strict=True):
        assert phrase.startswith(f"trigger_point: {start}")


def test_added_removed_and_replaced_concepts(exported: dict[str, Any], edited: dict[str, Any]) -> None:
    edited["concepts"].remove(concept(edited, "skin"))
    stub = {"id": "lung", "obsolete": True, "replaced_by": "pleura", "languages": {}}
    edited["concepts"][edited["concepts"].index(concept(edited, "lung"))] = stub
    edited["concepts"].append({**concept(exported, "skin"), "id": "hide"})
    changes = {(change.kind, change.about, change.old or change.new) for change in diff(exported, edited)}
    assert changes == {("removed", "skin", "skin"), ("replaced", "lung", "pleura"), ("added", "hide", "skin")}
    back = {(change.kind, change.about) for change in diff(edited, exported)}
    assert back == {("added", "skin"), ("added", "lung"), ("removed", "hide")}


def test_articles_works_and_systems(exported: dict[str, Any], edited: dict[str, Any]) -> None:
    article = edited["articles"][0]
    article["languages"]["nb"]["title"]["template"] = article["languages"]["nb"]["title"]["text"] = "Ny tittel"
    claim = next(
        block for one in edited["articles"] for block in one["languages"]["en"]["blocks"] if block["kind"] == "claim"
    )
    claim["assessment"] = "supported" if claim["assessment"] != "supported" else "disputed"
    edited["sources"]["gunn_1980"]["year"] = "1981"
    edited["code_systems"]["icd-11"]["version"] = "2027-01"
    kinds = [(change.kind, change.about.partition("/")[0]) for change in diff(exported, edited)]
    assert sorted(kinds, reverse=True) == [
        ("version", "code_system"),
        ("renamed", "article"),
        ("changed", "source"),
        ("assessment", "article"),
    ]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"concepts": 1}', '{"concepts": [1]}', "[" * 100_000, '{"concepts": [{"id": 1}]}', "1" * 6000],
)
def test_what_is_no_document_of_ours_is_refused_in_a_sentence(content: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, "utf-8")
    with pytest.raises(SourceError, match="other.json"):
        read_document(path)


def test_a_document_of_another_shape_is_refused_in_a_sentence(exported: dict[str, Any]) -> None:
    with pytest.raises(SourceError, match="not in the shape"):
        diff({"concepts": [{"id": "skin"}]}, exported)
