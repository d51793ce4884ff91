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

from __future__ import annotations

from ..errors import UnknownFormatError, nearest
from ..facade import Glossary
from .outline import outline
from .selection import ConceptMap, Group, Link, Row, concept_map
from .svg import draw


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


__all__ = ["ConceptMap", "Group", "Link", "Row", "concept_map", "draw", "draw_map", "outline"]
