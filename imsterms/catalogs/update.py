"""Bring catalogs up to date with the sources: our own merge, by msgctxt, that drops nothing a translator wrote.

A changed English text keeps its translation, which turns fuzzy and remembers the previous msgid; a removed message
becomes obsolete (``#~``) and comes back with its translation when the message returns. References, comments and our
own flags are written anew each time; everything else in an entry is the translator's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polib

from .files import WRAP, catalogs, read_catalog, set_fuzzy, write_catalog
from .messages import Message

OUR_FLAGS = frozenset({"python-brace-format"})
TEMPLATE = "imsterms.pot"
FROZEN_DATE = "2026-11-22 12:00+0000"
"""POT-Creation-Date of a new template; it never changes afterwards, so that a run without changes changes nothing."""


@dataclass(slots=True)
class Summary:
    """What an update did to one catalog."""

    language: str
    path: str
    changed: bool = False
    """Whether the file's bytes change."""
    new: list[str] = field(default_factory=list)
    """Contexts of messages that have no translation yet and were not there before."""
    fuzzy: list[str] = field(default_factory=list)
    """Contexts whose English text changed: their translations are to be looked at again."""
    removed: list[str] = field(default_factory=list)
    """Contexts that are obsolete now."""
    returned: list[str] = field(default_factory=list)
    """Contexts that came back, with the translation they had."""
    carried: list[str] = field(default_factory=list)
    """Contexts that took over the translation of an obsolete concept's."""

    def __str__(self) -> str:
        counts = {
            "new": self.new,
            "to review": self.fuzzy,
            "obsolete": self.removed,
            "returned": self.returned,
            "carried over": self.carried,
        }
        parts = [f"{len(contexts)} {name}" for name, contexts in counts.items() if contexts]
        if not parts:
            parts = ["comments, references or order changed"] if self.changed else ["up to date"]
        return f"{self.language or 'template'}: {', '.join(parts)}"


def update(
    locales: str,
    messages: Iterable[Message],
    replaced: Mapping[str, str],
    *,
    languages: Iterable[str] = (),
    write: bool = True,
) -> list[Summary]:
    """Update the template and every catalog below ``locales``, or those of ``languages``.

    ``replaced`` names obsolete concepts and what replaced them. With ``write`` false nothing is written and the
    summaries say what would be. All catalogs are read before the first is written; raises CatalogError.
    """
    messages = list(messages)
    wanted = set(languages)
    work: list[tuple[polib.POFile, str, Summary]] = []
    template_path = os.path.join(locales, TEMPLATE)
    old_template = read_catalog(template_path) if os.path.exists(template_path) else None
    template, summary = merge(old_template, messages, replaced, "", template_path)
    work.append((template, template_path, summary))
    for language, path in catalogs(locales):
        if wanted and language not in wanted:
            continue
        catalog, summary = merge(read_catalog(path), messages, replaced, language, path)
        work.append((catalog, path, summary))
    for catalog, path, summary in work:
        summary.changed = write_catalog(catalog, path) if write else differs(catalog, path)
    return [summary for _, _, summary in work]


def differs(catalog: polib.POFile, path: str) -> bool:
    """Return whether writing a catalog would change its file."""
    try:
        with open(path, "rb") as file:
            return file.read() != str(catalog).encode("utf-8")
    except FileNotFoundError:
        return True


