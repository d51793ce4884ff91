"""Accept differences: put them into the YAML and the catalogs of a termbase, and change nothing else there.

The termbase is copied, the copy is edited and read again; only then are the files that changed written.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import yaml

from ..catalogs.data import SourceData, read_source_data
from ..catalogs.files import (
    catalog_path,
    is_still,
    mark_outdated,
    read_catalog,
    saved_meanwhile,
    set_fuzzy,
    write_catalog,
)
from ..catalogs.words import read_words
from ..errors import ExchangeError, FileError
from ..facade import VERSION
from ..files import files_below, read_bytes, read_text, write_atomically
from ..languages.tags import is_english
from ..termbase.designation import list_of, parse_designation, separable, write_designation
from ..termbase.model import NOTHING, TEXTS, UNKNOWN, Termbase
from ..termbase.source import read_termbase
from ..termbase.text import escape
from .differences import Difference
from .intake.imported import one_line

if TYPE_CHECKING:
    from ..termbase.entries import Values
    from ..termbase.records import ListField


def accept(found: Iterable[Difference], folder: str, locales: str) -> list[str]:
    """Put differences into the termbase in ``folder`` with the catalogs in ``locales``; return the changed files.

    A catalog's forms of a term that changed are marked fuzzy. Raises SourceError, CatalogError or ExchangeError where
    the result would not be a termbase that can be read and rendered, and FileError where an editor saves one of the
    files meanwhile; then nothing is changed.
    """
    termbase = read_termbase(folder)
    with tempfile.TemporaryDirectory() as work:
        sources, catalogs = os.path.join(work, "sources"), os.path.join(work, "locales")
        shutil.copytree(folder, sources)
        if os.path.isdir(locales):
            shutil.copytree(locales, catalogs)
        before = {there: read_bytes(made) for made, there in [*_copied(sources, folder), *_copied(catalogs, locales)]}
        for one in found:
            if one.language == termbase.language:
                _into_yaml(one, termbase, sources)
            else:
                _into_catalog(one, catalog_path(catalogs, one.language))
        _refuse_gaps(read_source_data(folder, locales, VERSION), read_source_data(sources, catalogs, VERSION))
        copied = [*_copied(sources, folder), *_copied(catalogs, locales)]
        changed = {path: after for made, path in copied if (after := read_bytes(made)) != before.get(path)}
        for path in changed:
            if not is_still(before.get(path), path):
                raise saved_meanwhile(path)
        for path, after in changed.items():
            write_atomically(path, after)
    return list(changed)


def _refuse_gaps(before: SourceData, after: SourceData) -> None:
    """Raise ExchangeError where a text asks for a form that a new term does not have yet."""
    for language in after.languages:
        known = before.texts(language).get("gaps", {})
        for context, reason in after.texts(language).get("gaps", {}).items():
            if context not in known:
                raise ExchangeError(f"nothing was changed: {context} ({language}): {reason}; change it by hand")


def _copied(made: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield each file of a copy with the one that it is a copy of."""
    for ending in (".yaml", ".po"):
        for path in files_below(made, ending) if os.path.isdir(made) else ():
            yield path, os.path.join(folder, os.path.relpath(path, made))


# --- YAML ---


def _into_yaml(one: Difference, termbase: Termbase, sources: str) -> None:
    entry = termbase.concepts[one.concept]
    path = os.path.join(sources, os.path.relpath(os.path.join(termbase.root, entry.path), termbase.folder))
    text = read_text(path)
    values: Values = {one.field: one.new}
    if one.field in TEXTS:
        values = {one.field: escape(one.new)}
    elif one.field == "notes":
        values = {"notes": [escape(line) for line in one.new.splitlines() if line.strip()]}
    elif one.field in ("admitted", "deprecated"):
        values = {one.field: _designations(one, list(getattr(entry, one.field)))}
    elif one.field == "term":  # the forms were those of the old term
        values |= {"plural": UNKNOWN, "more": []}
        values |= {"article": UNKNOWN} if is_english(termbase.language) else {}
    for key, value in values.items():
        text = set_key(text, one.concept, key, value, path)
    write_atomically(path, text)


