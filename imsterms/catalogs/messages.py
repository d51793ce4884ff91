"""The messages of a termbase: which msgctxt holds what.

``extract`` says what there is to translate; ``records`` turns translations into the runtime data of one language.
The language of the sources, English unless they say another, is its own translation.
"""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

from ..errors import TextError
from ..languages.plurals import counts_of
from ..languages.profile import Profile, profile
from ..languages.tags import is_english
from ..termbase.designation import designations_in, list_of, named_forms
from ..termbase.model import (
    LISTS,
    NOTHING,
    PHRASES,
    TEXTS,
    UNKNOWN,
    ArticleEntry,
    ConceptEntry,
    InterfaceWord,
    Source,
    Termbase,
)
from ..termbase.text import parse
from .first_edition import FIELDS
from .review import Review
from .words import Words, offered_names

UNITS = "units"
"""The group of interface words that have plurals and contexts of their own (``unit/day``)."""

Translations = Mapping[str, "Translation"]

State = Literal["missing", "guessed", "doubted", "outdated", "translated", "reviewed"]
"""How far a text is: not written; put in by a tool from another message; marked by a translator; made for an English
text that has changed since; done; done and read by another person, or again."""
SERVED = ("outdated", "translated", "reviewed")
"""The states whose texts are used."""

FORM_FIELDS = {"term.plural": "plural", "term.the": "the", "term.the.plural": "the plural", "term.a": "a"}
"""The fields for a form of a term that is not used after a number, with the form's name."""

KINDS: dict[str, str] = {
    "term": "form",
    **dict.fromkeys(FORM_FIELDS, "form"),
    "words": "words",
    **dict.fromkeys(TEXTS, "text"),
    "notes": "notes",
}
"""What the message of each field of a concept is: ``form`` (a form of a term), ``words`` (``name: word`` lines),
``notes`` (a text a line) or ``text``."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalog says for one message."""

    texts: tuple[str, ...]
    """The msgstr, or one for each plural form; empty strings where nothing is written yet."""
    state: State = "translated"
    review: Review | None = None
    """Who has read it, and when, if its state is ``reviewed``."""

    @property
    def is_served(self) -> bool:
        """Whether the library uses the translation: a guess or one that a translator doubts is as good as none."""
        return self.state in SERVED


@dataclass(slots=True)
class Message:
    """One message of the catalogs. Nothing changes one; ``frozen`` would make it three times as slow to make."""

    context: str
    """The msgctxt, which no other message has."""
    text: str
    """The msgid: the English text."""
    plural: str = ""
    """The msgid_plural, where the message has one."""
    kind: str = "text"
    """One of the values of ``KINDS``; ``text`` for articles and the interface."""
    comments: tuple[str, ...] = ()
    """What the message is and what is asked for, a line each; for ``.words``, the English lines."""
    means: str = ""
    """What the concept is, in English without references."""
    path: str = ""
    """The file, as findings name it."""
    line: int = 0
    reference: str = ""
    """The file, as catalogs name it: below the folder of the sources."""
    english: tuple[str, ...] = ()
    """What the sources' language itself has here, where that is not ``text`` (and ``plural``)."""
    concept: str = ""
    """Id of the concept that the message is of; empty for articles and the interface."""
    field: str = ""
    """Which field of the concept the message holds, such as ``term.the``."""
    article: str = ""
    """Id of the article that the message is of."""

    former: str = ""
    """The msgctxt that the message had in the first edition of the catalogs, where it had another."""

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of the message in a .po file."""
        return ("python-brace-format",) if self.kind == "text" else ()

    @property
    def own(self) -> Translation:
        """The message as the translation of the sources' language into itself."""
        return Translation(self.english or ((self.text, self.plural) if self.plural else (self.text,)))

    def comments_for(self, language: str) -> tuple[str, ...]:
        """Return what a catalog tells its translators; the template's has no language."""
        means = (f"Means: {self.means}",) if self.means else ()
        if self.kind != "words":
            return (*self.comments, *means)
        stated = profile(language)
        whose = stated.name if language and stated.exists else "your language"
        names = ", ".join(offered_names(language)).replace(" not,", " not (with the reason: 'not: word # reason'),")
        more = "" if language else " and the forms that your language has"
        end = " These are your own words; they need not be the English ones:" if self.comments else ""
        return (
            f"What {whose} has besides the term, one 'name: word' a line. Names: {names}{more}.",
            f"Forms after bars: 'also: word | form | form'. A single '-' if there is nothing.{end}",
            *self.comments,
            *means,
        )

    def asked_of(self, language: Profile) -> bool:
        """Return whether a translator into a language is asked for the message; every one is in the template."""
        return self.field not in FORM_FIELDS or FORM_FIELDS[self.field] in asked_forms(language)


