"""The seven articles: complete, whole without their claims, and no claim without its source and assessment."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.articles.article import Article
from imsterms.lexicon.text import Text
from imsterms.termbase.text import references

LANGUAGES = ("en", "nb", "nn")
CLAIMS = ("omit", "annotated")


def articles() -> Iterator[Article]:
    for language in LANGUAGES:
        yield from imsterms.glossary(language).articles.values()


each_article = pytest.mark.parametrize("article", list(articles()), ids=lambda one: f"{one.id}-{one.glossary.language}")


def outputs(article: Article, claims: str) -> dict[str, str]:
    return {
        "text": article.to_text(claims),
        "wrapped": article.to_text(claims, width=60),
        "markdown": article.to_markdown(claims),
        "html": str(article.to_html(claims)),
    }


def squeezed(text: str) -> str:
    """Return the words of a text, without its markup, to look others up in."""
    text = re.sub(r"</?(a|abbr|dfn|em|span|strong)\b[^>]*>|\]\([^)]*\)", "", text)
    text = unescape(re.sub(r"<[^>]*>", " ", text))
    return " ".join(re.findall(r"[^\W_]+", text))


def plain(article: Article, words: Text | None) -> str:
    assert words is not None
    return squeezed(words)


@each_article
def test_every_format_in_every_mode(article: Article) -> None:
    for claims, audience in itertools.product(CLAIMS, ("professional", "patient")):
        for text in (
            article.to_text(claims, audience=audience),
            article.to_markdown(claims, audience=audience),
            str(article.to_html(claims, audience=audience)),
        ):
            assert plain(article, article.title) in squeezed(text)
            assert len(text) > 400
            assert "{" not in text
            assert "None" not in text
            assert "\n\n\n" not in text
            assert text.endswith("\n")


@each_article
def test_every_text_of_it_is_shown(article: Article) -> None:
    for name, output in outputs(article, "annotated").items():
        shown = squeezed(output)
        for block in article.blocks("annotated"):
            if block.kind == "table":
                # as plain text each row is a list, which needs no heading for its first column
                for words in itertools.chain(block.columns[name in ("text", "wrapped") :], *block.rows):
                    assert plain(article, words) in shown, (name, block.id)
            else:
                assert plain(article, block.text) in shown, (name, block.id)


@each_article
def test_without_claims_it_is_the_default_and_reads_as_a_whole(article: Article) -> None:
    blocks = article.blocks()
    assert [block.id for block in blocks] == [one.id for one in article.blocks("annotated") if one.kind != "claim"]
    assert any(block.kind == "text" for block in blocks)
    for block, following in itertools.zip_longest(blocks, blocks[1:]):
        if block.kind == "heading":
            assert following is not None, f"the heading '{block.id}' stands last"
            assert following.kind in ("text", "table"), f"the heading '{block.id}' has nothing below it"
        elif block.text is not None:
            assert not block.text.template.rstrip().endswith(":"), f"'{block.id}' announces something that is left out"
    assert article.to_text() == article.to_text("omit")
    assert article.to_markdown() == article.to_markdown("omit")
    assert article.to_html() == article.to_html("omit")


@pytest.mark.parametrize("audience", ["professional", "patient"])
def test_all_articles_on_one_page_share_a_document(nb: imsterms.Glossary, audience: str) -> None:
    document = nb.document(audience=audience, link="#term-{id}")
    html = "".join(article.to_html(document=document) for article in nb.articles.values())
    html += document.render("{intramuscular_stimulation}", html=True) + document.terms()
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(page.ids)
    text = re.sub(r"<[^>]+>", "", html)
    full = "intramuskulær stimulering (IMS"
    assert text.lower().count(full) == text.lower().partition("<dl")[0].count(full) <= 1 + text.count("[full]")
    popovers = nb.document()
    html = "".join(article.to_html(document=popovers) for article in nb.articles.values())
    assert len(Page(html).ids) == len(set(Page(html).ids)) > 10
    with pytest.raises(ValueError, match="the article is in nn, its document is not"):
        nb.in_language("nn").articles["about_ims"].to_html(document=document)


@each_article
def test_without_claims_none_is_shown(article: Article) -> None:
    claims = [block for block in article.blocks("annotated") if block.kind == "claim"]
    for output in outputs(article, "omit").values():
        shown = squeezed(output)
        for claim in claims:
            assert plain(article, claim.text) not in shown
            assert plain(article, claim.reason) not in shown
        assert "imsterms-claim" not in output
    assert '"claim"' not in json.dumps(article.as_dict("omit"))


@each_article
def test_a_claim_never_stands_without_source_and_assessment(article: Article) -> None:
    glossary = article.glossary
    for claim in (block for block in article.blocks("annotated") if block.kind == "claim"):
        source = glossary.sources[claim.attribution]
        together = [
            plain(article, claim.text),
            squeezed(source.author or source.title),
            squeezed(glossary.label(f"assessment.{claim.assessment}")),
            squeezed(claim.date),
            plain(article, claim.reason),
        ]
        for name, output in outputs(article, "annotated").items():
            if name == "html":
                parts = re.findall(r'<aside class="imsterms-claim[^>]*>.*?</aside>', output, re.S)
            else:
                parts = re.findall(r"^[|>] .*(?:\n[|>].*)*", output, re.M)
                parts = [re.sub(r"^[|>] ?", "", part, flags=re.M) for part in parts]
            found = [part for part in parts if together[0] in squeezed(part)]
            assert len(found) == 1, (name, claim.id)
            end = 0  # each after the one before it, in every output
            for words in together:
                start = squeezed(found[0]).find(words, end)
                assert words and start >= 0, (name, claim.id, words)
                end = start + len(words)


# --- HTML ---


class Page(HTMLParser):
    """What the tests look at in an article's HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.headings: list[str] = []
        self.tags: list[str] = []
        self.languages: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append(tag)
        if name := attributes.get("id"):
            self.ids.append(name)
        if attributes.get("class") == "imsterms-term":
            self.links.append(attributes)
        if re.fullmatch(r"h\d", tag):
            self.headings.append(tag)
        if language := attributes.get("lang"):
            self.languages.append(language)


