"""Rules about explanations for patients: present, short, and in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Entry
from ..readability import flesch_kincaid, lix, sentences
from ..rule import Problem, rule

MAX_SENTENCES = 2
WITH_ADVICE = 4
"""Sentences where the explanation also says what to do: safety, and currents that some must not have."""

_WORD = re.compile(r"[\w-]+")

MEASURES = {"lix": ("LIX", lix), "flesch_kincaid": ("Flesch-Kincaid grade", flesch_kincaid)}
"""How hard a text is to read, by the name that a language's profile has for the measure."""


@rule("IMS315", "explanation-missing", "concept")
def explanation_missing(entry: Entry) -> Iterator[Problem]:
    """Find concepts without an explanation; what is not translated yet is for the catalog check to say."""
    if not entry.concept.explanation:
        yield entry.problem("explanation", "no explanation for patients")


@rule("IMS316", "explanation-too-long", "entry")
def explanation_too_long(entry: Entry) -> Iterator[Problem]:
    count = sentences(entry.readable("explanation"), entry.wording.profile.closing)
    advises = entry.concept.subject_field == "safety" or "advice" in entry.concept.lines
    most = WITH_ADVICE if advises else MAX_SENTENCES
    if count > most:
        yield entry.problem("explanation", f"the explanation has {count} sentences; {most} are enough")


@rule("IMS317", "explanation-not-a-sentence", "entry")
def explanation_not_a_sentence(entry: Entry) -> Iterator[Problem]:
    text = entry.readable("explanation").strip()
    if text and (
        text[:1] != text[:1].upper() or not text.endswith(tuple(entry.wording.profile.closing.replace("…", "")))
    ):
        message = "the explanation is read aloud to a patient: a whole sentence, with a capital and a full stop"
        yield entry.problem("explanation", message)


@rule("IMS318", "explanation-hard", "entry")
def explanation_hard(entry: Entry) -> Iterator[Problem]:
    """Find explanations that are hard to read, their own term aside."""
    if not entry.text("explanation"):
        return
    profile = entry.wording.profile
    if profile.readability not in MEASURES:
        return
    name, measure = MEASURES[profile.readability]
    value, limit = measure(_without_own_term(entry)), profile.readability_limit
    if value > limit:
        message = f"the explanation has {name} {value:.1f}; at most {limit:g} is plain to most readers"
        yield entry.problem("explanation", message)


def _without_own_term(entry: Entry) -> str:
    """Return an explanation with a short word where it uses the concept's own term."""
    text = entry.readable("explanation")
    folded = text.casefold()
    own = sorted((word for word in entry.own_words if word.casefold() in folded), key=len, reverse=True)
    if not own:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)", "it", text, flags=re.IGNORECASE)


@rule("IMS322", "advice-without-signs", "entry")
def advice_without_signs(entry: Entry) -> Iterator[Problem]:
    """Find texts that say whom to call, of a concept whose signs are not data."""
    concept = entry.concept
    if concept.advice or "contraindication" in concept.facts or concept.subject_field == "safety":
        return
    help_words = entry.wording.profile.help_words
    for field in ("explanation", "notes"):
        if said := help_words.intersection(_WORD.findall(entry.readable(field).casefold())):
            message = f"the text says whom to call ('{min(said)}'); name the signs under `advice` instead"
            yield entry.problem(field, message)
