"""Two native JSON documents compared: what changed between them, in the words of a terminologist."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .errors import SourceError
from .files import read_text
from .termbase.forms import STORED
from .termbase.model import RELATIONS, STATED

JsonObject = dict[str, Any]
"""An object of a JSON document: any key may be missing, and hold anything."""

_LANGUAGE_TEXTS = ("definition", "explanation")
_LISTS = ("admitted", "deprecated")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed."""

    kind: str
    """``added``, ``removed``, ``replaced``, ``renamed``, ``moved``, ``definition``, ``forms`` and so on."""
    about: str
    """Id of the concept, ``article/<id>``, ``source/<id>`` or ``code_system/<id>``."""
    language: str = ""
    """Language tag, where the change is in one language."""
    old: str = ""
    new: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the change as plain data for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}

    def __str__(self) -> str:
        """Return the change as a phrase; what it is about stands above it."""
        words = self.kind.replace("_", " ")
        words = _WORDS.get(self.kind) or (words if words.endswith("ed") else f"{words} changed")
        start = f"{self.language}: {words}" if self.language else words
        if self.kind == "moved":
            return f"{start}: from under {self.old} to under {self.new}"
        if self.old and self.new:
            return f"{start}: '{self.old}' -> '{self.new}'"
        return f"{start}: {self.old or self.new}" if self.old or self.new else start


_WORDS = {
    "moved": "moved in the hierarchy",
    "moved_field": "moved to another subject field",
    "plain": "plain wording changed",
    "admitted_added": "admitted term added",
    "admitted_removed": "admitted term removed",
    "deprecated_added": "deprecated term added",
    "deprecated_removed": "deprecated term removed",
    "language_added": "term added",
    "language_removed": "term removed",
    "assessment": "assessment of a claim changed",
    "version": "edition changed",
    "changed": "entry changed",
    "basis": "basis",
    "review": "review",
}
"""The kinds of changes that are not called as they are named."""


def read_document(path: str | os.PathLike[str]) -> JsonObject:
    """Return a native JSON document. Raises SourceError where the file holds something else, FileError."""
    shown = os.fspath(path)
    try:
        document = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise SourceError(f"{shown}:{error.lineno}: this is not JSON: {error.msg}") from None
    except RecursionError:
        raise SourceError(f"{shown}: the JSON is nested too deeply to be a document of ours") from None
    ours = isinstance(document, dict) and isinstance(document.get("concepts"), list)
    if not ours or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in document["concepts"]):
        raise SourceError(f"{shown} holds no concepts; a document to compare is made by 'imsterms export json'")
    return dict(document)


def diff(old: str | os.PathLike[str] | JsonObject, new: str | os.PathLike[str] | JsonObject) -> list[Change]:
    """Return what changed between two documents of ``export`` as JSON, each a file or what it holds.

    Raises SourceError where a file holds something else, FileError.

    >>> import imsterms, json
    >>> old = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nb"]))
    >>> new = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nb"]))
    >>> new["concepts"][0]["subject_field"] = "safety"
    >>> [change.kind for change in diff(old, new)]
    ['moved_field']
    """
    one, other = (document if isinstance(document, dict) else read_document(document) for document in (old, new))
    return compare(one, other)


def compare(old: JsonObject, new: JsonObject) -> list[Change]:
    """Return what changed from one document to another: concepts first, then articles, works and code systems.

    Raises SourceError where a document is not in the shape of ours.
    """
    try:
        return [
            *_concepts(old, new),
            *_articles(_by_id(old.get("articles", ())), _by_id(new.get("articles", ()))),
            *_records("source", old.get("sources", {}), new.get("sources", {})),
            *_records("code_system", old.get("code_systems", {}), new.get("code_systems", {})),
            *_interface(old.get("interface", {}), new.get("interface", {})),
        ]
    except (AttributeError, KeyError, TypeError) as error:
        raise SourceError(
            f"the documents cannot be compared: one of them is not in the shape of 'imsterms export json' ({error})"
        ) from None


def _by_id(records: Iterable[JsonObject]) -> dict[str, JsonObject]:
    return {record["id"]: record for record in records}


