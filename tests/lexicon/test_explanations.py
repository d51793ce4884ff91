"""How terms carry their explanations in HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import imsterms
from imsterms.facade import Glossary


def test_only_the_first_mention_is_explained(nb: imsterms.Glossary) -> None:
    assert nb.render("{needle} {needle}", html=True).count("<button") == 1
    document = nb.document()
    document.render("{needle}", html=True)
    assert document.render("{needle}", html=True) == "nål"
    assert document.heading("{needle}[The]", html=True) == "Nålen"
    assert "<button" in document.render("{needle}", html=True)  # a new section


def test_no_two_explanations_of_a_page_share_an_id(nb: imsterms.Glossary) -> None:
    document = nb.document()
    pieces = [document.render("{needle} {skin}", html=True)]
    pieces += [document.heading("A", html=True), document.render("{needle} {skin}", html=True)]
    pieces += [nb.render("{needle} {skin}", html=True), nb.render("{needle}", html=True)]
    page = "".join(pieces)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 7
    assert sorted(ids) == sorted(re.findall(r'popovertarget="([^"]+)"', page))


def test_html_with_links(nb: imsterms.Glossary) -> None:
    html = nb.render("{trigger_point}", html=True, link="/ord/{id}?a=1&b=2")
    assert html == '<a class="imsterms-term" href="/ord/trigger_point?a=1&amp;b=2">triggerpunkt</a>'


INLINE = {"a", "abbr", "bdi", "button", "span"}
ATTRIBUTES = {"class", "type", "popover", "popovertarget", "lang", "href", "id", "scope", "start"}
SCHEMES = ("http", "https", "mailto", "")


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


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert('{id}')",
        "JAVASCRIPT:x",
        "data:text/html,{id}",
        " javascript:x",
        "vbscript:x",
        "java\nscript:x",
    ],
)
def test_links_that_run_something_are_refused(nb: Glossary, link: str) -> None:
    with pytest.raises(imsterms.ImstermsError):
        nb.render("{needle}", html=True, link=link)
    with pytest.raises(imsterms.ImstermsError):
        nb.articles["treatment_frequency"].to_html(link=link)
    with pytest.raises(imsterms.ImstermsError):
        nb.articles["treatment_frequency"].to_markdown(link=link)


@pytest.mark.parametrize(
    "link", ["/ord/{id}", "https://example.org/{id}#x", "#{id}", "{id}.html", "?id={id}", "//example.org/{id}"]
)
def test_links_that_lead_somewhere(nb: Glossary, link: str) -> None:
    html = str(nb.render("{needle}", html=True, link=link))
    assert Seen(html).links == [link.replace("{id}", "needle")]


def test_a_link_cannot_leave_its_attribute(nb: Glossary) -> None:
    html = str(nb.render("{needle}", html=True, link='/"><script>{id}'))
    assert harmless(html, INLINE).links == ['/"><script>needle']
