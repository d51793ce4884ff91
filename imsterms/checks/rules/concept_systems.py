"""Rules about concept systems: definitions that lead back to themselves, superordinate concepts, roots."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ...termbase.text import Reference
from ..content import Content, Entry, Wording
from ..rule import Problem, rule


@rule("IMS301", "definition-circle", "language")
def definition_circle(wording: Wording) -> Iterator[Problem]:
    """Find definitions that refer to each other in a circle; one that the sources have too is reported there alone."""
    source = wording.content.source
    for circle in _circles(_graph(wording)):
        steps = list(zip(circle, (*circle[1:], circle[0]), strict=True))
        if wording is not source and all(to in source.entry(name).references("definition") for name, to in steps):
            continue
        least = circle.index(min(circle))
        turned = (*circle[least:], *circle[: least + 1])
        message = f"the definition leads back to itself: {' -> '.join(turned)}"
        yield wording.problem(turned[0], "definition", message)


def _graph(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Return the concepts that each definition refers to."""
    return {entry.id: tuple(dict.fromkeys(entry.references("definition"))) for entry in wording.entries}


def _circles(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield a shortest circle through one concept of every strongly connected part of the graph.

    What cannot be on a circle, because nothing leads to it or from it, is taken away first; so a graph without
    circles costs no more than one pass.
    """
    left = {name: [to for to in targets if to in graph] for name, targets in graph.items()}
    for edges in (left, _turned(left)):
        waiting = deque(name for name, targets in edges.items() if not targets)
        counts = {name: len(targets) for name, targets in edges.items()}
        turned = _turned(edges)
        while waiting:
            name = waiting.popleft()
            left.pop(name, None)
            for source in turned[name]:
                counts[source] -= 1
                if not counts[source]:
                    waiting.append(source)
    found: set[str] = set()
    for start in left:
        if start in found:
            continue
        # breadth first: the shortest way back
        before: dict[str, str] = {}
        queue = deque([start])
        while queue and start not in before:
            name = queue.popleft()
            for target in left[name]:
                if target in left and target not in before:
                    before[target] = name
                    queue.append(target)
        if start in before:
            way = [start]
            while (name := before[way[-1]]) != start:
                way.append(name)
            circle = (start, *reversed(way[1:]))
            found.update(circle)
            yield circle


def _turned(graph: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the graph with every edge turned round."""
    turned: dict[str, list[str]] = {name: [] for name in graph}
    for name, targets in graph.items():
        for target in targets:
            if target in turned:
                turned[target].append(name)
    return turned


@rule("IMS302", "superordinate-missing", "entry")
def superordinate_missing(entry: Entry) -> Iterator[Problem]:
    """Find definitions without a reference to a ``broader`` concept where the language has the head of a phrase."""
    pieces = entry.pieces("definition")
    broader = entry.concept.broader
    last = entry.wording.profile.definition_head == "last"
    head = pieces[-1 if last else 0] if pieces else None
    if pieces and broader and not (isinstance(head, Reference) and head.name in broader):
        wanted = " or ".join(f"{{{concept}}}" for concept in broader)
        where = "end" if last else "begin"
        yield entry.problem("definition", f"the definition does not {where} with the superordinate concept, {wanted}")


@rule("IMS303", "broader-missing", "termbase")
def broader_missing(content: Content) -> Iterator[Problem]:
    """Find concepts without a broader one that are not on the list of roots, and roots that have one."""
    roots = content.quality.roots
    for concept in content.concepts if roots else ():
        if not concept.broader and concept.id not in roots:
            message = "no broader concept, and it is not on the list of roots in quality.yaml"
            yield content.problem(concept, "broader", message)
        elif concept.broader and concept.id in roots:
            message = (
                f"on the list of roots in quality.yaml, but '{concept.broader[0]}' is broader; one of them is wrong"
            )
            yield content.problem(concept, "broader", message)


@rule("IMS319", "basis-without-source", "termbase")
def basis_without_source(content: Content) -> Iterator[Problem]:
    """Find definitions marked as sourced or adapted that name no source."""
    for concept in content.concepts:
        if concept.basis in ("sourced", "adapted") and not concept.sources:
            message = f"the definition's basis is '{concept.basis}', and no source is given; 'own' is honest"
            yield content.problem(concept, "basis", message)


@rule("IMS321", "law-without-date", "termbase")
def law_without_date(content: Content) -> Iterator[Problem]:
    """Find concepts that rest on a law and do not say when it was last read."""
    for concept in content.concepts:
        laws = [name for name in concept.sources if (work := content.termbase.sources.get(name)) and work.legislation]
        if laws and not concept.verified:
            message = f"rests on the law '{laws[0]}' and no `verified` says when it was read"
            yield content.problem(concept, "sources", message)


RULES = (definition_circle, superordinate_missing, broader_missing, basis_without_source, law_without_date)
