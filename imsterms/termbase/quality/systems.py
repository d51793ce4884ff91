"""Rules about concept systems: definitions that lead back to themselves, superordinate concepts, roots."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ..text import Reference
from .content import Content, Flaw


def definition_circle(content: Content) -> Iterator[Flaw]:
    """Definitions that refer to each other in a circle; each circle once, in the first language that has it."""
    seen: set[tuple[str, ...]] = set()
    for wording in content.wordings:
        graph = {
            entry.id: tuple(dict.fromkeys(wording.references(entry.id, "definition"))) for entry in content.entries
        }
        for circle in _circles(graph):
            least = circle.index(min(circle))
            turned = circle[least:] + circle[:least]
            if turned in seen:
                continue
            seen.add(turned)
            way = " -> ".join((*circle, circle[0]))
            yield Flaw(circle[0], wording.language, "definition", f"the definition leads back to itself: {way}")


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


def superordinate_missing(content: Content) -> Iterator[Flaw]:
    """Definitions that do not begin with a reference to a concept that ``broader`` names."""
    for wording in content.wordings:
        for entry in content.entries:
            pieces = wording.pieces(entry.id, "definition")
            if not pieces or not entry.broader:
                continue
            first = pieces[0]
            if not isinstance(first, Reference) or first.name not in entry.broader:
                wanted = " or ".join(f"{{{one}}}" for one in entry.broader)
                message = f"the definition does not begin with the superordinate concept, {wanted}"
                yield Flaw(entry.id, wording.language, "definition", message)


def broader_missing(content: Content) -> Iterator[Flaw]:
    """Concepts without a broader one that are not on the list of roots, and roots that have one."""
    if not content.settings.roots:
        return
    for entry in content.entries:
        if not entry.broader and entry.id not in content.settings.roots:
            message = "no broader concept, and it is not on the list of roots in quality.yaml"
            yield Flaw(entry.id, content.source.language, "id", message)
        elif entry.broader and entry.id in content.settings.roots:
            message = f"a root by the list in quality.yaml, and '{entry.broader[0]}' is broader; one of them is wrong"
            yield Flaw(entry.id, content.source.language, "broader", message)


def references_differ(content: Content) -> Iterator[Flaw]:
    """Definitions that refer to other concepts than the sources' own."""
    source = content.source
    for wording, concept, _ in content.each("definition"):
        here, there = set(wording.references(concept, "definition")), set(source.references(concept, "definition"))
        lost = ", ".join(f"{{{one}}}" for one in sorted(there - here))
        added = ", ".join(f"{{{one}}}" for one in sorted(here - there))
        if lost:
            message = f"the definition lacks {lost}, which that of the sources refers to"
            yield Flaw(concept, wording.language, "definition", message)
        if added:
            message = f"the definition refers to {added}, which that of the sources does not"
            yield Flaw(concept, wording.language, "definition", message)


def basis_without_source(content: Content) -> Iterator[Flaw]:
    """Definitions that are said to be sourced or adapted, without a source."""
    for entry in content.entries:
        if entry.basis != "own" and not entry.sources:
            message = f"the definition's basis is '{entry.basis}', and no source is given; 'own' is honest"
            yield Flaw(entry.id, content.source.language, "basis", message)
