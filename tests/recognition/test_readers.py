"""What the readers of documents take as prose, and where it stands."""

from __future__ import annotations

import cProfile
import pstats
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imsterms.errors import UnknownFormatError
from imsterms.recognition.readers import FORMATS, Document, known_format, read
from imsterms.recognition.readers.segments import OBJECT, Segment

SNIPPETS = r"""
nål trigger punkt muskel ` `` ``` ~~~ * ** _ [ ] ( ) ](u) ![ < > <b> </b> <a href='x'> </a> <p> </p> <br> <!-- -->
<script> </script> <pre> </pre> &aring; & &#229; \ \* | |-|-| # - > 1. « » “ ” " ' { } {{ }} {x}[the] http://a.no
a@b.no <div> </div> <li> <!--imsterms:off--> <!--imsterms:on--> imsterms: off msgid msgstr msgid"a" "b" #~ %s <svg/>
<![CDATA[ <?php ?> <q> <title> <plaintext> 😀 İ
"""
PARTS = st.lists(
    st.sampled_from(
        [*SNIPPETS.split(), "e\u0301", "\ufffc", "\u00ad", "\x00", "\ud800", "\r\n", "\n", "\n\n", "\t", "\r", "    "]
    ),
    max_size=40,
)
TEXTS = st.one_of(st.text(max_size=200), PARTS.map(" ".join), PARTS.map("".join))


def prose(text: str, form: str) -> list[str]:
    return [segment.text.replace(OBJECT, "@") for segment in read(text, form).segments]


def off(document: Document, text: str) -> list[str]:
    return [text[start:end] for start, end in document.off]


def sources(text: str, form: str, word: str) -> list[str]:
    """Return how the file writes each occurrence of a word in its prose."""
    found = []
    for segment in read(text, form).segments:
        start = segment.text.find(word)
        while start >= 0:
            begin, end = segment.span(start, start + len(word))
            found.append(text[begin:end])
            start = segment.text.find(word, start + 1)
    return found


@given(TEXTS, st.sampled_from(sorted(FORMATS)))
@settings(max_examples=300, deadline=None)
def test_every_place_in_the_prose_leads_back_to_the_file(text: str, form: str) -> None:
    document = read(text, form)
    for segment in document.segments:
        last = 0
        for place, character in enumerate(segment.text):
            start, end = segment.span(place, place + 1)
            assert 0 <= start <= end <= len(text)
            assert last <= end
            last = start
            if end - start == 1 and character not in (OBJECT, "\n"):
                assert text[start:end] == character or text[start:end] == "\0"
        for start, end in segment.links + segment.quotes:
            assert 0 <= start < end <= len(segment.text)
    assert all(0 <= start < end <= len(text) for start, end in document.off)


def test_the_format_follows_from_the_name() -> None:
    names = ("a.md", "b/C.HTML", "nb.po", "x.txt", "README", "-", "x.njk")
    assert [known_format(name) for name in names] == ["markdown", "html", "po", "text", "text", "text", None]


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownFormatError, match="did you mean 'markdown'"):
        read("", "markdwn")


def test_links_addresses_and_placeholders_are_no_prose_anywhere() -> None:
    text = "Se https://needle.example/needle, mail needle@clinic.example, {needle}[the plural] og {{ needle }} her"
    for form in ("text", "markdown", "html"):
        assert "needle" not in "".join(prose(text, form)), form


# --- plain text ---


def test_text_is_one_segment_and_stands_where_it_stands() -> None:
    text = "Et trigger\npunkt.\n\nÅ, ei nål 😀 og et triggerpunkt."
    (segment,) = read(text).segments
    assert segment.text == text
    assert segment.span(30, 31) == (30, 31)


def test_quotations_in_text() -> None:
    text = 'Hun sa «en muskelknute» og "to knuter".\n> sitert\nikke sitert'
    (segment,) = read(text).segments
    assert [text[start:end] for start, end in segment.quotes] == ["«en muskelknute»", '"to knuter"', "> sitert"]


def test_a_quotation_mark_without_its_partner_quotes_nothing() -> None:
    (segment,) = read('5" er ikke et sitat\n\nog "her" er ett').segments
    assert [segment.text[start:end] for start, end in segment.quotes] == ['"her"']


