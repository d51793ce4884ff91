"""The words of an imported concept in one language, as records of our runtime data.

Words that have two statuses, separators of our lists inside a word, and forms that have no name are put right here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NotRequired, TypedDict

from ...catalogs.words import GENDERS
from ...errors import MissingFormError, MissingTranslationError, UnknownFormError
from ...languages.profile import profile
from ...languages.tags import is_english
from ...termbase.designation import separable, write_named
from ...termbase.forms import FORMS, STORED, base_form
from ...termbase.grammar import form
from ...termbase.model import LISTS, NOTHING, PHRASES, TEXTS, UNKNOWN
from .imported import NO_REASON, ImportedTerm, ImportedWords, one_line

if TYPE_CHECKING:
    from ...termbase.records import DesignationRecord, ListField, TermRecord, TextRecord

# what follows from other fields
_DERIVED = ("short", "short genitive", "full", "the full", "plain")


class StatedTerm(TypedDict):
    """How the sources state a preferred term."""

    term: str
    plural: NotRequired[str]
    article: NotRequired[str]
    more: NotRequired[tuple[str, ...]]


def terms_record(words: ImportedWords, *, is_noun: bool = True) -> TermRecord:
    """Return the designations of one language; without a preferred term, only what is not to be used."""
    record: TermRecord = {}
    if words.preferred is None:
        for term in (*words.variants, *words.lay):
            words.entry.left_out(f"{words.language} '{term.text}': the language has no term that it could be beside")
        _designations(words, record, ("deprecated",))
        return record
    record["forms"] = _forms(words, words.preferred, is_noun)
    gender = words.preferred.gender
    shown = profile(words.language).gender(record["forms"].get("a"), record["forms"].get("the"))
    if gender in GENDERS and gender != shown:
        record["gender"] = gender
    for phrase in PHRASES:
        text = one_line(getattr(words, phrase))
        if text and text != NOTHING:
            record[phrase] = text
    _designations(words, record, LISTS)
    stored = {name: text for name, text in record["forms"].items() if name in STORED}
    for name in [name for name in record["forms"] if name not in STORED]:
        # forms that follow from others need not be stated
        if record["forms"][name] == _expected({**record, "forms": stored}, words.language, name, words.entry.id):
            del record["forms"][name]
    if words.counts and words.counts != [record["forms"][""], record["forms"].get("plural")]:
        record["counts"] = words.counts
    if words.fuzzy:
        record["fuzzy"] = words.fuzzy
    if words.reviewed:
        record["reviewed"] = words.reviewed
    return record


def texts_record(words: ImportedWords, text: Callable[[str], str]) -> TextRecord:
    """Return the texts of one language, each passed through ``text``."""
    record: TextRecord = {}
    for field in TEXTS:
        if found := getattr(words, field):
            record[field] = text(found)
    if words.notes:
        record["notes"] = [text(note) for note in words.notes]
    if words.fuzzy:
        record["fuzzy"] = words.fuzzy
    if words.reviewed:
        record["reviewed"] = words.reviewed
    return record


def _forms(words: ImportedWords, term: ImportedTerm, is_noun: bool) -> dict[str, str | None]:
    forms: dict[str, str | None] = {"": term.text}
    if not is_noun:
        forms |= dict.fromkeys(STORED[1:])
    for stated_name, text in term.forms.items():
        name = _form_name(stated_name[:100])
        text = one_line(text)
        if not name:
            words.entry.keep("form", f"{stated_name} {text}", f"{words.language} '{term.text}'")
        elif text and name not in _DERIVED:
            forms[name] = None if text == NOTHING else text
    stated = profile(words.language)
    # a gender shows in the article, of a noun of which nothing else is known
    for article, genders in stated.indefinite_articles.items() if is_noun and not term.forms else ():
        if genders == (term.gender,):
            forms["a"] = f"{article} {term.text}"
    return forms


@lru_cache(256)
def _form_name(text: str) -> str:
    """Return the name of a form as ours are; empty where it cannot be one."""
    name = " ".join(text.split()).lower()
    return name if re.fullmatch(r"[a-z][a-z0-9 _-]{0,40}", name) else ""


def _designations(words: ImportedWords, record: TermRecord, statuses: Iterable[ListField]) -> None:
    """Add the listed designations; a word has one status, that which comes first."""
    exact = {base_form(record): "preferred"} if "forms" in record else {}
    alike = {word.casefold(): status for word, status in exact.items()}
    lists: dict[ListField, list[DesignationRecord]] = {field: [] for field in LISTS}
    # what is not to be used comes first: it is not to become a good word
    for status in sorted(statuses, key=lambda one: one != "deprecated"):
        for term in getattr(words, status):
            line = listed(words, term, status)
            word = line["forms"][0]
            same, other = exact.get(word), alike.get(word.casefold())
            said = f"{words.language} '{word}' as {status}"
            if same == status and not line["forms"][1:]:
                continue
            if same in (status, "preferred", "deprecated"):
                words.entry.left_out(f"{said}: it is {same} already", "words of a concept that are there twice")
            elif not same and other != status and "deprecated" in (status, other):
                words.entry.left_out(f"{said}: the same word is {other}") if other else lists[status].append(line)
            elif not same and other and status == "admitted":
                lists["variants"].append(line)
                words.entry.changed(
                    f"{words.language} '{word}': a variant here, as the word is {other} already",
                    "second spellings that are variants here",
                )
            else:
                lists[status].append(line)
            exact.setdefault(word, status)
            alike.setdefault(word.casefold(), status)
    for status, lines in lists.items():
        if lines:
            record[status] = lines


def listed(words: ImportedWords, term: ImportedTerm, status: ListField) -> DesignationRecord:
    """Return a designation of a list: its forms in their order, a dash where one is missing between others."""
    forms = [_separable(words, term.text)]
    names = profile(words.language).listed_forms
    named = {name: text for name, text in term.forms.items() if name in names and text}
    if named:
        last = max(names.index(name) for name in named)
        forms += [_separable(words, named.get(name, NOTHING)) for name in names[1 : last + 1]]
    forms += [_separable(words, text) for name, text in term.forms.items() if name not in names and text]
    reason = one_line(term.reason)
    if status == "deprecated" and not reason:
        reason = NO_REASON
    return {"forms": forms, "reason": reason if status == "deprecated" else ""}


def _separable(words: ImportedWords, text: str) -> str:
    """Return a word without what separates words in our lists."""
    text = one_line(text)
    safe = separable(text)
    if safe != text:
        words.entry.changed(f"{words.language} '{text}': written '{safe}', as '|' and ' # ' separate words in a list")
    return safe


def stated_term(record: TermRecord, language: str, part_of_speech: str, concept_id: str) -> StatedTerm:
    """Return how the sources state the preferred term of a record."""
    forms: dict[str, str | None] = dict(record["forms"])
    term = forms.pop("")
    assert term is not None
    stated: StatedTerm = {"term": term}
    derived: dict[str, str | None] = {"": term}
    ours = is_english(language)
    if part_of_speech in ("noun", "unknown"):
        # a form that the file does not state is unknown, not regular
        plural = forms.get("plural", UNKNOWN)
        stated["plural"] = plural or NOTHING
        if plural is None:
            derived |= {"plural": None, "the plural": None}
        elif plural != UNKNOWN:
            derived["plural"] = plural
            if ours:
                derived["the plural"] = f"the {plural}"
        if ours:
            article = (forms.get("a") or "").partition(" ")[0].lower()
            known = forms.get("the") == f"the {term}" and (article in ("a", "an") or plural is None)
            stated["article"] = article if article in ("a", "an") and known else "a" if known else UNKNOWN
            if known:
                derived["the"] = f"the {term}"
                derived["a"] = None if plural is None else f"{stated['article']} {term}"
    else:
        derived |= dict.fromkeys(STORED[1:])
    more = [
        write_named(name, text)
        for name, text in forms.items()
        if text != _expected({**record, "forms": derived}, language, name, concept_id)
    ]
    stated["more"] = tuple(more)
    return stated


def _expected(record: TermRecord, language: str, name: str, concept_id: str) -> str | None:
    """Return what a form is without being stated; empty where it is unknown."""
    if name in STORED:
        return record["forms"].get(name, "")
    if name not in FORMS:
        return ""
    try:
        return form(record, language, name, concept_id)
    except MissingFormError:
        return None
    except (MissingTranslationError, UnknownFormError):
        return ""
