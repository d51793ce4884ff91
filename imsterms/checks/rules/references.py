"""Whether a translation names the concepts that the English text names, in forms that they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ...errors import nearest
from ...termbase.forms import parse_form
from ...termbase.model import TEXTS
from ...termbase.text import Reference
from ..content import Entry, Translated, Wording
from ..rule import Problem, rule


def _wrong(message: Translated, code: str) -> Iterator[Problem]:
    """Find what is wrong with references in translations, as in the sources."""
    for fault, sentence in message.reference_faults:
        if fault == code:
            yield message.problem(sentence)


unknown_concept, unknown_form, obsolete_target = (
    rule(code, name, "message", "text", "notes", sign=r"\{")(partial(_wrong, code=code))
    for code, name in (("IMS101", "unknown-concept"), ("IMS106", "unknown-form"), ("IMS205", "obsolete-target"))
)


@rule("IMS304", "references-differ", "message", "text", sign=r"\{")
def references_differ(message: Translated) -> Iterator[Problem]:
    """Find translations that lose a concept or a value of the English text, or add a concept."""
    for number, sentence in enumerate(message.sentences):
        # as in msgfmt: a form for a single count may leave its number out ("en dag")
        if sentence.error or (number == 0 and len(message.sentences) > 1):
            continue
        named = {name for reference in sentence.references for name in (reference.name, reference.counted_by)}
        for name in message.asked:
            if name not in named:
                yield message.problem(f"{{{name}}} is missing; the English text has it")
    for name in sorted({reference.name for reference in message.references} - set(message.asked)):
        if name in message.wording.content.termbase.concepts:
            yield message.problem(f"{{{name}}} is not in the English text{nearest(name, message.asked)}")


@rule("IMS411", "form-absent", "message", "text", "notes", sign=r"\{")
def form_absent(message: Translated) -> Iterator[Problem]:
    for sentence in _absent(message.wording, message.references):
        yield message.problem(sentence)


@rule("IMS411", "form-absent", "concept")
def form_absent_in_sources(entry: Entry) -> Iterator[Problem]:
    """Find the same in the sources themselves, whose texts are not messages."""
    for field in (*TEXTS, "notes"):
        for sentence in _absent(entry.wording, entry.sentence(field).references):
            yield entry.problem(field, sentence)


def _absent(wording: Wording, references: Iterable[Reference]) -> Iterator[str]:
    for reference in references:
        form = parse_form(reference.form)[0]
        if form in wording.form_names(reference.name) and not wording.has_form(reference.name, form):
            term = wording.entry(reference.name).term
            yield f"'{term}' has no form '{form}' in this language; choose another form than {reference}"
