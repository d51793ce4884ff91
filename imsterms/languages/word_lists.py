"""Word lists: the words of a language that recognition and checks need to know, as typed data.

A language's lists are ``words/<tag>.yaml``; a termbase may have files of the same names and shape, which add to ours.
``README.md`` says what each list is and how it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import nearest
from .data import read_data
from .profile import profile

if TYPE_CHECKING:
    from .data import Entries

PARTS = {
    "agreement": 2,
    "other_concepts": 4,
    "other_form_words": 2,
    "phrase_nouns": 2,
    "noun_endings": 2,
    "other_form_plurals": 3,
}
"""How many parts the entries of a list have, with a slash between them: ``ikkje/ikke``."""

PATTERNS = (
    "derivations",
    "not_beginning",
    "not_ending",
    "joined_nouns",
    "naming",
    "other_form_endings",
    "subject",
    "hints",
)
"""The lists of words with ``*``, ``{name}`` and regular expressions."""

_LETTERS = re.compile(r"[^\W\d_]+")

AMONG_TERMS = "among terms"
ONLY = ("false", "near", "true", AMONG_TERMS)
"""Whether only its company shows what a word means: no; of words near it, but a text about health does too; yes; yes,
or several terms beside it, as for parts of the body."""

FIGURATIVE = "figurative"
ALONE = ("possible", "likely", "certain", FIGURATIVE)
"""How sure a word with other senses may be where nothing around it says which. One with figures of speech is certain,
but not in a long text that hardly speaks of health."""

_NAME = re.compile(r"\{([a-z_]+)\}")
_PART = re.compile(r"\{[a-z_]+\}|\*|[^{*]+|\{")


class FalseFriend(NamedTuple):
    """Words that look like a term, and the regular expressions for what shows that they are another word."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    unless: tuple[str, ...]
    both: bool


class WordSense(NamedTuple):
    """Words that are terms in texts about health, and everyday words elsewhere."""

    words: tuple[str, ...]
    alone: str
    company: tuple[str, ...]
    only: str
    twice: bool


class WordLists(NamedTuple):
    """The word lists of a language; patterns are regular expressions here."""

    conjunctions: tuple[str, ...]
    common: tuple[str, ...]
    frequent: frozenset[str]
    less_frequent: frozenset[str]
    never_part: frozenset[str]
    doubled: frozenset[str]
    capitals_only: frozenset[str]
    near_words: frozenset[str]
    with_full_stop: tuple[str, ...]
    separate_endings: tuple[str, ...]
    joints: tuple[str, ...]
    onsets: tuple[str, ...]
    prefixes: frozenset[str]
    derivations: tuple[str, ...]
    derivation_endings: tuple[str, ...]
    not_beginning: tuple[str, ...]
    not_ending: tuple[str, ...]
    false_friends: tuple[FalseFriend, ...]
    senses: tuple[WordSense, ...]
    subject: tuple[str, ...]
    hints: tuple[str, ...]
    names: tuple[str, ...]
    gendered: frozenset[str]
    before_bare_noun: frozenset[str]
    before_plural: frozenset[str]
    copulas: frozenset[str]
    agreement: tuple[tuple[str, str], ...]
    invariable: frozenset[str]
    causatives: frozenset[str]
    shared_forms: tuple[str, ...]
    naming: tuple[str, ...]
    stand_for: tuple[str, ...]
    reference_headings: frozenset[str]
    with_others: tuple[str, ...]
    registries: tuple[str, ...]
    journals: tuple[str, ...]
    everyday: frozenset[str]
    other_sense: frozenset[str]
    inexact: frozenset[str]
    other_concepts: tuple[tuple[str, ...], ...]
    inside_names: tuple[str, ...]
    claim_words: tuple[str, ...]
    phrase_words: frozenset[str]
    phrase_nouns: dict[str, str]
    phrase_heads: frozenset[str]
    adjective_endings: tuple[str, ...]
    broader_heads: frozenset[str]
    changing: frozenset[str]
    general_nouns: tuple[str, ...]
    noun_endings: tuple[tuple[str, str], ...]
    prepositions: frozenset[str]
    particles: frozenset[str]
    joined_nouns: tuple[str, ...]
    other_form_words: dict[str, str]
    other_form_endings: tuple[str, ...]
    other_form_plurals: dict[str, tuple[str, str]]


WORDS = ("includes", *(name for name in WordLists._fields if name not in (*PATTERNS, "false_friends", "senses")))
"""The lists of plain words."""

_SETS = tuple(name for name, kind in WordLists.__annotations__.items() if "frozenset" in str(kind))
"""The lists in which words are looked up, whatever their order."""


def word_lists(language: str, added: Mapping[str, Entries] | None = None) -> WordLists:
    """Return the word lists of a language; empty ones where it has none.

    ``added`` holds what a termbase adds, by the names of the files.

    >>> lists = word_lists("nb", {"nb": {"conjunctions": ["pluss"]}})
    >>> lists.conjunctions[-2:], "over" in lists.never_part
    (('så vel som', 'pluss'), True)
    """
    if added:
        return _made(_merged(language, added))
    return _own(language)


