"""Whether a definition says what its concept is without saying its name."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import sentence_rule
from .subject import DEPRECATED, OTHER, Checked, Sentence, Subject, sentence


@sentence_rule("IMS429", "definition-circular")
def definition_circular(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    concept = checked.message.concept
    if checked.message.field != "definition":
        return
    for name in dict.fromkeys(reference.name for reference in one.references):
        if name == concept:
            yield f"the definition refers to {{{concept}}}, which it is to define"
        elif name not in checked.named_in_english and concept in _named(subject, name):
            yield f"the definition refers to {{{name}}}, whose definition refers back to {{{concept}}}"


def _named(subject: Subject, concept: str) -> set[str]:
    """Return the concepts that the definition of a concept refers to in this language."""
    texts = subject.texts(concept, "definition")
    return {reference.name for text in texts for reference in sentence(text).references}


@sentence_rule("IMS430", "definition-repeats-term")
def definition_repeats_term(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.field != "definition":
        return
    for word, meanings in subject.designations.find(one.words):
        own = [status for concept, status in meanings if concept == checked.message.concept]
        if any(status not in (DEPRECATED, OTHER) for status in own):
            yield f"the definition uses '{word}', which it is to define; say what it is in other words"


RULES = (definition_circular, definition_repeats_term)
