"""The rules of ``imsterms catalog check``: one function each, in a module of its kind.

A new rule is a function with ``message_rule``, ``sentence_rule`` or ``catalog_rule`` on it, its name in ``RULES`` of
its module, a page in ``imsterms/rules/4xx.md``, and a test with a catalog that breaks it and one that nearly does.
"""

from __future__ import annotations

from . import (
    agreement,
    completeness,
    definitions,
    designations,
    forms,
    markup,
    references,
    spelling,
    structure,
    typography,
)
from .rule import CatalogRule, MessageRule

__all__ = ["RULES", "CatalogRule", "MessageRule"]

RULES: tuple[MessageRule | CatalogRule, ...] = (
    *completeness.RULES,
    *references.RULES,
    *forms.RULES,
    *designations.RULES,
    *agreement.RULES,
    *spelling.RULES,
    *typography.RULES,
    *markup.RULES,
    *definitions.RULES,
    *structure.RULES,
)
"""Every rule, in the order of the codes."""
