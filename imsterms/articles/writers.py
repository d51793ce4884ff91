"""An article as text, Markdown or HTML: one writer each, the same order of things in all."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape as escape_html
from textwrap import fill
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from ..languages.profile import lang_attributes
from ..lexicon.explanations import Explanations, leads_to_a_page
from ..lexicon.rendering import Renderer, escape_markdown, markup, sentence_around
from ..termbase.forms import capitalise
from ..termbase.text import Reference, parse
from ..termbase.token import TOKEN

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..lexicon.concept import Concept, Concepts
    from ..lexicon.rendering import Document
    from ..lexicon.text import Text
    from ..termbase.model import Source
    from .content import ArticleContent, Block


class TextWriter:
    """Plain text, and what all writers share: renderers that remember which terms were used, and the labels.

    Markdown in a block is left as it stands: it is meant to be read.
    """

    def __init__(
        self, article: ArticleContent, audience: str, link: str | None = None, *, width: int | None = None
    ) -> None:
        self.article = article
        self.glossary: Concepts = article.glossary
        self.audience = audience
        self.link = link
        self.width = width
        self.values = article.values
        self.claims_shown: list[Block] = []
        self.explanations = Explanations(link, article.id)
        self._renderers: dict[str, Renderer] = {}

    def renderer(self, language: str) -> Renderer:
        """Return the renderer for words in ``language``, which with a fallback need not be the article's."""
        if language not in self._renderers:
            glossary = self.glossary if language == self.glossary.language else self.glossary.in_language(language)
            self._renderers[language] = Renderer(glossary, audience=self.audience, explanations=self.explanations)
        return self._renderers[language]

    def label(self, name: str) -> str:
        """Return a word of the interface with the capital that begins a line."""
        return capitalise(" ".join(self.glossary.word(name).split()))

    def works(self) -> list[Source]:
        """Return the works that the article and the claims shown rest on, each once."""
        cited = [source.id for source in self.article.sources]
        for claim in self.claims_shown:
            cited += [claim.attribution, *claim.sources]
        return [self.glossary.sources[source] for source in dict.fromkeys(cited)]

    def used(self) -> list[Concept]:
        """Return the concepts that the article has named so far, each once, as the language sorts them."""
        ids = {concept_id for renderer in self._renderers.values() for concept_id in renderer.used}
        return [concept for concept in self.glossary.sorted() if concept.id in ids]

    def meaning(self, concept: Concept) -> str:
        return self.renderer(self.glossary.language).meaning(concept.id)

    def claim_parts(self, block: Block) -> list[tuple[str, str]]:
        """Return a claim, who makes it, how it is assessed and why, as (label, text) pairs in their order.

        Both are escaped for the output. The reason belongs to the assessment before it and has no label.
        """
        works = self.glossary.sources
        source = works[block.attribution]
        assessment = f"{self.glossary.word(f'assessment.{block.assessment}')} ({block.date})"
        cited = (f"{works[name].author or works[name].title} {works[name].year}".strip() for name in block.sources)
        parts = [
            (self.label("claim.claim"), self.inline(block.text)),
            (self.label("claim.according_to"), self.escape(source.author or source.title)),
            (self.label("claim.assessment"), self.escape(assessment)),
            ("", self.inline(block.reason)),
            (self.label("field.sources"), self.escape("; ".join(cited))),
        ]
        return [(self.escape(label), text) for label, text in parts if text]

    def write(self, claims: str) -> str:
        title = self.article.title
        parts = [self.title(title), self.outdated() if title.needs_review else ""]
        blocks = self.article.blocks(claims, partial=True)
        self.claims_shown = [block for block in blocks if block.kind == "claim"]
        for block in blocks:
            parts += [getattr(self, block.kind)(block), self.outdated() if block.is_outdated else ""]
        if concepts := self.used():
            parts += self.section("article.terms", list(map(self.term, concepts)))
        if works := self.works():
            parts += self.section("field.sources", list(map(self.work, works)))
        return "\n\n".join(part for part in parts if part) + "\n"

    def outdated(self) -> str:
        """Return the notice below a text whose English has changed since it was translated."""
        return self.escape(self.glossary.word("notice.outdated"))

    def inline(self, words: Text | None) -> str:
        """Return words of the article on one line."""
        return self.renderer(words.language).text(words.template, self.values) if words else ""

    def escape(self, text: str) -> str:
        """Return a text that is not the article's own, escaped for the output."""
        return text

    def wrap(self, text: str, first: str = "", rest: str = "") -> str:
        if not self.width:
            return first + text.replace("\n", f"\n{rest}")
        return fill(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def title(self, words: Text) -> str:
        text = self.inline(words)
        return f"{text}\n{'=' * len(text)}"

    def heading(self, block: Block) -> str:
        text = self.inline(block.text)
        return f"{text}\n{'-' * len(text)}"

    def text(self, block: Block) -> str:
        lines = self.inline(block.text).splitlines()
        return "\n".join(
            self.wrap(line, rest="  " if line.startswith(("- ", "* ")) else "") if line else "" for line in lines
        )

    def table(self, block: Block) -> str:
        headings = [self.inline(column) for column in block.columns]
        rows = []
        for row in block.rows:
            cells = [self.inline(cell) for cell in row]
            lines = [self.wrap(cells[0])]
            lines += [
                self.wrap(f"{heading}: {cell}", "  - ", "    ")
                for heading, cell in zip(headings[1:], cells[1:], strict=True)
            ]
            rows.append("\n".join(lines))
        return "\n\n".join(rows)

    def claim(self, block: Block) -> str:
        lines = (f"{label}: {text}" if label else text for label, text in self.claim_parts(block))
        return "\n".join(self.wrap(line, "| ", "| ") for line in lines)

    def term(self, concept: Concept) -> str:
        return self.wrap(f"{concept.term}: {self.meaning(concept)}", "- ", "  ")

    def work(self, source: Source) -> str:
        return self.wrap(str(source), "- ", "  ")

    def section(self, name: str, entries: list[str]) -> list[str]:
        """Return a list below the article, with the word of the interface that is its heading."""
        heading = self.label(name)
        return [f"{heading}\n{'-' * len(heading)}", "\n".join(entries)]


class MarkdownWriter(TextWriter):
    """CommonMark, with pipe tables."""

    def escape(self, text: str) -> str:
        return escape_markdown(text)

    def inline(self, words: Text | None) -> str:
        """Return words as one line that begins no list, rule or heading."""
        if words is None:
            return ""
        line = " ".join(self.renderer(words.language).markdown(words.template, self.values, literal=False).split())
        number = len(line) - len(line.lstrip("0123456789"))
        return f"{line[:number]}\\{line[number:]}" if line[number : number + 1] in (*"-+=.)",) else line

    def title(self, words: Text) -> str:
        return f"# {self.inline(words)}"

    def heading(self, block: Block) -> str:
        return f"## {self.inline(block.text)}"

    def text(self, block: Block) -> str:
        assert block.text
        return self.renderer(block.text.language).markdown(block.text.template, self.values)

    def table(self, block: Block) -> str:
        def line(cells: Sequence[str]) -> str:
            return "| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |"

        head = line([self.inline(column) for column in block.columns])
        rule = line(["---"] * len(block.columns))
        return "\n".join([head, rule, *(line([self.inline(cell) for cell in row]) for row in block.rows)])

    def claim(self, block: Block) -> str:
        lines = (f"**{label}:** {text}" if label else text for label, text in self.claim_parts(block))
        return "\n>\n".join(f"> {line}" for line in lines)

    def term(self, concept: Concept) -> str:
        # CommonMark has no anchors of its own; an empty <a> is what every renderer keeps
        anchor = f'<a id="term-{concept.id}"></a>' if self.link == "#term-{id}" else ""
        return f"- {anchor}**{escape_markdown(concept.term)}**: {escape_markdown(self.meaning(concept))}"

    def work(self, source: Source) -> str:
        return f"- {escape_markdown(str(source))}"

    def section(self, name: str, entries: list[str]) -> list[str]:
        return [f"## {escape_markdown(self.label(name))}", "\n".join(entries)]


class HtmlWriter(TextWriter):
    """HTML. Markdown is rendered by markdown-it-py with raw HTML off; everything else is escaped here."""

    def __init__(
        self,
        article: ArticleContent,
        audience: str,
        link: str | None,
        heading_level: int,
        document: Document | None = None,
    ) -> None:
        super().__init__(article, audience, link)
        self.level = min(max(heading_level, 1), 5)
        self.document = document
        if document is not None:
            if document.lexicon != self.glossary:
                raise ValueError(f"the article is in {self.glossary.language}, its document is not")
            self.audience, self.link, self.explanations = document.audience, document.link, document.explanations
            self._renderers[self.glossary.language] = document

    def write_html(self, claims: str) -> Markup:
        body = self.write(claims)
        language = lang_attributes(self.glossary.language)
        popovers = self.explanations.popovers()
        return markup(f'<article class="imsterms-article"{language}>\n{body}{popovers}</article>\n')

    def escape(self, text: str) -> str:
        return _text(text)

    def outdated(self) -> str:
        return f'<p class="imsterms-notice">{super().outdated()}</p>'

    def used(self) -> list[Concept]:
        return super().used() if self.document is None else []  # the document has one list for all its texts

    def inline(self, words: Text | None, *, heading: bool = False) -> str:
        if words is None:
            return ""
        renderer = self.renderer(words.language)
        if heading:
            html: str = renderer.heading(words.template, self.values, html=True)
        else:
            html = renderer.inline_html(words.template, self.values)
        return f"<span{self._lang(words.language)}>{html}</span>" if self._foreign(words) else html

    def _foreign(self, words: Text) -> bool:
        return words.language != self.glossary.language

    def _lang(self, language: str) -> str:
        return lang_attributes(language, self.glossary.language)

    def _heading(self, level: int, content: str) -> str:
        return f"<h{level}>{content}</h{level}>"

    def title(self, words: Text) -> str:
        return self._heading(self.level, self.inline(words, heading=True))

    def heading(self, block: Block) -> str:
        return self._heading(self.level + 1, self.inline(block.text, heading=True))

    def text(self, block: Block) -> str:
        assert block.text
        html = _markdown(self.renderer(block.text.language), block.text.template, self.values).rstrip()
        return f"<div{self._lang(block.text.language)}>{html}</div>" if self._foreign(block.text) else html

    def table(self, block: Block) -> str:
        head = "".join(f'<th scope="col">{self.inline(column)}</th>' for column in block.columns)
        rows = []
        for first, *others in block.rows:
            cells = "".join(f"<td>{self.inline(cell)}</td>" for cell in others)
            rows.append(f'<tr><th scope="row">{self.inline(first)}</th>{cells}</tr>')
        body = "\n".join(rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def claim(self, block: Block) -> str:
        (claim, text), *notes = self.claim_parts(block)
        listed = "".join(f"{f'<dt>{label}</dt>' if label else ''}<dd>{text}</dd>" for label, text in notes)
        return (
            f'<aside class="imsterms-claim imsterms-claim-{block.assessment.replace("_", "-")}">\n'
            f"<p><strong>{claim}:</strong> {text}</p>\n<dl>{listed}</dl>\n</aside>"
        )

    def term(self, concept: Concept) -> str:
        return self.renderer(self.glossary.language).entry_html(concept.term)

    def work(self, source: Source) -> str:
        text = f"<cite>{_text(str(source))}</cite>"
        return f'<li><a href="{escape_html(source.link)}">{text}</a></li>' if source.link else f"<li>{text}</li>"

    def section(self, name: str, entries: list[str]) -> list[str]:
        kind, tag = name.rpartition(".")[2], "dl" if name == "article.terms" else "ul"
        heading = self._heading(self.level + 1, _text(self.label(name)))
        listed = "\n".join(entries)
        return [f'<section class="imsterms-{kind}">\n{heading}\n<{tag}>\n{listed}\n</{tag}>\n</section>']


def _text(text: str) -> str:
    return escape_html(str(text), quote=False)


def _markdown(renderer: Renderer, text: str, values: Any) -> str:
    """Return Markdown with references as HTML."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise MissingExtraError("HTML output needs markdown-it-py: pip install 'imsterms[html]'") from None
    parse(text)  # a text with a stray brace is refused as everywhere
    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
    parser.validateLink = leads_to_a_page  # type: ignore[method-assign, assignment]
    parser.inline.ruler.before("escape", "reference", _reference_rule)
    parser.add_render_rule("reference", _render_reference)
    return str(parser.render(text, {"renderer": renderer, "values": values}))


def _reference_rule(state: Any, silent: bool) -> bool:
    """Make a token of a reference; markdown-it-py calls this wherever a ``{`` or ``}`` may begin something."""
    if state.src[state.pos] not in "{}":
        return False
    found = TOKEN.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        if found[1]:
            token = state.push("reference", "", 0)
            reference = Reference(found[1], (found[2] or "").strip(), *found.span())
            sentence = sentence_around(state.src, state.pos)
            token.meta = {"reference": reference, "sentence": sentence, "linked": state.linkLevel > 0}
        else:
            token = state.push("text", "", 0)
            token.content = found[0][0]
    state.pos = found.end()
    return True


def _render_reference(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    renderer: Renderer = env["renderer"]
    pieces = renderer.reference(token.meta["reference"], env["values"], token.meta["sentence"])
    if token.meta["linked"]:  # a link in a link is no HTML
        return "".join(_text(piece.text) for piece in pieces)
    return "".join(renderer.piece_html(piece) for piece in pieces)
