"""Catalogs of the first edition, turned into the messages of today.

There, a concept's abbreviation, plain wording, synonyms, spellings and further forms were messages of their own, and
the definite form was counted. Nothing that a translator wrote is lost: comments, fuzzy marks, previous texts and
obsolete messages go along.
"""

from collections.abc import Iterable, Mapping

import polib

from ..languages.plurals import headword_and_plural, served_rule
from ..termbase.designation import designations_in, lines_of, named_forms
from ..termbase.model import NOTHING, TEXTS
from ..termbase.records import ListField, PhraseField
from .words import Words

_PHRASES: tuple[PhraseField, ...] = ("abbreviation", "plain")
_LISTS: tuple[ListField, ...] = ("admitted", "variants", "deprecated")
_TEXTS = ("definition", "explanation", "notes")
FIELDS = (*_PHRASES, *_LISTS, "term.more")
"""The fields that had messages of words of their own; so had texts that the English does not have."""


def modernise(catalog: polib.POFile) -> None:
    """Replace the messages of the first edition by those of today, each in its place; others are left as they are."""
    groups: dict[tuple[str, bool], dict[str, polib.POEntry]] = {}
    entries: list[polib.POEntry] = []
    for entry in catalog:
        concept, _, field = (entry.msgctxt or "").partition(".")
        if "/" in concept:
            field = ""  # a word of the interface may be called as a field of concepts is
        if field == "term.the" and entry.msgid_plural:
            entries += _uncounted(entry, concept, catalog.metadata)
        elif field not in FIELDS and not (field in _TEXTS and entry.msgid == NOTHING):
            entries.append(entry)
        elif field not in (parts := groups.setdefault((concept, bool(entry.obsolete)), {})):
            if not parts:
                entries.append(entry)  # the words take the place of the first of them
            parts[field] = entry
        else:
            entries.append(entry)  # a duplicate
    words = {id(next(iter(parts.values()))): _words_entry(concept, parts) for (concept, _), parts in groups.items()}
    catalog[:] = [words.get(id(entry), entry) for entry in entries]


def _uncounted(entry: polib.POEntry, concept: str, header: Mapping[str, str]) -> list[polib.POEntry]:
    """Return the definite singular and plural that were the slots of one message."""
    language = header.get("Language", "").replace("_", "-")
    rule = served_rule(header.get("Plural-Forms", ""), language)
    texts = tuple(entry.msgstr_plural[slot] for slot in sorted(entry.msgstr_plural)) or (entry.msgstr, "")
    singular, plural = headword_and_plural(texts, rule, language) if len(texts) > 1 else (texts[0], "")
    made = [
        _entry(f"{concept}.term.the", entry.msgid, singular, [entry]),
        _entry(f"{concept}.term.the.plural", entry.msgid_plural, plural, [entry]),
    ]
    made[0].previous_msgid = entry.previous_msgid
    made[1].previous_msgid = entry.previous_msgid_plural
    made[1].tcomment = ""
    return made


def _words_entry(concept: str, parts: Mapping[str, polib.POEntry]) -> polib.POEntry:
    """Return the message of words that several messages of the first edition are now."""
    answers = {field: entry.msgstr for field, entry in parts.items() if entry.msgstr.strip()}
    words = Words(forms=named_forms(lines_of(answers.get("term.more", ""))), notes=lines_of(answers.get("notes", "")))
    for phrase in _PHRASES:
        if (text := answers.get(phrase, NOTHING)) != NOTHING:
            words.phrases[phrase] = " ".join(text.split())
    for name in _LISTS:
        if listed := designations_in(answers.get(name, "")):
            words.lists[name] = listed
    words.texts = {name: text for name in TEXTS if (text := answers.get(name, NOTHING)) != NOTHING}
    text = "\n".join(words.lines())
    if not text and len(answers) == len(parts):
        text = NOTHING
    entries = [entry for entry in parts.values() if entry.fuzzy] or list(parts.values())
    made = _entry(f"{concept}.words", f"other words and forms: {concept.replace('_', ' ')}", text, parts.values())
    made.previous_msgctxt, made.previous_msgid = entries[0].previous_msgctxt, entries[0].previous_msgid
    return made


def _entry(context: str, msgid: str, text: str, former: Iterable[polib.POEntry]) -> polib.POEntry:
    """Return an entry with what translators wrote beside its former entries."""
    former = list(former)
    return polib.POEntry(
        msgctxt=context,
        msgid=msgid,
        msgstr=text,
        tcomment=joined_comments(entry.tcomment for entry in former),
        flags=list(dict.fromkeys(flag for entry in former for flag in entry.flags)),
        obsolete=former[0].obsolete,
        linenum=former[0].linenum,
    )


def joined_comments(comments: Iterable[str]) -> str:
    """Return comments as one, without saying a line twice.

    >>> joined_comments(["a\\n\\nb", "", "b\\nc"])
    'a\\n\\nb\\nc'
    """
    first, *others = [*filter(None, comments), ""]
    lines = first.split("\n")
    lines += dict.fromkeys(line for comment in others for line in comment.split("\n") if line and line not in lines)
    return "\n".join(lines)
