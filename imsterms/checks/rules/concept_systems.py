"""Rules about concept systems: definitions that lead back to themselves, superordinate concepts, roots."""

from __future__ import annotations

from collections.abc import Iterator

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
