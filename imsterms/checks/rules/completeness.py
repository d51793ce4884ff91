"""Whether everything is translated, and from the English text of today."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogs.files import written
from ..content import Translated, Wording
from ..rule import Problem, rule


@rule("IMS403", "not-translated", "message")
def not_translated(message: Translated) -> Iterator[Problem]:
    # what a language has besides may be left open
    if not any(message.texts) and message.message.kind != "words":
        yield message.problem(f"'{shortened(message.message.text)}' is not translated yet")


@rule("IMS404", "needs-review", "message")
def needs_review(message: Translated) -> Iterator[Problem]:
    state = message.state
    if state == "outdated":
        previous = message.entry.previous_msgid
        why = f"; the English text was '{shortened(previous)}'" if previous else ""
        yield message.problem(f"the translation is marked fuzzy{why}; correct it and remove the mark")
    elif state == "doubted":
        yield message.problem("the translation is marked fuzzy, so it is not used; correct it and remove the mark")


@rule("IMS436", "guessed-translation", "message")
def guessed_translation(message: Translated) -> Iterator[Problem]:
    if message.state == "guessed":
        source = message.entry.previous_msgctxt or message.entry.previous_msgid or ""
        yield message.problem(
            f"a tool's guess, from the translation of '{shortened(source)}'; it is not used: translate the text and "
            "remove the mark"
        )


@rule("IMS405", "missing-form", "message")
def missing_form(message: Translated) -> Iterator[Problem]:
    if any(message.texts) and not all(message.texts):
        missing = "], [".join(str(number) for number, text in enumerate(message.texts) if not text)
        yield message.problem(f"msgstr[{missing}] is empty; write the form, or '-' where the language has none")


@rule("IMS406", "outdated-catalog", "catalog")
def outdated_catalog(catalog: Wording) -> Iterator[Problem]:
    asked = {name: one for name, one in catalog.content.messages.items() if one.asked_of(catalog.profile)}
    absent = [context for context in asked if context not in catalog.po_entries]
    if absent:
        more = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
        message = f"the message '{absent[0]}'{more} is not in the catalog yet; run 'imsterms catalog update'"
        yield catalog.entry_problem(None, message)
    for context, entry in catalog.po_entries.items():
        current = asked.get(context)
        if current is None and not catalog.content.data.lies_on(context):
            message = f"the sources have no message '{context}'; run 'imsterms catalog update', which keeps it as #~"
            yield catalog.entry_problem(entry, message)
        elif current and (entry.msgid, entry.msgid_plural or "") != (current.text, current.plural):
            message = f"the English text is now '{shortened(current.text)}'; run 'imsterms catalog update'"
            yield catalog.entry_problem(entry, message)


@rule("IMS443", "concept-deleted", "catalog")
def concept_deleted(catalog: Wording) -> Iterator[Problem]:
    concepts = catalog.content.termbase.concepts
    for entry in catalog.catalog or ():
        concept, _, field = (entry.msgctxt or "").partition(".")
        if entry.obsolete and field == "term" and concept not in concepts and written(entry):
            yield catalog.entry_problem(
                entry,
                f"the sources have no concept '{concept}' any more; a released id is permanent: write "
                f"'{concept}: {{replaced_by: ...}}'. If it was never released, remove its messages here",
            )


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}..."
