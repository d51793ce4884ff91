"""Bring the template and the catalogs up to date with the sources, and begin one in a new language.

A changed English text keeps its translation, which turns fuzzy and remembers the previous msgid; a removed message
becomes obsolete (``#~``) and comes back with its translation when the message returns (``merge``). A run without
changes leaves every byte as it was.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

import polib

from ..errors import CatalogError, UnknownLanguageError
from ..files import clear_leftovers, make_folder, shown_path, write_atomically
from ..languages.profile import no_profile, profile, profiles
from ..languages.tags import is_english, match, spelt
from .files import catalog_bytes, catalog_path, catalogs, existing, made_of, read_catalog, write_catalog
from .merge import Summary, merge
from .messages import KINDS, Message
from .proof import lost

TEMPLATE = "imsterms.pot"

Track = Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]]
"""Something that passes (language, path) pairs through and shows how far along it is."""


def update(
    locales: str,
    messages: Iterable[Message],
    replaced: Mapping[str, str],
    *,
    languages: Collection[str] = (),
    write: bool = True,
    root: str | None = None,
    track: Track = iter,
    about: Mapping[str, str] | None = None,
    lies_on: Callable[[str], bool] = lambda _context: False,
    current: Collection[str] = (),
) -> list[Summary]:
    """Update the template and every catalog below ``locales``, or those of ``languages``.

    ``replaced`` names obsolete concepts and what replaced them; ``about`` is what a new header says; messages of which
    ``lies_on`` is true are kept as they are; ``current`` are paths of files that are known to be up to date. With
    ``write`` false nothing is written and the summaries say what would be. All catalogs are read before the first is
    written; each is replaced whole or not at all. A file that an editor saves meanwhile is read again, and none is
    written that says less than before. Raises CatalogError, and UnknownLanguageError where there is no catalog of one
    of ``languages``.
    """
    messages = list(messages)
    contexts = {message.context for message in messages}
    wanted = wanted_files(locales, languages)

    def merged(language: str, path: str, first: bool = False) -> tuple[bytes | None, tuple[bytes, Summary]]:
        """Return what the file of a catalog holds, what it must hold, and what that changes."""
        shown = shown_path(path, root)
        old = read_catalog(path, shown, first=first) if language or os.path.exists(path) else None
        source = old.source if old is not None else None
        kept = [_as_it_is(entry) for entry in old or () if not entry.obsolete and entry.msgctxt not in contexts]
        kept = [message for message in kept if lies_on(message.context)]
        catalog, summary = merge(old, [*messages, *kept], replaced, language, path, about)
        content = catalog_bytes(catalog, source or b"")
        summary.changed = content != source
        if source and summary.changed and (missing := lost(source, content)):
            if first:
                return merged(language, path)
            said = "; ".join(repr(text[:60]) for text in missing[:5])
            raise CatalogError(f"{shown}: nothing is written, because the update would lose what is there: {said}")
        return source, (content, summary)

    # the template is made anew, unless somebody has written in it
    work = [None if path in current else merged(language, path, first=not language) for language, path in track(wanted)]
    if write:
        clear_leftovers(path for _, path in wanted)
    summaries = []
    for (language, path), made in zip(wanted, work, strict=True):
        if made is None:
            summaries.append(Summary(language, path))
            continue
        content, summary = made_of(path, partial(merged, language, path), made) if write else made[1]
        if write and summary.changed:
            make_folder(os.path.dirname(path))
            write_atomically(path, content)
        summaries.append(summary)
    return summaries


def wanted_files(locales: str, languages: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return the files that ``update`` serves, each with its language; that of the template is empty.

    Raises UnknownLanguageError.
    """
    present = dict(catalogs(locales))
    chosen = {existing(language, present) for language in languages}
    wanted = [(language, path) for language, path in present.items() if not chosen or language in chosen]
    return [("", os.path.join(locales, TEMPLATE)), *wanted]


def _as_it_is(entry: polib.POEntry) -> Message:
    """Return the message that asks for just what an entry is."""
    concept, _, field = (entry.msgctxt or "").partition(".")
    comments = tuple(entry.comment.splitlines()) if KINDS.get(field) != "words" else ()
    return Message(
        entry.msgctxt or "",
        entry.msgid,
        entry.msgid_plural or "",
        kind=KINDS.get(field, "text"),
        comments=comments,
        reference=entry.occurrences[0][0] if entry.occurrences else "",
        concept=concept if field in KINDS else "",
        field=field if field in KINDS else "",
    )


def new_catalog(
    locales: str, language: str, messages: Iterable[Message], about: Mapping[str, str] | None = None
) -> str:
    """Write an empty catalog for a language, with its plural rule; return its path.

    ``about`` is what the termbase says of itself, for the header. Raises UnknownLanguageError where ``language`` is not
    a language tag or has no plural rule, CatalogError where there is a catalog already.
    """
    tag = language_tag(language)
    if is_english(tag):
        raise UnknownLanguageError("English is the source language; its words are in the YAML, not in a catalog")
    path = catalog_path(locales, tag)
    if os.path.exists(path):
        raise CatalogError(f"there is a catalog for '{tag}' already, {path}; 'imsterms catalog update' serves it")
    catalog, _ = merge(None, list(messages), {}, tag, path, about)
    write_catalog(catalog, path)
    return path


def language_tag(language: str) -> str:
    """Return a language as the tag that its catalog's folder is named by.

    Raises UnknownLanguageError where no profile states the language's plural rule and CLDR has none either.

    >>> language_tag("PT_br"), language_tag("pl"), language_tag("sv-FI"), language_tag("de-CH")
    ('pt-BR', 'pl', 'sv', 'de-CH')
    """
    from babel.core import Locale, UnknownLocaleError

    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language):
        raise UnknownLanguageError(f"'{language[:40]}' is not a language tag; write one such as pl, se or pt-BR")
    tag = spelt(language)
    described = match(tag, profiles())
    if described:
        return tag if tag == profile(described).other_form else described
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise UnknownLanguageError(f"{no_profile(tag)}; CLDR has no plural rule for it either") from None
    return tag