def _concepts(old: JsonObject, new: JsonObject) -> Iterator[Change]:
    before, after = _by_id(old["concepts"]), _by_id(new["concepts"])
    for concept in dict.fromkeys((*before, *after)):
        a, b = before.get(concept), after.get(concept)
        gone, there = a is None or a.get("obsolete"), b is None or b.get("obsolete")
        if gone and b and not there:
            yield Change("added", concept, new=_term(b))
        elif a and not gone and b is None:
            yield Change("removed", concept, old=_term(a))
        elif a and not gone and b and there:
            yield Change("replaced", concept, new=b["replaced_by"])
        elif a and b and not gone:
            yield from _concept(concept, a, b)
        elif a and b and a["replaced_by"] != b["replaced_by"]:
            yield Change("replaced", concept, a["replaced_by"], b["replaced_by"])
        elif a and b is None:
            yield Change("removed", concept, old=f"stub, replaced by {a['replaced_by']}")
        elif b and a is None:
            yield Change("replaced", concept, new=b["replaced_by"])


def _term(record: JsonObject) -> str:
    """Return a concept's term in the first language that has one, English before others."""
    languages = record["languages"]
    for language in ("en", *languages):
        if language in languages:
            return str(languages[language]["preferred"]["term"])
    return ""


def _concept(concept: str, a: JsonObject, b: JsonObject) -> Iterator[Change]:
    if a["broader"] != b["broader"]:
        yield Change(
            "moved", concept, old=", ".join(a["broader"]) or "nothing", new=", ".join(b["broader"]) or "nothing"
        )
    if a["subject_field"] != b["subject_field"]:
        yield Change("moved_field", concept, old=a["subject_field"], new=b["subject_field"])
    yield from _set("relation", concept, _relations(a), _relations(b))
    yield from _set("code", concept, _codes(a), _codes(b))
    yield from _set("source", concept, a["sources"], b["sources"])
    for kind in ("part_of_speech", "basis"):
        if a.get(kind) != b.get(kind):
            yield Change(kind, concept, old=str(a.get(kind)), new=str(b.get(kind)))
    if a.get("review") != b.get("review"):
        yield Change("review", concept, old=_review(a), new=_review(b))
    for language in dict.fromkeys((*a["languages"], *b["languages"])):
        x, y = a["languages"].get(language), b["languages"].get(language)
        if x is None:
            yield Change("language_added", concept, language, new=y["preferred"]["term"])
        elif y is None:
            yield Change("language_removed", concept, language, old=x["preferred"]["term"])
        else:
            yield from _words(concept, language, x, y)


def _relations(record: JsonObject) -> list[str]:
    """Return the stated relations; their inverses say the same on the other concept."""
    return [
        f"{relation} {target}"
        for relation, targets in record["relations"].items()
        for target in targets
        if relation in STATED and (RELATIONS[relation] != relation or record["id"] < target)
    ]


def _codes(record: JsonObject) -> list[str]:
    return [
        f"{system} {code} ({relation})"
        for system, relations in record["codes"].items()
        for relation, codes in relations.items()
        for code in codes
    ]


def _review(record: JsonObject) -> str:
    review = record.get("review") or {}
    return f"{review.get('state', 'none')} {review.get('date', '')}".strip()


def _words(concept: str, language: str, a: JsonObject, b: JsonObject) -> Iterator[Change]:
    x, y = a["preferred"], b["preferred"]
    if x["term"] != y["term"]:
        yield Change("renamed", concept, language, x["term"], y["term"])
    elif _forms(x) != _forms(y):
        yield Change("forms", concept, language, ", ".join(_forms(x)), ", ".join(_forms(y)))
    for kind in ("abbreviation", "plain"):
        if a[kind] != b[kind]:
            yield Change(kind, concept, language, a[kind] or "none", b[kind] or "none")
    for kind in _LISTS:
        before, after = ({one["term"]: one for one in record[kind]} for record in (a, b))
        yield from _set(kind, concept, before, after, language)
        for term in before.keys() & after.keys():
            if before[term].get("reason") != after[term].get("reason"):
                yield Change("reason", concept, language, f"{term}: {before[term]['reason']}", after[term]["reason"])
    for kind in _LANGUAGE_TEXTS:
        # what was written counts, not how it is rendered: a renamed term would change every definition that names it
        if _written(a[kind]) != _written(b[kind]):
            name = kind if a[kind] and b[kind] else f"{kind}_{'removed' if a[kind] else 'added'}"
            yield Change(name, concept, language, *_both(a[kind], b[kind]))
    notes = ({_written(note): _shown(note) for note in record["notes"]} for record in (a, b))
    before, after = notes
    for written, shown in before.items():
        if written not in after:
            yield Change("note_removed", concept, language, old=shown)
    for written, shown in after.items():
        if written not in before:
            yield Change("note_added", concept, language, new=shown)


