"""The messages of a termbase, and back: which msgctxt holds what.

This is the only module that knows msgctxt names. ``extract`` says what there is to translate; ``terms`` and
``texts`` turn translations into the runtime data of one language.
The language of the sources, English unless they say another, is its own translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import TextError
from ..languages.plurals import counts_of, headword_and_plural, plural_forms
from ..languages.tags import is_english
from ..termbase.designation import designations_in, lines_of, list_of, named_forms
from ..termbase.model import (
    LISTS,
    NOTHING,
    PHRASES,
    TEXTS,
    ArticleEntry,
    BlockEntry,
    ConceptEntry,
    InterfaceWord,
    Termbase,
)
from ..termbase.text import parse

if TYPE_CHECKING:
    from ..termbase.records import ArticleTexts, BlockTexts, LanguageTexts, TermRecord, TextRecord

UNITS = "units"
"""The group of interface words that have plurals and contexts of their own (``unit/day``)."""

Translations = Mapping[str, "Translation"]

KINDS = {
    "term": "form",
    "term.the": "form",
    "term.a": "form",
    "term.more": "list",
    "abbreviation": "form",
    "admitted": "list",
    "deprecated": "list",
    "variants": "list",
    "plain": "form",
    "definition": "text",
    "explanation": "text",
    "notes": "notes",
}
"""What the message of each field of a concept is: ``form`` (a form of a term), ``list`` (lines of designations),
``notes`` (a text a line) or ``text``."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalog says for one message."""

    texts: tuple[str, ...]
    """The msgstr, or one for each plural form; empty strings where nothing is written yet."""
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the catalogs."""

    context: str
    """The msgctxt, which no other message has."""
    text: str
    """The msgid: the English text."""
    plural: str = ""
    """The msgid_plural, where the message has one."""
    kind: str = "text"
    """One of the values of ``KINDS``; ``text`` for articles and the interface."""
    comments: tuple[str, ...] = ()
    """What the message is and what is asked for, a line each."""
    path: str = ""
    line: int = 0
    english: tuple[str, ...] = ()
    """What the sources' language itself has here, where that is not ``text`` (and ``plural``)."""
    concept: str = ""
    """Id of the concept that the message is of; empty for articles and the interface."""
    field: str = ""
    """Which field of the concept the message holds, such as ``term.the``."""
    article: str = ""
    """Id of the article that the message is of."""

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of the message in a .po file."""
        return ("python-brace-format",) if self.kind == "text" else ()

    @property
    def own(self) -> Translation:
        """The message as the translation of the sources' language into itself."""
        return Translation(self.english or ((self.text, self.plural) if self.plural else (self.text,)))


def context_of(concept: str, field: str) -> str:
    """Return the msgctxt of a concept's field."""
    return f"{concept}.{field}"


def words_among(contexts: Iterable[str]) -> frozenset[str]:
    """Return the msgctxts of a catalog whose messages are words, not prose: forms of terms, lists of designations.

    Only the catalog of a termbase has such messages; there, every concept has a term and a definition.

    >>> sorted(words_among(["needle.term", "needle.definition", "needle.notes", "needle.admitted", "menu.term"]))
    ['needle.admitted', 'needle.term']
    """
    contexts = frozenset(contexts)
    words = set()
    for context in contexts:
        concept, _, field = context.partition(".")
        of_concept = context_of(concept, "term") in contexts and context_of(concept, "definition") in contexts
        if of_concept and KINDS.get(field) in ("form", "list"):
            words.add(context)
    return frozenset(words)


def extract(termbase: Termbase) -> list[Message]:
    """Return the messages of a termbase in the order of its sources."""
    messages: list[Message] = []
    for entry in termbase.concepts.values():
        if not entry.replaced_by:
            messages += _of_concept(termbase, entry)
    for article in termbase.articles.values():
        messages += _of_article(article)
    for word in termbase.interface.values():
        messages.append(_of_interface(word))
    return messages


def english(termbase: Termbase) -> dict[str, Translation]:
    """Return the language of the sources, which ours have in English, as the translation of itself."""
    return {message.context: message.own for message in extract(termbase)}


