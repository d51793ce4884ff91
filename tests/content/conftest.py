"""Every word of every text and every form of every term, and whether a dictionary knows it.

hunspell's Norwegian dictionaries know few compounds and hardly any medical loan words, and its personal dictionary with
model words fails for Nynorsk nouns in -ing. So the splitting and the analogy are done here, and hunspell only says
which plain words it knows:

- a compound is good when it is a known word, a linking -s- or -e- or none, and a known form of a word;
- ``nevropati/terapi`` in ``tests/data/words.<language>.txt`` says that a word inflects as another does: of its forms,
  those are good that the dictionary knows of the model.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from requirements import require_dictionaries

import imsterms
from imsterms.termbase.token import TOKEN

DICTIONARIES = {"en": "en_GB,en_med_glut", "nb": "nb_NO", "nn": "nn_NO"}
DATA = Path(__file__).parents[1] / "data"
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
_SHORT = frozenset(
    [
        "nål",
        "nåla",
        "rot",
        "mål",
        "måla",
        "boks",
        "benk",
        "lov",
        "lova",
        "rør",
        "røra",
        "røyr",
        "tid",
        "tida",
        "evne",
        "evna",
        "vev",
        "vegg",
        "ord",
        "grep",
        "type",
        "fobi",
        "leik",
    ]
)
"""Second parts of compounds with fewer than five letters; others might be an ending that happens to be a word."""
_NOT_PROSE = re.compile(r"https?://\S+|\{\w+\}\[compound\]-?\w*")


def _words(language: str) -> dict[str, str]:
    """Return every word of a language, with the first place that it stands in."""
    glossary = imsterms.glossary(language)
    found: dict[str, str] = {}

    def add(text: str, place: str) -> None:
        for word in WORD.findall(TOKEN.sub(" ", _NOT_PROSE.sub(" ", text))):
            found.setdefault(word, place)

    for concept in glossary.values():
        for designation in concept.designations:
            if designation.field not in ("deprecated", "lay"):  # those may be misspelt on purpose
                for name, form in designation.forms.items():
                    if "genitive" not in name:
                        add(form, f"{concept.id}, {designation.field}")
    texts = glossary.texts()
    for part in ("concepts", "articles", "interface", "units"):
        for name, record in texts[part].items():
            for text in _strings(record):
                add(text, name)
    return found


def _strings(record: Any) -> Iterator[str]:
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for key, value in record.items():
            if key != "fuzzy":
                yield from _strings(value)
    elif isinstance(record, list):
        for value in record:
            yield from _strings(value)


def _reviewed(language: str) -> dict[str, str]:
    """Return the words on the reviewed list of a language, each with its model, or ``""``."""
    found = {}
    for line in (DATA / f"words.{language}.txt").read_text("utf-8").splitlines():
        for word in line.partition("#")[0].split():
            base, _, model = word.partition("/")
            found[base] = model
    return found


class Speller:
    """Says which words of a language are not good."""

    def __init__(self, language: str, hunspell: str, listed: dict[str, str]) -> None:
        self.language = language
        self.hunspell = hunspell
        self.listed = listed
        self.used: set[str] = set()
        """Words of the list without which something would not be good."""
        self._known: dict[str, bool] = {}
        self._models: dict[str, list[tuple[str, str, str]]] = {}
        """By two first letters, each word that has a model: the word, and both without the end that they share."""
        for base, model in listed.items():
            if model:
                common = len(os.path.commonprefix((base[::-1], model[::-1])))
                found = base, base[: len(base) - common], model[: len(model) - common]
                self._models.setdefault(base[:2], []).append(found)

    def ask(self, candidates: Iterable[str]) -> None:
        """Ask hunspell about words, all at once."""
        new = sorted({word for word in candidates if word and word not in self._known})
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        command = [self.hunspell, "-d", DICTIONARIES[self.language], "-l"]
        done = subprocess.run(
            command, input="\n".join(new), capture_output=True, text=True, encoding="utf-8", env=environment, check=True
        )
        unknown = set(done.stdout.split())
        self._known.update((word, word not in unknown) for word in new)

    def unknown(self, found: Iterable[str]) -> list[str]:
        """Return the words that are not good."""
        found = list(found)
        self.ask(found)
        rest = [word for word in found if not self._known[word]]
        lower = {word: word if word in self.listed else word[:1].lower() + word[1:] for word in rest}
        pieces = {piece for word in lower.values() for pair in self._splits(word) for piece in pair}
        pieces |= {form for piece in (pieces | set(lower.values())) for _, form in self._analogies(piece)}
        self.ask(pieces)
        return [word for word in rest if not self._good(lower[word])]

    def _good(self, word: str) -> bool:
        if self._single(word):
            return True
        return any(self._single(head) and self._first(first) for first, head in self._splits(word))

    def _first(self, first: str) -> bool:
        """Return whether a word may be the first part of a compound."""
        return self._single(first) or (first[-1] in "se" and self._single(first[:-1]))

    def _single(self, word: str) -> bool:
        if self._known.get(word):
            return True
        if word in self.listed:
            self.used.add(word)
            return True
        for base, form in self._analogies(word):
            if self._known.get(form):
                self.used.add(base)
                return True
        return False

    def _analogies(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield what a word would be if it were a form of the model of a word on the list."""
        for base, stem, model_stem in self._models.get(word[:2], ()):
            # a form keeps most of its word ("nerverot", "nerverøtter") and adds four letters at most
            if word.startswith(stem) and len(stem) < len(word) <= len(base) + 4:
                shared = len(os.path.commonprefix((base, word)))
                if shared >= len(base) - 3:
                    yield base, model_stem + word[len(stem) :]

    def _splits(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the ways to split a word in two; English writes its compounds apart."""
        if self.language == "en":
            return
        for place in range(2, len(word) - 2):
            if len(word) - place > 4 or word[place:] in _SHORT:
                yield word[:place], word[place:]
                if word[place - 1] in "se" and place > 3:
                    yield word[: place - 1], word[place:]


@pytest.fixture
def words() -> Callable[[str], dict[str, str]]:
    """Return a function that gives every word of a language, with the first place that it stands in."""
    return _words


@pytest.fixture
def reviewed() -> Callable[[str], dict[str, str]]:
    """Return a function that gives the reviewed words of a language, each with its model or ``""``."""
    return _reviewed


@pytest.fixture(params=sorted(DICTIONARIES))
def speller(request: pytest.FixtureRequest) -> Speller:
    """A speller of each language."""
    language = request.param
    hunspell = require_dictionaries(*DICTIONARIES[language].split(","))
    return Speller(language, hunspell, _reviewed(language))
