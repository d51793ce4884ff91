"""Nothing in a catalog, a source or an argument can inject markup, whatever it is.

The HTML is parsed, and may hold our own elements and attributes only, with links that lead where we sent them.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import imsterms
from imsterms.articles.article import Article
from imsterms.facade import Glossary, open_glossary

INLINE = {"a", "abbr", "bdi", "button", "cite", "span"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MARKDOWN = HEADINGS | {"p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"}
ARTICLE = {"article", "section", "aside", "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"}
ATTRIBUTES = {"class", "type", "popover", "popovertarget", "lang", "href", "id", "scope", "start"}
SCHEMES = ("http", "https", "mailto", "")

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<b>bold</b>",
    "</dfn></article><h1>",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "<!-- comment",
    "\\<script>alert(1)</script>",
    "\\![x](http://evil/track.gif)",
    "<![CDATA[x]]>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "![x](http://evil/track.gif)",
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`",
    "    <script>",
    "```\n<script>\n```",
    "<div>\nraw\n</div>",
    "[needle]{.x onclick=y}",
    "\u2028<script>\u2029",
    "\x00<script>",
    ":-",
    "𝕏<svg/onload=alert(1)>",
    "]]>\"'`=<>&",
    "{{needle}}<x>",
]


class Seen(HTMLParser):
    """Collects what an HTML parser sees."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, content in attrs:
            self.attributes.add(name)
            if name == "href":
                self.links.append(content or "")
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("br", "hr"), tag
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, "elements cross"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("a processing instruction")


def harmless(html: str, allowed: set[str]) -> Seen:
    """Return what a parser sees in ``html``; fail if that is more than ours."""
    seen = Seen(str(html))
    assert not seen.open, f"not closed: {seen.open}"
    assert seen.tags <= allowed, seen.tags - allowed
    assert seen.attributes <= ATTRIBUTES, seen.attributes - ATTRIBUTES
    for link in seen.links:
        scheme = link.partition(":")[0].lower() if ":" in link.partition("/")[0] else ""
        assert scheme in SCHEMES, link
    return seen


def hostile_glossary(project: Any, text: str, *, only: str = "") -> Glossary:
    """Return a glossary whose every Norwegian word is ``text``, or those in the contexts that have ``only`` in them."""
    project.write(
        "concepts/tools.yaml",
        'needle: {term: needle, abbreviation: N, plain: pin, definition: "thin {{x}}", explanation: e, notes: [n]}\n',
    )
    project.write(
        "interface.yaml",
        "claim: {claim: Claim, according_to: by, assessment: assessed}\narticle: {terms: Terms}\n"
        "field: {sources: Sources}\nassessment: {outdated: old}\n",
    )
    project.write("sources.yaml", 'book: {title: "<i>", author: "<b>&", year: "<u>", url: "javascript:alert(1)"}\n')
    project.write(
        "articles/one.yaml",
        """\
title: One
values: {often: P7D}
sources: [book]
blocks:
  - {id: text, text: "a {needle}"}
  - {id: head, heading: b}
  - {id: table, table: {columns: {one: c, two: "{needle}"}, rows: {r: [d, e]}}}
  - id: claim
    claim: {text: f, attribution: book, assessment: outdated, reason: g, date: "2026-01-01", sources: [book]}
""",
    )
    from imsterms.catalogs.data import SourceData
    from imsterms.catalogs.messages import Translation, extract
    from imsterms.termbase.source import read_termbase
    from imsterms.termbase.text import escape

    termbase = read_termbase(project.data)
    translations = {}
    for message in extract(termbase):
        hostile = text if only in message.context else "word"
        words = escape(hostile) if message.kind == "text" else hostile.replace("\n", " ")
        if message.kind == "words":
            names = ("short", "plain", "also", "variant", "lay", "not", "note")
            words = "\n".join(f"{name}: w {words}" for name in names)
        if "{needle}" in message.text:
            words += " {needle} {needle}[short]"
        translations[message.context] = Translation((words, words) if message.plural else (words,))
    return open_glossary(SourceData(termbase, {"nb": translations}, "1"), "nb", False, {})


def check_everything(glossary: Glossary) -> None:
    """Render everything that there is, in every way there is."""
    for form in ("", "the plural", "short", "full", "plain"):
        for link in (None, "/ord/{id}"):
            html = glossary.render(f"x {{needle}}[{form}]", html=True, link=link, audience="patient")
            harmless(str(html), INLINE)
    article: Article = glossary.articles["one"]
    for claims in ("omit", "annotated"):
        seen = harmless(str(article.to_html(claims)), INLINE | MARKDOWN | ARTICLE)
        assert not [link for link in seen.links if "javascript" in link.lower()]
    for audience in ("professional", "patient"):
        harmless_markdown(article.to_markdown("annotated", audience=audience))


def harmless_markdown(markdown: str) -> None:
    """Fail where Markdown of ours, put through a renderer that allows HTML, brings foreign elements with it."""
    from markdown_it import MarkdownIt

    harmless(
        MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown), INLINE | MARKDOWN | ARTICLE | {"img"}
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_catalogs(project: Any, text: str) -> None:
    check_everything(hostile_glossary(project, text))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(
        alphabet=st.sampled_from("<>&\"'`=/{}[]()!#*_-\\ \n:;javscriptonlx\u2028\x00é"), min_size=1, max_size=60
    )
)
def test_any_catalog_at_all(project: Any, text: str) -> None:
    if not text.strip() or text.strip() == "-":
        return
    glossary = hostile_glossary(project, text)
    try:
        glossary["needle"].term  # noqa: B018
    except imsterms.MissingTranslationError:
        return
    check_everything(glossary)


@given(value=st.text(max_size=40) | st.sampled_from(HOSTILE), literal=st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_hostile_values_and_texts(value: str, literal: str) -> None:
    from imsterms.termbase.text import escape

    nb = imsterms.glossary("nb")
    html = nb.render(escape(literal) + " {x} {needle}[the]", {"x": value}, html=True)
    seen = harmless(str(html), INLINE)
    assert seen.text.replace("\ufffd", "\0").endswith(f"nålen{nb['needle'].definition}")
    assert nb.render(escape(literal) + "{x}", {"x": value}) == literal + value


@pytest.mark.parametrize(
    "text", ["a\n\nb", "a\n# b", "---", "- a", "1. a", "1) a", "===", "a\n===", "> a", "| a", "    a", "a\n\n    b"]
)
def test_a_claim_does_not_break_out_of_its_quote(project: Any, text: str) -> None:
    """Claim, attribution and assessment stand in one quotation, and nothing else does."""
    from markdown_it import MarkdownIt

    article = hostile_glossary(project, text, only="claim").articles["one"]
    html = MarkdownIt("commonmark").render(article.to_markdown("annotated"))
    assert html.count("<blockquote>") == 1
    quoted = html.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert set(Seen(quoted).tags) == {"p", "strong"}
    assert quoted.count("<p>") == 5
    assert "2026-01-01" in quoted
    (claim,) = (part for part in article.to_text("annotated").split("\n\n") if "2026-01-01" in part)
    assert all(line.startswith("|") for line in claim.splitlines())
