"""Catalog files: where they lie, and reading and writing them without surprises.

polib does the parsing; this module sees to encodings, to what gettext allows and polib does not, to errors that name
file and line, and to whole writes.
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

OUR_FLAGS = frozenset({"python-brace-format"})
"""The flags that are written anew from the sources."""

_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)', re.MULTILINE | re.IGNORECASE)
_CLOSED = re.compile(r'\s*(?:#(?!~).*|(?:#~\|?\s*)?(?:(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*)?)', re.DOTALL)
_LINE = re.compile(r"\(line (\d+)\)(?:: (.*))?")
_END = "\x04 end of the catalog"
"""The msgid of an entry after the last, which takes up the comments that stand there."""

# comments as gettext allows and polib does not: '#,fuzzy', '#~msgid', '#a remark', and '#~|', which polib skips
_COMMENTS = (
    (re.compile(r"^#~\|\s*"), "#| "),
    (re.compile(r"^#([,:.|~])(?=[^\s|])"), r"#\1 "),
    (re.compile(r"^#=\s*"), "#, "),
    (re.compile(r"^#(?=[^\s#,:.|~=])"), "# "),
)


class _Lines(str):
    """A text whose lines end at newlines only, as gettext has it (str.splitlines knows eight more line ends)."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        return [_comment(line) if line.startswith("#") else line for line in self.split("\n")]


def _comment(line: str) -> str:
    if line[1:2] == " " or (line[2:3] == " " and line[1] in ".:,|~"):
        return line
    for pattern, replacement in _COMMENTS:
        changed = pattern.sub(replacement, line, count=1)
        if changed != line:
            return changed
    return line


class Catalog(polib.POFile):
    """A catalog that writes translators' comments as they are, those after the last message too."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **{"wrapwidth": WRAP, "encoding": "utf-8", **options})
        self.epilogue = ""
        """Comments after the last message."""

    def __unicode__(self) -> str:
        header = self.metadata_as_entry()
        header.tcomment = self.header
        entries = [header, *(entry for entry in self if not entry.obsolete), *self.obsolete_entries()]
        parts = [_as_written(entry) for entry in entries]
        if self.epilogue:
            parts.append(_as_comment(self.epilogue))
        return "\n".join(parts)

    __str__ = __unicode__


def _as_written(entry: polib.POEntry) -> str:
    """Return an entry as it stands in a file; polib would break a translator's long lines."""
    comment, entry.tcomment = entry.tcomment, ""
    text: str = entry.__unicode__(WRAP)
    entry.tcomment = comment
    return _as_comment(comment) + text


def _as_comment(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.split("\n")) if text else ""


def catalog_path(locales: str, language: str) -> str:
    """Return where the catalog of ``language`` lies below ``locales``; gettext's folder for ``pt-BR`` is ``pt_BR``."""
    return os.path.join(locales, language.replace("-", "_"), "LC_MESSAGES", f"{DOMAIN}.po")


def catalogs(locales: str) -> Iterator[tuple[str, str]]:
    """Yield (language, path) of every catalog below ``locales``, in order of language."""
    for folder in sorted(os.listdir(locales)) if os.path.isdir(locales) else ():
        path = catalog_path(locales, folder)
        if os.path.isfile(path):
            yield folder.replace("_", "-"), path


def no_catalogs(locales: str) -> CatalogError:
    """Return the error for a folder without catalogs."""
    finding = Finding(locales, 0, "IMS402", "no-catalogs", f"there is no <language>/LC_MESSAGES/{DOMAIN}.po here")
    return CatalogError(str(finding), [finding])


def read_catalog(path: str, shown: str | None = None) -> Catalog:
    """Return the catalog in a .po file, read in the encoding that its header names.

    A byte order mark and Windows line ends are read right. Raises CatalogError with file and line where the file
    is no catalog, FileError where there is no such file.
    """
    catalog = parse_catalog(read_bytes(path), shown or path)
    catalog.fpath = path
    return catalog


