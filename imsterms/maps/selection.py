"""What is on a concept map: rows in the order of the generic trees, and the links that are not part of a tree."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..errors import UnknownConceptError, nearest
from ..facade import Glossary
from ..languages.collation import collation_key
from ..lexicon.concept import Concept
from ..lexicon.find import find
from ..termbase.model import RELATIONS, STATED

GENERIC, PARTITIVE, ASSOCIATIVE = "generic", "partitive", "associative"
SIBLINGS = 12
"""More concepts than these beside one under the same broader one would hide what a map of it is to show."""

BOXES = 80
"""As many concepts a map of one concept has before it leaves out the steps further down."""

_SYMMETRIC = frozenset(name for name, inverse in RELATIONS.items() if name == inverse)


@dataclass(frozen=True, slots=True)
class Row:
    """A concept in a tree."""

    concept: Concept
    depth: int
    parent: int = -1
    """Index of the row of the concept above, ``-1`` at the top."""
    outside: bool = False
    """Whether the concept is shown only because others are under it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that is drawn beside the trees."""

    kind: str
    source: Concept
    target: Concept
    relation: str
    """Type of the relation, read from source to target."""

    @property
    def symmetric(self) -> bool:
        """Whether the relation is read both ways."""
        return self.relation in _SYMMETRIC


@dataclass(frozen=True, slots=True)
class Group:
    """Trees that belong together: a subject field, or what surrounds one concept."""

    title: str
    rows: tuple[Row, ...]
    links: tuple[Link, ...] = ()
    """Links between rows of the group."""
    outward: tuple[Link, ...] = ()
    """Links from a row of the group (``source`` or ``target``) to a concept that is not in it."""


@dataclass(frozen=True, slots=True)
class ConceptMap:
    """A map: its groups, and the concept that it is about, if it is about one."""

    title: str
    glossary: Glossary
    groups: tuple[Group, ...]
    focus: Concept | None = None


def label(concept: Concept) -> str:
    """Return what a concept is called on a map: its term, or its id in brackets where the language has no term."""
    return str(concept.term) if concept.has_term else f"[{concept.id}]"


def concept_map(glossary: Glossary, name: str | None = None) -> ConceptMap:
    """Return the map of a subject field, of a concept (by id, or by a word for it), or of everything.

    Where a subject field and a concept have the same name, the field is meant. Raises UnknownConceptError.
    """
    fields = list(dict.fromkeys(concept.subject_field for concept in glossary.values()))
    if name is None:
        groups = tuple(_field(glossary, one, whole=True) for one in fields)
        return ConceptMap("imsterms", glossary, groups)
    if name in fields:
        group = _field(glossary, name, whole=False)
        return ConceptMap(group.title, glossary, (group,))
    if name not in glossary:
        found = find(glossary, name)
        if not found:
            names = [*glossary, *fields]
            raise UnknownConceptError(f"there is no concept and no subject field '{name[:80]}'{nearest(name, names)}")
        return _around(glossary, found[0].concept)
    return _around(glossary, glossary[name])


def _field(glossary: Glossary, name: str, *, whole: bool) -> Group:
    """Return a subject field; on a map of the whole, a link to another field is drawn where it is stated, once."""
    chosen = [concept for concept in glossary.values() if concept.subject_field == name]
    return _group(glossary, glossary.word(f"subject_field.{name}"), chosen, both_ways=not whole)


def _around(glossary: Glossary, focus: Concept) -> ConceptMap:
    """Return a concept with what is above, below and beside it, its wholes and parts, and its associations."""
    chosen = {focus.id: focus}
    for step in ("broader", "narrower"):
        level = [focus]
        while level:
            further = {one.id: one for concept in level for one in getattr(concept, step) if one.id not in chosen}
            if step == "narrower" and level != [focus] and len(chosen) + len(further) > BOXES:
                break
            chosen.update(further)
            level = list(further.values())
    for above in focus.broader:
        if len(above.narrower) <= SIBLINGS:
            chosen.update((concept.id, concept) for concept in above.narrower)
    for relation in ("part_of", "has_part"):
        for concept in focus.relations.get(relation, ()):
            chosen.setdefault(concept.id, concept)
    group = _group(glossary, label(focus), chosen.values(), both_ways=True, only=focus)
    return ConceptMap(label(focus), glossary, (group,), focus)


def _group(
    glossary: Glossary, title: str, chosen: Iterable[Concept], *, both_ways: bool, only: Concept | None = None
) -> Group:
    """Return the trees of the chosen concepts. ``only`` limits associative links to those of one concept."""
    inside = {concept.id: concept for concept in chosen}
    rows = tuple(_rows(inside, collation_key(glossary.language)))
    above = {row.concept.id: rows[row.parent].concept.id for row in rows if row.parent >= 0}
    links: list[Link] = []
    outward: list[Link] = []
    for concept in inside.values():
        for link in _links(concept, above.get(concept.id)):
            if only and link.kind == ASSOCIATIVE and only.id not in (link.source.id, link.target.id):
                continue
            (links if link.target.id in inside else outward).append(link)
        if not both_ways or (only and concept.id != only.id):
            continue
        outward += [link for link in _incoming(concept) if link.source.id not in inside]
    return Group(title, rows, tuple(links), tuple(outward))


def _rows(inside: dict[str, Concept], key: Callable[[str], tuple[str, str]]) -> Iterator[Row]:
    """Yield the concepts in tree order; one whose broader concepts are all outside comes under the first of them."""
    children: dict[str, list[Concept]] = {}
    tops: dict[str, Concept] = {}
    for concept in inside.values():
        broader = [one for one in concept.broader if one.id in inside] or list(concept.broader)
        if broader:
            children.setdefault(broader[0].id, []).append(concept)
            if broader[0].id not in inside:
                tops[broader[0].id] = broader[0]
        else:
            tops[concept.id] = concept

    def ordered(concepts: Iterable[Concept]) -> list[Concept]:
        return sorted(concepts, key=lambda one: key(label(one)))

    # those with something below them first: a tree reads better than a list with a tree in it
    stack = [(concept, 0, -1) for concept in ordered(tops.values())]
    stack.sort(key=lambda one: one[0].id not in children)
    stack.reverse()
    count = 0
    while stack:
        concept, depth, parent = stack.pop()
        yield Row(concept, depth, parent, concept.id not in inside)
        stack += [(child, depth + 1, count) for child in reversed(ordered(children.get(concept.id, ())))]
        count += 1


def _links(concept: Concept, above: str | None) -> Iterator[Link]:
    """Yield the stated relations of a concept but the one to the concept that stands above it in the tree."""
    for other in concept.broader:
        if other.id != above:
            yield Link(GENERIC, concept, other, "broader")
    for relation, targets in concept.relations.items():
        if relation in STATED:
            for target in targets:
                if relation not in _SYMMETRIC or concept.id < target.id:
                    kind = PARTITIVE if relation == "part_of" else ASSOCIATIVE
                    yield Link(kind, concept, target, relation)


def _incoming(concept: Concept) -> Iterator[Link]:
    """Yield the relations that other concepts state about this one, those of the trees left aside."""
    stated = {inverse: name for name, inverse in RELATIONS.items() if name in STATED}
    for relation, sources in concept.relations.items():
        for link in (link for source in sources if relation in stated for link in _links(source, None)):
            if link.target == concept and link.relation == stated[relation]:
                yield link