@each_article
def test_every_term_is_explained(article: Article) -> None:
    for claims in CLAIMS:
        html = str(article.to_html(claims))
        page = Page(html)
        assert len(page.ids) == len(set(page.ids))
        assert {link["popovertarget"] for link in page.links} <= set(page.ids)
        assert not {"button", "a"} & {
            tag for heading in re.findall(r"<h\d>(.*?)</h\d>", html) for tag in Page(heading).tags
        }
        shown = squeezed(html)
        used = {
            reference.name
            for block in article.blocks(claims)
            for words in (block.text, block.reason, *block.columns, *itertools.chain(*block.rows))
            if words
            for reference in references(words.template)
            if reference.name not in article.values
        }
        assert {f"term-{concept_id}" for concept_id in used} <= set(page.ids)
        for concept_id in used:
            assert squeezed(str(article.glossary[concept_id].definition)) in shown


@each_article
def test_markdown_links_lead_somewhere_too(article: Article) -> None:
    text = article.to_markdown("annotated")
    named = set(re.findall(r"\]\(#(term-\w+)\)", text))
    assert named
    assert named == set(re.findall(r'<a id="(term-\w+)"></a>', text))


@each_article
def test_headings_and_language(article: Article) -> None:
    page = Page(str(article.to_html(heading_level=3)))
    assert page.headings[0] == "h3"
    assert set(page.headings[1:]) == {"h4"}
    assert page.tags[0] == "article"
    assert page.languages == [article.glossary.language]


def test_the_comparison_is_a_real_table(nb: imsterms.Glossary, require_module: Any) -> None:
    article = nb.articles["ims_and_acupuncture"]
    (table,) = (block for block in article.blocks() if block.kind == "table")
    html = str(article.to_html())
    assert html.count("<table>") == 1
    assert html.count('<th scope="col">') == len(table.columns) == 3
    assert html.count('<th scope="row">') == html.count("</tr>") - 1 == len(table.rows) >= 5
    markdown_it = require_module("markdown_it")
    rendered = markdown_it.MarkdownIt("commonmark").enable("table").render(article.to_markdown())
    assert rendered.count("<th>") == 3
    assert rendered.count("<td>") == 3 * len(table.rows)


def test_terms_link_where_the_caller_says(nb: imsterms.Glossary) -> None:
    article = nb.articles["treatment_frequency"]
    html = str(article.to_html(link="/ordliste/{id}"))
    assert 'href="/ordliste/treatment_session"' in html
    assert "#term-" not in html
    assert "<button" in str(article.to_html())
    assert "](" not in article.to_markdown(link=None)


def test_patients_read_explanations(en: imsterms.Glossary) -> None:
    article = en.articles["about_ims"]
    patient = article.to_text(audience="patient")
    assert str(en["intramuscular_stimulation"].explanation) in patient
    assert str(en["intramuscular_stimulation"].definition) not in patient


def test_values_are_written_as_the_language_writes_them() -> None:
    shown = {
        language: imsterms.glossary(language).articles["treatment_frequency"].to_text("annotated")
        for language in LANGUAGES
    }
    for language, days in {"en": "14 days", "nb": "14 dager", "nn": "14 dagar"}.items():
        assert days in shown[language]
        assert "P14D" not in shown[language]


def test_wrapping(nb: imsterms.Glossary) -> None:
    text = nb.articles["treatment_frequency"].to_text("annotated", width=50)
    longest = max(text.split(), key=len)
    assert all(len(line) <= max(50, len(longest) + 2) for line in text.splitlines())
    assert squeezed(text) == squeezed(nb.articles["treatment_frequency"].to_text("annotated"))


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:f)",
        "[x]( JavaScript:f)",
        "[x](<javascript:f>)",
        "[x](&#106;avascript:f)",
        "[x](java\\script:f)",
        "![x](data:image/png;base64,x)",
        "[x](data:text/html,x)",
        "[x](vbscript:f)",
        "[x]\n\n[x]: javascript:f",
    ],
)
def test_a_link_that_leads_to_no_page_is_text(text: str, require_module: Any, tmp_path: Path) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "articles").mkdir()
    blocks = json.dumps([{"id": "b", "text": f"{text} and [site](https://example.org/a:b) and [next](page.html#c)"}])
    (tmp_path / "articles" / "a.yaml").write_text(f"title: A\nblocks: {blocks}\n", "utf-8")
    article = imsterms.load(tmp_path).glossary("en").articles["a"]
    renderer = require_module("markdown_it").MarkdownIt("commonmark")
    renderer.validateLink = lambda link: True
    for html in (str(article.to_html()), renderer.render(article.to_markdown())):
        assert re.findall('(?:href|src)="([^"]*)', html) == ["https://example.org/a:b", "page.html#c"]