@cache
def asked_forms(language: Profile) -> frozenset[str]:
    """Return the forms of a term that a translator into a language is asked for, beside those after a number.

    A language without a profile is asked for every form but a plural of its own.

    >>> sorted(asked_forms(profile("nb"))), sorted(asked_forms(profile("fi")))
    (['a', 'the', 'the plural'], ['plural'])
    """
    counted = language.bare_plural != "own" or not language.exists
    return frozenset(language.stored_forms) - ({"plural"} if counted else set[str]())


def context_of(concept: str, field: str) -> str:
    """Return the msgctxt of a concept's field."""
    return f"{concept}.{field}"


def field_of(key: str) -> str:
    """Return the field in whose message a catalog has what the sources state under ``key``.

    >>> field_of("admitted"), field_of("definition")
    ('words', 'definition')
    """
    return "words" if key in ("more", *PHRASES, *LISTS) else key


def words_among(contexts: Iterable[str]) -> frozenset[str]:
    """Return the msgctxts of a catalog whose messages are words, not prose: forms of terms, and what else a language
    has.

    Only the catalog of a termbase has such messages; there, every concept has a term and a definition.

    >>> sorted(words_among(["needle.term", "needle.definition", "needle.notes", "needle.words", "menu.term"]))
    ['needle.term', 'needle.words']
    """
    contexts = frozenset(contexts)
    words = set()
    for context in contexts:
        concept, _, field = context.partition(".")
        of_concept = context_of(concept, "term") in contexts and context_of(concept, "definition") in contexts
        if of_concept and (KINDS.get(field) in ("form", "words") or field in FIELDS):
            words.add(context)
    return frozenset(words)


def asked(messages: Iterable[Message], language: str) -> list[Message]:
    """Return the messages that a translator into ``language`` is asked for; all of them where it is empty."""
    stated = profile(language)
    return [message for message in messages if not language or message.asked_of(stated)]


def extract(termbase: Termbase, concepts: Container[str] | None = None) -> list[Message]:
    """Return the messages of a termbase in the order of its sources, those that only some languages are asked for
    included; of its concepts only those of ``concepts``, if that is given."""
    messages: list[Message] = []
    for entry in termbase.concepts.values():
        if not entry.replaced_by and (concepts is None or entry.id in concepts):
            messages += _of_concept(termbase, entry)
    for article in termbase.articles.values():
        messages += _of_article(termbase, article)
    for word in termbase.interface.values():
        messages.append(_of_interface(termbase, word))
    messages += _of_sources(termbase)
    return messages


def english(termbase: Termbase) -> dict[str, Translation]:
    """Return the language of the sources, which ours have in English, as the translation of itself."""
    return {message.context: message.own for message in extract(termbase)}


def _of_concept(termbase: Termbase, entry: ConceptEntry) -> Iterator[Message]:
    term = entry.term if entry.term not in ("", NOTHING) else entry.id.replace("_", " ")
    known_plural = entry.plural if entry.countable and entry.plural != UNKNOWN else ""
    plural = known_plural or (term if entry.countable else "")
    is_ours = is_english(termbase.language)
    here = partial(
        Message,
        means=readable(termbase, entry.definition),
        path=entry.path,
        reference=_reference(termbase, entry.path),
        concept=entry.id,
    )

    def message(field: str, text: str, *comments: str, **more: Any) -> Message:
        key = "term" if field.startswith(("term", "words")) else field
        line = entry.lines.get(key, entry.lines.get("id", 0))
        context = context_of(entry.id, field)
        return here(context, text, kind=KINDS[field], comments=comments, line=line, field=field, **more)

    own = counts_of(entry.term, known_plural, termbase.language) if plural and not (is_ours and known_plural) else ()
    if term != entry.term:
        own = (entry.term,)
    counting = f", with a number before it: 1 {term}, 2 {plural}." if plural else "."
    noun = "Name" if entry.part_of_speech == "proper noun" else "Noun"
    yield message("term", term, f"{noun}{counting}", plural=plural, english=own)
    if entry.inflected:
        # articles of a language other than English stand among the words, if at all
        has_articles = is_ours and entry.article != UNKNOWN
        the, a = ("the ", f"{entry.article} ") if has_articles else ("the: ", "a: ")
        unstated = () if has_articles else ("",)
        unstated_plural = () if is_ours and known_plural else ("",)
        if plural:
            yield message("term.plural", plural, "Plural without a number.", english=unstated_plural)
        yield message("term.the", the + term, "Definite form, with its article where there is one.", english=unstated)
        if plural:
            yield message("term.the.plural", the + plural, "Definite plural.", english=unstated_plural)
        uncounted = (
            () if plural else ("English does not count this noun; give the article that your language would use.",)
        )
        none = unstated if not has_articles or plural else (NOTHING,)
        yield message("term.a", a + term, "With the indefinite article.", *uncounted, english=none)
    words = _words(entry)
    yield message("words", f"other words and forms: {term}", *words, english=(list_of(words),))
    for name, told in TEXTS.items():
        if text := getattr(entry, name):
            yield message(name, text, told)
    if entry.notes:
        yield message("notes", "\n".join(entry.notes), "Notes, one a line; yours need not be the English ones.")


