"""Whether a catalog is right as a file, complete, and made from the English text of today."""

from collections.abc import Iterator

from ...catalogs.files import written
from ...catalogs.messages import KINDS
from ...catalogs.review import faults
from ...catalogs.words import read_words
from ...languages.plurals import plural_forms, read_rule
from ...languages.tags import match
from ...termbase.model import NOTHING
from ..content import Translated, Wording
from ..remarks import remarks_of
from ..rule import Problem, rule


@rule("IMS431", "plural-header", "catalog")
def plural_header(catalog: Wording) -> Iterator[Problem]:
    assert catalog.catalog is not None
    header = catalog.catalog.metadata.get("Plural-Forms", "")
    right = plural_forms(catalog.language)
    counting = read_rule(header)
    if counting is None:
        what = f"'{header}' is not a valid plural rule" if header else "the header has no Plural-Forms"
        yield catalog.entry_problem(None, f"{what}; write 'Plural-Forms: {right}'")
        return
    if counting != read_rule(right):
        message = f"'{header}' is not the plural rule of '{catalog.language}'; write 'Plural-Forms: {right}'"
        yield catalog.entry_problem(None, message)
    count, _ = counting
    for entry in catalog.po_entries.values():
        given = [f"msgstr[{number}]" for number in sorted(entry.msgstr_plural)] or ["msgstr"]
        right_ones = [f"msgstr[{number}]" for number in range(count)] if entry.msgid_plural else ["msgstr"]
        if len(given) != len(right_ones) and entry.msgid_plural and entry.msgstr_plural:
            yield catalog.entry_problem(entry, f"{len(given)} plural forms where the header says {count}")
        elif wrong := next((name for name in given if name not in right_ones), ""):
            yield catalog.entry_problem(entry, f"'{wrong}' where the message needs {', '.join(right_ones)}")


@rule("IMS440", "language-header", "catalog")
def language_header(catalog: Wording) -> Iterator[Problem]:
    assert catalog.catalog is not None
    said = catalog.catalog.metadata.get("Language", "")
    # tags name a script in many ways: zh_TW is zh-Hant, sr@latin is sr-Latn
    has_script = "@" in said or any(len(part) == 4 for part in catalog.language.split("-"))
    if said and match(said, [catalog.language]) is None and not has_script:
        right = catalog.language.replace("-", "_")
        message = f"the header says 'Language: {said}' in the folder '{right}'; write 'Language: {right}'"
        yield catalog.entry_problem(None, message)


@rule("IMS432", "message-duplicate", "catalog")
def message_duplicate(catalog: Wording) -> Iterator[Problem]:
    assert catalog.catalog is not None
    for entry in catalog.catalog:
        if entry.obsolete:
            continue
        first = catalog.po_entries.get(entry.msgctxt)
        if not entry.msgctxt:
            message = f"'{entry.msgid[:60]}' has no msgctxt, so nothing says which message it translates"
            yield catalog.entry_problem(entry, message)
        elif first is not None and first is not entry:
            yield catalog.entry_problem(entry, f"the message is repeated; only the first, line {first.linenum}, counts")


@rule("IMS433", "list-malformed", "message", "words")
def list_malformed(message: Translated) -> Iterator[Problem]:
    words = read_words(message.texts[0], message.wording.language)
    yield from map(message.problem, words.faults)
    for designations in words.lists.values():
        for designation in designations:
            forms = [form for form in designation["forms"] if form != NOTHING]
            for form in forms:
                if mark := next((mark for mark in (";", ", ") if mark in form), ""):
                    yield message.problem(f"'{mark.strip()}' in '{form}'; write each word on a line of its own")


@rule("IMS434", "remark-malformed", "catalog")
def remark_malformed(catalog: Wording) -> Iterator[Problem]:
    for entry in catalog.po_entries.values():
        for remark in remarks_of(entry.tcomment):
            if remark.fault:
                yield catalog.entry_problem(entry, remark.fault)
        for line in faults(entry.tcomment):
            command = f"imsterms catalog review {catalog.language} {entry.msgctxt} --by PERSON"
            yield catalog.entry_problem(entry, f"'{line[:60]}' is not a review; '{command}' writes one")


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
        if len(absent) > len(KINDS) and absent == list(asked)[-len(absent) :]:  # more than those of a new concept
            message = (
                f"the catalog ends before '{absent[0]}', {len(absent)} messages too early; if it has been cut short, "
                "bring back the whole file, else run 'imsterms catalog update'"
            )
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
