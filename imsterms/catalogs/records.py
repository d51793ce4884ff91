"""From translations to the runtime data of one language, plain records of terms and of longer texts; and back."""

from ..languages.plurals import counts_of, headword_and_plural, plural_forms
from ..languages.profile import profile
from ..termbase.designation import lines_of, list_of
from ..termbase.forms import STORED
from ..termbase.model import LISTS, NOTHING, PHRASES, TEXTS, BlockEntry, ConceptEntry, Termbase
from ..termbase.records import (
    ArticleTexts,
    BlockTexts,
    DesignationRecord,
    LanguageTexts,
    Marks,
    TermRecord,
    TextRecord,
)
from .messages import FORM_FIELDS, UNITS, Translation, Translations, asked_forms, context_of, words_on_works
from .review import Review
from .words import Words, read_words


class _Reader:
    """Reads the fields of one concept or article out of translations, and notes which are outdated or reviewed."""

    def __init__(self, translations: Translations, prefix: str) -> None:
        self.translations = translations
        self.prefix = prefix
        self.marks: Marks = {}

    def texts(self, field: str) -> tuple[str, ...]:
        translation = self.translations.get(self.prefix + field)
        if translation is None or not translation.is_served:
            return ()
        if translation.state == "outdated":
            self.marks.setdefault("fuzzy", []).append(field)
        if translation.review:
            self.marks.setdefault("reviewed", {})[field] = list(translation.review)
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
    records: dict[str, TermRecord] = {}
    header = translations.get("")
    rule = header.texts[0] if header else plural_forms(language)
    for entry in termbase.concepts.values():
        read = _Reader(translations, f"{entry.id}.")
        if entry.replaced_by:
            continue
        record = _term_record(entry, read, rule, language, partial)
        if "forms" in record or (partial and record):
            records[entry.id] = {**record, **read.marks}
    return records


def avoided(termbase: Termbase, translations: Translations, language: str) -> dict[str, list[DesignationRecord]]:
    """Return what is not to be used for the concepts that ``language`` has no term for."""
    avoided_by_concept = {}
    for entry in termbase.concepts.values():
        read = _Reader(translations, f"{entry.id}.")
        words = read_words(read.text("words"), language) if read.text("term") == NOTHING else Words()
        if deprecated := words.lists.get("deprecated"):
            avoided_by_concept[entry.id] = deprecated
    return avoided_by_concept


def _term_record(entry: ConceptEntry, read: _Reader, rule: str, language: str, partial: bool) -> TermRecord:
    record: TermRecord = {}
    words = read_words(read.text("words"), language)
    counts = read.texts("term")
    headword, plural = headword_and_plural(counts, rule, language) if counts else ("", "")
    if headword not in ("", NOTHING):
        stored = {"": headword, "a": read.text("term.a"), "the": read.text("term.the")}
        if entry.countable:
            stored |= {"plural": plural or read.text("term.plural"), "the plural": read.text("term.the.plural")}
        else:
            stored |= {"plural": NOTHING, "the plural": NOTHING}
        if not entry.inflected:
            stored |= dict.fromkeys(("a", "the", "plural", "the plural"), NOTHING)
        record["forms"] = {name: None if form == NOTHING else form for name, form in stored.items() if form}
        record["forms"] |= words.forms
        if len(counts) > 2 or (entry.countable and len(counts) == 2 and any(counts[1:]) and plural != counts[1]):
            record["counts"] = list(counts)
    for phrase in PHRASES:
        if words.phrases.get(phrase) or (partial and phrase in words.phrases):
            record[phrase] = words.phrases[phrase]
    for field in LISTS:
        if words.lists.get(field) or (partial and field in words.lists):
            record[field] = words.lists[field]
    if words.gender:
        record["gender"] = words.gender
    return record


