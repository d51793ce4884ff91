"""Headers of catalogs: what a new one gets, and what an old one keeps."""

from __future__ import annotations

from collections.abc import Mapping

import polib

from ..languages.plurals import plural_forms

FROZEN_DATE = "2026-11-22 12:00+0000"
"""POT-Creation-Date of a new template; it never changes afterwards, so that a run without changes changes nothing."""

_ENCODING = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


COMMENT = (
    "The terms and texts of imsterms, the reference vocabulary of intramuscular stimulation.\n"
    "Licence of the content: CC BY 4.0. How to translate: locales/README.md."
)


def comment(about: Mapping[str, str] | None) -> str:
    """Return the comment at the beginning of a new catalog; ``about`` is what the termbase says of itself."""
    if about is None or about.get("title") == "imsterms":
        return COMMENT
    licence = f"\nLicence of the content: {about['licence']}" if about.get("licence") else ""
    return f"The terms and texts of {about.get('title', 'a termbase')}.{licence}"


def header(old: polib.POFile | None, language: str, about: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return a catalog's header: what it has already, and what a header must have."""
    about = about or {}
    publisher = about.get("publisher", "")
    new = {
        "Project-Id-Version": about.get("title", "termbase"),
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": FROZEN_DATE,
        "PO-Revision-Date": FROZEN_DATE,
        "Last-Translator": publisher,
        "Language-Team": publisher,
        "Language": "",
        "MIME-Version": "1.0",
        **_ENCODING,
    }
    metadata = {**new, **(old.metadata if old is not None else {}), **_ENCODING}
    if language:
        metadata["Language"] = metadata.get("Language") or language.replace("-", "_")
        metadata["Plural-Forms"] = metadata.get("Plural-Forms") or plural_forms(language)
    return metadata