@pytest.mark.parametrize("mark", ["# ", "", "// ", "; "])
def test_off_and_on_in_text(mark: str) -> None:
    text = f"en\n{mark}imsterms: off\nto\n{mark}imsterms: on\ntre"
    assert off(read(text), text) == [f"{mark}imsterms: off\nto\n"]
    assert read("Vi skriver imsterms: off midt i en linje").off == []


# --- HTML ---

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>N&aring;ler</title><style>muskel{}</style>
<script>var x = "<p>muskelknute</p>"</script></head>
<body><p>En <b>mus</b>kel<wbr>knute, <a href="muskelknute">lenke</a>
<p title="muskel > knute" lang=en>muscle knot</p>tail<pre>muskelknute</pre>
<ul><li>ett<li>to</ul><code>muskel</code> <img alt="muskel"><br>slutt <textarea>muskel</textarea></body></html>"""


def test_html_prose() -> None:
    # "@" is what stands for code and images
    assert [text.strip() for text in prose(PAGE, "html")] == [
        "Nåler",
        "En muskelknute, lenke",
        "muscle knot",
        "tail@",
        "ett",
        "to",
        "@ @\nslutt @",
        "muskel > knute",
        "muskel",
    ]


def test_html_offsets_cover_tags_and_entities() -> None:
    assert sources(PAGE, "html", "muskelknute") == ["mus</b>kel<wbr>knute"]
    assert sources(PAGE, "html", "Nåler") == ["N&aring;ler"]
    (segment,) = read("<p>mus<b>kel</b> n&aring;l</p>", "html").segments
    assert not segment.unbroken(0, 6)
    assert segment.unbroken(7, 10)
    assert segment.unbroken(0, 3)


def test_html_knows_language_headings_sections_links_and_quotations() -> None:
    page = "<p>a <a href=x>b</a></p><h2>c</h2><p lang=nn>d <q>e</q></p><blockquote><p>f</p></blockquote>"
    a, c, d, f = read(page, "html").segments
    assert (a.section, a.linked(0, 1), a.linked(2, 3)) == (0, False, True)
    assert (c.section, c.heading, d.section, d.heading) == (1, True, 1, False)
    assert (a.language, d.language) == (None, "nn")
    assert (d.quoted(0, 1), d.quoted(2, 3), f.quoted(0, 1)) == (False, True, True)


def test_off_and_on_in_html() -> None:
    page = "<p>en</p><!-- imsterms: off --><p>to</p><!--imsterms:on--><p>tre</p>"
    assert off(read(page, "html"), page) == ["<!-- imsterms: off --><p>to</p>"]


@pytest.mark.parametrize("start", ["<a", "<a ", "<!--", "<!", "<![", "<a b='", "</", "</a", "&", "<?", "<script></"])
def test_unfinished_html_is_read_once(start: str) -> None:
    # html.parser needs minutes for these, or raises
    read(start * 50_000, "html")


def test_deeply_nested_html() -> None:
    page = "<div><b>" * 20_000 + "nål" + "</b></div>" * 20_000
    assert prose(page, "html") == ["nål"]


# --- Markdown ---

MARKDOWN = """---
title: muskel
---
# Overskrift med *nål* #

> Sitert
> avsnitt

