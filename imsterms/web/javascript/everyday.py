"""Which concepts adults know, by a list and the frequency of words: the script for web pages does not explain those."""

from ...facade import Glossary
from ...languages.tags import SOURCE
from ...languages.word_lists import word_lists
from . import beside


def everyday_concepts(glossary: Glossary) -> set[str]:
    """Return the ids of the concepts that are everyday knowledge, in whatever language they are named.

    Those are concepts whose English term is a common word of texts of every kind (price), those that everyday.txt
    lists, and those of which the term is made of their terms (knee pain).

    >>> import imsterms
    >>> everyday = everyday_concepts(imsterms.glossary("nb"))
    >>> [concept in everyday for concept in ("treatment", "knee_pain", "trigger_point")]
    [True, True, False]
    """
    listed = _words("everyday.txt")
    lists = word_lists(SOURCE)
    common = lists.frequent | lists.less_frequent
    english = glossary.in_language(SOURCE)
    terms = {concept_id: concept.term.lower() for concept_id, concept in english.items() if concept.has_term}
    everyday = {concept_id for concept_id, term in terms.items() if term in common or concept_id in listed}
    parts = {terms[concept_id] for concept_id in everyday}
    everyday |= {concept_id for concept_id, term in terms.items() if all(word in parts for word in term.split())}
    return {concept_id for concept_id in everyday if f"-{concept_id}" not in listed}


def _words(name: str) -> frozenset[str]:
    lines = beside(name).decode("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
