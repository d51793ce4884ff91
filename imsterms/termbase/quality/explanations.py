"""Rules about explanations for patients: there, short, and in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .content import Content, Flaw, Wording
from .readability import flesch_kincaid, lix, sentences

MAX_SENTENCES = 2
MAX_LIX = 40
MAX_GRADE = 8


def explanation_missing(content: Content) -> Iterator[Flaw]:
    """Concepts without an explanation; what is not translated yet is for the catalog check to say."""
    for entry in content.entries:
        if not entry.explanation:
            yield Flaw(entry.id, content.source.language, "id", "no explanation for patients")


def explanation_too_long(content: Content) -> Iterator[Flaw]:
    """Explanations of more than two sentences."""
    for wording, concept, _ in content.each("explanation"):
        count = sentences(wording.readable(concept, "explanation"))
        if count > MAX_SENTENCES:
            message = f"the explanation has {count} sentences; {MAX_SENTENCES} are enough"
            yield Flaw(concept, wording.language, "explanation", message)


def explanation_not_a_sentence(content: Content) -> Iterator[Flaw]:
    """Explanations that do not begin with a capital letter or end as a sentence does."""
    for wording, concept, _ in content.each("explanation"):
        text = wording.readable(concept, "explanation").strip()
        if text[:1] != text[:1].upper() or not text.endswith((".", "!", "?")):
            message = "the explanation is read aloud to a patient: a whole sentence, with a capital and a full stop"
            yield Flaw(concept, wording.language, "explanation", message)


def explanation_hard(content: Content) -> Iterator[Flaw]:
    """Explanations that are hard to read, their own term aside."""
    for wording, concept, _ in content.each("explanation"):
        text = _without_own_term(wording, concept)
        if wording.language == "en":
            name, value, limit = "Flesch-Kincaid grade", flesch_kincaid(text), MAX_GRADE
        elif wording.language in ("nb", "nn"):
            name, value, limit = "LIX", lix(text), MAX_LIX
        else:
            continue  # neither measure is meant for other languages
        if value > limit:
            message = f"the explanation has {name} {value:.1f}; at most {limit} is plain to most readers"
            yield Flaw(concept, wording.language, "explanation", message)


def _without_own_term(wording: Wording, concept: str) -> str:
    """Return an explanation with a short word where it uses the concept's own term."""
    text = wording.readable(concept, "explanation")
    folded = text.casefold()
    own = sorted((word for word in wording.own_words(concept) if word.casefold() in folded), key=len, reverse=True)
    if not own:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)", "it", text, flags=re.IGNORECASE)
