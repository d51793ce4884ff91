"""Rules about designations: one preferred term for a concept, one concept for a preferred term."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.word_lists import WordLists
from ..content import Entry, Wording
from ..rule import Problem, rule


@rule("IMS312", "shared-term", "language")
def shared_term(wording: Wording) -> Iterator[Problem]:
    for concepts in wording.preferred.values():
        for concept in concepts[1:]:
            term = wording.entry(concept).term
            message = f"'{term}' is the preferred term of '{concepts[0]}' too; a reader could not tell them apart"
            yield wording.problem(concept, "term", message)


@rule("IMS313", "admitted-elsewhere-preferred", "entry")
def admitted_elsewhere_preferred(entry: Entry) -> Iterator[Problem]:
    words = [(field, word) for field in ("admitted", "lay") for word, _ in entry.designations(field)]
    words.append(("abbreviation", entry.record.get("abbreviation") or ""))
    for field, word in words:
        for other in entry.wording.preferred.get(word.casefold(), ()):
            if other != entry.id:
                how = "a lay word" if field == "lay" else "admitted"
                yield entry.problem(field, f"'{word}' is {how} here and the preferred term of '{other}'")


@rule("IMS314", "designation-twice", "entry")
def designation_twice(entry: Entry) -> Iterator[Problem]:
    """Find words that are in two lists of one entry, or twice in one."""
    seen = {entry.term.casefold(): {entry.term}}
    for field in ("admitted", "lay", "deprecated"):
        for word, _ in entry.designations(field):
            # a spelling that differs only by its capitals can be deprecated on purpose
            same = seen.setdefault(word.casefold(), set())
            if same and not (field == "deprecated" and word not in same):
                yield entry.problem(field, f"'{word}' is in this entry already, and under '{field}' too; keep one")
            same.add(word)


@rule("IMS208", "no-reason", "entry")
def no_reason(entry: Entry) -> Iterator[Problem]:
    """Find deprecated words without a reason."""
    for word, reason in entry.designations("deprecated"):
        if not reason:
            yield entry.problem("deprecated", f"'{word}' is deprecated without a reason; write '{word} # why'")


@rule("IMS323", "plain-number", "entry")
def plain_number(entry: Entry) -> Iterator[Problem]:
    """Find plain wordings that count what the term does not: a plural of a mass noun."""
    plain = entry.record.get("plain") or ""
    if " | " in plain and not entry.forms.get("plural"):
        yield entry.problem("plain", f"'{plain}' has a plural, and '{entry.term}' has none; write the singular alone")


@rule("IMS324", "common-word", "entry")
def common_word(entry: Entry) -> Iterator[Problem]:
    """Find deprecated and lay words that every text has, and of which no list says when the concept is meant."""
    lists = entry.wording.words
    for field in ("deprecated", "lay"):
        for word, _ in entry.designations(field):
            if word.casefold() in lists.frequent and not _is_told(lists, word.casefold()):
                where = f"under 'senses' in words/{entry.wording.language}.yaml"
                message = f"'{word}' is a common word; write in what company it means the concept, {where}"
                yield entry.problem(field, message)


def _is_told(lists: WordLists, word: str) -> bool:
    """Return whether a list says in what company a word means its concept."""
    senses = any(word in sense.words for sense in lists.senses)
    return senses or any(word in friend.words for friend in lists.false_friends)
