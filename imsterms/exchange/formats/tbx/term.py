"""Read one term of a TBX document: what the file says of its kind, its status and its grammar."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...intake.imported import ImportedWords
from ...intake.vocabulary import folded, meaning
from ...intake.xml_input import local
from .elements import flat, said

STATUSES = {"usagestatus", "administrativestatus", "normativeauthorization", "termstatus", "temporalqualifier"}
"""Data categories that say a status, as categories are compared."""
PATIENTS, EVERYDAY = "patients", "everyday words"
"""The ``customerSubset`` of a plain wording, and of everyday words."""

_FIELDS = {"partofspeech": "part_of_speech", "termtype": "kind", "grammaticalgender": "gender"}
_SUBSETS = {PATIENTS: "plain", EVERYDAY: "lay"}


def read_term(words: ImportedWords, element: Element) -> None:
    """Add one ``termSec``, ``tig`` or ``ntig`` to the words of its language."""
    text = ""
    fields: dict[str, str] = {}
    statuses: list[str] = []
    notes: list[str] = []
    others: list[tuple[str, str]] = []
    for name, part, _ in flat(element):
        if local(part) == "term":
            text = said(words.entry, f"the term '{(part.text or '')[:30]}'", part)
            continue
        content = said(words.entry, name, part)
        kind = folded(name)
        if kind in STATUSES:
            statuses.append(content)
        elif kind in _FIELDS and _FIELDS[kind] not in fields:
            fields[_FIELDS[kind]] = content
        elif kind == "customersubset" and content in _SUBSETS:
            fields["kind"] = _SUBSETS[content]
        elif kind in ("note", "notevalue"):
            notes.append(content)
        else:
            others.append((name, f"{content} {part.get('target', '')}".strip()))
    # of several statuses the one that advises against the term counts
    statuses.sort(key=lambda status: meaning("statuses", status) != "deprecated")
    term = words.add_term(text, *statuses[:1], kind=fields.get("kind", ""))
    if term is None:
        return
    term.part_of_speech, term.gender = fields.get("part_of_speech", ""), fields.get("gender", "")
    term.notes = notes
    about = f"{words.language} '{term.text}'"
    for other in statuses[1:]:
        words.entry.keep("status", other, about)
    for name, content in others:
        words.entry.keep(name, content, about)
