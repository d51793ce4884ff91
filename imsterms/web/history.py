"""What changed in each concept from one release to the next, for its page."""

import os
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ..comparison import Change, diff, read_document
from ..exchange.formats.native import document
from ..facade import Glossary

_LABELS = {
    "added": "site.added",
    **dict.fromkeys(("renamed", "language"), "field.term"),
    **{name: f"field.{name}" for name in ("forms", "definition", "explanation", "basis", "review")},
    **{name: f"designation.{name}" for name in ("abbreviation", "plain", "admitted", "deprecated")},
    **{name: f"field.{name}s" for name in ("note", "code", "source")},
    "reason": "designation.deprecated",
    "moved": "relation.broader",
    "moved_field": "field.subject_field",
    "relation": "site.relations",
}
"""The word of the interface for what a kind of change is about."""


class Edit(NamedTuple):
    """A change of a concept, as its page shows it."""

    label: str
    """Name of the word of the interface for what changed."""
    old: str
    """The words before; empty where what changed is not in words."""
    new: str


History = dict[str, list[tuple[str, list[Edit]]]]
"""The versions in which each concept changed, the newest first, with what changed in them."""


def read_history(paths: Iterable[str | os.PathLike[str]], glossary: Glossary) -> dict[str, History]:
    """Return for each language of a glossary what changed in its concepts since the first of earlier releases.

    ``paths`` are documents that ``imsterms export json`` wrote of the releases, in any order. Raises FileError, and
    SourceError where a file is another document.
    """
    releases = sorted(map(read_document, paths), key=lambda release: _number(str(release.get("version", ""))))
    histories: dict[str, History] = {language: {} for language in glossary.languages}
    for before, after in pairwise([*releases, document(glossary)] if releases else ()):
        version = str(after.get("version", ""))
        for change in diff(before, after):
            label = _LABELS.get(re.sub("_(added|removed)$", "", change.kind))
            for language, history in histories.items() if label and "/" not in change.about else ():
                if change.language in ("", language):
                    versions = history.setdefault(change.about, [])
                    if not versions or versions[0][0] != version:
                        versions.insert(0, (version, []))
                    if (edit := _edit(str(label), change)) not in versions[0][1]:
                        versions[0][1].append(edit)
    return histories


def _edit(label: str, change: Change) -> Edit:
    """Return a change for a page: ids and codes, which are in no language, are not shown."""
    return Edit(label, change.old, change.new) if change.language else Edit(label, "", "")


def _number(version: str) -> list[int]:
    """Return a version so that 0.10 comes after 0.9."""
    return [int(number) for number in re.findall("[0-9]+", version)]
