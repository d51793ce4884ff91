"""Every rule, one module for each small family.

A new rule is a function with ``@rule`` on it, in ``RULES`` of its module, with a page in ``pages/`` and a test that
breaks it and one that nearly does.
"""

from __future__ import annotations

from ..rule import Rule
from ..text import rules as text
from . import (
    agreement,
    catalog_files,
    characters,
    completeness,
    concept_systems,
    definitions,
    designations,
    explanations,
    forms,
    markup,
    other_language,
    references,
    typography,
)

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *characters.RULES,
    *concept_systems.RULES,
    *definitions.RULES,
    *designations.RULES,
    *explanations.RULES,
    *completeness.RULES,
    *forms.RULES,
    *agreement.RULES,
    *typography.RULES,
    *markup.RULES,
    *other_language.RULES,
    *catalog_files.RULES,
    *text.RULES,
)