def parse_catalog(content: bytes, shown: str) -> Catalog:
    """Return the catalog that the bytes of a .po file are. Raises CatalogError, which names the file ``shown``."""
    text = _decode(content, shown).replace("\r\n", "\n")
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends as they were before Mac OS X
    lines = text.count("\n") + 1
    try:
        catalog: Catalog = polib.pofile(_Lines(f'{text}\n\nmsgid "{_END}"\nmsgstr ""'), klass=Catalog)
    except (OSError, ValueError, LookupError, AttributeError) as error:
        found = _LINE.search(str(error))
        line = min(int(found[1]), lines) if found else 0
        reason = found[2] if found and found[2] else "this line does not belong in a catalog"
        if found and int(found[1]) > lines:
            reason = "the last message has no msgstr"
        raise _refusal(shown, line, f"the catalog is broken here: {reason}") from None
    for number, written_line in enumerate(text.split("\n"), 1):
        # polib would take a text without its last quotation mark, and drop its last letter instead
        if not _CLOSED.fullmatch(written_line):
            raise _refusal(shown, number, "the catalog is broken here: a text begins or ends without quotation mark")
    catalog.wrapwidth = WRAP
    catalog.epilogue = catalog.pop().tcomment
    if text.strip() and not catalog and not catalog.metadata:
        raise _refusal(shown, 1, "there is no message in this file; is it a .po catalog?")
    return catalog


def _refusal(shown: str, line: int, message: str) -> CatalogError:
    finding = Finding(shown, line, "IMS401", "broken-catalog", message)
    return CatalogError(str(finding), [finding])


def _decode(content: bytes, shown: str) -> str:
    mend = "save the file as UTF-8 and write charset=UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(shown, 0, f"the file is UTF-16, which no gettext tool reads; {mend}")
    content = content.removeprefix(b"\xef\xbb\xbf")
    charset = _CHARSET.search(content)
    encoding = charset[1].decode("ascii") if charset else "utf-8"
    if encoding == "CHARSET":  # what an untouched template says
        encoding = "utf-8"
    try:
        text = content.decode(encoding)
    except LookupError:
        raise _refusal(shown, 0, f"the header names an unknown charset, '{encoding}'; {mend}") from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        says = "as the header says" if charset else "and the header names no charset"
        raise _refusal(shown, line, f"the text is not {encoding}, {says}; {mend}") from None
    if "\0" in text:
        raise _refusal(shown, text.count("\n", 0, text.index("\0")) + 1, "this is not a text file (it holds a NUL)")
    return text


def write_catalog(catalog: polib.POFile, path: str) -> bool:
    """Write a catalog as UTF-8, whole or not at all; return whether the file changed.

    A file with Windows line ends keeps them.
    """
    content = _content(catalog, path)
    if content is None:
        return False
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    write_atomically(path, content)
    return True


def differs(catalog: polib.POFile, path: str) -> bool:
    """Return whether writing a catalog would change its file."""
    return _content(catalog, path) is not None


def _content(catalog: polib.POFile, path: str) -> bytes | None:
    """Return what is to be written to ``path``, or None where it stands there already."""
    content = str(catalog).encode("utf-8")
    try:
        old = read_bytes(path)
    except FileError:
        return content
    if b"\r\n" in old:
        content = content.replace(b"\n", b"\r\n")
    return None if old == content else content


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


def written(entry: polib.POEntry) -> bool:
    """Return whether a translator has written anything in an entry."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def own_flags(entry: polib.POEntry) -> list[str]:
    """Return the flags of an entry that are the translator's own."""
    return list(dict.fromkeys(flag for flag in entry.flags if flag and flag != "fuzzy" and flag not in OUR_FLAGS))


def set_fuzzy(entry: polib.POEntry, fuzzy: bool) -> None:
    """Set or clear the fuzzy flag of an entry, and leave its other flags as they are."""
    entry.flags = ["fuzzy"] * fuzzy + [flag for flag in entry.flags if flag != "fuzzy"]