Tekst med **trigger**punkt, `kode`, [lenke *her*](http://a.example "muskel"), ![bilde](muskel.png) n&aring;l
over to\\
linjer \\*stjerne\\* a ** b <code>kode</code> <http://muskel.example>.

    kode

```
kode
```

| kolonne | en \\| to |
|---------|----------|
| x       | nål      |

<div>blokk</div>

- punkt
  går videre

[lenke]: http://muskel.example
"""


def test_markdown_prose() -> None:
    assert prose(MARKDOWN, "markdown") == [
        "muskel",  # the title in the front matter
        "Overskrift med nål",
        "Sitert\navsnitt",
        "Tekst med triggerpunkt, @, lenke her, @ nål\nover to\nlinjer *stjerne* a ** b @ @.",
        "kolonne",
        "en | to",
        "x",
        "nål",
        "blokk",
        "punkt\ngår videre",
        "muskel",  # the title of the link
        "bilde",
    ]


def test_markdown_offsets() -> None:
    assert sources(MARKDOWN, "markdown", "triggerpunkt") == ["trigger**punkt"]
    assert sources(MARKDOWN, "markdown", "nål") == ["nål", "n&aring;l", "nål"]
    assert sources(MARKDOWN, "markdown", "to\nlinjer") == ["to\\\nlinjer"]
    assert sources(MARKDOWN, "markdown", "Sitert\navsnitt") == ["Sitert\n> avsnitt"]


def test_markdown_with_other_line_ends_and_tabs() -> None:
    assert sources("# nål\r\n\r\n1.\tei\tnål\r\n\r\n>\tnål\r\tpunkt\r\n", "markdown", "nål") == ["nål", "nål", "nål"]


def test_markdown_knows_headings_sections_links_and_quotations() -> None:
    heading, quote, text = read(MARKDOWN, "markdown").segments[1:4]
    assert (heading.heading, text.heading, text.section) == (True, False, 1)
    assert quote.quoted(0, 6)
    assert [text.text[start:end] for start, end in text.links] == ["lenke her"]


def test_off_and_on_in_markdown() -> None:
    text = "en\n\n<!-- imsterms: off -->\nto\n\ntre <!-- imsterms: on --> fire\n"
    assert off(read(text, "markdown"), text) == ["<!-- imsterms: off -->\nto\n\ntre "]


# --- what other programs read ---


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("html", '---\ntitle: "Om IMS"\nslug: nål\n---\n<p>Nål</p>', ["Om IMS", "Nål"]),
        ("html", '<p>[knapp title="IMS"]Nål[/knapp] {% trans "IMS" %} {{ nål }} <%= nål %></p>', ["@Nål@ @ @ @"]),
        ("markdown", 'import Ledd from "./nål"\n\nNål {{< nål >}} her', ["Nål @ her"]),
        ("mdx", 'export const nål = 1\n\n<Kort title="Nål">Nål {nål.map(x => <b>{x}</b>)}</Kort>', ["Nål @"]),
        ("html", '<img alt="Nål" title=Nåler class=x><button aria-label="Stikk">Trykk</button>', ["@Trykk", "Nål"]),
    ],
)
def test_what_other_programs_read_is_no_prose(form: str, text: str, expected: list[str]) -> None:
    assert [re.sub("@+", "@", found).strip() for found in prose(text, form)][: len(expected)] == expected


def test_attributes_that_are_read_are_prose_in_which_no_markup_may_be() -> None:
    page = '<img alt="Nål" title=Nåler class=x><a aria-label="N&aring;l">x</a><meta name=description content="Nål">'
    segments = [segment for segment in read(page, "html").segments if segment.sealed]
    assert [segment.text for segment in segments] == ["Nål", "Nåler", "Nål", "Nål"]
    assert not any(segment.linkable(0, 3) for segment in segments)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", '<html lang="nn"><p>x'),
        ("markdown", "---\nlang: nn\n---\n"),
        ("po", 'msgid ""\nmsgstr "Language: nn\\n"\n'),
    ],
)
def test_a_document_says_its_language(form: str, text: str) -> None:
    assert read(text, form).language == "nn"


def test_front_matter_below_other_keys_and_in_blocks() -> None:
    text = "---\ntitle: En nål\n  til\nplans:\n  - description: >-\n      To nåler\n      i huden\n    lang: en\n"
    text += "  - subtitle: 'Tre nåler'\n    slug: nål\n---\nTekst\n"
    found = [" ".join(each.split()) for each in prose(text, "markdown")]
    assert found == ["En nål til", "To nåler i huden", "Tre nåler", "Tekst"]
    assert sources(text, "markdown", "nåler") == ["nåler", "nåler"]
    assert read(text, "markdown").language is None


def test_alternative_texts_and_titles_in_markdown() -> None:
    text = "Se ![nål i *hud*](a.png \"To nåler\") og [mer](b.html 'Om nåler')."
    assert sorted(prose(text, "markdown")) == ["Om nåler", "Se @ og mer.", "To nåler", "nål i *hud*"]
    assert sorted(sources(text, "markdown", "nåler")) == ["nåler", "nåler"]


def test_doctests_in_restructuredtext_are_code() -> None:
    assert prose("Nål.\n\n>>> nål\nhud\n\nHud >>> nål.\n", "rst") == ["Nål.", "Hud >>> nål."]
    assert prose("Ei :doc:`nål\n  til <nål>` i hud.\n", "rst") == ["Ei @ i hud."]
    assert prose("En ``nål\n  i`` hud.\n", "rst") == ["En @ hud."]


def test_restructuredtext() -> None:
    text = "Nål\n===\n\nEn ``kode`` og :ref:`x` her::\n\n    kode\n\n"
    text += ".. code-block:: py\n\n   kode\n\n.. note:: x\n\n   Merk nålen.\n"
    assert prose(text, "rst") == ["Nål", "En @ og @ her::", "Merk nålen."]
    assert [segment.heading for segment in read(text, "rst").segments] == [True, False, False]


# --- catalogs ---

CATALOG = """# imsterms: off
msgid ""
msgstr ""
"Project-Id-Version: muskel\\n"
"Language: nb\\n"

# imsterms: on
#: nål.c:1
msgctxt "muskel"
msgid "trigger %(muskel)s point <b title='x'>{0}</b>"
msgstr "en trigger"
"punkt \\"her\\" 50 % nål %d"

msgid "one"
msgid_plural "many"
msgstr[0] "ett {needle}[the plural]"
msgstr[1] "mange"

#~ msgid "gammel"
#~ msgstr "gammelt"
"""


def test_catalog_prose() -> None:
    assert [(one.language, one.text.strip(OBJECT).replace(OBJECT, "@")) for one in read(CATALOG, "po").segments] == [
        ("en", "trigger @ point "),
        ("nb", 'en triggerpunkt "her" 50 % nål '),
        ("en", "one"),
        ("en", "many"),
        ("nb", "ett "),
        ("nb", "mange"),
    ]


def test_catalog_offsets() -> None:
    assert sources(CATALOG, "po", "triggerpunkt") == ['trigger"\n"punkt']
    assert sources(CATALOG, "po", "her") == ["her"]


def test_off_and_on_in_catalogs() -> None:
    assert [text.count("\n") for text in off(read(CATALOG, "po"), CATALOG)] == [6]


# --- segments ---


XLIFF = """<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="nb"><body>
<trans-unit id="1"><source>A <g id="1">thin</g> needle</source><target>En
<g id="1">tynn</g> n&#229;l &amp; s&aring; _mer</target><alt-trans><target>Ei n&#229;l</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Press <ph id="1">[x]</ph> here<x id="2"/></source>
<target state="new">Trykk</target></trans-unit>
<trans-unit id="3" approved="no"><source>Skin</source><target>Hud</target></trans-unit></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" srcLang="en" trgLang="nn"><file id="f"><unit id="1"><segment state="final">
<source>Two <pc id="1">needles</pc></source><target>To <pc id="1">nåler</pc></target></segment></unit></file></xliff>"""


def test_xliff_prose() -> None:
    assert prose(XLIFF, "xliff") == ["A thin needle", "En\ntynn nål & så mer", "Press @ here@", "Skin"]
    assert prose(XLIFF_2, "xliff") == ["Two needles", "To nåler"]
    assert [document.language for document in (read(XLIFF, "xliff"), read(XLIFF_2, "xliff"))] == ["nb", "nn"]
    assert [(source.text, target.text) for source, target in read(XLIFF, "xliff").pairs] == [
        ("A thin needle", "En\ntynn nål & så mer")
    ]


def test_xliff_offsets() -> None:
    assert sources(XLIFF, "xliff", "nål") == ["n&#229;l"]
    assert sources(XLIFF_2, "xliff", "nåler") == ["nåler"]


def test_a_segment_finds_its_way_back() -> None:
    segment = Segment()
    segment.verbatim("tri", 10)
    segment.markup()
    segment.verbatim("gger", 20)
    segment.decoded("å", 24, 31)
    segment.finish()
    assert segment.text == "triggerå"
    assert segment.span(0, 3) == (10, 13)
    assert segment.span(2, 4) == (12, 21)
    assert segment.span(6, 8) == (23, 31)
    assert segment.span(3, 3) == (20, 20)
    segment.shift(100)
    assert segment.span(0, 3) == (110, 113)


def test_the_work_on_quotations_grows_with_the_text() -> None:
    """The parser reads on from each quotation to the end of the text, unless it is kept from it."""

    def calls(count: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(read, "# a\n\\\n>" * count, "markdown")
        return pstats.Stats(profile).total_calls  # type: ignore[attr-defined,no-any-return]

    calls(1)
    assert calls(800) < 2.5 * calls(400)


def test_a_long_quotation_is_read_to_its_end() -> None:
    text = "".join(f"> ord{number}\n" for number in range(250))
    assert [f"ord{number}" for number in range(250)] == re.findall(r"ord\d+", " ".join(prose(text, "markdown")))
