"""Concept maps in the manner of ISO 704: generic relations are trees, partitive ones rakes, associative ones arrows.

``concept_map`` chooses what is on a map, of a concept, a subject field or everything; ``draw`` makes an SVG of it and
``outline`` a text. Nothing but Python is needed for either.

>>> import imsterms
>>> print(outline(concept_map(imsterms.glossary("nb"), "trigger_point")), end="")  # doctest: +ELLIPSIS
triggerpunkt
============
egenskap
└─ klinisk kjennetegn
   └─ funn
      └─ ømt punkt
         ├─ ashi-punkt
...
"""

from collections.abc import Iterator

from ..errors import UnknownFormatError, nearest
from ..facade import Glossary
from ..termbase.model import RELATIONS
from .selection import ConceptMap, Group, Link, Row, concept_map, label
from .svg import draw

__all__ = ["ConceptMap", "Group", "Link", "Row", "concept_map", "draw", "draw_map", "outline"]


def draw_map(glossary: Glossary, name: str | None = None, *, format: str = "text", link: str | None = None) -> str:
    """Return a map of a concept, a subject field or everything, as ``text`` or as a drawing, ``svg``.

    In a drawing, concepts lead to ``link``, a URL with ``{id}`` in it. Raises UnknownConceptError, UnknownFormatError.

    >>> import imsterms
    >>> draw_map(imsterms.glossary("nb"), "equipment").splitlines()[0]
    'utstyr og materiell'
    """
    if format not in ("text", "svg"):
        raise UnknownFormatError(f"a map is text or svg, not '{format}'{nearest(str(format), ('text', 'svg'))}")
    chart = concept_map(glossary, name)
    return outline(chart) if format == "text" else draw(chart, link=link)


def outline(chart: ConceptMap) -> str:
    """Return a map as text: the trees with lines, parts and associations below each concept."""
    return "\n".join("\n".join(_group(chart, group)) + "\n" for group in chart.groups)


def _group(chart: ConceptMap, group: Group) -> Iterator[str]:
    yield group.title
    yield "=" * len(group.title)
    beside: dict[str, list[str]] = {}
    inside = {row.concept.id for row in group.rows if not row.outside}
    for link in (*group.links, *group.outward):
        if link.source.id in inside:
            beside.setdefault(link.source.id, []).append(_line(chart, link, turned=False))
        if link.target.id in inside and (link.symmetric or link.source.id not in inside):
            beside.setdefault(link.target.id, []).append(_line(chart, link, turned=True))
    last = {row.parent: index for index, row in enumerate(group.rows)}  # the last child of each row
    prefixes: list[str] = []
    for index, row in enumerate(group.rows):
        prefix = branch = ""
        if row.parent >= 0:
            is_last = last[row.parent] == index
            branch = prefixes[row.parent] + ("└─ " if is_last else "├─ ")
            prefix = prefixes[row.parent] + ("   " if is_last else "│  ")
        prefixes.append(prefix)
        name = label(row.concept)
        yield branch + (f"({name})" if row.outside else name)
        stem = "│  " if index in last else "   "
        for line in beside.get(row.concept.id, ()):
            yield prefix + stem + line


def _line(chart: ConceptMap, link: Link, *, turned: bool) -> str:
    """Return a link as a line below its concept, in the words of the language."""
    relation = RELATIONS[link.relation] if turned else link.relation
    other = link.source if turned else link.target
    arrow = "↔" if link.symmetric else {"generic": "—", "partitive": "⊏"}.get(link.kind, "←" if turned else "→")
    if turned and link.kind == "partitive":
        arrow = "⊐"
    return f"{arrow} {chart.glossary.word(f'relation.{relation}')}: {label(other)}"
