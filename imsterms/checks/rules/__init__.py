"""Every rule, one module for each small family.

A new rule is a function with ``@rule`` on it, in ``RULES`` of its module, with a page in ``pages/`` and a test that
breaks it and one that nearly does.
"""

from __future__ import annotations

from ..rule import Rule
from . import concept_systems, definitions, designations, explanations

RULES: tuple[Rule, ...] = (
    *concept_systems.RULES,
    *definitions.RULES,
    *designations.RULES,
    *explanations.RULES,
)
