"""The tables from which the JavaScript module finds terms in text: what ``annotate`` knows, without the grammar.

The surfaces of a concept are one line: its id, then phrases with a semicolon before each. A word with several endings
is its stem and the number of its endings in ``endings``: ``nål|3``, where that is ``|a|en|er``. Marks and the number of
a sense may come before it.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from ...facade import Glossary
from ...languages.word_lists import ALONE, FIGURATIVE, ONLY, WordSense
from ...lexicon.designation import ABBREVIATION, LAY, PLAIN
from ...recognition.annotate import Annotator, Level, annotator
from ...recognition.scanner import BEGINNING
from ...recognition.surfaces import Reading, surfaces
from ...recognition.words import fold, key

Surfaces = dict[str, Any]
"""How terms are written, and what tells them from other words; ``matcher.mjs`` reads it."""


def surfaces_data(glossary: Glossary, *, everyday: bool = True, without: Collection[str] = ()) -> Surfaces:
    """Return the surfaces of a glossary, compressed, and what is known of those that have other senses.

    ``everyday`` says whether everyday words for concepts are among them, ``without`` names concepts that are not.
    """
    known = annotator(glossary)
    lists = known.lists
    senses = {word: sense for sense in lists.senses for word in sense.words}
    groups: dict[str, dict[tuple[str, str], set[str]]] = {}
    places: dict[tuple[str, ...], list[Reading]] = {}
    numbers: dict[tuple[object, ...], int] = {}
    used: list[WordSense] = []
    figures = WordSense((), FIGURATIVE, (), ONLY[0], False)
    for reading in surfaces(glossary):
        places.setdefault(key(reading.text), []).append(reading)
    for readings in places.values():
        first = readings[0]
        best = min(readings, key=lambda one: one.rank)
        if best.field == PLAIN or (best.field == LAY and not everyday) or best.concept_id in without:
            continue
        surface = known.surface(first.text)
        assert surface is not None
        marks = "!" * bool(surface.capitals) + "~" * (best.field == LAY) + "=" * (best.field == ABBREVIATION)
        marks += "+" * (surface.level is Level.PHRASE)
        if surface.sense is known.senses.health:
            marks += "0"
        elif surface.sense:
            sense = senses.get(fold(first.text)) or senses.get(fold(first.base)) or figures
            if sense[1:] not in numbers:
                used.append(sense)
                numbers[sense[1:]] = len(used)
            marks += str(numbers[sense[1:]])
        groups.setdefault(best.concept_id, {}).setdefault((marks, first.base), set()).add(first.text)
    spelt = {fold(text) for phrases in groups.values() for texts in phrases.values() for text in texts}
    endings: dict[str, int] = {}
    lines = []
    for concept_id, phrases in groups.items():
        # abbreviations last: they ask for the long forms before them
        ordered = sorted(phrases.items(), key=lambda group: "=" in group[0][0])
        written = (
            f"{marks}>{text}" if marks else text
            for (marks, _), texts in ordered
            for text in _compressed(texts, endings)
        )
        lines.append(";".join((concept_id, *written)))
    return {
        "words": "\n".join(lines),
        "endings": list(endings),
        "joints": lists.joints,
        "joined": [lists.joined_nouns, lists.derivations, lists.derivation_endings, lists.not_beginning],
        "compounds": _first_parts(known),
        "joining": [*(f" {word}" for word in lists.conjunctions), ",", "/"],
        "friends": [
            [words, *map(_plain, (friend.before, friend.after, friend.unless, friend.near)), int(friend.both)]
            for friend in lists.false_friends
            if (words := list(filter(spelt.__contains__, friend.words)))
        ],
        "senses": [
            [ALONE.index(sense.alone), ONLY.index(sense.only) + len(ONLY) * sense.twice, _plain(sense.company)]
            for sense in used
        ],
        "subject": _plain(lists.subject),
        # what is found without everyday words is hardly ever one that two hints would show
        "hints": _plain(lists.hints) if everyday else (),
        "names": sorted(lists.names),
        "inside": sorted(lists.inside_names),
        "works": [lists.conjunctions, lists.with_others, lists.registries, lists.journals],
    }


def _plain(patterns: Iterable[str]) -> list[str]:
    """Return patterns as they are shortest: with ``~`` for any letters, and no mark before a space."""
    return [pattern.replace("\\ ", " ").replace(r"\w*", "~") for pattern in patterns]


def _first_parts(known: Annotator) -> str:
    """Return the first parts of compounds, each with its surface where that is another word."""
    return " ".join(
        part if part == (surface := fold(place[0].text)) else f"{part}:{surface}"
        for part, place in known.first_parts.items()
        if len(part) >= BEGINNING
    )


def _compressed(texts: Iterable[str], endings: dict[str, int]) -> Iterator[str]:
    """Yield phrases that stand for all the texts, each word with all its endings."""
    by_length = sorted((tuple(text.split(" ")) for text in texts), key=len)
    for _, phrases in groupby(by_length, key=len):
        for words in _products(set(phrases)):
            yield " ".join(_stemmed(word, endings) for word in words)


def _products(phrases: set[tuple[str, ...]]) -> list[list[set[str]]]:
    """Return lists of sets of words of which the combinations are exactly the phrases."""
    words = [set(place) for place in zip(*phrases, strict=True)]
    if len(words) < 2:
        return [words]
    widest = max(range(len(words)), key=lambda place: len(words[place]))
    frames: dict[tuple[str, ...], set[str]] = {}
    for phrase in phrases:
        frames.setdefault(phrase[:widest] + phrase[widest + 1 :], set()).add(phrase[widest])
    alike: dict[frozenset[str], set[tuple[str, ...]]] = {}
    for frame, fillings in frames.items():
        alike.setdefault(frozenset(fillings), set()).add(frame)
    return [
        [*product[:widest], set(fillings), *product[widest:]]
        for fillings, rest in sorted(alike.items(), key=lambda one: sorted(one[0]))
        for product in _products(rest)
    ]


def _stemmed(words: set[str], endings: dict[str, int]) -> str:
    ordered = sorted(words)
    if len(ordered) == 1:
        return ordered[0]
    stem = os.path.commonprefix(ordered)
    return f"{stem}|{endings.setdefault('|'.join(word[len(stem) :] for word in ordered), len(endings))}"
