"""Rules about designations: one preferred term for a concept, one concept for a preferred term."""

from __future__ import annotations

from collections.abc import Iterator

from .content import Content, Flaw, Wording


def _preferred(wording: Wording, content: Content) -> dict[str, list[str]]:
    """Return the concepts that have each preferred term, by the term without its case."""
    found: dict[str, list[str]] = {}
    for entry in content.entries:
        if term := wording.forms(entry.id).get(""):
            found.setdefault(term.casefold(), []).append(entry.id)
    return found


def shared_term(content: Content) -> Iterator[Flaw]:
    """Preferred terms that two concepts of a language share."""
    for wording in content.wordings:
        for concepts in _preferred(wording, content).values():
            for concept in concepts[1:]:
                term = wording.forms(concept)[""]
                message = f"'{term}' is the preferred term of '{concepts[0]}' too; a reader could not tell them apart"
                yield Flaw(concept, wording.language, "term", message)


def admitted_elsewhere_preferred(content: Content) -> Iterator[Flaw]:
    """Admitted terms and abbreviations that are the preferred term of another concept."""
    for wording in content.wordings:
        preferred = _preferred(wording, content)
        for entry in content.entries:
            record = wording.terms.get(entry.id, {})
            words = [("admitted", one["forms"][0]) for one in record.get("admitted", ())]
            words.append(("abbreviation", record.get("abbreviation", "")))
            for field, word in words:
                for other in preferred.get(word.casefold(), ()):
                    if other != entry.id:
                        message = f"'{word}' is admitted here and the preferred term of '{other}'"
                        yield Flaw(entry.id, wording.language, field, message)


def designation_twice(content: Content) -> Iterator[Flaw]:
    """Words that have two statuses in one entry of a language, or stand twice in a list."""
    for wording in content.wordings:
        for entry in content.entries:
            record = wording.terms.get(entry.id, {})
            seen = {(wording.forms(entry.id).get("") or "").casefold()}
            for status in ("admitted", "deprecated"):
                for one in record.get(status, ()):
                    word = one["forms"][0]
                    # a spelling that differs by its capitals alone can be meant, as deprecated
                    key = word.casefold()
                    if key in seen and not (status == "deprecated" and word != wording.forms(entry.id).get("")):
                        message = f"'{word}' has a status in this entry already, and stands under {status} too"
                        yield Flaw(entry.id, wording.language, status, message)
                    seen.add(key)
