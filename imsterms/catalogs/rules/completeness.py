"""Whether everything is translated, and for the English text of today."""

from __future__ import annotations

from collections.abc import Iterator

import polib

from .rule import catalog_rule, message_rule
from .subject import Checked, Subject


@message_rule("IMS403", "not-translated")
def not_translated(checked: Checked, subject: Subject) -> Iterator[str]:
    if not any(checked.texts):
        yield f"'{shortened(checked.message.text)}' is not translated yet"


@message_rule("IMS404", "needs-review")
def needs_review(checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.entry.fuzzy and any(checked.texts):
        previous = checked.entry.previous_msgid
        why = f"; the English text was '{shortened(previous)}'" if previous else ""
        yield f"the translation is marked fuzzy{why}; put it right and take the mark away"


@message_rule("IMS405", "missing-form")
def missing_form(checked: Checked, subject: Subject) -> Iterator[str]:
    if any(checked.texts) and not all(checked.texts):
        missing = [str(number) for number, text in enumerate(checked.texts) if not text]
        yield f"msgstr[{'], ['.join(missing)}] is empty; write the form, or '-' where the language has none"


@catalog_rule("IMS406", "outdated-catalog")
def outdated_catalog(subject: Subject) -> Iterator[tuple[polib.POEntry | None, str]]:
    absent = [context for context in subject.messages if context not in subject.entries]
    if absent:
        more = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
        yield None, f"the message '{absent[0]}'{more} is not in the catalog yet; run 'imsterms catalog update'"
    for context, entry in subject.entries.items():
        message = subject.messages.get(context)
        if message is None:
            yield entry, f"the sources have no message '{context}'; run 'imsterms catalog update', which keeps it as #~"
        elif (entry.msgid, entry.msgid_plural or "") != (message.text, message.plural):
            now = shortened(message.text)
            yield entry, f"the English text is now '{now}'; run 'imsterms catalog update'"


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}..."


RULES = (not_translated, needs_review, missing_form, outdated_catalog)