def set_key(text: str, entry: str, key: str, value: Any, path: str = "the file") -> str:
    """Return YAML with a key of an entry set, or without it where the value is empty; all else as it was.

    Raises FileError where that cannot be done, as with odd line ends.

    >>> print(set_key("a:\\n  term: b  # a comment\\n", "a", "abbreviation", "B"), end="")
    a:
      term: b  # a comment
      abbreviation: "B"
    """
    edited = _with_key(text, entry, key, value, path)
    wanted = _plain(text)
    wanted[entry] = {name: said for name, said in wanted[entry].items() if name != key} | (
        {key: value} if value else {}
    )
    if _plain(edited) != wanted:
        raise FileError(f"{path}: '{key}' of '{entry}' cannot be edited; change it by hand")
    return edited


def _plain(text: str) -> Any:
    """Return what YAML says with every value as a text; None where it is broken."""
    try:
        return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return None


def _with_key(text: str, entry: str, key: str, value: Any, path: str) -> str:
    root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    mapping = next((value for name, value in root.value if name.value == entry), None)
    if not isinstance(mapping, yaml.MappingNode) or not mapping.value:
        raise FileError(f"{path}: the entry '{entry}' cannot be edited")
    written = f"{key}: {json.dumps(value, ensure_ascii=False)}"
    for name, node in mapping.value:
        if name.value != key:
            continue
        start, end = name.start_mark.index, node.end_mark.index
        if value:
            tail = "\n" if text[start:end].endswith("\n") else ""
            return text[:start] + written + tail + text[end:]
        if mapping.flow_style:
            return text[:start] + text[end:].lstrip(", ")
        line = text.rfind("\n", 0, start) + 1
        following = text.find("\n", max(start, end - 1))
        return text[:line] + text[following + 1 :]
    if not value:
        return text
    first, last = mapping.value[0][0], mapping.value[-1][1]
    if mapping.flow_style:
        return text[: last.end_mark.index] + f", {written}" + text[last.end_mark.index :]
    end = text.find("\n", max(last.start_mark.index, last.end_mark.index - 1))
    end = len(text) if end < 0 else end
    return f"{text[:end]}\n{' ' * first.start_mark.column}{written}{text[end:] or chr(10)}"


def _designations(one: Difference, lines: list[str]) -> list[str]:
    """Return the lines of a list: words that stay keep their forms and reasons."""
    known = {parse_designation(line)["forms"][0]: line for line in lines}
    words = [separable(one_line(word)) for word in one.new.split(";") if word.strip()]
    reason = " # no reason given" if one.field == "deprecated" else ""
    return [known.get(word, f"{word}{reason}") for word in dict.fromkeys(words)]


# --- catalogs ---


def _into_catalog(one: Difference, path: str) -> None:
    catalog = read_catalog(path)
    entries = {entry.msgctxt: entry for entry in catalog if not entry.obsolete}
    own = entries.get(f"{one.concept}.{one.field}")
    if one.field == "term" and own is not None:
        for context, entry in entries.items():
            if context == f"{one.concept}.term" or context.startswith(f"{one.concept}.term."):
                mark_outdated(entry, entry.msgid, entry.msgid_plural)  # the forms are those of the old term
        if own.msgid_plural:
            own.msgstr_plural[0] = one.new or NOTHING
        else:
            own.msgstr = one.new or NOTHING
    elif own is not None:
        lines = one.new.splitlines() if one.field == "notes" else [one.new]
        own.msgstr = "\n".join(escape(line) for line in lines if line.strip()) or NOTHING
        set_fuzzy(own, False)
    elif f"{one.concept}.words" in entries:
        message = entries[f"{one.concept}.words"]
        words = read_words(message.msgstr, one.language)
        if one.field == "abbreviation":
            words.phrases["abbreviation"] = one_line(one.new) or None
        elif one.field == "notes":
            words.notes = [escape(one_line(line)) for line in one.new.splitlines() if line.strip()]
        elif one.field in TEXTS:
            words.texts.pop(one.field, None)
            if one.new:
                words.texts[one.field] = escape(one_line(one.new))
        else:
            field: ListField = "deprecated" if one.field == "deprecated" else "admitted"
            lines = [write_designation(line) for line in words.lists.get(field, ())]
            words.lists[field] = [parse_designation(line) for line in _designations(one, lines)]
        message.msgstr = list_of(words.lines())
    else:
        raise FileError(f"{path} has no message for '{one.concept}.{one.field}'; 'imsterms catalog update' adds it")
    write_catalog(catalog, path)
