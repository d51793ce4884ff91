"""Runtime data: plain JSON, one file of terms and one of longer texts for each language, one of structure.

The wheel holds the files; a checkout makes the same data from its sources (``catalogs.data``). This module is on
the way of every cold start, so it imports next to nothing.
"""

from __future__ import annotations

import os
from _collections_abc import Mapping

from ..files import parse_json, read_json, write_atomically

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, Protocol

    from ..languages.data import Entries
    from .records import LanguageTerms, LanguageTexts, ProgressRecord, Structure

    Address = tuple[Callable[..., tuple["Data", dict[tuple[str, bool], Any]]], tuple[Any, ...]]
    """A function that returns the data again, with the glossaries made from them, and its arguments."""

    class Data(Protocol):
        """What a glossary is made from."""

        address: Address | None
        """Where another process finds the data; None where it cannot."""

        @property
        def languages(self) -> tuple[str, ...]: ...
        @property
        def version(self) -> str: ...
        @property
        def content_hash(self) -> str: ...
        def structure(self) -> Structure: ...
        def terms(self, language: str) -> LanguageTerms: ...
        def texts(self, language: str) -> LanguageTexts: ...
        def progress(self, language: str) -> ProgressRecord: ...
        @property
        def word_lists(self) -> Mapping[str, Entries]: ...


class PackagedData:
    """The runtime data that the build wrote into a folder."""

    address: Address | None = None
    word_lists: Mapping[str, Entries] = {}
    """What the termbase adds to the word lists of the languages, by the names of the files."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._languages: tuple[str, ...] = ()
        self._files: dict[str, object] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        if not self._languages:
            found = [name[6:-5] for name in os.listdir(self._folder) if name.startswith("terms.")]
            self._languages = tuple(sorted(found))
        return self._languages

    @property
    def version(self) -> str:
        return str(self.terms(self.languages[0])["version"])

    @property
    def content_hash(self) -> str:
        return str(self.terms(self.languages[0])["content_hash"])

    def structure(self) -> Structure:
        structure: Structure = self._read("structure.json")
        return structure

    def terms(self, language: str) -> LanguageTerms:
        terms: LanguageTerms = self._lines(f"terms.{language}.json", read=_read_terms)
        return terms

    def texts(self, language: str) -> LanguageTexts:
        texts: LanguageTexts = self._lines(f"texts.{language}.json")
        return texts

    def progress(self, language: str) -> ProgressRecord:
        progress: ProgressRecord = self._read("progress.json")[language]
        return progress

    def _lines(self, name: str, read: Callable[[str], Any] = parse_json) -> Any:
        """Read a file, each concept with ``read``."""
        data = self._files.get(name)
        if data is None:
            with open(os.path.join(self._folder, name), encoding="utf-8") as file:
                text = file.read()
            data = self._files.setdefault(name, Lines(text, {"concepts": Lines(text, {}, _INNER, read)}))
        return data

    def _read(self, name: str) -> Any:
        data = self._files.get(name)
        if data is None:
            data = self._files.setdefault(name, read_json(os.path.join(self._folder, name)))
        return data


class Lines(Mapping[str, "Any"]):
    """A JSON object of which each member is a line, parsed when it is asked for: most programs need a few concepts.

    >>> Lines('{\\n"a":[1],\\n"b":2\\n}', {})["b"]
    2
    """

    def __init__(
        self, text: str, made: dict[str, object], margin: str = "", read: Callable[[str], Any] = parse_json
    ) -> None:
        """``made`` are the members that are there already; ``margin`` is what each line begins with."""
        self._read = read
        self._text = text
        self._made = made
        self._start = f'\n{margin}"'
        self._places: dict[str, int] = {}

    def __getitem__(self, key: str) -> Any:
        made = self._made.get(key)
        if made is None:
            if self._places or len(self._made) > _FEW:
                place = self._all_places().get(key, -1)
            elif isinstance(key, str) and key.isidentifier():
                place = self._text.find(f'{self._start}{key}":')
            else:
                place = -1
            if place < 0:
                raise KeyError(key)
            start = place + len(self._start) + len(key) + 2
            line = self._text[start : self._text.find("\n", start)]
            made = self._made.setdefault(key, self._read(line.removesuffix(",")))
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._all_places())

    def __len__(self) -> int:
        return len(self._all_places())

    def _all_places(self) -> dict[str, int]:
        """Return where the line of each member begins."""
        if not self._places:
            places = {}
            place = self._text.find(self._start)
            while place >= 0:
                start = place + len(self._start)
                places[self._text[start : self._text.find('"', start)]] = place
                place = self._text.find(self._start, start)
            self._places = places
        return self._places


_FEW = 16
"""How many members are looked for in the text before a table of them all is worth its while."""
_INNER = " "
"""What the line of a concept begins with, which tells it from a section of the same name."""


def _read_terms(line: str) -> Any:
    """Return the record of a concept's terms that ``_packed`` wrote."""
    record = parse_json(line)
    for field in _DESIGNATIONS:
        if field in record:
            parted = (designation.partition(_REASON) for designation in record[field])
            record[field] = [{"forms": forms.split("|"), "reason": reason} for forms, _, reason in parted]
    return record


def _packed(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of a concept's terms with each designation as one string, as authors write it."""
    lists = {
        field: ["|".join(designation["forms"]) + _REASON + designation["reason"] for designation in record[field]]
        for field in _DESIGNATIONS
        if field in record
    }
    return {**record, **lists}


_DESIGNATIONS, _REASON = ("admitted", "deprecated", "variants", "lay"), "#"


def _in_lines(content: Mapping[str, object]) -> str:
    """Return ``content`` as JSON that ``Lines`` reads."""
    lines = []
    for key, value in sorted(content.items()):
        text = canonical(value)
        if key == "concepts" and isinstance(value, Mapping):
            concepts = ",\n".join(f'{_INNER}"{name}":{canonical(one)}' for name, one in sorted(value.items()))
            text = f"{{\n{concepts}\n}}"
        lines.append(f'"{key}":{text}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_packaged(data: Data, folder: str) -> None:
    """Write runtime data as the files that PackagedData reads."""
    os.makedirs(folder, exist_ok=True)
    files = {
        "structure.json": canonical(data.structure()),
        "progress.json": canonical({language: data.progress(language) for language in data.languages}),
    }
    for language in data.languages:
        terms: dict[str, Any] = {**data.terms(language)}
        terms["concepts"] = {name: _packed(record) for name, record in terms["concepts"].items()}
        files[f"terms.{language}.json"] = _in_lines(terms)
        files[f"texts.{language}.json"] = _in_lines(data.texts(language))
    for name, text in files.items():
        write_atomically(os.path.join(folder, name), text)


def canonical(content: object) -> str:
    """Return ``content`` as the one JSON text that it has."""
    import json

    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(content: object) -> str:
    """Return the SHA-256 of ``content`` as hexadecimal text."""
    from hashlib import sha256

    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
