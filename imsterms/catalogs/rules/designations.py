"""Whether each term names one concept, and texts use the preferred one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import polib

from ...termbase.forms import base_form
from .rule import catalog_rule, message_rule, sentence_rule
from .subject import ADMITTED, DEPRECATED, GAP, Checked, Sentence, Subject

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")


@catalog_rule("IMS415", "term-shared")
def term_shared(subject: Subject) -> Iterator[tuple[polib.POEntry | None, str]]:
    first: dict[str, str] = {}
    for concept, record in subject.records.items():
        term = base_form(record)
        other = first.setdefault(term.casefold(), concept)
        if other != concept:
            entry = subject.entry(other, "term")
            place = f" (line {entry.linenum})" if entry is not None else ""
            yield (
                subject.entry(concept, "term"),
                f"'{term}' is the term of {other} too{place}; tell them apart",
            )


@message_rule("IMS416", "designation-repeated")
def designation_repeated(checked: Checked, subject: Subject) -> Iterator[str]:
    concept, field = checked.message.concept, checked.message.field
    if field not in ("admitted", "deprecated") or concept not in subject.records:
        return
    record = subject.records[concept]
    elsewhere = {base_form(record).casefold(): "the preferred term"}
    if field == "deprecated":
        elsewhere |= {one["forms"][0].casefold(): "an admitted term" for one in record.get("admitted", ())}
    seen: set[str] = set()
    lists = {"admitted": record.get("admitted", []), "deprecated": record.get("deprecated", [])}
    for designation in lists[field]:
        word = designation["forms"][0]
        key = word.casefold()
        if key in elsewhere:
            yield f"'{word}' is {elsewhere[key]} already"
        elif key in seen:
            yield f"'{word}' stands here twice"
        seen.add(key)


@sentence_rule("IMS417", "deprecated-term")
def deprecated_term(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.field == "notes":  # they are where words are talked about
        return
    english = checked.message.text.lower()
    for word, meanings in subject.designations.find(unquoted(one.words)):
        # a word that the English text has too ("stress of the mind") is not the deprecated term
        if all(status == DEPRECATED for _, status in meanings) and word.lower() not in english:
            concept = meanings[0][0]
            term = subject.records[concept]["forms"][""]
            yield f"'{word}' is not to be used; the term is '{term}', in a text {{{concept}}}"


@sentence_rule("IMS418", "admitted-term")
def admitted_term(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.field == "notes":
        return
    named = Counter(reference.name for english in checked.english[:1] for reference in english.references)
    named.subtract(reference.name for reference in one.references)
    for word, meanings in subject.designations.find(unquoted(one.words)):
        for concept, status in meanings:
            # a second mention may be in other words; one that takes a reference's place may not
            if status == ADMITTED and named[concept] > 0:
                yield f"'{word}' stands for {{{concept}}}, which the English text names; use the reference"


def unquoted(words: str) -> str:
    """Return a text without what stands in quotation marks: there, words are mentioned and not used."""
    return _QUOTED.sub(GAP, words)


RULES = (term_shared, designation_repeated, deprecated_term, admitted_term)
