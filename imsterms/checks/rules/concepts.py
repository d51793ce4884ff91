"""Rules about concept systems and designations: what leads back to itself, one term for a concept."""

from collections.abc import Iterator

from ...languages.word_lists import WordLists
from ...termbase.text import Reference
from ...termbase.validate import cycles
from ..content import Entry, Wording
from ..rule import Problem, rule


@rule("IMS301", "definition-circle", "language")
def definition_circle(wording: Wording) -> Iterator[Problem]:
    """Find definitions that refer to each other in a circle; one that the sources have too is reported there alone."""
    source = wording.content.source
    for names in cycles({entry.id: _named(entry) for entry in wording.entries}):
        circle = names[:-1]
        if wording is not source and all(
            to in _named(source.entry(name)) for name, to in zip(names, names[1:], strict=False)
        ):
            continue
        least = circle.index(min(circle))
        turned = (*circle[least:], *circle[: least + 1])
        message = f"the definition leads back to itself: {' -> '.join(turned)}"
        yield wording.problem(turned[0], "definition", message)


def _named(entry: Entry) -> list[str]:
    """Return the concepts that a definition refers to."""
    return list(dict.fromkeys(reference.name for reference in entry.sentence("definition").references))


@rule("IMS302", "superordinate-missing", "entry")
def superordinate_missing(entry: Entry) -> Iterator[Problem]:
    """Find definitions without a reference to a ``broader`` concept where the language has the head of a phrase."""
    pieces = entry.sentence("definition").pieces
    broader = entry.concept.broader
    last = entry.wording.profile.definition_head == "last"
    head = pieces[-1 if last else 0] if pieces else None
    if pieces and broader and not (isinstance(head, Reference) and head.name in broader):
        wanted = " or ".join(f"{{{concept}}}" for concept in broader)
        where = "end" if last else "begin"
        yield entry.problem("definition", f"the definition does not {where} with the superordinate concept, {wanted}")


@rule("IMS303", "broader-missing", "concept")
def broader_missing(entry: Entry) -> Iterator[Problem]:
    """Find concepts without a broader one that are not on the list of roots, and roots that have one."""
    roots, broader = entry.wording.content.quality.roots, entry.concept.broader
    if roots and not broader and entry.id not in roots:
        yield entry.problem("broader", "no broader concept, and it is not on the list of roots in quality.yaml")
    elif broader and entry.id in roots:
        message = f"on the list of roots in quality.yaml, but '{broader[0]}' is broader; one of them is wrong"
        yield entry.problem("broader", message)


@rule("IMS319", "basis-without-source", "concept")
def basis_without_source(entry: Entry) -> Iterator[Problem]:
    """Find definitions marked as sourced or adapted that name no source."""
    basis = entry.concept.basis
    if basis in ("sourced", "adapted") and not entry.concept.sources:
        yield entry.problem("basis", f"the definition's basis is '{basis}', and no source is given; 'own' is honest")


@rule("IMS321", "law-without-date", "concept")
def law_without_date(entry: Entry) -> Iterator[Problem]:
    """Find concepts that rest on a law and do not say when it was last read."""
    works = entry.wording.content.termbase.sources
    laws = [name for name in entry.concept.sources if name in works and works[name].legislation]
    if laws and not entry.concept.verified:
        yield entry.problem("sources", f"rests on the law '{laws[0]}' and no `verified` says when it was read")


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
            is_common = word.casefold() in lists.frequent or word.casefold() in lists.less_frequent
            if is_common and not _is_told(lists, word.casefold()):
                where = f"under 'senses' in words/{entry.wording.language}.yaml"
                message = f"'{word}' is a common word; write in what company it means the concept, {where}"
                yield entry.problem(field, message)


def _is_told(lists: WordLists, word: str) -> bool:
    """Return whether a list says in what company a word means its concept."""
    senses = any(word in sense.words for sense in lists.senses)
    return senses or any(word in friend.words for friend in lists.false_friends)
