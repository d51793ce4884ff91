"""Every rule, one module for each small family.

A new rule is a function with ``@rule`` on it in one of these modules, with a page in ``pages/`` and a test that
breaks it and one that nearly does.
"""

from __future__ import annotations

from ..rule import rules_of
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

RULES = (
    *rules_of(
        references,
        characters,
        concept_systems,
        definitions,
        designations,
        explanations,
        completeness,
        forms,
        agreement,
        typography,
        markup,
        other_language,
        catalog_files,
    ),
    *text.RULES,
)
