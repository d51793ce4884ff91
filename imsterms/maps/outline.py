"""A concept map as text: the trees with lines, parts and associations below each concept."""

from __future__ import annotations

from collections.abc import Iterator

from ..termbase.model import RELATIONS
from .selection import ConceptMap, Group, Link, label


def outline(chart: ConceptMap) -> str:
    """Return a map as text."""
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