def _of_concept(termbase: Termbase, entry: ConceptEntry) -> Iterator[Message]:
    meaning = readable(termbase, entry.definition)
    noun = "Name." if entry.part_of_speech == "proper noun" else "Noun."
    plural = entry.plural if entry.countable else ""
    is_ours = is_english(termbase.language)

    def message(field: str, text: str, *comments: str, **more: Any) -> Message:
        key = "term" if field.startswith("term") else field
        line = entry.lines.get(key, entry.lines.get("id", 0))
        place: dict[str, Any] = {"path": entry.path, "line": line, "concept": entry.id, "field": field}
        return Message(context_of(entry.id, field), text, kind=KINDS[field], comments=comments, **place, **more)

    def designations(field: str, lines: tuple[str, ...], *comments: str) -> Message:
        return message(field, list_of(lines), *comments)

    own = counts_of(entry.term, plural, termbase.language) if plural and not is_ours else ()
    yield message("term", entry.term, f"{noun} {meaning}", plural=plural, english=own)
    if entry.part_of_speech == "noun":
        # the articles of a language other than English stand under 'more', if at all
        named = {} if is_ours else named_forms(entry.more)
        yield message(
            "term.the",
            f"the {entry.term}" if is_ours else named.get("the") or entry.term,
            "Definite form, with its article where the language writes one ('den intramuskulære stimuleringen').",
            plural=(f"the {plural}" if is_ours else named.get("the plural") or plural) if plural else "",
            english=() if is_ours else ("", ""),
        )
        yield message(
            "term.a",
            f"{entry.article} {entry.term}" if is_ours else named.get("a") or entry.term,
            "With the indefinite article, which shows the gender.",
            *([] if plural else ["English does not count this noun; give the article that your language would use."]),
            english=("",) if not is_ours else () if plural else (NOTHING,),
        )
    yield designations(
        "term.more",
        entry.more,
        "What the language has besides, one 'name: form' a line: compound (the form before another word: 'nåle'),",
        "an irregular genitive, a case. '-' if nothing.",
    )
    yield message("abbreviation", entry.abbreviation, f"Abbreviation of '{entry.term}'. '-' if the language uses none.")
    yield designations(
        "admitted",
        entry.admitted,
        f"Other good terms for '{entry.term}', one a line, with their forms: 'word | form | form'. '-' if none.",
    )
    yield designations(
        "deprecated",
        entry.deprecated,
        f"Words not to use for '{entry.term}', one a line, each with the reason: 'word | form # reason'. '-' if none.",
    )
    yield designations(
        "variants",
        entry.variants,
        f"Other official spellings and inflections of '{entry.term}', one a line ('triggerpunkta'). '-' if none.",
    )
    yield message(
        "plain", entry.plain, f"What a patient would call '{entry.term}', one phrase. '-' if the term is plain."
    )
    yield message(
        "definition",
        entry.definition or NOTHING,
        f"Definition of '{entry.term}': one phrase, no article first, no full stop. It reads: {meaning}",
    )
    yield message(
        "explanation",
        entry.explanation or NOTHING,
        f"'{entry.term}' explained to a patient, two short sentences at most.",
    )
    yield designations(
        "notes",
        entry.notes,
        f"Notes on '{entry.term}' in your language, one a line; they need not be the English ones.",
    )


def _of_article(article: ArticleEntry) -> Iterator[Message]:
    def message(field: str, text: str, line: int, *comments: str) -> Message:
        context = f"article/{article.id}.{field}"
        return Message(context, text, comments=comments, path=article.path, line=line, article=article.id)

    yield message("title", article.title, article.line, "Title of an article.")
    for block in article.blocks:
        if block.heading:
            yield message(block.id, block.heading, block.line, f"Heading in the article '{article.title}'.")
        elif block.text:
            yield message(block.id, block.text, block.line, f"From the article '{article.title}'. Markdown.")
        elif block.table:
            about = f"Table in the article '{article.title}'."
            for number, column in enumerate(block.table.columns, 1):
                yield message(f"{block.id}.column.{number}", column, block.line, f"{about} Heading of a column.")
            for row in block.table.rows:
                for number, cell in enumerate(row.cells, 1):
                    yield message(f"{block.id}.{row.id}.{number}", cell, block.line, f"{about} Row '{row.cells[0]}'.")
        elif block.claim:
            about = f"In the article '{article.title}': a claim that others make, never one of ours."
            yield message(block.id, block.claim.text, block.line, f"{about} Keep it as strong and as weak as it is.")
            yield message(f"{block.id}.reason", block.claim.reason, block.line, "Why the claim is assessed as it is.")


def _of_interface(word: InterfaceWord) -> Message:
    group, _, name = word.name.partition(".")
    context = f"unit/{name}" if group == UNITS else f"interface/{word.name}"
    comments = (word.comment,) if word.comment else ()
    return Message(context, word.text, plural=word.plural, comments=comments, path=word.path, line=word.line)


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


# --- from translations to runtime data ---


