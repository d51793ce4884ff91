"""Headers of catalogs: what a new one gets, and what an old one keeps."""

from __future__ import annotations

import polib

from ..languages.plurals import plural_forms

FROZEN_DATE = "2026-11-22 12:00+0000"
"""POT-Creation-Date of a new template; it never changes afterwards, so that a run without changes changes nothing."""

COMMENT = (
    "The terms and texts of imsterms, the reference vocabulary of intramuscular stimulation.\n"
    "Licence of the content: CC BY 4.0. How to translate: locales/README.md."
)
_ENCODING = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
_METADATA = {
    "Project-Id-Version": "imsterms",
    "Report-Msgid-Bugs-To": "https://example.org/imsterms/issues",
    "POT-Creation-Date": FROZEN_DATE,
    "PO-Revision-Date": FROZEN_DATE,
    "Last-Translator": "imsterms",
    "Language-Team": "imsterms",
    "Language": "",
    "MIME-Version": "1.0",
    **_ENCODING,
}


def header(old: polib.POFile | None, language: str) -> dict[str, str]:
    """Return a catalog's header: what it has already, and what a header must have."""
    metadata = {**_METADATA, **(old.metadata if old is not None else {}), **_ENCODING}
    if language:
        metadata["Language"] = metadata.get("Language") or language.replace("-", "_")
        metadata["Plural-Forms"] = metadata.get("Plural-Forms") or plural_forms(language)
    return metadata
