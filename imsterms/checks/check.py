"""Check a termbase and its translations: which rules look at what."""

import os
from collections.abc import Collection, Container, Iterator

from ..errors import CatalogError, FileError
from ..findings import Finding
from ..termbase.source import read_sources
from .content import Content, Make, Translated, Wording, read_content
from .engine import Accepted, run
from .prose import Prose
from .quality import read_quality
from .remembered import Remember, anew, part_of
from .rule import Rule, Scope
from .rules import RULES

_TERMINOLOGY: tuple[Scope, ...] = ("language", "concept", "entry")
TERMINOLOGY = tuple(rule for rule in RULES if rule.scope in _TERMINOLOGY or rule.code < "IMS4")
"""The rules of ``imsterms check``: references, the model, and good terminology, in every language."""


def check_sources(
    folder: str | os.PathLike[str],
    known: Container[str],
    make: Make,
    locales: str | os.PathLike[str] | None,
    root: str | None,
) -> list[Finding]:
    """Return what ``imsterms.check`` returns. ``known`` are the concepts of the termbase that this one lies on, if it
    does, and ``make`` makes its data."""
    path = os.fspath(folder)
    if not os.path.isdir(path):
        raise FileError(f"{path} is not a folder; a termbase is a folder with concepts/*.yaml")
    root = path if root is None else root
    termbase, findings = read_sources(path, root=root, known=known)
    findings += make(termbase, {}, "").wrong()
    quality = read_quality(path, findings, root=root)
    try:
        catalogs = os.path.join(path, "locales") if locales is None else os.fspath(locales)
        findings += check_terminology(read_content(termbase, catalogs, quality, root=root, make=make))
    except CatalogError as error:
        findings += error.findings
    return findings


def check_terminology(content: Content) -> list[Finding]:
    """Return what the rules about terminology find, in every language of a termbase."""
    subjects = {
        "concept": content.source.entries,
        "language": content.wordings,
        "entry": [entry for wording in content.wordings for entry in wording.entries],
        "message": [message for wording in content.wordings for message in wording.translated],
    }
    accepted = Accepted([*content.quality.exceptions, *(one for each in content.wordings for one in each.accepted)])
    findings = run(TERMINOLOGY, subjects, accepted)
    return sorted([*findings, *accepted.idle(TERMINOLOGY, [wording.language for wording in content.wordings])])


def check_catalog(catalog: Wording, *, skip: Collection[str] = (), remember: Remember = anew) -> list[Finding]:
    """Return what all rules find in one catalog; ``skip`` names rules to leave out.

    ``remember`` may know what was found before.
    """
    accepted = Accepted([*catalog.content.quality.exceptions, *catalog.accepted])
    messages: dict[str, list[Translated]] = {}
    for message in catalog.translated:
        messages.setdefault(part_of(message.message.context), []).append(message)
    entries = {entry.id: entry for entry in catalog.entries}

    def find(names: Collection[str]) -> Iterator[tuple[str, Finding]]:
        """Yield what is found in the catalog as a whole (""), and in concepts and articles, with the name of each."""
        in_messages = [message for name in names for message in messages.get(name, ())]
        in_entries = [entries[name] for name in names if name in entries]
        texts = [sentence.words for message in in_messages for sentence in message.sentences]
        catalog.seek_in("\n\n".join([*texts, *(entry.sentence("definition").words for entry in in_entries)]))
        prose = [Prose(catalog, in_messages)] if texts else []
        for finding in run(
            _of("message", "text", "entry"), {"message": in_messages, "text": prose, "entry": in_entries}
        ):
            yield part_of(finding.subject), finding
        whole = (catalog,) if "" in names else ()
        for finding in run(_of("catalog", "language"), {"catalog": whole, "language": whole}):
            yield "", finding

    findings = remember(dict.fromkeys(("", *messages, *entries)), find)
    kept = [finding for finding in findings if finding.rule not in skip and not accepted.accepts(finding)]
    ran = [rule for rule in _of("catalog", "language", "message", "text", "entry", "concept") if rule.name not in skip]
    return sorted([*kept, *accepted.idle(ran, [catalog.language])], key=Finding.order)


def _of(*scopes: Scope) -> list[Rule]:
    """Return the rules for catalogs that look at one of these."""
    return [rule for rule in RULES if rule.scope in scopes and (rule.scope != "text" or rule.translations)]
