"""Articles: a clinic page's content, block by block, in one language.

Claims of effect are left out unless they are asked for, and then never stand without who makes them and how they
are assessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..errors import MissingTranslationError, nearest
from ..lexicon.lexicon import Entry, missing
from ..lexicon.plain_data import if_translated
from ..lexicon.rendering import escape_markdown, rendered_text
from ..lexicon.text import Text, advice
from ..lexicon.values import Duration, value, written
from ..termbase.text import escape

if TYPE_CHECKING:
    from decimal import Decimal

    from ..lexicon.concept import Concepts
    from ..termbase.model import Source
    from ..termbase.records import ArticleTexts, BlockRecord, BlockTexts

CLAIMS = ("omit", "annotated")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article. Which fields are set follows from ``kind``."""

    id: str
    kind: str
    """``text`` (Markdown), ``heading``, ``table`` or ``claim``."""
    covers: tuple[str, ...]
    """The sentences of the clinic page that the block says."""
    text: Text | None = None
    columns: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    reason: Text | None = None
    attribution: str = ""
    assessment: str = ""
    date: str = ""
    sources: tuple[str, ...] = ()
    is_missing: bool = False
    """Whether the block is not translated, and its text says so in its place."""

    @property
    def is_outdated(self) -> bool:
        """Whether the English of any text of the block has changed since it was translated."""
        texts = (self.text, self.reason, *self.columns, *(cell for row in self.rows for cell in row))
        return any(text.needs_review for text in texts if text)

    def as_dict(self) -> dict[str, object]:
        """Return the block as plain data, with the keys of the JSON document."""
        record: dict[str, object] = {"id": self.id, "kind": self.kind, "covers": list(self.covers)}
        if self.text is not None:
            record["text"] = self.text.as_dict()
        if self.kind == "table":
            record["columns"] = [column.as_dict() for column in self.columns]
            record["rows"] = [[cell.as_dict() for cell in row] for row in self.rows]
        if self.reason is not None:
            record |= {name: getattr(self, name) for name in ("attribution", "assessment", "date")}
            record |= {"reason": self.reason.as_dict(), "sources": list(self.sources)}
        return record


class ArticleContent(Entry):
    """What an article says in the language of its glossary, block by block."""

    def __init__(self, glossary: Concepts, article_id: str) -> None:
        super().__init__(glossary, article_id)
        self._record = glossary.structure["articles"][article_id]

    def as_dict(self, claims: str = "omit", *, languages: Sequence[str] = ()) -> dict[str, object]:
        """Return the article as plain data, with the keys of the JSON document, in those of ``languages`` that have all
        of it, by default in its own.

        Claims are left out unless ``claims`` is ``annotated``; a claim has its source and its assessment beside it.
        """
        versions = {tag: type(self)(self._glossary.in_language(tag), self.id) for tag in languages or (self.language,)}
        words = {tag: if_translated(partial(version._as_dict, claims)) for tag, version in versions.items()}
        return {
            "id": self.id,
            "values": dict(self._record["values"]),
            "sources": [source.id for source in self.sources],
            "languages": {tag: said for tag, said in words.items() if said is not None},
        }

    def _as_dict(self, claims: str) -> dict[str, object]:
        return {"title": self.title.as_dict(), "blocks": [block.as_dict() for block in self.blocks(claims)]}

    @property
    def title(self) -> Text:
        """The title."""
        return self._words("title", "title", lambda texts: texts["title"])

    @property
    def values(self) -> dict[str, Duration | int | Decimal]:
        """The values that the texts name."""
        values = {name: value(text) for name, text in self._record["values"].items()}
        return {name: self._in_words(one) if isinstance(one, Duration) else one for name, one in values.items()}

    def _in_words(self, value: Duration) -> Duration:
        try:
            return Duration(value.iso, written(self._glossary, value))
        except MissingTranslationError:
            return value

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works that the article rests on, those of its claims left aside."""
        return tuple(self._glossary.sources[source] for source in self._record["sources"])

    def blocks(self, claims: str = "omit", *, partial: bool = False) -> list[Block]:
        """Return the blocks to show: without claims (``"omit"``), or with them (``"annotated"``).

        Raises MissingTranslationError where one is not translated; with ``partial``, a notice is in its place. The
        signs to seek help for are there all the same.
        """
        if claims not in CLAIMS:
            raise ValueError(f"claims is 'omit' or 'annotated', not '{claims}'{nearest(str(claims), CLAIMS)}")
        return [
            self._block(record, partial)
            for record in self._record["blocks"]
            if claims == "annotated" or record["kind"] != "claim"
        ]

    def _words(self, what: str, field: str, get: Callable[[ArticleTexts], str], extra: str = "") -> Text:
        for language in (self._glossary.language, *self._glossary.fallback):
            texts = self._glossary.texts(language)["articles"].get(self.id)
            if texts and (text := get(texts)):
                words = self._glossary.in_language(language)
                return rendered_text(words, text + extra, self.values, texts, field)
        raise missing(self.id, what, self._glossary.language)

    def _block(self, record: BlockRecord, partial: bool) -> Block:
        signs = self._signs(record)
        try:
            return self._translated_block(record, signs)
        except MissingTranslationError:
            if not partial:
                raise
            notice = escape(self._glossary.word("notice.not_translated"))
            text = rendered_text(self._glossary, notice + signs, {}, {}, "")
            return Block(record["id"], "text", tuple(record["covers"]), text, is_missing=True)

    def _signs(self, record: BlockRecord) -> str:
        """Return what a block ends with: from whom to seek help on which signs."""
        if "signs" not in record:
            return ""
        items = (f"- {escape(escape_markdown(str(help_)))}" for help_ in advice(self._glossary, record["signs"]))
        return "\n\n".join(("", "\n".join(items), self._glossary.word("notice.not_clinically_reviewed")))

    def _translated_block(self, record: BlockRecord, signs: str) -> Block:
        name, kind, covers = record["id"], record["kind"], tuple(record["covers"])

        def words(field: str, get: Callable[[BlockTexts], str], extra: str = "") -> Text:
            return self._words(name, field, lambda texts: get(texts["blocks"][name]), extra)

        ids = record.get("columns", [])

        def heading(column: int) -> Text:
            return words(f"{name}.column.{ids[column]}", lambda texts: texts["columns"][column])

        def cell(number: int, row: str, column: int) -> Text:
            return words(f"{name}.{row}.{ids[column]}", lambda texts: texts["rows"][number][column])

        if kind == "table":
            columns = range(len(ids))
            rows = tuple(
                tuple(cell(number, row, column) for column in columns) for number, row in enumerate(record["rows"])
            )
            return Block(name, kind, covers, columns=tuple(map(heading, columns)), rows=rows)
        text = words(name, lambda texts: texts["text"], signs)
        if kind != "claim":
            return Block(name, kind, covers, text)
        return Block(
            name,
            kind,
            covers,
            text,
            reason=words(f"{name}.reason", lambda texts: texts["reason"]),
            attribution=record["attribution"],
            assessment=record["assessment"],
            date=record["date"],
            sources=tuple(record["sources"]),
        )
