"""Catalog files: where they lie, and reading and writing them without surprises."""

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TypeVar

import polib

from ..characters import HIDDEN
from ..errors import CatalogError, FileError, UnknownLanguageError, nearest
from ..files import make_folder, read_bytes, write_atomically
from ..findings import Finding
from ..languages.profile import profile
from ..languages.tags import is_english, is_tag, match
from .messages import State, Translation
from .parser import Catalog, parse_catalog
from .review import review

DOMAIN = "imsterms"
Made = TypeVar("Made")


def catalog_path(locales: str, language: str) -> str:
    """Return where the catalog of ``language`` is below ``locales``, or belongs; gettext's folder for ``pt-BR`` is
    ``pt_BR``."""
    path = dict(catalogs(locales)).get(language)
    return path or _path_in(locales, language.replace("-", "_"))


def catalogs(locales: str) -> list[tuple[str, str]]:
    """Return (language, path) of every catalog below ``locales``, in order of language.

    A folder is the language that it means: ``nb_NO`` is Bokmål, unless there is a folder ``nb`` too. Raises FileError
    for a folder that cannot be read, and names it in the log where its name is not that of a language.
    """
    paths: dict[str, str] = {}
    for folder in sorted(_folders(locales), key=lambda name: (len(name), name)):
        tag = folder.replace("_", "-")
        if not is_tag(tag):
            from logging import getLogger

            advice = "it is left out; name it after its language, such as nb or pt_BR"
            getLogger("imsterms").warning("%s is not called after a language; %s", ascii(folder), advice)
            continue
        meant = tag if is_english(tag) else profile(tag).tag
        paths[tag if meant in paths else meant] = _path_in(locales, folder)
    return sorted(paths.items())


def _folders(locales: str) -> list[str]:
    """Return the names of the folders below ``locales`` that have a catalog."""
    folders = []
    try:
        for name in os.listdir(locales) if os.path.isdir(locales) else ():
            with suppress(FileNotFoundError, NotADirectoryError):
                os.stat(_path_in(locales, name))
                folders.append(name)
    except OSError as error:
        raise FileError(f"{error.filename} cannot be read: {error.strerror}") from None
    return folders


def _path_in(locales: str, folder: str) -> str:
    return os.path.join(locales, folder, "LC_MESSAGES", f"{DOMAIN}.po")


def existing(language: str, present: Collection[str]) -> str:
    """Return the language of ``present`` that a tag means. Raises UnknownLanguageError."""
    meant = match(language, present)
    if meant is None:
        names = ", ".join(present) or "none"
        raise UnknownLanguageError(
            f"there is no catalog for '{language}' (there are: {names}){nearest(language, present)}; "
            f"'imsterms catalog new {language}' makes one"
        )
    return meant


def no_catalogs(locales: str) -> CatalogError:
    """Return the error for a folder without catalogs."""
    finding = Finding(locales, 0, "IMS402", "no-catalogs", f"there is no <language>/LC_MESSAGES/{DOMAIN}.po here")
    return CatalogError(str(finding), [finding])


def read_catalog(path: str, shown: str | None = None, *, first: bool = False) -> Catalog:
    """Return the catalog in a .po file, or its ``first`` message, read in the encoding that its header names.

    A byte order mark and Windows line ends are read right. Raises CatalogError with file and line where the file
    is not a catalog, FileError where there is no such file.
    """
    catalog = parse_catalog(read_bytes(path), shown or path, first=first)
    catalog.fpath = path
    return catalog


def write_catalog(catalog: polib.POFile, path: str) -> None:
    """Write a catalog as UTF-8, whole or not at all. A file with Windows line ends keeps them."""
    make_folder(os.path.dirname(path))
    write_atomically(path, catalog_bytes(catalog, read_bytes(path) if os.path.exists(path) else b""))


