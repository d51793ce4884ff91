"""The elements of a TBX entry, in either style: which data category each is, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...intake.imported import ImportedEntry
from ...intake.xml_input import local, text_of

GROUPS = {"descripGrp", "adminGrp", "termNoteGrp", "termGrp", "noteGrp"}
CONTAINERS = {"noteGrp", "noteKey", "noteValue"}
"""What a note of TBX-Min is made of; no markup."""

TYPED = {"descrip", "admin", "termNote", "transac", "ref", "xref", "descripNote", "adminNote", "transacNote"}
"""Elements that say their data category in ``type`` (DCA); any other element is a category itself (DCT)."""


TRANSACTION = "transaction"


def category(element: Element) -> str:
    """Return the data category of an element; a transaction is one thing, with what was done, when and by whom."""
    name = local(element)
    if name in ("transacGrp", "transac"):
        return TRANSACTION
    return element.get("type") or name if name in TYPED else name


def flat(parent: Element) -> Iterator[tuple[str, Element, Element | None]]:
    """Yield the data categories below an element, and for each group its first element."""
    for child in parent:
        if local(child) in GROUPS:
            first = child[0] if len(child) else None
            for name, element, _ in flat(child):
                yield name, element, None if element is first else first
        else:
            yield category(child), child, None


def said(entry: ImportedEntry, name: str, element: Element) -> str:
    """Return the text of an element; inline markup in it is reported."""
    if local(element) == "transacGrp":
        return " ".join(text_of(part).strip() for part in element)
    names = {local(child) for child in element.iter()} - {local(element), *CONTAINERS} if len(element) else ()
    if names:
        entry.changed(f"{name}: inline markup ({', '.join(sorted(names))}) is plain text here")
    return text_of(element).strip()
