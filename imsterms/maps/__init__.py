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

from .outline import outline
from .selection import ConceptMap, Group, Link, Row, concept_map
from .svg import draw

__all__ = ["ConceptMap", "Group", "Link", "Row", "concept_map", "draw", "outline"]
