"""The rules about running text, one module each: a function with ``@rule`` on it and, in ``pages/5xx.md``, its page."""

from __future__ import annotations

from ...rule import rules_of
from . import (
    admitted_word,
    bilingual,
    claim_word,
    deprecated_word,
    missing_hyphen,
    misspelt_term,
    references,
    remark_malformed,
    split_compound,
    wrong_capitals,
    wrong_language,
)

RULES = rules_of(
    deprecated_word,
    admitted_word,
    split_compound,
    missing_hyphen,
    wrong_language,
    wrong_capitals,
    claim_word,
    bilingual,
    misspelt_term,
    references,
    remark_malformed,
)
"""Every rule, in the order of the codes."""
