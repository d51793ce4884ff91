"""Our own merge of a catalog with the messages of today, by msgctxt: it drops nothing that a translator wrote.

Translations, translators' comments and their own flags are kept; references, extracted comments and our own flags are
written anew. A changed English text makes its translation outdated, unless the change is mechanical: another id for
the same term, typography, the forms of references. Taken back, a change leaves no trace. No two entries of the result
have the same msgctxt and msgid, which gettext's tools refuse: what a translator wrote a second time is set aside as an
obsolete entry whose msgctxt has a number in brackets.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polib

from ..languages.plurals import plural_count, plural_forms, served_rule
from ..termbase.model import NOTHING
from .files import mark_outdated, own_flags, set_fuzzy, state, written
from .first_edition import joined_comments
from .messages import SERVED, Message, asked, context_of
from .parser import Catalog
from .review import keep_review, rejoined
from .words import is_nothing

FROZEN_DATE = "2026-11-22 12:00+0000"
"""POT-Creation-Date of a new template; it never changes afterwards, so that a run without changes changes nothing."""

_ENCODING = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}

COMMENT = (
    "The terms and texts of imsterms, the reference vocabulary of intramuscular stimulation.\n"
    "Licence of the content: CC BY 4.0. How to translate: locales/README.md."
)

_SET_ASIDE = re.compile(r" \(\d+\)\Z")


HAPPENED = ("new", "to review", "obsolete", "returned", "carried over")
"""What an update does to messages: they were not there before and have no translation, their English text changed, they
are not asked any more, they came back with the translation they had, or took over that of an obsolete concept's."""


@dataclass(slots=True)
class Summary:
    """What an update did to one catalog."""

    language: str
    path: str
    changed: bool = False
    """Whether the file's bytes change."""
    happened: dict[str, list[str]] = field(default_factory=lambda: {what: [] for what in HAPPENED})

    @property
    def contexts(self) -> dict[str, list[str]]:
        """The contexts of the messages that changed, by what happened to them."""
        return {what: contexts for what, contexts in self.happened.items() if contexts}

    def __str__(self) -> str:
        parts = [f"{len(contexts)} {what}" for what, contexts in self.contexts.items()]
        if not parts:
            parts = ["comments, references or order changed"] if self.changed else ["up to date"]
        return f"{self.language or 'template'}: {', '.join(parts)}"


def merge(
    old: Catalog | None,
    messages: Sequence[Message],
    replaced: Mapping[str, str],
    language: str,
    path: str,
    about: Mapping[str, str] | None = None,
) -> tuple[Catalog, Summary]:
    """Return a catalog of ``messages`` with the translations of ``old``, and what changed.

    ``about`` is what the termbase says of itself, for the header of a new catalog. ``replaced`` names obsolete concepts
    and what replaced them. ``old`` is not used any more afterwards.
    """
    summary = Summary(language, path)
    catalog = Catalog()
    catalog.metadata = header(old, language, about)
    catalog.metadata_is_fuzzy = bool(old is not None and old.metadata_is_fuzzy)
    # a tool may have broken its lines
    stated = comment(about)
    catalog.header = stated if old is None or old.header.split() == stated.split() else old.header
    catalog.epilogue = old.epilogue if old is not None else ""
    forms = plural_count(served_rule(catalog.metadata["Plural-Forms"], language)) if language else 2
    renames = _renames(old or (), messages, replaced)
    former_contexts = {message.former: message.context for message in messages if message.former}
    pool = _Pool(_with_contexts(old or (), messages), former_contexts, renames)
    predecessors: dict[str, list[str]] = {}
    for gone, successor in replaced.items():
        predecessors.setdefault(successor, []).append(gone)
    for message in asked(messages, language):
        entry = _entry(message, forms, language)
        former, was_obsolete = pool.take(message)
        if former is not None:
            _keep(entry, former, message, summary, pool, renames)
            if was_obsolete and written(former):
                summary.happened["returned"].append(message.context)
            if message.context in pool.renamed and written(former):
                summary.happened["carried over"].append(message.context)
        if not written(entry):
            contexts = (context_of(concept, message.field) for concept in predecessors.get(message.concept, ()))
            predecessor = next(filter(None, map(pool.written, contexts)), None)
            if predecessor is not None:
                _carry(entry, predecessor, message, summary)
            elif former is None and language:
                summary.happened["new"].append(message.context)
        catalog.append(entry)
    rest = pool.rest()
    if not rest:
        return catalog, summary
    taken = {(entry.msgctxt, entry.msgid): entry for entry in catalog}
    unasked = {message.context for message in messages}.difference(entry.msgctxt for entry in catalog)
    said = {text for entry in catalog for text in (entry.msgstr, *entry.msgstr_plural.values())}
    for entry in rest:
        if entry.msgctxt in unasked and entry.fuzzy and {entry.msgstr, *entry.msgstr_plural.values()} <= said:
            continue  # msgmerge guesses answers to questions that the language is not asked
        if not entry.obsolete:
            summary.happened["obsolete"].append(entry.msgctxt or entry.msgid)
        if not _says_the_same(taken.get((entry.msgctxt, entry.msgid)), entry):
            set_aside(entry, taken)
            catalog.append(entry)
    return catalog, summary


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


