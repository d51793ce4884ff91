"""Linking the terms of a page: the page differs from the one given by the added elements only."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from dom import hostile_page, tree
from hypothesis import given, settings
from hypothesis import strategies as st

import imsterms
from imsterms.cli import main
from imsterms.errors import TextError
from imsterms.recognition.pages import annotate_document, annotate_html
from imsterms.recognition.readers import read

ADDED = re.compile(r'<a class="imsterms-term" href="[^"]*">(.*?)</a>', re.DOTALL)

PAGE = """<!doctype html><title>Nålen</title><h1>Triggerpunkter</h1>
<p>N&aring;len treffer et triggerpunkt. Triggerpunktet er lite.</p>
<h2>Mer</h2><p>Triggerpunktene, <a href="x">triggerpunkt</a>, <code>triggerpunkt</code>, trigger<b>punkt</b></p>
<p lang="en">trigger point</p><button>triggerpunkt</button><script>"triggerpunkt"</script><p>Triggerpunkt</p>"""


def linked(page: str, **options: object) -> list[str]:
    glossary = imsterms.glossary("nb")
    return [match[1] for match in ADDED.finditer(annotate_html(glossary, page, **options))]  # type: ignore[arg-type]


def test_the_first_mention_in_each_section() -> None:
    assert linked(PAGE) == ["N&aring;len", "triggerpunkt", "Triggerpunktene"]


def test_all_mentions_or_so_many() -> None:
    assert linked(PAGE, mentions="all")[1:] == ["triggerpunkt", "Triggerpunktet", "Triggerpunktene", "Triggerpunkt"]
    assert linked(PAGE, mentions=2)[1:] == ["triggerpunkt", "Triggerpunktet"]


def test_the_link_or_the_explanation(nb: imsterms.Glossary) -> None:
    page = annotate_html(nb, "<p>Nål</p>", link="/ordliste?a=1&b={id}")
    assert page == '<p><a class="imsterms-term" href="/ordliste?a=1&amp;b=needle">Nål</a></p>'
    page = annotate_html(nb, "<body><p>Nål</p></body>", link=None)
    button = '<button type="button" class="imsterms-term" popovertarget="imsterms-needle">Nål</button>'
    popover = f'<span class="imsterms-explanation" id="imsterms-needle" popover>{nb["needle"].definition}</span>'
    assert page == f"<body><p>{button}</p>{popover}</body>"


def test_wrong_options_are_refused(nb: imsterms.Glossary) -> None:
    with pytest.raises(ValueError, match="mentions is"):
        annotate_html(nb, "", mentions="some")
    with pytest.raises(ValueError, match="mentions is"):
        annotate_html(nb, "", mentions=0)
    with pytest.raises(TextError):
        annotate_html(nb, "<p>Nål</p>", link="javascript:alert(1)")


SNIPPETS = """
Nål triggerpunkt <b> </b> <p> </p> <a href="nål"> </a> <h2> </h2> &aring; <!-- nål --> <script> </script> < > &
<code> </code> <svg> </svg> <td> <li> <textarea> </textarea> <title> </title> n&aring;l <p lang=en> <br>
trigger<wbr>punkt
"""
PIECES = st.sampled_from([snippet for line in SNIPPETS.splitlines() for snippet in line.split()])


@given(st.lists(PIECES, max_size=30).map(" ".join))
@settings(max_examples=150)
def test_without_the_added_elements_it_is_the_page_given(page: str) -> None:
    assert ADDED.sub(r"\1", annotate_html(imsterms.glossary("nb"), page, mentions="all")) == page


def test_the_command_line_links_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "side.html"
    path.write_bytes(PAGE.encode())
    glossary = imsterms.glossary("nb")
    assert main(["annotate", str(path), "--html", "--lang", "nb"]) == 0
    assert capsys.readouterr().out == annotate_html(glossary, PAGE)
    assert main(["annotate", str(path), "--html", "--lang", "nb", "--mentions", "2", "--link", "/{id}"]) == 0
    assert capsys.readouterr().out == annotate_html(glossary, PAGE, mentions=2, link="/{id}")
    with pytest.raises(SystemExit) as error:
        main(["annotate", str(path), "--html", "--lang", "nb", "--mentions", "some"])
    assert error.value.code == 2


def test_links_hold_no_matches(nb: imsterms.Glossary) -> None:
    page = '<p><a href="x">Nål</a> og <button>nål</button> og [nål](x)</p>'
    assert [match.start for match in annotate_document(nb, read(page, "html"))] == [
        page.index("nål<"),
        page.index("nål]"),
    ]
    text = "[Nål](http://nål.no) og nål"
    assert [match.start for match in annotate_document(nb, read(text, "markdown"))] == [text.rindex("nål")]


# --- a browser sees the same page ---

KEPT = [
    '<svg><title><a title="</title></svg> nål <hr>">x',
    '<math><title><a title="</title></math> nål <hr>">x',
    '<p title=\u00a0"a b="> nål">x</p>',
    "<!doctype html><table><tr><td>x</td> og nål </tr></table>",
    "<!doctype html><frameset> a nål </frameset>",
    "nål<script>",
    "nål<select>",
    "nål<style/>",
    "nål<plaintext>",
    "nål<!-- </body>",
    'nål<a title="</body>',
    "<p>nål<font color=a><ul>",
    "<p><a href=x>x</p>nål",
    "<script><!-- <script></script> nål <!-- --></script>",
    "<script></\u017fcript> nål </script>",
    "<svg><style><a title='</style>nål'>x</svg>",
    '<select><title></select>nål<a title="</title>nål">',
    "<noscript><style></noscript>nål<img src='</style>nål'>",
    "<?php > <script> ?> nål </script>",
    "<svg><![CDATA[ > nål ]]></svg>",
    "<body><a href=x></body>nål",
    "<p><button></p>nål",
]
"""Pages of which another one was made once, or could be; each as small as it can be."""


def changed_for_a_browser(glossary: imsterms.Glossary, page: str) -> list[str]:
    """Return the options with which the tree of an annotated page is another than that of the page."""
    pages = {str(link): glossary.link(page, mentions="all", link=link) for link in ("#t-{id}", None)}
    return [link for link, made in pages.items() if made != page and tree(made) != tree(page)]


@pytest.mark.parametrize("page", KEPT)
def test_a_page_that_broke_once(nb: imsterms.Glossary, page: str) -> None:
    assert changed_for_a_browser(nb, page) == []


def _fuzz(glossary: imsterms.Glossary, count: int) -> None:
    chance = random.Random(20261125)
    pages = [hostile_page(chance) for _ in range(count)]
    assert sum(glossary.link(page) != page for page in pages) > count // 20
    assert [page for page in pages if changed_for_a_browser(glossary, page)] == []


def test_hostile_pages_are_the_same_for_a_browser(nb: imsterms.Glossary) -> None:
    _fuzz(nb, 150)


@pytest.mark.slow
def test_many_hostile_pages_are_the_same_for_a_browser(nb: imsterms.Glossary) -> None:
    _fuzz(nb, 40_000)


def test_ordinary_pages_are_linked(nb: imsterms.Glossary) -> None:
    """What is left alone in a page that is out to break it is linked in one that is not."""
    icon = '<svg viewBox="0 0 1 1"><title>Søk</title><style>g{}</style><g><path d="M0"/></g></svg>'
    choice = "<select><option>en<option selected>to</select><noscript><p>Slå på</p></noscript>"
    script = "<script>if (1 < 2) document.write('<b>')</script>"
    table = "<table><tr><td>Ei <b>nål</b></td></tr></table><p>Ei nål</p>"
    page = f"<!doctype html><html><body>{icon}{choice}{script}{table}</body></html>"
    assert linked(page, mentions="all") == ["nål", "nål"]
    assert changed_for_a_browser(nb, page) == []
    for article in nb.articles.values():
        page = f"<!doctype html><html><body><main>{article.to_html()}</main></body></html>"
        assert changed_for_a_browser(nb, page) == []


DOCUMENTS = {
    "text": "Ei nål og `nål`",
    "markdown": "# Nål\n\nEi **nål** og `nål`, [nål](x)\n",
    "html": "<p>Ei n&aring;l</p><code>nål</code><a href='x'>nål</a><p lang='en'>skin</p>",
    "po": 'msgid ""\nmsgstr "Language: nb\\n"\n\nmsgid "needle"\nmsgstr "ei nål"\n',
}


@pytest.mark.parametrize(
    ("format", "words"),
    [("text", ["nål", "nål"]), ("markdown", ["Nål", "nål"]), ("html", ["n&aring;l"]), ("po", ["nål"])],
)
def test_offsets_are_those_of_the_document(format: str, words: list[str]) -> None:
    document = DOCUMENTS[format]
    found = annotate_document(imsterms.glossary("nb"), read(document, format))
    assert [document[match.start : match.end] for match in found] == words
    assert {match.concept.id for match in found} == {"needle"}


def test_the_options_reach_every_part() -> None:
    (match,) = annotate_document(imsterms.glossary("nb"), read("<p>Et <b>trigger punkt</b></p>", "html"), split=True)
    assert match.kind == "split"


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(imsterms.UnknownFormatError):
        read("", "docm")