def _words(entry: ConceptEntry) -> list[str]:
    """Return what the sources' language has besides, as the lines of ``.words``; ``-`` only where it is written."""
    words = Words(forms=named_forms(entry.more))
    for phrase in PHRASES:
        text = getattr(entry, phrase)
        if text != NOTHING or phrase in entry.lines:
            words.phrases[phrase] = None if text == NOTHING else text
    for name in LISTS:
        if lines := getattr(entry, name):
            words.lists[name] = designations_in("\n".join(lines))
    return list(words.lines())


def _of_article(termbase: Termbase, article: ArticleEntry) -> Iterator[Message]:
    reference = _reference(termbase, article.path)

    def message(field: str, text: str, line: int, *comments: str, former: str = "") -> Message:
        prefix = f"article/{article.id}."
        return Message(
            prefix + field,
            text,
            comments=comments,
            path=article.path,
            line=line,
            reference=reference,
            article=article.id,
            former=former and prefix + former,
        )

    yield message("title", article.title, article.line, "Title of an article.")
    for block in article.blocks:
        if block.heading:
            yield message(block.id, block.heading, block.line, f"Heading in the article '{article.title}'.")
        elif block.text:
            yield message(block.id, block.text, block.line, f"From the article '{article.title}'. Markdown.")
        elif block.table:
            about = f"Table in the article '{article.title}'."
            name = block.id
            for number, (column, heading) in enumerate(block.table.columns.items(), 1):
                comment, former = f"{about} Heading of a column.", f"{name}.column.{number}"
                yield message(f"{name}.column.{column}", heading, block.line, comment, former=former)
            for row, cells in block.table.rows.items():
                for number, (column, cell) in enumerate(zip(block.table.columns, cells, strict=True), 1):
                    comment, former = f"{about} Row '{cells[0]}'.", f"{name}.{row}.{number}"
                    yield message(f"{name}.{row}.{column}", cell, block.line, comment, former=former)
        elif block.claim:
            about = f"In the article '{article.title}': a claim that others make, never one of ours."
            yield message(block.id, block.claim.text, block.line, f"{about} Keep it as strong and as weak as it is.")
            yield message(f"{block.id}.reason", block.claim.reason, block.line, "Why the claim is assessed as it is.")


def _of_interface(termbase: Termbase, word: InterfaceWord) -> Message:
    group, _, name = word.name.partition(".")
    return Message(
        f"unit/{name}" if group == UNITS else f"interface/{word.name}",
        word.text,
        plural=word.plural,
        comments=(word.comment,) if word.comment else (),
        path=word.path,
        line=word.line,
        reference=_reference(termbase, word.path),
    )


def words_on_works(termbase: Termbase) -> Iterator[tuple[str, Source, str, str]]:
    """Yield our own words about works: msgctxt, work, field, words. The same words are asked for once."""
    contexts: dict[str, str] = {}
    for source in termbase.sources.values():
        for name, text in source.words.items():
            yield contexts.setdefault(text, f"source/{source.id}.{name}"), source, name, text


def _of_sources(termbase: Termbase) -> Iterator[Message]:
    about = "About a work in the bibliography: what it is, in our own words."
    asked_for = set()
    for context, source, _, text in words_on_works(termbase):
        if context not in asked_for:
            asked_for.add(context)
            comments = (about, f"The work: {source}")
            reference = _reference(termbase, source.path)
            yield Message(context, text, comments=comments, path=source.path, line=source.line, reference=reference)


def _reference(termbase: Termbase, path: str) -> str:
    """Return a file of the sources by its path below their folder."""
    relative = os.path.relpath(os.path.join(termbase.root, path), termbase.folder) if path and termbase.folder else path
    return relative.replace(os.sep, "/")


def readable(termbase: Termbase, text: str) -> str:
    """Return an English text with each reference replaced by the concept's base term, for comments."""
    try:
        pieces = parse(text)
    except TextError:
        return text
    words = []
    for piece in pieces:
        entry = None if isinstance(piece, str) else termbase.concepts.get(piece.name)
        words.append(entry.term if entry else str(piece))
    return "".join(words)
