"""Catalogs compiled: .mo files for anyone who speaks gettext, and the runtime data that the library loads."""

import os
import struct
from collections.abc import Collection
from itertools import accumulate

import polib

from ..errors import CatalogError
from ..files import make_folder, shown_path, write_atomically
from ..languages.data import write_data
from ..languages.plurals import served_rule
from ..languages.profile import profile, profiles
from ..termbase.runtime import write_packaged
from ..termbase.source import refuse
from .data import SourceData, read_source_data
from .files import DOMAIN, catalogs, no_catalogs, read_catalog, set_fuzzy, state
from .messages import SERVED


def compiled(catalog: polib.POFile, gaps: Collection[str] = ()) -> bytes:
    """Return a catalog as a .mo file with what the library serves: outdated translations too, guesses and ``gaps`` not.

    ``gaps`` are the msgctxts of texts that cannot be rendered.
    """
    for entry in catalog:
        set_fuzzy(entry, entry.msgctxt in gaps or state(entry) not in SERVED)
    return mo_file(catalog)


def mo_file(catalog: polib.POFile) -> bytes:
    """Return the header and the translations of a catalog as a .mo file, without a hash table.

    The bytes are those of polib's ``to_binary``, the time of which grows with the square of the size. The format is
    that of the GNU gettext manual, "The Format of GNU MO Files".
    """
    entries = sorted(catalog.translated_entries(), key=lambda entry: str(entry.msgid_with_context).encode())
    texts: list[tuple[bytes, bytes]] = []
    for entry in (catalog.metadata_as_entry(), *entries):
        key, value = entry.msgid, entry.msgstr
        if entry.msgid_plural:
            key += f"\0{entry.msgid_plural}"
            value = "\0".join(text for _, text in sorted(entry.msgstr_plural.items()))
        if entry.msgctxt:
            key = f"{entry.msgctxt}\4{key}"
        texts.append((key.encode(catalog.encoding), value.encode(catalog.encoding)))
    strings = [key for key, _ in texts] + [value for _, value in texts]
    table = 7 * 4
    first = table + 8 * len(strings)
    places = accumulate((len(string) + 1 for string in strings[:-1]), initial=first)
    pairs = [number for string, place in zip(strings, places, strict=True) for number in (len(string), place)]
    head = struct.pack("<7I", 0x950412DE, 0, len(texts), table, table + 8 * len(texts), 0, first)
    return head + struct.pack(f"<{len(pairs)}I", *pairs) + b"".join(string + b"\0" for string in strings)


def compile_catalogs(data: SourceData, locales: str, target: str, *, root: str | None = None) -> list[str]:
    """Write ``<target>/<language>/LC_MESSAGES/imsterms.mo`` for every catalog below ``locales``; return the paths.

    ``data`` is what the library makes of them. Raises CatalogError where there is no catalog, or where one is broken.
    """
    written = []
    for language, path in catalogs(locales):
        catalog = read_catalog(path, shown_path(path, root))
        # gettext refuses a file whose header it cannot read
        rule = served_rule(catalog.metadata.get("Plural-Forms", ""), language)
        catalog.metadata |= {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": rule}
        content = compiled(catalog, data.texts(language).get("gaps", {}))
        folder = os.path.join(target, language, "LC_MESSAGES")
        make_folder(folder)
        out = os.path.join(folder, f"{DOMAIN}.mo")
        write_atomically(out, content)
        written.append(out)
    if not written:
        raise no_catalogs(locales)
    return written


def build(root: str, target: str, version: str) -> SourceData:
    """Write what the wheel holds besides the code into ``target``: ``runtime/`` and ``locales/``.

    ``root`` is the project's folder. Raises SourceError or CatalogError with every finding.
    """
    locales = os.path.join(root, "locales")
    data = read_source_data(os.path.join(root, "imsterms", "data"), locales, version, root=root)
    refuse(data.broken_texts(locales, root=root), CatalogError)
    compile_catalogs(data, locales, os.path.join(target, "locales"), root=root)
    runtime = os.path.join(target, "runtime")
    write_packaged(data, runtime)
    for language in profiles():
        profile(language)  # a broken profile stops the build
    write_data(runtime)
    return data
