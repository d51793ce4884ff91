"""Two native JSON documents compared: what changed between them, in the words of a terminologist."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from .characters import without_halves
from .errors import SourceError
from .files import decode, read_bytes
from .termbase.forms import STORED
from .termbase.model import FACTS, RELATIONS, STATED, TEXTS

JsonObject = dict[str, Any]
"""An object of a JSON document: any key may be missing, and hold anything."""


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
        document = json.loads(decode(without_halves(read_bytes(path)), shown))
    except json.JSONDecodeError as error:
        raise SourceError(f"{shown}:{error.lineno}: this is not JSON: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # a number of a million digits, brackets without end
        raise SourceError(f"{shown}: this JSON is beyond reason: {error}") from None
    ours = isinstance(document, dict) and isinstance(document.get("concepts"), list)
    if not ours or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in document["concepts"]):
        raise SourceError(f"{shown} holds no concepts; a document to compare is made by 'imsterms export json'")
    return dict(document)


def diff(old: str | os.PathLike[str] | JsonObject, new: str | os.PathLike[str] | JsonObject) -> list[Change]:
    """Return what changed between two documents of ``export`` as JSON, each a file or what it holds.

    Concepts come first, then articles, works and code systems; words of the interface are not compared. Raises
    SourceError where a file holds something else or a document is not in the shape of ours, FileError.

    >>> import imsterms, json
    >>> old = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nb"]))
    >>> new = json.loads(imsterms.export(imsterms.glossary("nb"), "json", only=["nb"]))
    >>> new["concepts"][0]["subject_field"] = "safety"
    >>> [change.kind for change in diff(old, new)]
    ['moved_field']
    """
    a, b = (document if isinstance(document, dict) else read_document(document) for document in (old, new))
    try:
        return [
            *_concepts(_by_id(a["concepts"]), _by_id(b["concepts"])),
            *_articles(_by_id(a.get("articles", ())), _by_id(b.get("articles", ()))),
            *_records("source", a.get("sources", {}), b.get("sources", {})),
            *_records("code_system", a.get("code_systems", {}), b.get("code_systems", {})),
        ]
    except (AttributeError, KeyError, TypeError) as error:
        raise SourceError(
            f"the documents cannot be compared: one of them is not in the shape of 'imsterms export json' ({error})"
        ) from None


def _by_id(records: Iterable[JsonObject]) -> dict[str, JsonObject]:
    return {record["id"]: record for record in records}


# --- facts: what a record says, each piece under its kind and, in a list, its name ---


class Fact(NamedTuple):
    """A piece of what a record says."""

    value: object
    """What counts: of a text how it was written, since a renamed term would change every definition that names it."""
    shown: str


Facts = dict[tuple[str, str], Fact]


def _changes(about: str, language: str, old: Facts, new: Facts) -> Iterator[Change]:
    """Yield what was added, removed and changed; where two facts read the same, they are shown as written."""
    for kind, name in dict.fromkeys((*old, *new)):
        a, b = old.get((kind, name)), new.get((kind, name))
        if a is None and b is not None:
            yield Change(f"{kind}_added", about, language, new=b.shown)
        elif a is not None and b is None:
            yield Change(f"{kind}_removed", about, language, old=a.shown)
        elif a is not None and b is not None and a.value != b.value:
            words = (a.shown, b.shown) if a.shown != b.shown else (str(a.value), str(b.value))
            yield Change(kind, about, language, *words)


def _listed(kind: str, items: Iterable[str]) -> Facts:
    return {(kind, item): Fact(item, item) for item in items}


def _text(text: JsonObject) -> Fact:
    return Fact(str(text.get("template", text["text"])), str(text["text"]))


# --- concepts ---


def _concepts(before: dict[str, JsonObject], after: dict[str, JsonObject]) -> Iterator[Change]:
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
            yield from _changes(concept, "", _concept(a), _concept(b))
            for language in dict.fromkeys((*a["languages"], *b["languages"])):
                x, y = a["languages"].get(language), b["languages"].get(language)
                if x and y:
                    yield from _words(concept, language, x, y)
                else:
                    yield from _changes(concept, language, _language(x), _language(y))
        elif a and b and a["replaced_by"] != b["replaced_by"]:
            yield Change("replaced", concept, a["replaced_by"], b["replaced_by"])
        elif a and b is None:
            yield Change("removed", concept, old=f"stub, replaced by {a['replaced_by']}")
        elif b and a is None:
            yield Change("replaced", concept, new=b["replaced_by"])


def _term(record: JsonObject) -> str:
    """Return a concept's term in the first language that has one, English before others."""
    languages = record["languages"]
    return next((str(languages[tag]["preferred"]["term"]) for tag in ("en", *languages) if tag in languages), "")


