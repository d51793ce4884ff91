"""Whether the file itself is right: header, duplicates, lists, and remarks to this check."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from ...errors import nearest
from ...languages.plurals import plural_forms, read_rule
from ...termbase.designation import designation_fault, parse_designation, parse_named
from ...termbase.model import NOTHING
from .rule import catalog_rule, message_rule
from .subject import Checked, Subject


@catalog_rule("IMS431", "plural-header")
def plural_header(subject: Subject) -> Iterator[tuple[polib.POEntry | None, str]]:
    header = subject.catalog.metadata.get("Plural-Forms", "")
    right = plural_forms(subject.language)
    rule = read_rule(header)
    if rule is None:
        what = f"'{header}' is no plural rule" if header else "the header has no Plural-Forms"
        yield None, f"{what}; write 'Plural-Forms: {right}'"
        return
    count, _ = rule
    if rule != read_rule(right):
        yield None, f"'{header}' is not the plural rule of '{subject.language}'; write 'Plural-Forms: {right}'"
    for entry in subject.entries.values():
        if entry.msgid_plural and entry.msgstr_plural and len(entry.msgstr_plural) != count:
            yield entry, f"{len(entry.msgstr_plural)} plural forms where the header says {count}"


@catalog_rule("IMS432", "message-duplicate")
def message_duplicate(subject: Subject) -> Iterator[tuple[polib.POEntry | None, str]]:
    for entry in subject.catalog:
        if entry.obsolete:
            continue
        first = subject.entries.get(entry.msgctxt)
        if not entry.msgctxt:
            yield entry, f"'{entry.msgid[:60]}' has no msgctxt, so nobody knows which message it translates"
        elif first is not None and first is not entry:
            yield entry, f"'{entry.msgctxt}' stands here a second time; only the first, line {first.linenum}, counts"


@message_rule("IMS433", "list-malformed")
def list_malformed(checked: Checked, subject: Subject) -> Iterator[str]:
    field = checked.message.field
    if checked.message.kind != "list" or not checked.texts[0]:
        return
    lines = checked.texts[0].strip().split("\n")
    for line in lines:
        line = line.strip()
        if line == NOTHING:
            if len(lines) > 1:
                yield "'-' means that there is nothing, yet there are other lines; take the '-' away"
        elif not line:
            yield "an empty line in a list; one designation a line"
        elif field == "term.more":
            if parse_named(line) == ("", ""):
                yield f"'{line}' is not 'name: form', such as 'compound: nåle'"
        else:
            yield from _designation(line, field)


def _designation(line: str, field: str) -> Iterator[str]:
    """Yield what is wrong with ``word | form | form # reason``."""
    designation = parse_designation(line)
    forms, reason = designation["forms"], designation["reason"]
    if fault := designation_fault(line):
        yield fault
    elif field == "deprecated" and not reason:
        yield f"'{forms[0]}' is deprecated without a reason; write '{line} # why'"
    elif field != "deprecated" and reason:
        yield f"'{line}': only a deprecated word has a reason; a note belongs into the notes"
    elif len(set(forms) - {NOTHING}) < len(forms) - forms.count(NOTHING) and field == "variants":
        yield f"'{line}' gives the same form twice"


def ignored(entry: polib.POEntry) -> tuple[dict[str, str], list[str]]:
    """Return the rules that a translator's comment sets aside, each with the reason, and the remarks it got wrong.

    A remark is a comment line ``# imsterms: ignore rule-name: reason``.
    """
    rules: dict[str, str] = {}
    wrong: list[str] = []
    for line in entry.tcomment.split("\n"):
        _, mark, remark = line.partition("imsterms:")
        if not mark:
            continue
        found = re.fullmatch(r"\s*ignore\s+([A-Za-z0-9-]+)\s*(?::|\(|\s-)?\s*(.*?)\)?\s*", remark)
        if found is None:
            wrong.append(line.strip())
        else:
            rules[found[1].lower()] = found[2]
    return rules, wrong


@catalog_rule("IMS434", "remark-malformed")
def remark_malformed(subject: Subject) -> Iterator[tuple[polib.POEntry | None, str]]:
    from . import RULES as EVERY  # the registry holds this rule too

    names = {name for rule in EVERY for name in (rule.name, rule.code.lower())}
    for entry in subject.entries.values():
        if "imsterms:" not in entry.tcomment:
            continue
        rules, wrong = ignored(entry)
        for line in wrong:
            yield entry, f"'{line}' is no remark to this check; write 'imsterms: ignore rule-name: reason'"
        for name, reason in rules.items():
            if name not in names:
                yield entry, f"there is no rule '{name}'{nearest(name, names)}"
            elif not reason:
                yield entry, f"'ignore {name}' has no reason; write 'imsterms: ignore {name}: why'"


RULES = (plural_header, message_duplicate, list_malformed, remark_malformed)