def merge(
    old: polib.POFile | None, messages: Iterable[Message], replaced: Mapping[str, str], language: str, path: str
) -> tuple[polib.POFile, Summary]:
    """Return a catalog of ``messages`` with the translations of ``old``, and what changed."""
    summary = Summary(language, path)
    catalog = polib.POFile(wrapwidth=WRAP, encoding="utf-8")
    catalog.metadata = header(old, language)
    catalog.metadata_is_fuzzy = bool(old and old.metadata_is_fuzzy)
    catalog.header = old.header if old else HEADER
    pool = _Pool(old or ())
    successors = {new: gone for gone, new in replaced.items()}
    for message in messages:
        entry = _entry(message)
        former, was_obsolete = pool.take(message)
        if former is not None:
            _keep(entry, former, message, summary, pool)
            if was_obsolete and _written(former):
                summary.returned.append(message.context)
        if not _written(entry):
            concept, dot, name = message.context.partition(".")
            predecessor = pool.peek(f"{successors[concept]}.{name}") if concept in successors else None
            if predecessor is not None and dot:
                _carry(entry, predecessor, message, summary)
            elif former is None and language:
                summary.new.append(message.context)
        catalog.append(entry)
    for entry in pool.rest():
        if not entry.obsolete:
            summary.removed.append(entry.msgctxt or entry.msgid)
        entry.obsolete = True
        entry.occurrences = []
        entry.comment = ""
        entry.flags = [flag for flag in entry.flags if flag not in OUR_FLAGS]
        catalog.append(entry)
    return catalog, summary


class _Pool:
    """The entries of the old catalog, to be taken by context; what nobody takes becomes obsolete."""

    def __init__(self, entries: Iterable[polib.POEntry]) -> None:
        self._active: dict[str, polib.POEntry] = {}
        self._obsolete: dict[str, list[polib.POEntry]] = {}
        self._others: list[polib.POEntry] = []
        for entry in entries:
            if entry.msgctxt is None or (not entry.obsolete and entry.msgctxt in self._active):
                self._others.append(entry)  # foreign, or a duplicate
            elif entry.obsolete:
                self._obsolete.setdefault(entry.msgctxt, []).append(entry)
            else:
                self._active[entry.msgctxt] = entry
        self._order = {id(entry): place for place, entry in enumerate(entries)}
        self._extra: list[polib.POEntry] = []

    def take(self, message: Message) -> tuple[polib.POEntry | None, bool]:
        """Return the entry that holds the message's translation, and whether it was obsolete."""
        active = self._active.pop(message.context, None)
        if active is not None and (_written(active) or not self._obsolete.get(message.context)):
            return active, False
        former = self._obsolete.get(message.context, [])
        if not former:
            return None, False
        same = [entry for entry in former if entry.msgid == message.text]
        chosen = (same or former)[-1]
        former.remove(chosen)
        if active is not None and active.tcomment and not chosen.tcomment:
            chosen.tcomment = active.tcomment
        return chosen, True

    def peek(self, context: str) -> polib.POEntry | None:
        """Return an entry without taking it."""
        return self._active.get(context) or next(reversed(self._obsolete.get(context, [])), None)

    def keep(self, entry: polib.POEntry) -> None:
        """Keep an entry as obsolete beside the one that was made of it."""
        self._extra.append(entry)

    def rest(self) -> list[polib.POEntry]:
        """Return what nobody took and a translator has written in, in the order of the old catalog."""
        left = [*self._active.values(), *self._others]
        for entries in self._obsolete.values():
            left += entries
        left = [entry for entry in left if _written(entry) or entry.tcomment]
        return sorted(left, key=lambda entry: (not entry.obsolete, self._order[id(entry)])) + self._extra


