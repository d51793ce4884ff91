"""Articles: a clinic page's content, block by block, in one language.

Claims of effect are left out unless they are asked for, and then never stand without who makes them and how they
are assessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import UnknownArticleError, nearest
from ..lexicon.lexicon import missing
from ..lexicon.rendering import Duration, value

if TYPE_CHECKING:
    from decimal import Decimal

    from markupsafe import Markup

    from ..lexicon.bibliography import Source
    from ..lexicon.concept import Concepts
    from ..termbase.records import ArticleTexts, BlockRecord, BlockTexts

CLAIMS = ("omit", "annotated")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with placeholders, and the language it is in."""

    text: str
    language: str
    fuzzy: bool = False
    """Whether the translation is to be looked at again."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article. Which fields are set follows from ``kind``."""

    id: str
    kind: str
    """``text`` (Markdown), ``heading``, ``table`` or ``claim``."""
    covers: tuple[str, ...]
    """The sentences of the clinic page that the block says."""
    text: Words | None = None
    columns: tuple[Words, ...] = ()
    rows: tuple[tuple[Words, ...], ...] = ()
    reason: Words | None = None
    attribution: str = ""
    assessment: str = ""
    date: str = ""
    sources: tuple[str, ...] = ()


class Articles(Mapping[str, "Article"]):
    """The articles of a glossary, by id."""

    def __init__(self, glossary: Concepts) -> None:
        self._glossary = glossary
        self._records = glossary.structure["articles"]

    def __getitem__(self, article_id: str) -> Article:
        if article_id not in self._records:
            hint = nearest(str(article_id), self._records)
            raise UnknownArticleError(f"there is no article '{str(article_id)[:80]}'{hint}")
        return Article(self._glossary, article_id)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


class Article:
    """An article in the language of its glossary.

    >>> import imsterms
    >>> article = imsterms.glossary("nn").articles["treatment_frequency"]
    >>> article.id, article.title.language, article.blocks()[0].kind
    ('treatment_frequency', 'nn', 'text')
    """

    def __init__(self, glossary: Concepts, article_id: str) -> None:
        self.glossary = glossary
        self.id = article_id
        self._record = glossary.structure["articles"][article_id]

    def __repr__(self) -> str:
        return f"<Article {self.id} {self.glossary.language}>"

    @property
    def title(self) -> Words:
        """The title."""
        return self._words("title", "title", lambda texts: texts["title"])

    @property
    def values(self) -> dict[str, Duration | int | Decimal]:
        """The values that the texts name."""
        return {name: value(text) for name, text in self._record["values"].items()}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works that the article rests on, those of its claims left aside."""
        return tuple(self.glossary.sources[source] for source in self._record["sources"])

    def blocks(self, claims: str = "omit") -> list[Block]:
        """Return the blocks to show: without claims (``"omit"``), or with them (``"annotated"``)."""
        if claims not in CLAIMS:
            raise ValueError(f"claims is 'omit' or 'annotated', not '{claims}'{nearest(str(claims), CLAIMS)}")
        return [
            self._block(record)
            for record in self._record["blocks"]
            if claims == "annotated" or record["kind"] != "claim"
        ]

    def to_text(self, claims: str = "omit", *, audience: str = "professional", width: int | None = None) -> str:
        """Return the article as plain text with its terms explained below, wrapped at ``width`` if given."""
        from .writers import TextWriter

        return TextWriter(self, audience, width=width).write(claims)

    def to_markdown(
        self, claims: str = "omit", *, audience: str = "professional", link: str | None = "#term-{id}"
    ) -> str:
        """Return the article as CommonMark with pipe tables; terms link to ``link``, by default the list below."""
        from .writers import MarkdownWriter

        return MarkdownWriter(self, audience, link).write(claims)

    def to_html(
        self,
        claims: str = "omit",
        *,
        audience: str = "professional",
        link: str | None = None,
        heading_level: int = 1,
    ) -> Markup:
        """Return the article as an HTML ``<article>``; terms open their meaning, or lead to ``link``.

        ``heading_level`` is the level of the title. Needs the extra ``html``.
        """
        from .writers import HtmlWriter

        return HtmlWriter(self, audience, link, heading_level).write_html(claims)

    def _words(self, what: str, field: str, get: Callable[[ArticleTexts], str]) -> Words:
        for language in (self.glossary.language, *self.glossary.fallback):
            texts = self.glossary.texts(language)["articles"][self.id]
            text = get(texts)
            if text:
                return Words(text, language, field in texts["fuzzy"])
        raise missing(self.id, what, self.glossary.language)

    def _block(self, record: BlockRecord) -> Block:
        name, kind, covers = record["id"], record["kind"], tuple(record["covers"])

        def words(field: str, get: Callable[[BlockTexts], str]) -> Words:
            return self._words(name, field, lambda texts: get(texts["blocks"][name]))

        def heading(column: int) -> Words:
            return words(f"{name}.column.{column + 1}", lambda texts: texts["columns"][column])

        def cell(number: int, row: str, column: int) -> Words:
            return words(f"{name}.{row}.{column + 1}", lambda texts: texts["rows"][number][column])

        if kind == "table":
            columns = range(record["columns"])
            rows = tuple(
                tuple(cell(number, row, column) for column in columns) for number, row in enumerate(record["rows"])
            )
            return Block(name, kind, covers, columns=tuple(map(heading, columns)), rows=rows)
        text = words(name, lambda texts: texts["text"])
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
