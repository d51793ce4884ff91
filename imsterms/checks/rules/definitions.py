"""Rules about the wording of definitions (ISO 704): one phrase, without its own term and without a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lexicon.designation import DEPRECATED, LAY
from ...termbase.text import Reference
from ..content import Entry
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
        if match.concept.id == entry.id and match.status != DEPRECATED and match.designation.register != LAY:
            yield entry.problem("definition", f"the definition uses the concept's own word '{match.text}'")
            break