def _written(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _entry(message: Message) -> polib.POEntry:
    """Return a message as an entry without a translation."""
    return polib.POEntry(
        msgctxt=message.context,
        msgid=message.text,
        msgid_plural=message.plural,
        msgstr_plural={0: "", 1: ""} if message.plural else {},
        comment="\n".join(message.comments),
        occurrences=[(message.path, str(message.line) if message.line else "")] if message.path else [],
        flags=list(message.flags),
    )


def _keep(entry: polib.POEntry, former: polib.POEntry, message: Message, summary: Summary, pool: _Pool) -> None:
    """Give ``entry`` what a translator wrote in ``former``."""
    entry.tcomment = former.tcomment
    theirs = [flag for flag in former.flags if flag not in OUR_FLAGS and flag != "fuzzy"]
    ours = [flag for flag in entry.flags if f"no-{flag}" not in theirs]
    entry.flags = ["fuzzy"] * former.fuzzy + ours + theirs
    if message.plural and former.msgstr_plural:
        entry.msgstr_plural = dict(former.msgstr_plural)
    elif message.plural:
        forms = sorted(entry.msgstr_plural)
        entry.msgstr_plural = {**dict.fromkeys(forms, ""), 0: former.msgstr}
    elif former.msgstr_plural:
        texts = [former.msgstr_plural[index] for index in sorted(former.msgstr_plural)]
        entry.msgstr = texts[0]
        if any(texts[1:]):
            lost = _copy(former)
            lost.obsolete = True
            pool.keep(lost)
    else:
        entry.msgstr = former.msgstr
    same = former.msgid == message.text and (former.msgid_plural or "") == message.plural
    if same or message.kind == "list" or not _written(entry):
        if former.fuzzy:
            entry.previous_msgid = former.previous_msgid
            entry.previous_msgid_plural = former.previous_msgid_plural
            entry.previous_msgctxt = former.previous_msgctxt
        if not _written(entry):
            set_fuzzy(entry, False)
        return
    set_fuzzy(entry, True)
    # the text that the translation was made for, not one in between
    entry.previous_msgid = (former.fuzzy and former.previous_msgid) or former.msgid
    entry.previous_msgid_plural = (former.fuzzy and former.previous_msgid_plural) or former.msgid_plural or None
    summary.fuzzy.append(message.context)


def _carry(entry: polib.POEntry, former: polib.POEntry, message: Message, summary: Summary) -> None:
    """Give an empty entry the translation of the obsolete concept's, to be looked at."""
    if not _written(former):
        return
    if message.plural:
        entry.msgstr_plural = dict(former.msgstr_plural) or {0: former.msgstr, 1: ""}
    else:
        entry.msgstr = former.msgstr or former.msgstr_plural.get(0, "")
    set_fuzzy(entry, True)
    entry.previous_msgctxt = former.msgctxt
    entry.previous_msgid = former.msgid
    entry.previous_msgid_plural = former.msgid_plural or None
    summary.carried.append(message.context)


def _copy(entry: polib.POEntry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=entry.msgstr,
        msgstr_plural=dict(entry.msgstr_plural),
        tcomment=entry.tcomment,
        flags=[flag for flag in entry.flags if flag not in OUR_FLAGS],
    )


# --- headers ---

HEADER = (
    "The terms and texts of imsterms, the reference vocabulary of intramuscular stimulation.\n"
    "Licence of the content: CC BY 4.0. How to translate: locales/README.md."
)
_METADATA = {
    "Project-Id-Version": "imsterms",
    "Report-Msgid-Bugs-To": "https://example.org/imsterms/issues",
    "POT-Creation-Date": FROZEN_DATE,
    "PO-Revision-Date": FROZEN_DATE,
    "Last-Translator": "imsterms",
    "Language-Team": "imsterms",
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def header(old: polib.POFile | None, language: str) -> dict[str, str]:
    """Return a catalog's header: what stands there already, and what a header must have."""
    metadata = {**_METADATA, **(old.metadata if old else {})}
    metadata["Content-Type"] = _METADATA["Content-Type"]
    metadata["Content-Transfer-Encoding"] = _METADATA["Content-Transfer-Encoding"]
    if language:
        metadata["Language"] = metadata.get("Language") or language
        metadata.setdefault("Plural-Forms", plural_forms(language))
    return metadata


def plural_forms(language: str) -> str:
    """Return the ``Plural-Forms`` header of a language, from the rules that Babel has from CLDR.

    >>> plural_forms("nb")
    'nplurals=2; plural=(n != 1);'
    """
    from babel.core import UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        rule = get_plural(language.replace("-", "_")).plural_forms
    except (UnknownLocaleError, ValueError):  # a language that CLDR has no rule for
        rule = "nplurals=2; plural=(n != 1);"
    return f"{rule.rstrip(';')};"
