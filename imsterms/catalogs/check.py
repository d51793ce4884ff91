"""Check catalogs: every rule on every message, and what a translator has marked as meant left out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

import polib

from ..findings import Finding
from ..termbase.model import Termbase
from .files import catalogs, no_catalogs, read_catalog
from .messages import extract
from .rules import RULES, CatalogRule, MessageRule
from .rules.structure import ignored
from .rules.subject import Subject


def check(
    termbase: Termbase,
    locales: str,
    *,
    languages: Collection[str] = (),
    skip: Collection[str] = (),
    root: str | None = None,
) -> list[Finding]:
    """Return what is wrong with the catalogs below ``locales``, or those of ``languages``, in order of place.

    ``skip`` names rules to leave out, by name or code; ``root`` is what paths are relative to. Raises CatalogError
    where a file is no catalog.
    """
    subjects = read_subjects(termbase, locales, languages=languages, root=root)
    return sorted(finding for subject in subjects for finding in check_subject(subject, skip=skip))


def read_subjects(
    termbase: Termbase, locales: str, *, languages: Collection[str] = (), root: str | None = None
) -> list[Subject]:
    """Return the catalogs below ``locales``, ready to be checked. Raises CatalogError."""
    found: dict[str, tuple[str, polib.POFile]] = {}
    for language, path in catalogs(locales):
        shown = os.path.relpath(path, root).replace(os.sep, "/") if root else path
        found[language] = shown, read_catalog(path, shown)
    if not found:
        raise no_catalogs(locales)
    asked = extract(termbase)
    everything = {language: catalog for language, (_, catalog) in found.items()}
    return [
        Subject(language, path, catalog, termbase, asked, {k: v for k, v in everything.items() if k != language})
        for language, (path, catalog) in found.items()
        if not languages or language in languages
    ]


def check_subject(subject: Subject, *, skip: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what is wrong with one catalog."""
    rules = [rule for rule in RULES if rule.name not in skip and rule.code not in skip]

    def found(entry: polib.POEntry | None, rule: MessageRule | CatalogRule, sentence: str) -> Iterator[Finding]:
        meant = ignored(entry)[0] if entry is not None and "imsterms:" in entry.tcomment else {}
        if meant.get(rule.name) or meant.get(rule.code.lower()):  # without a reason the remark does not count
            return
        line = entry.linenum if entry is not None else 1
        message = subject.messages.get(entry.msgctxt or "") if entry is not None else None
        concept, field = (message.concept, message.field) if message and message.concept else (None, "")
        field = field or (entry.msgctxt or "" if entry is not None else "")
        yield Finding(subject.path, line or 1, rule.code, rule.name, sentence, concept, field, subject.language)

    message_rules = [rule for rule in rules if isinstance(rule, MessageRule)]
    for rule in rules:
        if isinstance(rule, CatalogRule):
            for entry, sentence in rule.check(subject):
                yield from found(entry, rule, sentence)
    for checked in subject.checked():
        for message_rule in message_rules:
            for sentence in message_rule.check(checked, subject):
                yield from found(checked.entry, message_rule, sentence)