def _renames(
    entries: Iterable[polib.POEntry], messages: Sequence[Message], replaced: Mapping[str, str]
) -> dict[str, str]:
    """Return the new id of each concept that has another one: the sources say so, or the term is the same."""
    terms = {entry.msgctxt: entry.msgid for entry in entries if not entry.obsolete and entry.msgctxt}
    before = {context.removesuffix(".term"): term for context, term in terms.items() if context.endswith(".term")}
    now = {message.concept: message.text for message in messages if message.field == "term"}
    new = {term: concept for concept, term in now.items() if concept not in before}
    renames = {concept: new[term] for concept, term in before.items() if concept not in now and term in new}
    return renames | {gone: concept for gone, concept in replaced.items() if concept in now}


_FORMULA = ("=", "+", "-", "@")
"""What begins a formula in a table, and is written after an apostrophe there."""
_OTHER_MARKS = dict.fromkeys(map(ord, "‘’‚‛′"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_OTHER_MARKS |= dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | {ord("…"): "..."}
_FORM = re.compile(r"(?<=\})\[[^\]]*\]")
_NAME = re.compile(r"(?<!\{)\{(\w+)\}")


def _says_as_much(before: str, now: str, renames: Mapping[str, str]) -> bool:
    """Return whether two English texts differ in nothing that a translation would show.

    >>> _says_as_much("{band}[a] – 'x'", "{tight_band}[the] - ’x’", {"band": "tight_band"})
    True
    """
    if before == now:
        return True
    first, second = (" ".join(_FORM.sub("", text).translate(_OTHER_MARKS).split()) for text in (before, now))
    return _renamed(first, renames) == second


def _renamed(text: str, renames: Mapping[str, str]) -> str:
    """Return a text with its references to renamed concepts put right."""
    return _NAME.sub(lambda name: f"{{{renames.get(name[1], name[1])}}}", text) if renames else text


def _with_contexts(entries: Iterable[polib.POEntry], messages: Sequence[Message]) -> Iterable[polib.POEntry]:
    """Return entries with the msgctxts that a tool dropped (XLIFF has none); no two messages have the same text."""
    contexts: dict[str, str] = {}
    for entry in entries:
        if not entry.msgctxt and not entry.obsolete:
            contexts = contexts or {message.text: message.context for message in messages}
            entry.msgctxt = contexts.get(entry.msgid, entry.msgctxt)
    return entries


class _Pool:
    """The entries of the old catalog, to be taken by context; those not taken become obsolete."""

    def __init__(
        self, entries: Iterable[polib.POEntry], renamed: Mapping[str, str], renames: Mapping[str, str]
    ) -> None:
        """``renamed`` says which contexts of the first edition have other names now, ``renames`` which concepts."""
        self.renamed: set[str] = set()
        """The contexts whose concept had another id."""
        entries = list(entries)
        present = {entry.msgctxt for entry in entries if not entry.obsolete}
        self._active: dict[str, polib.POEntry] = {}
        self._obsolete: dict[str, list[polib.POEntry]] = {}
        self._others: list[polib.POEntry] = []
        self._order: dict[int, int] = {}
        for place, entry in enumerate(entries):
            self._order[id(entry)] = place
            context = renamed.get(entry.msgctxt, entry.msgctxt)
            concept, dot, field = (context or "").partition(".")
            successor = f"{renames.get(concept)}.{field}"
            if dot and concept in renames and not entry.obsolete and successor not in present:
                context = successor
                self.renamed.add(context)
            if entry.previous_msgctxt == entry.msgctxt:
                entry.previous_msgctxt = context
            entry.msgctxt = context
            first = self._active.get(entry.msgctxt)
            if entry.msgctxt and (entry.obsolete or _SET_ASIDE.search(entry.msgctxt)):
                self._obsolete.setdefault(_SET_ASIDE.sub("", entry.msgctxt), []).append(entry)
            elif not entry.msgctxt:
                self._others.append(entry)  # foreign: it stays, as obsolete
            elif first is None:
                self._active[entry.msgctxt] = entry
            elif written(first) or not written(entry):
                self._others.append(entry)  # a duplicate
            else:
                self._active[entry.msgctxt] = entry
                self._others.append(first)
        self._extra: list[polib.POEntry] = []

    def take(self, message: Message) -> tuple[polib.POEntry | None, bool]:
        """Return the entry that holds the message's translation, and whether it was obsolete."""
        active = self._active.pop(message.context, None)
        former = self._obsolete.get(message.context, [])
        if not former or (active is not None and written(active)):
            return active, False
        # the best of them, of equals the last: one that says something, and for the English text of today
        chosen = max(reversed(former), key=lambda entry: (written(entry), entry.msgid == message.text))
        if active is not None and not written(chosen):
            return active, False
        _remove(former, chosen)
        if active is not None:
            chosen.tcomment = joined_comments([chosen.tcomment, active.tcomment])
            chosen.flags += [flag for flag in active.flags if flag not in chosen.flags]
        return chosen, True

    def take_plural(self, message: Message, singular: str) -> polib.POEntry | None:
        """Return what was set aside when the message lost its plural, if its singular is still ``singular``."""
        for entry in self._obsolete.get(message.context, ()):
            if entry.msgid_plural and entry.msgstr_plural.get(0) == singular:
                _remove(self._obsolete[message.context], entry)
                return entry
        return None

    def written(self, context: str) -> polib.POEntry | None:
        """Return an entry that says something, without taking it."""
        active = [self._active[context]] if context in self._active else []
        return next(filter(written, (*active, *reversed(self._obsolete.get(context, ())))), None)

    def keep(self, entry: polib.POEntry) -> None:
        """Keep the texts of an entry beside the one that was made of it."""
        kept = polib.POEntry(obsolete=True, msgctxt=entry.msgctxt, msgid=entry.msgid, msgid_plural=entry.msgid_plural)
        kept.msgstr_plural, kept.flags = entry.msgstr_plural, ["fuzzy"] * entry.fuzzy
        self._order[id(kept)] = len(self._order)
        self._extra.append(kept)

    def rest(self) -> list[polib.POEntry]:
        """Return the entries not taken that a translator has written in: obsolete ones first, in their order."""
        left = [*self._active.values(), *self._others, *self._extra]
        for entries in self._obsolete.values():
            left += entries
        left = [entry for entry in left if written(entry) or entry.tcomment or own_flags(entry)]
        return sorted(left, key=lambda entry: (not entry.obsolete, self._order[id(entry)]))


def _remove(entries: list[polib.POEntry], gone: polib.POEntry) -> None:
    """Remove this very entry; ``list.remove`` would take one that polib finds equal."""
    entries[:] = [entry for entry in entries if entry is not gone]


def _entry(message: Message, forms: int, language: str) -> polib.POEntry:
    """Return a message as an entry without a translation."""
    return polib.POEntry(
        msgctxt=message.context,
        msgid=message.text,
        msgid_plural=message.plural,
        msgstr_plural=dict.fromkeys(range(forms), "") if message.plural else {},
        comment="\n".join(message.comments_for(language)),
        occurrences=[(message.reference, "")] if message.reference else [],
        flags=list(message.flags),
    )


def _keep(
    entry: polib.POEntry,
    former: polib.POEntry,
    message: Message,
    summary: Summary,
    pool: _Pool,
    renames: Mapping[str, str],
) -> None:
    """Give ``entry`` what a translator wrote in ``former``."""
    entry.tcomment = rejoined(former.tcomment)
    theirs = own_flags(former)
    entry.flags = [flag for flag in entry.flags if f"no-{flag}" not in theirs] + theirs
    if message.plural and not former.msgstr_plural:
        aside = pool.take_plural(message, former.msgstr) if former.msgstr else None
        _fill(entry, aside.msgstr_plural if aside is not None else {0: former.msgstr})
    elif message.plural:
        _fill(entry, former.msgstr_plural)
    elif former.msgstr_plural:
        texts = [former.msgstr_plural[index] for index in sorted(former.msgstr_plural)]
        entry.msgstr = next(filter(None, texts), "")
        if any(texts[1:]):
            pool.keep(former)
    else:
        entry.msgstr = former.msgstr
    set_fuzzy(entry, former.fuzzy and written(entry))
    if not written(entry):
        return
    entry.msgstr = _unescaped(entry.msgstr, message)
    entry.msgstr_plural = {place: _unescaped(text, message) for place, text in entry.msgstr_plural.items()}
    if renames and message.kind != "form":
        entry.msgstr = _renamed(entry.msgstr, renames)

    def says_as_much(singular: str | None, plural: str | None) -> bool:
        same = _says_as_much(singular or "", message.text, renames)
        return same and (not (plural and message.plural) or _says_as_much(plural, message.plural, renames))

    if former.fuzzy:
        # the text that the translation was made for, not one in between
        entry.previous_msgctxt = former.previous_msgctxt
        entry.previous_msgid = _renamed(former.previous_msgid or "", renames) or former.previous_msgid
        entry.previous_msgid_plural = former.previous_msgid_plural
        if state(former) == "outdated" and says_as_much(former.previous_msgid, former.previous_msgid_plural):
            set_fuzzy(entry, False)
            entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    elif says_as_much(former.msgid, former.msgid_plural):
        keep_review(entry, former)
    elif message.kind not in ("words", "notes"):
        mark_outdated(entry, former.msgid, former.msgid_plural)
        summary.happened["to review"].append(message.context)


def _unescaped(text: str, message: Message) -> str:
    """Return a translation without what spreadsheets, and typists, make of its first sign or of a single hyphen."""
    if message.kind != "text" and is_nothing(text):
        return NOTHING
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA and text[1:2] == message.text[:1] else text


def _fill(entry: polib.POEntry, texts: Mapping[int, str]) -> None:
    """Write plural forms into an entry; forms beyond those of the language stay if they say something."""
    last = max((index for index, text in texts.items() if text), default=0)
    entry.msgstr_plural |= {
        index: text for index, text in texts.items() if index <= last or index in entry.msgstr_plural
    }


def _carry(entry: polib.POEntry, former: polib.POEntry, message: Message, summary: Summary) -> None:
    """Give an empty entry the translation of the obsolete concept's, to be looked at if the English differs."""
    if message.plural:
        _fill(entry, former.msgstr_plural or {0: former.msgstr})
    else:
        entry.msgstr = former.msgstr or next(filter(None, former.msgstr_plural.values()))
    entry.tcomment = joined_comments([entry.tcomment, former.tcomment])
    if state(former) not in SERVED:
        set_fuzzy(entry, True)
    elif former.msgid != message.text and message.kind not in ("words", "notes"):
        mark_outdated(entry, former.msgid, former.msgid_plural)
    summary.happened["carried over"].append(message.context)


def _says_the_same(entry: polib.POEntry | None, other: polib.POEntry) -> bool:
    """Return whether an entry says all that another says, so that the other may go."""
    if entry is None or not set(other.tcomment.split("\n")) <= {"", *entry.tcomment.split("\n")}:
        return False
    return (other.msgstr, other.msgstr_plural) in ((entry.msgstr, entry.msgstr_plural), ("", {}))


def set_aside(entry: polib.POEntry, taken: dict[tuple[str, str], polib.POEntry]) -> None:
    """Make an entry obsolete, under a context of its own where the one that it has is taken."""
    base = _SET_ASIDE.sub("", entry.msgctxt or "")
    number = 1
    while (entry.msgctxt, entry.msgid) in taken or not (entry.msgctxt or entry.msgid):
        number += 1
        entry.msgctxt = f"{base} ({number})"
    taken[entry.msgctxt, entry.msgid] = entry
    entry.obsolete = True
    entry.occurrences = []
    entry.comment = ""
    set_fuzzy(entry, entry.fuzzy and written(entry))
    entry.flags = ["fuzzy"] * entry.fuzzy + own_flags(entry)
