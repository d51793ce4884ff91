"""Catalog files: where they lie, and reading and writing them without surprises.

polib does the parsing; this module sees to encodings, to errors that name file and line, and to whole writes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import polib

from ..errors import CatalogError, FileError
from ..files import read_bytes, write_atomically
from ..findings import Finding
from .messages import Translation

DOMAIN = "imsterms"
WRAP = 110
"""Width at which our own writer wraps."""

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_LINE = re.compile(r"\(line (\d+)\)(?:: (.*))?")


class _Lines(str):
    """A text whose lines end at newlines only, as gettext has it (str.splitlines knows eight more line ends)."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.split("\n")


def catalog_path(locales: str, language: str) -> str:
    """Return where the catalog of ``language`` lies below ``locales``."""
    return os.path.join(locales, language, "LC_MESSAGES", f"{DOMAIN}.po")


def catalogs(locales: str) -> Iterator[tuple[str, str]]:
    """Yield (language, path) of every catalog below ``locales``, in order of language."""
    for language in sorted(os.listdir(locales)) if os.path.isdir(locales) else ():
        path = catalog_path(locales, language)
        if os.path.isfile(path):
            yield language, path


def read_catalog(path: str, shown: str | None = None) -> polib.POFile:
    """Return the catalog in a .po file, read in the encoding that its header names.

    A byte order mark and Windows line ends are read right. Raises CatalogError with file and line where the file
    is no catalog, FileError where there is no such file.
    """
    shown = shown or path
    text = _decode(read_bytes(path), shown).replace("\r\n", "\n")
    try:
        catalog = polib.pofile(_Lines(text + "\n"), encoding="utf-8", wrapwidth=WRAP)
    except (OSError, ValueError, LookupError, AttributeError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else 0
        reason = found[2] if found and found[2] else "this line does not belong in a catalog"
        raise _refusal(shown, line, f"the catalog is broken here: {reason}") from None
    if text.strip() and not catalog and not catalog.metadata:
        raise _refusal(shown, 1, "there is no message in this file; is it a .po catalog?")
    catalog.fpath = path
    return catalog


def _refusal(shown: str, line: int, message: str) -> CatalogError:
    finding = Finding(shown, line, "IMS401", "broken-catalog", message)
    return CatalogError(str(finding), [finding])


def _decode(content: bytes, shown: str) -> str:
    content = content.removeprefix(b"\xef\xbb\xbf")
    charset = _CHARSET.search(content[:4096])
    encoding = charset[1].decode("ascii") if charset else "utf-8"
    if encoding == "CHARSET":  # what an untouched template says
        encoding = "utf-8"
    try:
        text = content.decode(encoding)
    except LookupError:
        message = f"the header names an unknown charset, '{encoding}'; save the file as UTF-8 and write charset=UTF-8"
        raise _refusal(shown, 0, message) from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the text is not {encoding}, as the header says; save the file as UTF-8 and write charset=UTF-8"
        raise _refusal(shown, line, message) from None
    if "\0" in text:
        raise _refusal(shown, text.count("\n", 0, text.index("\0")) + 1, "this is not a text file (it holds a NUL)")
    return text


def write_catalog(catalog: polib.POFile, path: str) -> bool:
    """Write a catalog as UTF-8, whole or not at all; return whether the file changed."""
    content = str(catalog).encode("utf-8")
    try:
        if read_bytes(path) == content:
            return False
    except FileError:
        pass
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    write_atomically(path, content)
    return True


def translations(catalog: polib.POFile) -> dict[str, Translation]:
    """Return what a catalog says, by msgctxt. Obsolete messages are left out; the first of two duplicates counts."""
    found: dict[str, Translation] = {}
    for entry in catalog:
        if entry.obsolete or entry.msgctxt is None or entry.msgctxt in found:
            continue
        if entry.msgstr_plural:
            texts = tuple(entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural))
        else:
            texts = (entry.msgstr,)
        found[entry.msgctxt] = Translation(texts, entry.fuzzy)
    return found


def set_fuzzy(entry: polib.POEntry, fuzzy: bool) -> None:
    """Set or clear the fuzzy flag of an entry, and leave its other flags as they are."""
    entry.flags = ["fuzzy"] * fuzzy + [flag for flag in entry.flags if flag != "fuzzy"]
