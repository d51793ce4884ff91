"""Which of a language's designations is preferred, which is admitted, and which is not to be used.

Every reader hands over the file's own words; what they mean is decided here alone. What is not understood never becomes
the preferred term while the language has another, and what is advised against never becomes a good term.
"""

from ...lexicon.designation import is_abbreviation
from .imported import ImportedTerm, ImportedWords
from .report import STATUS
from .vocabulary import folded, meaning

_RANKS = {"preferred": 0, "": 1, "current": 1, "admitted": 2, "proposed": 3, STATUS: 4}
"""Which terms become the preferred one before which."""


def sort(words: ImportedWords) -> None:
    """Divide the terms of a language among preferred, admitted, deprecated and the rest."""
    good: list[tuple[int, ImportedTerm]] = []
    short: list[tuple[int, ImportedTerm]] = []
    for term in words.terms:
        _details(words, term)
        status, kind = _status(words, term), meaning("kinds", term.kind) or meaning("kinds", term.status)
        if status == "deprecated":
            # the word itself may say more than our status: forbidden, obsolete, withdrawn
            word = term.status if meaning("statuses", term.status) == "deprecated" else words.entry.status
            word = "" if folded(word).startswith("deprecated") else word
            term.reason = term.reason or "; ".join(term.notes) or word
            words.deprecated.append(term)
        elif kind == "variant":
            words.variants.append(term)
        elif kind == "lay":
            words.lay.append(term)
        elif kind == "plain" and not words.plain:
            words.plain = term.text
        else:
            (short if kind == "abbreviation" else good).append((_RANKS[status], term))
        if status != "deprecated":
            for note in term.notes:
                words.add_note(f"'{term.text}': {note}")
    ranks = [min((rank for rank, _ in terms), default=len(_RANKS)) for terms in (good, short)]
    if good and (ranks[0] <= ranks[1] or ranks[1] > 0):
        words.preferred = _taken(words, good)
        if short:
            words.abbreviation = _taken(words, short, full=False).text
    elif short:  # alone, or preferred in so many words
        words.preferred = _taken(words, short)
    words.admitted = [term for _, term in (*good, *short)]
    words.terms = []


def _taken(words: ImportedWords, terms: list[tuple[int, ImportedTerm]], *, full: bool = True) -> ImportedTerm:
    """Take the best of some terms out of the list; the first of equals."""
    best = min(terms, key=lambda one: one[0])
    terms.remove(best)
    rank, term = best
    if full and rank > _RANKS[""]:
        words.entry.changed(
            f"{words.language} '{term.text}': preferred here, as the language has no other term",
            "terms that are preferred here, as the language has no other",
        )
    for other, second in terms:
        if other == 0 and rank == 0:
            words.entry.changed(
                f"{words.language} '{second.text}': a second preferred term is admitted here", "second preferred terms"
            )
    return term


def _status(words: ImportedWords, term: ImportedTerm) -> str:
    """Return the status of a term as ours are called; where its word is not understood, it is said and kept."""
    concept = meaning("statuses", words.entry.status)
    if concept == "deprecated":
        return concept
    if not term.status:
        return ""
    status = meaning("statuses", term.status)
    if status == "proposed":
        words.entry.keep("status", term.status, f"{words.language} '{term.text}'")
        if "term" not in words.fuzzy:
            words.fuzzy.append("term")
    if status or meaning("kinds", term.status):
        return status
    words.entry.keep("status", term.status, f"{words.language} '{term.text}'", said=False)
    words.entry.say(
        STATUS,
        f"'{term.status}' of {words.language} '{term.text}': an ordinary term here, the last to be preferred",
        f"'{term.status}': ordinary terms here, never preferred while the language has another",
    )
    return STATUS


def _details(words: ImportedWords, term: ImportedTerm) -> None:
    """Read the part of speech and the gender; what is not understood is kept with the origin."""
    entry, about = words.entry, f"{words.language} '{term.text}'"
    if term.part_of_speech:
        if not entry.part_of_speech:
            entry.part_of_speech = term.part_of_speech
        elif meaning("parts_of_speech", term.part_of_speech) != meaning("parts_of_speech", entry.part_of_speech):
            entry.keep("part of speech", term.part_of_speech, about)
    if term.gender:
        gender = meaning("genders", term.gender)
        if not gender or gender == "other":
            entry.keep("gender", term.gender, about)
        term.gender = "" if gender == "other" else gender
    kind = meaning("kinds", term.kind)
    if term.kind and (not kind or kind == "abbreviation" and not is_abbreviation(term.text)):
        entry.keep("kind of term", term.kind, about, said=not kind)  # nothing else here says that it is one
