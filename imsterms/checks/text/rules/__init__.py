"""The rules about running text, one module each: a function with ``@rule`` on it and, in ``pages/5xx.md``, its page."""

from __future__ import annotations

from ...rule import Rule
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

RULES: tuple[Rule, ...] = (
    deprecated_word.deprecated_word,
    admitted_word.admitted_word,
    split_compound.split_compound,
    split_compound.split_reference,
    missing_hyphen.missing_hyphen,
    missing_hyphen.hyphen_after_reference,
    wrong_language.wrong_language,
    wrong_language.wrong_words,
    wrong_language.wrong_plural,
    wrong_capitals.wrong_capitals,
    claim_word.claim_word,
    claim_word.claim_in_definition,
    bilingual.term_not_translated,
    bilingual.other_term,
    misspelt_term.misspelt_term,
    references.reference_to_no_concept,
    references.reference_to_no_form,
    remark_malformed.remark_malformed,
)
"""Every rule, in the order of the codes."""
