"""Texts of a concept: definition, explanation, notes, rendered as plain text that knows its references.

This module is on the way of every definition that is asked for, so it imports next to nothing.
"""

from __future__ import annotations

from ..termbase.forms import capitalise, parse_form
from ..termbase.text import Value, parse
from .schema import PYDANTIC

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..termbase.records import Marks, TextField
    from .lexicon import Lexicon


class TextReference(Value):
    """Where a concept is in a rendered text."""

    __slots__ = ("concept", "end", "form", "start")

    __get_pydantic_core_schema__ = PYDANTIC

    def __init__(self, start: int, end: int, concept: str, form: str) -> None:
        self.start = start
        self.end = end
        self.concept = concept
        """Id of the concept."""
        self.form = form
        """Name of the form."""

    def as_dict(self) -> dict[str, int | str]:
        """Return the reference as plain data."""
        return {"start": self.start, "end": self.end, "concept": self.concept, "form": self.form}


class Text(str):
    """A rendered text of the termbase that knows its template and where its references stand."""

    __slots__ = ("language", "needs_review", "references", "reviewed", "template")

    template: str
    """The text as its author wrote it: ``{concept_id}[form]`` is a reference."""
    references: tuple[TextReference, ...]
    """The concepts in it, by position in the rendered text (code points)."""
    language: str
    """Language of the text, which with a fallback need not be the glossary's."""
    needs_review: bool
    """Whether the translation is outdated: the English text has changed since."""
    reviewed: tuple[str, str] | None
    """When this translation was reviewed (ISO 8601), and by whom."""

    __get_pydantic_core_schema__ = PYDANTIC

    def as_dict(self) -> dict[str, object]:
        """Return the text as plain data."""
        return {
            "text": str(self),
            "template": self.template,
            "references": [reference.as_dict() for reference in self.references],
            "needs_review": self.needs_review,
            **({"reviewed": dict(zip(("date", "by"), self.reviewed, strict=True))} if self.reviewed else {}),
        }


def concept_text(lexicon: Lexicon, concept_id: str, field: TextField, *, strict: bool = True) -> Text | None:
    """Return a text of a concept in the glossary's language, or in a fallback language that was asked for.

    None where the concept has no such text. Raises MissingTranslationError where it is not translated yet; with
    ``strict`` false that is None too.
    """
    for language in (lexicon.language, *lexicon.fallback):
        record = lexicon.texts(language)["concepts"].get(concept_id, {})
        if text := record.get(field):
            return text_of(lexicon, text, language, record, field)
    if strict and any(
        field in lexicon.texts(language)["concepts"].get(concept_id, {}) for language in lexicon.languages
    ):
        from .lexicon import missing

        raise missing(concept_id, field, lexicon.language)
    return None


def concept_notes(lexicon: Lexicon, concept_id: str) -> tuple[Text, ...]:
    """Return the notes on a concept; a language has its own, so there is no fallback."""
    record = lexicon.texts()["concepts"].get(concept_id, {})
    return tuple(text_of(lexicon, note, lexicon.language, record, "notes") for note in record.get("notes", ()))


def notice(lexicon: Lexicon, concept_id: str) -> str | None:
    """Return what must appear wherever a concept is shown: that its advice was reviewed by no clinician, or that what
    is served of it is outdated."""
    record = lexicon.structure["concepts"][concept_id]
    gives_advice = record["subject_field"] == "safety" or "advice" in record
    gives_advice = gives_advice or "contraindication" in record.get("facts", ())
    notices = []
    if gives_advice and record["review"]["state"] != "clinical":
        notices.append(lexicon.word("notice.not_clinically_reviewed"))
    if "verified" in record and _is_a_year_old(record["verified"]["date"]):
        notices.append(f"({lexicon.word('notice.not_verified_since')} {record['verified']['date']}.)")
    if is_outdated(lexicon, concept_id):
        notices.append(lexicon.word("notice.outdated"))
    return " ".join(notices) or None


def _is_a_year_old(date: str) -> bool:
    """Return whether a date (ISO 8601, or its beginning) is more than a year ago."""
    from time import localtime

    today = localtime()
    return date < f"{today.tm_year - 1}-{today.tm_mon:02d}-{today.tm_mday:02d}"


def is_outdated(lexicon: Lexicon, concept_id: str) -> bool:
    """Return whether the English text of anything that is served of a concept has changed since it was translated."""
    from ..termbase.model import TEXTS

    served = lexicon.terms_record(concept_id)
    if served and served[0].get("fuzzy"):
        return True
    for field in (*TEXTS, "notes"):
        for language in (lexicon.language, *lexicon.fallback):
            record = lexicon.texts(language)["concepts"].get(concept_id, {})
            if record.get(field):
                if field in record.get("fuzzy", ()):
                    return True
                break
    return False


def advice(lexicon: Lexicon, signs: Iterable[str]) -> tuple[Advice, ...]:
    """Return from whom to seek help on which of the signs, the most urgent first."""
    by_urgency: dict[str, list[str]] = {}
    for sign in signs:
        by_urgency.setdefault(lexicon.structure["signs"][sign]["urgency"], []).append(lexicon.word(f"sign.{sign}"))
    return tuple(
        Advice(urgency, lexicon.word(f"urgency.{urgency}"), tuple(by_urgency[urgency]))
        for urgency in ("emergency_113", "urgent_116117", "same_day_gp", "gp")
        if urgency in by_urgency
    )


class Advice(Value):
    """Whom to call, how soon, and on which signs. ``str()`` of it is a sentence."""

    __slots__ = ("action", "signs", "urgency")

    __get_pydantic_core_schema__ = PYDANTIC

    def __init__(self, urgency: str, action: str, signs: tuple[str, ...]) -> None:
        self.urgency = urgency
        """``emergency_113``, ``urgent_116117``, ``same_day_gp`` or ``gp``."""
        self.action = action
        """What to do, in the language: "call 113 at once"."""
        self.signs = signs

    def __str__(self) -> str:
        return f"{capitalise(self.action)}: {'; '.join(self.signs)}."

    def as_dict(self) -> dict[str, object]:
        """Return the advice as plain data."""
        return {"urgency": self.urgency, "action": self.action, "signs": list(self.signs)}


def text_of(lexicon: Lexicon, template: str, language: str, marks: Marks, field: str) -> Text:
    """Return ``template``, a text of a concept written in ``language``, with its references filled in.

    ``marks`` say the state of the ``field`` that it is."""
    words = lexicon if language == lexicon.language else lexicon.in_language(language)

    def pieces() -> Iterator[tuple[str, str, str]]:
        for piece in parse(template):
            if isinstance(piece, str):
                yield piece, "", ""
            else:
                name, capital = parse_form(piece.form)
                term = words.term(piece.name)
                yield capitalise(term.form(name)) if capital else term.form(name), term.concept_id, name

    return assembled(pieces(), template, language, marks, field)


def assembled(pieces: Iterable[tuple[str, str, str]], template: str, language: str, marks: Marks, field: str) -> Text:
    """Return the text that pieces make; each is its words and, of a term, the id of the concept and the form.

    ``marks`` say the state of the ``field`` that it is."""
    rendered = ""
    references = []
    for words, concept_id, form in pieces:
        if concept_id:
            references.append(TextReference(len(rendered), len(rendered) + len(words), concept_id, form))
        rendered += words
    text = Text(rendered)
    text.template = template
    text.references = tuple(references)
    text.language = language
    text.needs_review = field in marks.get("fuzzy", ())
    made = marks.get("reviewed", {}).get(field)
    text.reviewed = (made[0], made[1]) if made else None
    return text