def _concept(record: JsonObject) -> Facts:
    """Return what is true of a concept in every language."""
    review = record.get("review") or {}
    # the inverse of a stated relation says the same on the other concept
    relations = [
        f"{relation} {target}"
        for relation, targets in record["relations"].items()
        for target in targets
        if relation in STATED and (RELATIONS[relation] != relation or record["id"] < target)
    ]
    codes = [
        f"{system} {code} ({relation})"
        for system, matches in record["codes"].items()
        for relation, mapped in matches.items()
        for code in mapped
    ]
    return {
        ("moved", ""): Fact(record["broader"], ", ".join(record["broader"]) or "nothing"),
        ("moved_field", ""): Fact(record["subject_field"], record["subject_field"]),
        **_listed("relation", relations),
        **_listed("code", codes),
        **_listed("source", record["sources"]),
        **{
            (kind, ""): Fact(record.get(kind), record.get(kind) or "none")
            for kind in ("part_of_speech", "basis", *FACTS)
        },
        ("review", ""): Fact(review, f"{review.get('state', 'none')} {review.get('date', '')}".strip()),
    }


def _language(words: JsonObject | None) -> Facts:
    return {("language", ""): Fact(True, words["preferred"]["term"])} if words else {}


def _words(concept: str, language: str, a: JsonObject, b: JsonObject) -> Iterator[Change]:
    """Yield what changed in a concept's words in one language."""
    changes = list(_changes(concept, language, _designations(a), _designations(b)))
    renamed = any(change.kind == "renamed" for change in changes)
    yield from (change for change in changes if not (renamed and change.kind == "forms"))
    reasons, now = ({one["term"]: one["reason"] for one in record["deprecated"]} for record in (a, b))
    for term in reasons.keys() & now.keys():
        if reasons[term] != now[term]:
            yield Change("reason", concept, language, f"{term}: {reasons[term]}", now[term])
    yield from _changes(concept, language, _texts(a), _texts(b))


def _designations(words: JsonObject) -> Facts:
    preferred = words["preferred"]
    forms = [preferred["forms"].get(form) or "-" for form in (*STORED, "compound")]
    return {
        ("renamed", ""): Fact(preferred["term"], preferred["term"]),
        ("forms", ""): Fact(forms, ", ".join(forms)),
        **{(kind, ""): Fact(words[kind], words[kind] or "none") for kind in ("abbreviation", "plain")},
        **_listed("admitted", (one["term"] for one in words["admitted"])),
        **_listed("deprecated", (one["term"] for one in words["deprecated"])),
    }


def _texts(words: JsonObject) -> Facts:
    texts: Facts = {(kind, ""): _text(words[kind]) for kind in TEXTS if words[kind]}
    return {**texts, **{("note", str(note.value)): note for note in map(_text, words["notes"])}}


# --- the rest ---


def _articles(old: dict[str, JsonObject], new: dict[str, JsonObject]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        about = f"article/{name}"
        if name not in old or name not in new:
            yield Change("added" if name in new else "removed", about)
            continue
        a, b = old[name]["languages"], new[name]["languages"]
        for language in dict.fromkeys((*a, *b)):
            if language not in a or language not in b:
                yield Change("language_added" if language in b else "language_removed", about, language)
                continue
            x, y = _by_id(a[language]["blocks"]), _by_id(b[language]["blocks"])
            yield from _changes(about, language, *({("renamed", ""): _text(one[language]["title"])} for one in (a, b)))
            yield from _changes(about, language, _listed("block", x), _listed("block", y))
            for block in x:
                if block in y:
                    yield from _changes(about, language, _block(x[block]), _block(y[block]))


def _block(block: JsonObject) -> Facts:
    """Return what a block says: its texts, and how a claim is assessed."""
    cells = [*block.get("columns", ()), *(cell for row in block.get("rows", ()) for cell in row)]
    texts = [_text(text) for text in (block.get("text"), block.get("reason"), *cells) if text]
    words = Fact([text.value for text in texts], " | ".join(text.shown for text in texts))
    assessment = block.get("assessment")
    return {("assessment", ""): Fact(assessment, f"{block['id']}: {assessment}"), ("text", ""): words}


def _records(kind: str, old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        about, a, b = f"{kind}/{name}", old.get(name), new.get(name)
        if a is None or b is None:
            title = {
                side: str(one.get("title") or one.get("name", "")) for side, one in (("old", a), ("new", b)) if one
            }
            yield Change("added" if a is None else "removed", about, **title)
            continue
        keys = [key for key in dict.fromkeys((*a, *b)) if a.get(key) != b.get(key)]
        if keys == ["version"]:
            yield Change("version", about, old=str(a.get("version", "")), new=str(b.get("version", "")))
        elif keys:
            yield Change("changed", about, new=", ".join(keys))