@cache
def _own(language: str) -> WordLists:
    return _made(_merged(language, {}))


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the commonest words of a language; none where they are not known."""
    return frozenset(_own(language).common)


def foreign_language(text: str, expected: str, least: int = 2) -> str:
    """Return the other language that a text is plainly in, by its commonest words; ``""`` if it is in none.

    ``least`` is how many words of the other language it must have. Nothing is said of a language whose commonest words
    are not known.

    >>> foreign_language("A sore spot in the muscle that may hurt when it is pressed.", "nb")
    'en'
    >>> foreign_language("Et ømt sted i muskelen, som kan gjøre vondt når noen trykker på det.", "nb")
    ''
    """
    words = Counter(_LETTERS.findall(text.casefold()))
    best, most = "", least - 1
    other_form = profile(expected).other_form
    # what is as much in the other written form of the language as in a third language is in that form
    for language in sorted(read_data("words"), key=other_form.__ne__) if common_words(expected) else ():
        count = _number(words, _only(language, expected))
        if count > most and count > 2 * _number(words, _only(expected, language)):
            best, most = language, count
    return best


@cache
def _only(language: str, other: str) -> frozenset[str]:
    """Return the commonest words of a language that are not among those of another."""
    return common_words(language) - common_words(other)


def _number(words: Counter[str], among: frozenset[str]) -> int:
    return sum(words[word] for word in words.keys() & among)


def named_lists(language: str) -> Mapping[str, Iterable[str]]:
    """Return the lists of words that the patterns of a language may name."""
    named: Mapping[str, Iterable[str]] = _merged(language, {})["lists"]
    return named


def _merged(language: str, added: Mapping[str, Entries]) -> Entries:
    """Return the entries of a language and of those it includes, ours and added ones, as if they were one file."""
    ours = read_data("words")
    merged: dict[str, list[object]] = {}
    lists: dict[str, list[str]] = {}
    included = [name for files in (ours, added) for name in files.get(language, {}).get("includes", ())]
    for name in (*dict.fromkeys(included), language):
        for entries in (ours.get(name, {}), added.get(name, {})):
            for key, value in entries.items():
                if key == "lists":
                    for list_name, words in value.items():
                        lists.setdefault(list_name, []).extend(words)
                else:
                    merged.setdefault(key, []).extend(value)
    return {**merged, "lists": lists}


def _made(entries: Entries) -> WordLists:
    lists = entries["lists"]
    made: dict[str, Any] = {name: tuple(entries.get(name, ())) for name in WORDS if name != "includes"}
    made |= {name: frozenset(made[name]) for name in _SETS}
    made |= {name: tuple(pattern(entry, lists) for entry in entries.get(name, ())) for name in PATTERNS}
    for name in ("other_form_words", "phrase_nouns"):
        made[name] = dict(_parts(made, name))
    for name in ("agreement", "noun_endings", "other_concepts"):
        made[name] = tuple(map(tuple, _parts(made, name)))
    plurals = _parts(made, "other_form_plurals")
    made["other_form_plurals"] = {gender: (ending, own) for gender, ending, own in plurals}
    made["senses"] = tuple(_sense(sense, lists) for sense in entries.get("senses", ()))
    made["false_friends"] = tuple(_false_friend(friend, lists) for friend in entries.get("false_friends", ()))
    return WordLists(**made)


def _parts(words: Mapping[str, tuple[str, ...]], name: str) -> Iterator[list[str]]:
    """Yield the parts of each entry of a list that has as many as it should."""
    for entry in words[name]:
        parts = entry.split("/")
        if len(parts) == PARTS[name]:
            yield parts


def _false_friend(entries: Entries, lists: Mapping[str, Iterable[str]]) -> FalseFriend:
    def patterns(name: str) -> tuple[str, ...]:
        return tuple(pattern(entry, lists) for entry in entries.get(name, ()))

    after = (
        pattern(entry, lists) if is_expression(entry) else rf"\ {pattern(entry, lists)}\b"
        for entry in entries.get("after", ())
    )
    return FalseFriend(
        tuple(entries["words"]),
        patterns("before"),
        tuple(after),
        patterns("near"),
        patterns("unless"),
        entries.get("both") == "true",
    )


def _sense(entries: Entries, lists: Mapping[str, Iterable[str]]) -> WordSense:
    company = tuple(pattern(entry, lists) for entry in entries.get("company", ()))
    words = tuple(word.casefold() for word in entries["words"])
    alone, only = entries.get("alone", ALONE[0]), entries.get("only", ONLY[0])
    return WordSense(words, alone, company, only, entries.get("twice") == "true")


def is_expression(entry: str) -> bool:
    """Return whether an entry is a regular expression between slashes."""
    return len(entry) > 2 and entry[0] == entry[-1] == "/"


def pattern(entry: str, lists: Mapping[str, Iterable[str]]) -> str:
    """Return an entry as a regular expression for folded text. Raises KeyError for a list that does not exist.

    >>> pattern("av person*", {}), pattern("/{her}s?/", {"her": ["the", "a"]})
    ('av\\\\ person\\\\w*', '(?:the|a)s?')
    """
    if is_expression(entry):
        return _NAME.sub(lambda name: _alternatives(name[1], lists), entry[1:-1])
    return "".join(
        r"\w*" if part == "*" else _alternatives(part[1:-1], lists) if _NAME.fullmatch(part) else re.escape(part)
        for part in _PART.findall(entry.casefold())
    )


def _alternatives(name: str, lists: Mapping[str, Iterable[str]]) -> str:
    # a list that holds itself, over others even, is then one that does not exist
    others = {other: words for other, words in lists.items() if other != name}
    return f"(?:{'|'.join(pattern(word, others) for word in lists[name])})"


def wrong_pattern(entry: str, lists: Mapping[str, Iterable[str]]) -> str:
    """Return what is wrong with an entry that matches text, or an empty string."""
    try:
        re.compile(pattern(entry, lists))
    except KeyError as error:
        name = str(error.args[0])
        return f"'{entry}' names the list '{name}', which is not under 'lists' or contains itself{nearest(name, lists)}"
    except re.error as error:
        return f"'{entry}' is not a regular expression: {error}"
    return ""
