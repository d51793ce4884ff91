"""Articles: a clinic page's content, in one language, as text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..errors import UnknownArticleError, nearest
from ..lexicon.schema import PYDANTIC
from .content import ArticleContent

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..lexicon.concept import Concepts
    from ..lexicon.rendering import Document


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


class Article(ArticleContent):
    """An article in the language of its glossary.

    >>> import imsterms
    >>> article = imsterms.glossary("nn").articles["treatment_frequency"]
    >>> article.id, article.title.language, article.blocks()[0].kind
    ('treatment_frequency', 'nn', 'text')
    """

    __get_pydantic_core_schema__ = PYDANTIC

    def __repr__(self) -> str:
        return f"<Article {self.id} {self.language}>"

    def __str__(self) -> str:
        """Return the title."""
        return str(self.title)

    def __reduce__(self) -> tuple[type[Article], tuple[Concepts, str]]:
        return Article, (self._glossary, self.id)

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
        document: Document | None = None,
    ) -> Markup:
        """Return the article as an HTML ``<article>``; terms open their meaning, or lead to ``link``.

        ``heading_level`` is the level of the title. An article of a page with several texts takes the ``document`` of
        the page, which decides on ``audience`` and ``link``, spells a term out once and lists the terms of all texts:
        ``document.terms()``. Needs the extra ``html``. Raises ValueError for a document in another language.
        """
        from .writers import HtmlWriter

        return HtmlWriter(self, audience, link, heading_level, document).write_html(claims)