def is_still(content: bytes | None, path: str) -> bool:
    """Return whether a file holds what was read from it, None where there was none; an editor may have saved it."""
    return (read_bytes(path) if os.path.exists(path) else None) == content


def made_of(
    path: str, make: Callable[[], tuple[bytes | None, Made]], made: tuple[bytes | None, Made] | None = None
) -> Made:
    """Return what ``make`` makes of a file, after what the file held (None where there was none).

    Where an editor has saved the file meanwhile, it is made again. ``made`` is what was made before, if it was. Raises
    FileError where the file does not come to rest.
    """
    made = made or make()
    for _ in range(3):
        if is_still(made[0], path):
            return made[1]
        made = make()
    raise saved_meanwhile(path)


def saved_meanwhile(path: str) -> FileError:
    """Return the error for a file that another program saves before it could be written."""
    return FileError(f"{path} was saved by another program meanwhile; it is left alone, run again")


def catalog_bytes(catalog: polib.POFile, old: bytes) -> bytes:
    """Return a catalog as the content of its file, with the line ends of the ``old`` content."""
    content = str(catalog).encode("utf-8")
    return content.replace(b"\n", b"\r\n") if b"\r\n" in old else content


def translations(catalog: polib.POFile) -> dict[str, Translation]:
    """Return what a catalog says, by msgctxt. Obsolete messages are left out; the first of two duplicates counts."""
    by_context: dict[str, Translation] = {}
    for entry in catalog:
        if entry.obsolete or entry.msgctxt is None or entry.msgctxt in by_context:
            continue
        if entry.msgstr_plural:
            texts = tuple(entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural))
        else:
            texts = (entry.msgstr,)
        now = state(entry)
        by_context[entry.msgctxt] = Translation(texts, now, review(entry) if now == "reviewed" else None)
    return by_context


def written(entry: polib.POEntry) -> bool:
    """Return whether a translator has written anything in an entry."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def state(entry: polib.POEntry) -> State:
    """Return how far the translation of an entry is, from its fuzzy mark and what gettext keeps after ``#|``.

    A changed English text leaves the message's own msgctxt there; a guess that a tool made has another's, or none.

    >>> state(polib.POEntry(msgctxt="a.term", msgstr="nål", flags=["fuzzy"], previous_msgctxt="b.term"))
    'guessed'
    """
    if not written(entry):
        return "missing"
    if not entry.fuzzy:
        if not HIDDEN.isdisjoint("".join((entry.msgstr, *entry.msgstr_plural.values()))):
            return "doubted"  # a control character is never served: a terminal would obey it
        return "reviewed" if review(entry) else "translated"
    before = (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural)
    if before == (None, None, None):
        return "doubted"
    return "outdated" if entry.previous_msgctxt == entry.msgctxt else "guessed"


def mark_outdated(entry: polib.POEntry, msgid: str, plural: str | None = None) -> None:
    """Mark the translation of an entry as made for another English text; an empty one is not known."""
    set_fuzzy(entry, True)
    entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural = entry.msgctxt, msgid, plural or None


def own_flags(entry: polib.POEntry) -> list[str]:
    """Return the flags of an entry that are the translator's own.

    Tools that guess write the formats of texts too ("7 % of" as ``python-format``); which format a text has, the
    sources say, and a translator may only take it back.

    >>> own_flags(polib.POEntry(flags=["fuzzy", "python-format", "no-python-brace-format", "max-length:9"]))
    ['no-python-brace-format', 'max-length:9']
    """
    flags = dict.fromkeys(entry.flags)
    return [flag for flag in flags if flag not in ("", "fuzzy") and (flag[:3] == "no-" or flag[-7:] != "-format")]


def set_fuzzy(entry: polib.POEntry, fuzzy: bool) -> None:
    """Set or clear the fuzzy flag of an entry, and leave its other flags as they are."""
    entry.flags = ["fuzzy"] * fuzzy + [flag for flag in entry.flags if flag != "fuzzy"]
