"""The rules about running text, a module for each small family; a rule has ``@rule`` on it and a page in ``5xx.md``."""

from ...rule import rules_of
from . import bilingual, compounds, designations, misspelt, references, wrong_language

RULES = rules_of(designations, compounds, wrong_language, misspelt, bilingual, references)
