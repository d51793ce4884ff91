"""Whether a translation names the concepts that the English text names, in forms that they have."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import nearest
from ...termbase.forms import parse_form
from .rule import message_rule, sentence_rule
from .subject import Checked, Sentence, Subject


@message_rule("IMS407", "concept-lost")
def concept_lost(checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.kind != "text":
        return
    for number, one in enumerate(checked.sentences):
        # as in msgfmt: a form for a single count may leave its number out ("en dag")
        if one.error or (number == 0 and len(checked.sentences) > 1):
            continue
        there = {reference.name for reference in one.references}
        for name in checked.named_in_english:
            if name not in there:
                yield f"{{{name}}} is lost; the English text has it"


@message_rule("IMS408", "concept-foreign")
def concept_foreign(checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.kind != "text":
        return
    foreign = {reference.name for one in checked.sentences for reference in one.references}
    for name in sorted(foreign - set(checked.named_in_english)):
        if name in subject.termbase.concepts:
            yield f"{{{name}}} is not in the English text{nearest(name, checked.named_in_english)}"


@sentence_rule("IMS409", "concept-unknown")
def concept_unknown(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    for reference in one.references:
        concept = subject.termbase.concepts.get(reference.name)
        if concept is not None and concept.replaced_by:
            yield f"{{{reference.name}}} is obsolete; '{concept.replaced_by}' replaced it"
        elif concept is None and reference.name not in checked.named_in_english:
            names = [*checked.named_in_english, *subject.termbase.concepts]
            yield f"there is no concept {{{reference.name}}}{nearest(reference.name, names)}"


@sentence_rule("IMS410", "form-unknown")
def form_unknown(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    for reference in one.references:
        known = subject.known_forms(reference.name)
        form = parse_form(reference.form)[0]
        if reference.name not in subject.termbase.concepts:
            if reference.form and reference.name in checked.named_in_english:
                yield f"the value {{{reference.name}}} has no forms; leave [{reference.form}] out"
        elif form not in known:
            yield f"there is no form '{reference.form}' in {reference}{nearest(form, known)}"


@sentence_rule("IMS411", "form-absent")
def form_absent(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    for reference in one.references:
        known = subject.known_forms(reference.name)
        form = parse_form(reference.form)[0]
        if form in known and not subject.has_form(reference.name, form):
            term = subject.records[reference.name]["forms"][""]
            yield f"'{term}' has no form '{form}' in this language; choose another form than {reference}"


RULES = (concept_lost, concept_foreign, concept_unknown, form_unknown, form_absent)
