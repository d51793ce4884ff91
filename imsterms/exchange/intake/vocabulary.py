"""What the words of other people's files mean: statuses, kinds of terms, parts of speech, relations, headings.

The words are data (``vocabulary.yaml``). They are compared without case, spaces, hyphens and underscores, and without
the endings that TBX 2 gives its statuses.
"""

import os
import re
from functools import cache
from typing import Any

from ...files import read_text

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabulary.yaml")


@cache
def _content() -> Any:
    import yaml

    return yaml.load(read_text(_FILE), getattr(yaml, "CBaseLoader", yaml.BaseLoader))


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


def meaning(name: str, text: str) -> str:
    """Return what a word of a file is here, by one of the tables of words; empty where it is in none.

    The tables are ``statuses``, ``kinds``, ``parts_of_speech``, ``genders`` and ``relations``.

    >>> meaning("statuses", "Frarådet"), meaning("kinds", "Forkortelse"), meaning("parts_of_speech", "properNoun")
    ('deprecated', 'abbreviation', 'proper noun')
    >>> meaning("genders", "inkjekjønn"), meaning("relations", "superordinateConceptGeneric"), meaning("kinds", "odd")
    ('neuter', 'broader', '')
    """
    return _table(name).get(folded(text), "")


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
