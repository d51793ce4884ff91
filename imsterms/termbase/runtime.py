"""Runtime data: plain JSON, one file of terms and one of longer texts for each language, one of structure.

The wheel holds the files; a checkout makes the same data from its sources (``catalogs.data``). This module is on
the way of every cold start, so it imports next to nothing.
"""

from __future__ import annotations

import os

from ..files import read_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
        terms: LanguageTerms = self._read(f"terms.{language}.json")
        return terms

    def texts(self, language: str) -> LanguageTexts:
        texts: LanguageTexts = self._read(f"texts.{language}.json")
        return texts

    def progress(self, language: str) -> ProgressRecord:
        progress: ProgressRecord = self._read("progress.json")[language]
        return progress

    def _read(self, name: str) -> Any:
        data = self._files.get(name)
        if data is None:
            data = self._files.setdefault(name, read_json(os.path.join(self._folder, name)))
        return data


def write_packaged(data: Data, folder: str) -> None:
    """Write runtime data as the files that PackagedData reads."""
    os.makedirs(folder, exist_ok=True)
    files: dict[str, object] = {
        "structure.json": data.structure(),
        "progress.json": {language: data.progress(language) for language in data.languages},
    }
    for language in data.languages:
        files[f"terms.{language}.json"] = data.terms(language)
        files[f"texts.{language}.json"] = data.texts(language)
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(canonical(content))


def canonical(content: object) -> str:
    """Return ``content`` as the one JSON text that it has."""
    import json

    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(content: object) -> str:
    """Return the SHA-256 of ``content`` as hexadecimal text."""
    from hashlib import sha256

    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
