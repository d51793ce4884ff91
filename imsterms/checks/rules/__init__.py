"""Every rule, one module for each small family.

A new rule is a function with ``@rule`` on it in one of these modules, with a page in ``pages/`` and a test that
breaks it and one that nearly does.
"""

from ..rule import rules_of
from ..text import rules as text
from . import catalogs, concepts, definitions, references, writing

RULES = (*rules_of(references, writing, concepts, definitions, catalogs), *text.RULES)
