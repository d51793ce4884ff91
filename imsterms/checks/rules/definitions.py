"""Rules about definitions (ISO 704) and explanations: one phrase without its own term; short, and in plain words."""

import re
from collections.abc import Iterator

from ...lexicon.designation import DEPRECATED, LAY
from ...recognition.annotate import EXACT
from ...recognition.senses import Confidence
from ...termbase.text import Reference
from ..content import Entry
from ..readability import flesch_kincaid, lix, sentences
from ..rule import Problem, rule

MAX_WORDS = 30
"""More than this many words, and a definition is likely to say more than what delimits the concept."""

_WITH_ARTICLE = ("a", "the", "the plural", "a genitive", "the genitive", "the plural genitive", "the full")


@rule("IMS305", "definition-missing", "concept")
def definition_missing(entry: Entry) -> Iterator[Problem]:
    """Find concepts without a definition; what is not translated yet is for the catalog check to say."""
    if not entry.concept.definition:
        yield entry.problem("definition", "no definition")


@rule("IMS306", "definition-too-long", "entry")
def definition_too_long(entry: Entry) -> Iterator[Problem]:
    count = len(entry.readable("definition").split())
    if count > MAX_WORDS:
        message = f"the definition has {count} words; {MAX_WORDS} are enough for what delimits a concept"
        yield entry.problem("definition", message)


@rule("IMS307", "definition-not-a-phrase", "entry")
def definition_not_a_phrase(entry: Entry) -> Iterator[Problem]:
    """Find definitions that end as a sentence does, or consist of several."""
    text = entry.text("definition").rstrip()
    if text.endswith((".", "!", "?", ";", ":", ",")):
        yield entry.problem("definition", f"the definition ends in '{text[-1]}'; it is a phrase, not a sentence")
    elif re.search(r"(?<!\b[A-Z])[.!?]\s+[A-ZÆØÅ{]", text):
        yield entry.problem("definition", "the definition has more than one sentence; put the rest into a note")


@rule("IMS308", "definition-capital", "entry")
def definition_capital(entry: Entry) -> Iterator[Problem]:
    """Find definitions that begin with a capital letter only because it is the first."""
    first = _first(entry)
    if isinstance(first, Reference):
        wrong = first.form[:1].isupper()
    else:
        wrong = first[:1].isupper() and first[1:] == first[1:].lower() and len(first) > 1
    if wrong:
        yield entry.problem("definition", "the definition begins with a capital letter")


@rule("IMS309", "definition-article", "entry")
def definition_article(entry: Entry) -> Iterator[Problem]:
    """Find definitions that begin with an article, and so could not be put in the term's place."""
    first = _first(entry)
    words = _WITH_ARTICLE if isinstance(first, Reference) else entry.wording.profile.articles
    if (first.form if isinstance(first, Reference) else first).lower() in words:
        yield entry.problem("definition", "the definition begins with an article; leave it out")


def _first(entry: Entry) -> str | Reference:
    """Return the reference or the word that a definition begins with; an empty string where there is none."""
    first = next(iter(entry.sentence("definition").pieces), "")
    return first if isinstance(first, Reference) else first.partition(" ")[0]


@rule("IMS310", "own-term-in-definition", "entry")
def own_term_in_definition(entry: Entry) -> Iterator[Problem]:
    """Find definitions that use a word of their own concept, in any form that recognition knows."""
    text = entry.sentence("definition").words
    for match in entry.wording.matches(text) if entry.may_name_itself(text) else ():
        # a compound of it, such as the virus of an infection, is another word
        is_its_own = match.concept.id == entry.id and (match.kind == EXACT or match.confidence > Confidence.POSSIBLE)
        if is_its_own and match.status != DEPRECATED and match.designation.register != LAY:
            yield entry.problem("definition", f"the definition uses the concept's own word '{match.text}'")
            break


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