def texts(termbase: Termbase, translations: Translations, language: str, *, partial: bool = False) -> LanguageTexts:
    """Return every longer text, the articles and the interface words of ``language``, as plain data.

    With ``partial`` a concept's record has an empty value where the language says ``-``.
    """
    concepts: dict[str, TextRecord] = {}
    for entry in termbase.concepts.values():
        read = _Reader(translations, f"{entry.id}.")
        record: TextRecord = {}
        for field in TEXTS:
            text = read.text(field)
            if text and (partial or text != NOTHING):
                record[field] = None if text == NOTHING else text
        words = read_words(read.text("words"), language)
        for field in TEXTS:
            if field in words.texts:
                record.setdefault(field, words.texts[field])
        text = read.text("notes")
        notes = [*lines_of(text), *words.notes]
        if notes or (partial and text):
            record["notes"] = notes
        if record or read.marks:
            concepts[entry.id] = {**record, **read.marks}
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
    articles: dict[str, ArticleTexts] = {}
    for article in termbase.articles.values():
        read = _Reader(translations, f"article/{article.id}.")
        title, blocks = read.text("title"), {block.id: _block_texts(block, read) for block in article.blocks}
        articles[article.id] = {"title": title, "blocks": blocks, "fuzzy": [], **read.marks}
    sources: dict[str, dict[str, str]] = {}
    read = _Reader(translations, "")
    for context, source, name, _ in words_on_works(termbase):
        if text := read.text(context):
            sources.setdefault(source.id, {})[name] = f"[{text}]" if name == "title" else text
    return {"concepts": concepts, "articles": articles, "interface": interface, "units": units, "sources": sources}


def _block_texts(block: BlockEntry, read: _Reader) -> BlockTexts:
    if block.claim:
        return {"text": read.text(block.id), "reason": read.text(f"{block.id}.reason")}
    if block.table:
        names = list(block.table.columns)
        return {
            "columns": [read.text(f"{block.id}.column.{name}") for name in names],
            "rows": [[read.text(f"{block.id}.{row}.{name}") for name in names] for row in block.table.rows],
        }
    return {"text": read.text(block.id)}


def translations_of(entry: ConceptEntry, terms: TermRecord, texts: TextRecord, language: str) -> dict[str, Translation]:
    """Return the translations of which ``terms`` and ``texts`` make these records of a concept.

    Without a term, ``terms`` is empty. What a record does not say is written as ``-``, forms of a term excepted, which
    are then not translated yet.
    """
    forms: dict[str, str | None] = dict(terms.get("forms", {"": None}))

    def written(*names: str) -> tuple[str, ...]:
        return tuple(NOTHING if (form := forms.pop(name, "")) is None else form for name in names)

    texts_by_field: dict[str, tuple[str, ...]] = {}
    if entry.countable:
        bare_plural = forms.get("plural")
        headword, plural = written("", "plural")
        texts_by_field["term"] = tuple(terms.get("counts", ())) or counts_of(headword, plural, language)
        if bare_plural and bare_plural not in texts_by_field["term"]:
            forms["plural"] = bare_plural  # the language does not count with it
    else:
        texts_by_field["term"] = written("")
    if entry.inflected:
        asked = asked_forms(profile(language))
        for field, name in FORM_FIELDS.items():
            if name in asked and (entry.countable or name in ("a", "the")):
                texts_by_field[field] = written(name)
    # a stored form that does not exist is left over where the message for it does not exist either
    left = {name: form for name, form in forms.items() if form or name not in STORED}
    words = Words(forms=left, gender=terms.get("gender", ""))
    for phrase in PHRASES:
        if terms.get(phrase):
            words.phrases[phrase] = terms[phrase]
    for listed in LISTS:
        if terms.get(listed):
            words.lists[listed] = terms[listed]
    for name in TEXTS:
        text = texts.get(name)
        if getattr(entry, name):
            texts_by_field[name] = (text or NOTHING,)
        elif text:
            words.texts[name] = text
    notes = texts.get("notes", [])
    if entry.notes:
        texts_by_field["notes"] = (list_of(notes),)
    else:
        words.notes = notes
    texts_by_field["words"] = (list_of(words.lines()),)
    fuzzy = {*terms.get("fuzzy", ()), *texts.get("fuzzy", ())}
    marked = {**terms.get("reviewed", {}), **texts.get("reviewed", {})}
    reviews = {field: Review(*made) for field, made in marked.items()}
    return {
        context_of(entry.id, field): Translation(
            said, "outdated" if field in fuzzy else "reviewed" if field in reviews else "translated", reviews.get(field)
        )
        for field, said in texts_by_field.items()
    }
