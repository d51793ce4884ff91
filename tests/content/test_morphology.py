"""The four forms of every Norwegian noun are those that apertium's analyser knows of its head.

A compound inflects as its last part does; of a term of several words the noun is looked at. What the analyser does not
know follows the model that ``tests/data/words.<language>.txt`` names, or stands with its rule in
``tests/data/forms.<language>.txt``.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from requirements import require_file, require_tool

import imsterms

ANALYSERS = {
    "nb": "/usr/share/apertium/apertium-nno-nob/nob-nno.automorf.bin",
    "nn": "/usr/share/apertium/apertium-nno-nob/nno-nob.automorf.bin",
}
TAGS = {"": "<sg><ind>", "the": "<sg><def>", "plural": "<pl><ind>", "the plural": "<pl><def>"}
# Bokmål nouns in -en may be feminine too: nåla beside nålen
GENDERS = {
    ("nb", "masculine"): ("m", "f", "mf"),
    ("nb", "feminine"): ("f", "mf"),
    ("nb", "neuter"): ("nt",),
    ("nn", "masculine"): ("m",),
    ("nn", "feminine"): ("f",),
    ("nn", "neuter"): ("nt",),
}
ARTICLES = {"den", "det", "de", "dei"}


def noun(forms: dict[str, str]) -> dict[str, str]:
    """Return the forms of the noun in a term: the last word that changes, without articles and adjectives.

    >>> noun({"": "ømt punkt", "the": "det ømme punktet", "plural": "ømme punkter"})
    {'': 'punkt', 'the': 'punktet', 'plural': 'punkter'}
    """
    length = len(forms[""].split())
    words = {}
    for name, form in forms.items():
        split = form.split()
        if len(split) > length and split[0] in ARTICLES:
            split = split[1:]
        if len(split) == length:
            words[name] = split
    changing = [place for place in range(length) if len({split[place] for split in words.values()}) > 1]
    place = changing[-1] if changing else length - 1
    return {name: split[place] for name, split in words.items()}


class Analyser:
    """apertium's analyser of one language."""

    def __init__(self, language: str, program: str) -> None:
        self.language = language
        self.program = program
        self._analyses: dict[str, str] = {}

    def ask(self, words: set[str]) -> None:
        """Analyse words, all at once."""
        new = sorted(word for word in words if word not in self._analyses)
        done = subprocess.run(
            [self.program, "-w", ANALYSERS[self.language]],
            input="".join(f"{word}\n" for word in new),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            check=True,
        )
        for word, line in zip(new, done.stdout.splitlines(), strict=False):
            self._analyses[word] = line

    def has(self, word: str, lemma: str, genders: tuple[str, ...], tags: str) -> bool:
        """Return whether a word is a form of a noun."""
        return any(f"/{lemma}<n><{gender}>{tags}" in self._analyses.get(word, "") for gender in genders)


def heads(base: str, reviewed: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (what stays in front, what the noun's form has there, lemma) for each way to read the noun.

    Of ``tørrnåling``, with ``nåling/måling`` on the list: ("tørr", "", "nåling") and ("tørrnål", "mål", "måling").
    """
    for place in range(max(1, len(base) - 2)):
        head = base[place:]
        yield base[:place], "", head
        model = reviewed.get(head)
        if model:
            common = len(os.path.commonprefix((head[::-1], model[::-1])))
            yield base[: len(base) - common], model[: len(model) - common], model


def wrong_forms(
    language: str, terms: dict[str, tuple[dict[str, str], str]], program: str, listed: dict[str, str]
) -> dict[str, str]:
    """Return the terms, given by forms and gender, whose noun is not inflected as its head or its model is."""
    analyser = Analyser(language, program)
    nouns = {name: noun(forms) for name, (forms, _) in terms.items()}
    readings = {
        name: [
            {form: (model + word[len(front) :], lemma) for form, word in forms.items() if word.startswith(front)}
            for front, model, lemma in heads(forms[""], listed)
        ]
        for name, forms in nouns.items()
    }
    analyser.ask({word for each in readings.values() for reading in each for word, _ in reading.values()})
    wrong = {}
    for name, forms in nouns.items():
        genders = GENDERS[language, terms[name][1]]
        good = any(
            len(reading) == len(forms)
            and all(analyser.has(word, lemma, genders, TAGS[form]) for form, (word, lemma) in reading.items())
            for reading in readings[name]
        )
        if not good:
            wrong[name] = ", ".join(forms.values())
    return wrong


@pytest.fixture
def lt_proc() -> str:
    """The path of apertium's analyser, which needs its data too."""
    program = require_tool("lt-proc")
    for data in ANALYSERS.values():
        require_file(data, "apertium-nno-nob")
    return program


@pytest.mark.parametrize("language", sorted(ANALYSERS))
def test_the_forms_of_every_noun_are_known_or_reviewed(
    language: str, lt_proc: str, reviewed: Callable[[str], dict[str, str]], root: Path
) -> None:
    terms = {}
    for concept in imsterms.glossary(language).values():
        forms = {name: form for name in TAGS if (form := concept.term.forms.get(name))}
        if concept.term.gender and len(forms) > 1:
            terms[concept.id] = (forms, concept.term.gender)
    wrong = wrong_forms(language, terms, lt_proc, reviewed(language))
    exceptions = exceptions_of(root, language)
    assert {concept: forms for concept, forms in wrong.items() if concept not in exceptions} == {}
    assert set(exceptions) - set(wrong) == set(), "these exceptions are not needed any more"
    assert {concept: wrong[concept] for concept in exceptions} == exceptions, "the reviewed forms have changed"


@pytest.mark.parametrize(
    ("language", "gender", "forms", "good"),
    [
        ("nb", "neuter", "triggerpunkt triggerpunktet triggerpunkter triggerpunktene", True),
        ("nb", "neuter", "triggerpunkt triggerpunktet triggerpunktar triggerpunktane", False),
        ("nb", "masculine", "nerverot nerveroten nerverøtter nerverøttene", True),
        ("nb", "masculine", "nerverot nerveroten nerverøter nerverøtene", False),
        ("nb", "masculine", "nevropati nevropatien nevropatier nevropatiene", True),
        ("nb", "neuter", "nål nålet nåler nålene", False),
        ("nn", "feminine", "nerverot nerverota nerverøter nerverøtene", True),
        ("nn", "feminine", "nerverot nerverota nerverøtter nerverøttene", False),
        ("nn", "neuter", "triggerpunkt triggerpunktet triggerpunkter triggerpunktene", False),
        ("nn", "feminine", "behandling behandlinga behandlinger behandlingene", False),
        ("nn", "masculine", "nevropati nevropatien nevropatiar nevropatiane", True),
    ],
)
def test_forms_of_the_wrong_paradigm_are_found(
    language: str, gender: str, forms: str, good: bool, lt_proc: str, reviewed: Callable[[str], dict[str, str]]
) -> None:
    terms = {"term": (dict(zip(TAGS, forms.split(), strict=True)), gender)}
    assert (not wrong_forms(language, terms, lt_proc, reviewed(language))) is good


def exceptions_of(root: Path, language: str) -> dict[str, str]:
    """Return the reviewed forms of the concepts on the list."""
    found = {}
    for line in (root / "tests" / "data" / f"forms.{language}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            match = re.fullmatch(r"(\w+): (.+?)  # (.{10,})", line)
            assert match, f"'concept: form, form, form, form  # the rule' is asked for, not: {line}"
            found[match[1]] = match[2]
    return found
