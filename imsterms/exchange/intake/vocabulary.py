"""What the words of other people's files mean: statuses, kinds of terms, parts of speech, relations, headings.

The words are data (``vocabulary.yaml``). They are compared without case, spaces, hyphens and underscores, and without
the endings that TBX 2 gives its statuses.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Any

from ...files import read_text

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabulary.yaml")


@cache
def _content() -> dict[str, Any]:
    import yaml

    content: dict[str, Any] = yaml.load(read_text(_FILE), getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return content


@cache
def _table(name: str) -> dict[str, str]:
    return {folded(word): meaning for meaning, words in _content()[name].items() for word in words.split()}


@cache
def folded(text: str) -> str:
    """Return a word as it is compared.

    >>> folded("Not recommended"), folded("deprecatedTerm-admn-sts"), folded("Ikke bruk!")
    ('notrecommended', 'deprecatedterm', 'ikkebruk')
    """
    return re.sub(r"[\W_]+", "", text.casefold().removesuffix("-admn-sts"))


def status_of(text: str) -> str:
    """Return ``preferred``, ``admitted``, ``deprecated`` or ``proposed``; empty where the word is in no table.

    >>> status_of("Frarådet"), status_of("do not use"), status_of("odd")
    ('deprecated', 'deprecated', '')
    """
    return _table("statuses").get(folded(text), "")


def kind_of(text: str) -> str:
    """Return ``abbreviation``, ``variant``, ``plain``, ``lay`` or ``full form``; empty where the word is in no table.

    >>> kind_of("acronym"), kind_of("Forkortelse")
    ('abbreviation', 'abbreviation')
    """
    return _table("kinds").get(folded(text), "")


def part_of_speech_of(text: str) -> str:
    """Return a part of speech of ours; empty where the word is in no table.

    >>> part_of_speech_of("Noun"), part_of_speech_of("substantiv"), part_of_speech_of("properNoun")
    ('noun', 'noun', 'proper noun')
    """
    return _table("parts_of_speech").get(folded(text), "")


def gender_of(text: str) -> str:
    """Return ``masculine``, ``feminine``, ``neuter``, ``common`` or ``other``; empty where the word is in no table.

    >>> gender_of("f"), gender_of("inkjekjønn")
    ('feminine', 'neuter')
    """
    return _table("genders").get(folded(text), "")


def relation_of(text: str) -> str:
    """Return the relation of ours that a data category of TBX is; empty where it is none.

    >>> relation_of("superordinateConceptGeneric"), relation_of("see")
    ('broader', 'related')
    """
    return _table("relations").get(folded(text), "")


@cache
def headings() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the heading words as they are compared, each with its meanings and the languages that have it so."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language, fields in _content()["headings"].items():
        for meaning, words in fields.items():
            for word in words.split():
                meanings = found.setdefault(folded(word), {})
                meanings[meaning] = (*meanings.get(meaning, ()), language)
    return found


def table(name: str) -> dict[str, Any]:
    """Return a table of the file as it is.

    >>> table("wide")["nb"]["notes"]
    'Merknader'
    """
    found: dict[str, Any] = _content()[name]
    return found