def _forms(preferred: JsonObject) -> list[str]:
    return [preferred["forms"].get(form) or "-" for form in (*STORED, "compound")]


def _written(text: JsonObject | None) -> str:
    return str(text.get("template", text["text"])) if text else ""


def _shown(text: JsonObject | None) -> str:
    return str(text["text"]) if text else ""


def _both(old: JsonObject | None, new: JsonObject | None) -> tuple[str, str]:
    """Return two texts as they read; where they read the same, as they are written."""
    return (_written(old), _written(new)) if _shown(old) == _shown(new) else (_shown(old), _shown(new))


def _set(kind: str, about: str, old: Iterable[str], new: Iterable[str], language: str = "") -> Iterator[Change]:
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    yield from (Change(f"{kind}_removed", about, language, old=one) for one in before if one not in after)
    yield from (Change(f"{kind}_added", about, language, new=one) for one in after if one not in before)


def _articles(old: dict[str, JsonObject], new: dict[str, JsonObject]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        about = f"article/{name}"
        if name not in old:
            yield Change("added", about)
        elif name not in new:
            yield Change("removed", about)
        else:
            a, b = old[name]["languages"], new[name]["languages"]
            for language in dict.fromkeys((*a, *b)):
                if language in a and language in b:
                    yield from _article(about, language, a[language], b[language])
                else:
                    yield Change("language_added" if language in b else "language_removed", about, language)


def _article(about: str, language: str, a: JsonObject, b: JsonObject) -> Iterator[Change]:
    if _written(a["title"]) != _written(b["title"]):
        yield Change("renamed", about, language, *_both(a["title"], b["title"]))
    before, after = _by_id(a["blocks"]), _by_id(b["blocks"])
    yield from _set("block", about, before, after, language)
    for name in before:
        if name in after and before[name] != after[name]:
            x, y = before[name], after[name]
            if x.get("assessment") != y.get("assessment"):
                yield Change("assessment", about, language, f"{name}: {x.get('assessment')}", str(y.get("assessment")))
            if x.get("kind") == y.get("kind") and "text" in x and "text" in y:
                if _written(x["text"]) != _written(y["text"]):
                    yield Change("text", about, language, *_both(x["text"], y["text"]))
            elif x != y:
                yield Change("text", about, language, new=f"block '{name}'")


def _records(kind: str, old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        about = f"{kind}/{name}"
        if name not in old:
            yield Change("added", about, new=str(new[name].get("title") or new[name].get("name", "")))
        elif name not in new:
            yield Change("removed", about, old=str(old[name].get("title") or old[name].get("name", "")))
        elif old[name] != new[name]:
            keys = [key for key in dict.fromkeys((*old[name], *new[name])) if old[name].get(key) != new[name].get(key)]
            if keys == ["version"]:
                yield Change("version", about, str(old[name].get("version", "")), str(new[name].get("version", "")))
            else:
                yield Change("changed", about, new=", ".join(keys))


def _interface(old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for language in dict.fromkeys((*old, *new)):
        before, after = (
            {**one.get(language, {}).get("words", {}), **one.get(language, {}).get("units", {})} for one in (old, new)
        )
        for name in dict.fromkeys((*before, *after)):
            if before.get(name) != after.get(name):
                a, b = (
                    word if isinstance(word, str) else ", ".join(word or ())
                    for word in (before.get(name), after.get(name))
                )
                yield Change("text", f"interface/{name}", language, a, b)
