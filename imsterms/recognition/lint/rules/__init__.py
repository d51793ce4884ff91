"""The rules about running text (IMS5xx), one module each."""

from __future__ import annotations

from . import (
    abbreviation_not_introduced,
    admitted_word,
    claim_word,
    deprecated_word,
    inconsistent_terms,
    missing_hyphen,
    split_compound,
    wrong_capitals,
    wrong_language,
)

RULES = (
    deprecated_word.RULE,
    admitted_word.RULE,
    split_compound.RULE,
    missing_hyphen.RULE,
    wrong_language.RULE,
    inconsistent_terms.RULE,
    abbreviation_not_introduced.RULE,
    wrong_capitals.RULE,
    claim_word.RULE,
)
"""Every rule, in the order of the codes."""