class _Reader:
    """Reads the fields of one concept or article out of translations, and notes which are fuzzy."""

    def __init__(self, translations: Translations, prefix: str) -> None:
        self.translations = translations
        self.prefix = prefix
        self.fuzzy: list[str] = []

    def texts(self, field: str) -> tuple[str, ...]:
        translation = self.translations.get(self.prefix + field)
        if translation is None:
            return ()
        if translation.fuzzy and any(translation.texts):
            self.fuzzy.append(field)
        return translation.texts

    def text(self, field: str) -> str:
        texts = self.texts(field)
        return texts[0] if texts else ""


def terms(
    termbase: Termbase, translations: Translations, language: str, *, partial: bool = False
) -> dict[str, TermRecord]:
    """Return the designations of every concept that has a term in ``language``, as plain data.

    With ``partial`` a record need not have a term, and has an empty value where the language says ``-``: it goes
    on top of another record.
    """
    found = {}
    header = translations.get("")
    rule = header.texts[0] if header else plural_forms(language)
    for entry in termbase.concepts.values():
        read = _Reader(translations, f"{entry.id}.")
        if entry.replaced_by:
            continue
        record = _term_record(entry, read, rule, language, partial)
        if "forms" in record or (partial and record):
            if read.fuzzy:
                record["fuzzy"] = read.fuzzy
            found[entry.id] = record
    return found


def _term_record(entry: ConceptEntry, read: _Reader, rule: str, language: str, partial: bool) -> TermRecord:
    record: TermRecord = {}
    counts = read.texts("term")
    headword, plural = headword_and_plural(counts, rule, language) if counts else ("", "")
    if headword not in ("", NOTHING):
        definite = read.texts("term.the")
        the, the_plural = headword_and_plural(definite, rule, language) if definite else ("", "")
        stored = {"": headword, "a": read.text("term.a"), "the": the}
        if entry.countable:
            stored |= {"plural": plural, "the plural": the_plural}
        else:
            stored |= {"plural": NOTHING, "the plural": NOTHING}
        if entry.part_of_speech == "proper noun":
            stored |= dict.fromkeys(("a", "the", "plural", "the plural"), NOTHING)
        forms = {name: None if form == NOTHING else form for name, form in stored.items() if form}
        forms |= named_forms(lines_of(read.text("term.more")))
        record["forms"] = forms
        if len(counts) > 2 or (entry.countable and len(counts) == 2 and any(counts[1:]) and plural != counts[1]):
            record["counts"] = list(counts)
    for phrase in PHRASES:
        text = read.text(phrase)
        if text and (partial or text != NOTHING):
            record[phrase] = None if text == NOTHING else text
    for field in LISTS:
        text = read.text(field)
        designations = designations_in(text)
        if designations or (partial and text):
            record[field] = designations
    return record


def texts(termbase: Termbase, translations: Translations, *, partial: bool = False) -> LanguageTexts:
    """Return every longer text, the articles and the interface words of a language, as plain data.

    With ``partial`` a concept's record has an empty value where the language says ``-``.
    """
    concepts = {}
    for entry in termbase.concepts.values():
        read = _Reader(translations, f"{entry.id}.")
        record: TextRecord = {}
        for field in TEXTS:
            text = read.text(field)
            if text and (partial or text != NOTHING):
                record[field] = None if text == NOTHING else text
        text = read.text("notes")
        notes = lines_of(text)
        if notes or (partial and text):
            record["notes"] = notes
        if read.fuzzy:
            record["fuzzy"] = read.fuzzy
        if record:
            concepts[entry.id] = record
    interface = {}
    units = {}
    for word in termbase.interface.values():
        group, _, name = word.name.partition(".")
        read = _Reader(translations, "unit/" if group == UNITS else "interface/")
        if group == UNITS:
            if any(forms := read.texts(name)):
                units[name] = list(forms)
        elif text := read.text(word.name):
            interface[word.name] = text
    articles = {article.id: _article_texts(article, translations) for article in termbase.articles.values()}
    return {"concepts": concepts, "articles": articles, "interface": interface, "units": units}


def _article_texts(article: ArticleEntry, translations: Translations) -> ArticleTexts:
    read = _Reader(translations, f"article/{article.id}.")
    title = read.text("title")
    blocks = {block.id: _block_texts(block, read) for block in article.blocks}
    return {"title": title, "blocks": blocks, "fuzzy": read.fuzzy}


def _block_texts(block: BlockEntry, read: _Reader) -> BlockTexts:
    if block.claim:
        return {"text": read.text(block.id), "reason": read.text(f"{block.id}.reason")}
    if block.table:
        columns = [read.text(f"{block.id}.column.{number + 1}") for number in range(len(block.table.columns))]
        rows = [
            [read.text(f"{block.id}.{row.id}.{number + 1}") for number in range(len(row.cells))]
            for row in block.table.rows
        ]
        return {"columns": columns, "rows": rows}
    return {"text": read.text(block.id)}
