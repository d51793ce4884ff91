"""Checking and fixing whole texts: places, formats, what is left alone, and what never happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import imsterms
from imsterms.checks.lines import Lines
from imsterms.checks.rule import Problem, rule
from imsterms.checks.text.lint import fix, lint
from imsterms.checks.text.page import Page
from imsterms.checks.text.settings import Settings
from imsterms.errors import UnknownFormatError, UnknownRuleError
from imsterms.recognition.readers import FORMATS

WORDS = """
muskelknute muskelknuten muskelknutene Muskelknuten MUSKELKNUTER trigger punkt punktene IMS behandling IMSbehandling ims
Ims en et den det store øm nålen Nålen musklane nåla behandlingane tenderpoint tenderpointene SNS vegetativt nervesystem
kort muskel stress ( ) , . : « » " > ` ** [ ]( ) <b> </b> <p> <a href=x> </a> <q> </q> &aring; # imsterms: off
<!--imsterms:off--> <!--imsterms:on--> msgid msgstr "muskelknute" dry needling kurs min flere mange å n\u030a
intramuskulær stimulering (IMS)
"""
PARTS = st.lists(
    st.sampled_from([*WORDS.split(), "\n", "\n\n", "\r\n", "\u00a0", "\u00ad", "\x00", "\ud800", "😀"]), max_size=30
)
TEXTS = st.one_of(st.text(max_size=100), PARTS.map(" ".join), PARTS.map("".join))


@st.composite
def written_oddly(draw: st.DrawFn) -> str:
    """Draw a designation of the glossary in any form, in odd capitals, written apart or together, or part of a word."""
    languages = [imsterms.glossary(language) for language in ("nb", "nn", "en")]
    concept = draw(st.sampled_from([concept for glossary in languages for concept in glossary.values()]))
    designation = draw(st.sampled_from(concept.designations))
    form = draw(st.sampled_from(sorted(designation.forms.values())))
    form = draw(st.sampled_from([str, str.upper, str.capitalize, str.title]))(form)
    form = form.replace(" ", draw(st.sampled_from([" ", "-", "", " \n"])))
    cut = draw(st.integers(0, len(form)))
    form = form[:cut] + draw(st.sampled_from(["", " ", "-", "\u00ad"])) + form[cut:]
    return draw(st.sampled_from(["", "", "non-", "ikke-"])) + form + draw(st.sampled_from(["", "", "-funn", "-free"]))


TERMS = st.lists(st.one_of(written_oddly(), st.sampled_from(WORDS.split())), max_size=12).map(" ".join)
EVERYTHING = Settings(enable=("admitted-word", "claim-word"))


@given(TEXTS, st.sampled_from(sorted(FORMATS)), st.sampled_from(["nb", "nn", "en"]))
@settings(max_examples=150)
def test_any_text_is_checked_and_findings_lie_in_it(text: str, form: str, language: str) -> None:
    lines = Lines(text)
    for one in lint(imsterms.glossary(language), text, format=form, settings=EVERYTHING):
        assert 0 <= one.start < one.end <= len(text)
        assert lines.place(one.start) == (one.line, one.column)
        assert lines.line(one.line)[one.column - 1 : one.column] == text[one.start : one.start + 1]
        assert one.suggestion != ""


@given(st.one_of(TEXTS, TERMS), st.sampled_from(sorted(FORMATS)), st.sampled_from(["nb", "nn", "en"]))
@settings(max_examples=200)
@example("Vi har DRY NEEDLING-punkt.", "text", "nb")
@example("De fikk ikke-kirurgiske behandlinger.", "text", "nb")
def test_to_fix_twice_is_to_fix_once(text: str, form: str, language: str) -> None:
    glossary = imsterms.glossary(language)
    for finding in lint(glossary, text, format=form, settings=EVERYTHING):
        assert finding.suggestion != text[finding.start : finding.end]
    fixed, count, left = fix(glossary, text, format=form, settings=EVERYTHING)
    assert (fixed != text) == (count > 0)
    assert fix(glossary, fixed, format=form, settings=EVERYTHING) == (fixed, 0, left)
    assert not any(finding.fixable for finding in left)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi har DRY NEEDLING-punkt."),
        ("nb", "Legen så etter røde flagg-funn."),
        ("nb", "De fikk ikke-medisinske tilbud og ikke-kirurgiske behandlinger."),
        ("en", "Needle-free and non-surgical treatment"),
        ("en", "trigger point-free muscles"),
    ],
)
def test_what_is_written_as_suggested_is_right(language: str, text: str) -> None:
    assert lint(imsterms.glossary(language), text) == []


def test_a_text_that_never_comes_to_rest_is_left_alone(nb: imsterms.Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("IMS599", "the-other", "text")
    def the_other(page: Page) -> Iterator[Problem]:
        for passage in page.passages:
            yield passage.problem(0, 1, "the other", "b" if passage.text.startswith("a") else "a")

    monkeypatch.setattr("imsterms.checks.text.lint.RULES", (the_other,))
    assert fix(nb, "a muskelknute")[:2] == ("a muskelknute", 0)


def test_a_word_that_is_written_apart_and_deprecated_is_fixed_at_once(nb: imsterms.Glossary) -> None:
    assert fix(nb, "en muskel knute") == ("et triggerpunkt", 1, [])


def test_code_and_quotations_are_left_alone(nb: imsterms.Glossary) -> None:
    text = "`muskelknutene` og «muskelknutene»\n\n> muskelknutene\n\n    muskelknutene\n"
    assert fix(nb, text, format="markdown") == (text, 0, [])


def test_fix_keeps_every_other_character(nb: imsterms.Glossary) -> None:
    page = "<p class=muskelknute>N&aring;ler i <b>muskelknutene</b>&nbsp;&amp; mus<i>kelknutene</i></p>\r\n<!-- x -->"
    fixed, count, _ = fix(nb, page, format="html")
    assert fixed == page.replace("<b>muskelknutene", "<b>triggerpunktene")
    assert count == 1


def test_fix_changes_a_catalog_and_it_stays_one(nb: imsterms.Glossary) -> None:
    text = 'msgid "muscle knots"\nmsgstr ""\n"trigger "\n"punkt. Muskelknutene %(x)s {needle}[the plural]"\n'
    fixed, _, _ = fix(nb, text, format="po")
    assert fixed == 'msgid "muscle knots"\nmsgstr ""\n"triggerpunkt. Triggerpunktene %(x)s {needle}[the plural]"\n'


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_our_own_catalogs_are_in_order_and_stay_as_they_are(language: str, root: Path) -> None:
    catalog = (root / "locales" / language / "LC_MESSAGES" / "imsterms.po").read_text("utf-8")
    assert "muskelknute" in catalog
    for spoken in (language, "en"):
        glossary = imsterms.glossary(spoken)
        assert lint(glossary, catalog, format="po") == []
        assert fix(glossary, catalog, format="po") == (catalog, 0, [])


def test_prose_in_the_catalog_of_a_termbase_is_checked(nb: imsterms.Glossary) -> None:
    texts = {
        "term": "muskelknute",
        "words": "not: muskelknute",
        "definition": "en muskelknute",
        "notes": "Muskelknuten.",
    }
    catalog = "".join(f'msgctxt "spot.{field}"\nmsgid "x"\nmsgstr "{text}"\n\n' for field, text in texts.items())
    assert [finding.line for finding in lint(nb, catalog, format="po")] == [11, 15]
    foreign = catalog.replace("spot.definition", "spot.description")
    assert [finding.line for finding in lint(nb, foreign, format="po")] == [3, 7, 11, 15]


def test_places_are_in_code_points(nb: imsterms.Glossary) -> None:
    [finding] = lint(nb, "😀 e\u0301\r\nİ å: muskelknutene", path="x.txt")
    assert (finding.path, finding.line, finding.column, finding.start, finding.end) == ("x.txt", 2, 6, 11, 24)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text", "muskelknutene\n# imsterms: off\nmuskelknutene\n# imsterms: on\nmuskelknutene"),
        (
            "markdown",
            "muskelknutene\n\n<!-- imsterms: off -->\n\nmuskelknutene\n\n<!-- imsterms: on -->\n\nmuskelknutene",
        ),
        ("html", "<p>muskelknutene<!-- imsterms: off --><p>muskelknutene<!-- imsterms: on --><p>muskelknutene"),
        (
            "po",
            'msgid "a"\nmsgstr "muskelknutene"\n\n# imsterms: off\nmsgid "b"\nmsgstr "muskelknutene"\n\n'
            '# imsterms: on\nmsgid "c"\nmsgstr "muskelknutene"\n',
        ),
    ],
)
def test_off_and_on(nb: imsterms.Glossary, form: str, text: str) -> None:
    places = [text.index("muskelknutene"), text.rindex("muskelknutene")]
    assert [one.start for one in lint(nb, text, format=form)] == places
    assert "muskelknutene" in fix(nb, text, format=form)[0]


def test_a_part_in_another_language_is_left_alone(nb: imsterms.Glossary) -> None:
    page = '<html lang="en"><p>muskelknutene</p><p lang="nn">muskelknutene</p><p lang="nb-NO">muskelknutene</p>'
    assert [one.start for one in lint(nb, page, format="html")] == [page.index("mus"), page.rindex("mus")]


def test_catalogs_are_checked_in_their_language(nb: imsterms.Glossary, en: imsterms.Glossary) -> None:
    text = 'msgid ""\nmsgstr "Language: nb\\n"\n\nmsgid "muscle knot"\nmsgstr "muskelknuter"\n'
    assert [one.suggestion for one in lint(nb, text, format="po")] == ["triggerpunkter"]
    assert [one.suggestion for one in lint(en, text, format="po")] == ["trigger point"]


def test_rules_are_turned_on_and_off_by_name_and_code(nb: imsterms.Glossary) -> None:
    assert nb.lint("muskelknutene", disable=["deprecated-word"]) == nb.lint("muskelknutene", disable=["IMS501"]) == []
    with pytest.raises(UnknownRuleError, match="did you mean 'deprecated-word'"):
        nb.lint("", disable=["deprecated-terms"])
    with pytest.raises(UnknownFormatError):
        nb.lint("", format="docx")


@pytest.mark.parametrize(
    "part", ["muskelknute ", "IMS (", "«", "trigger ", "<b>", "a", "Nål ", "musklane\n", "stress "]
)
def test_hostile_texts_are_checked(nb: imsterms.Glossary, part: str) -> None:
    for form in FORMATS:
        nb.lint(part * 500, format=form)


@pytest.mark.slow
@pytest.mark.parametrize("part", ["a", "<", "[", "&", " ", "«", "é", "\u0301", "\ud800"])
def test_a_line_of_megabytes(nb: imsterms.Glossary, part: str) -> None:
    for form in FORMATS:
        nb.lint(part * (10_000_000 if form == "text" else 200_000), format=form)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_our_own_articles_and_texts_are_in_order(language: str) -> None:
    glossary = imsterms.glossary(language)
    found = []
    for article in glossary.articles.values():
        for audience in ("professional", "patient"):
            written = {
                "html": str(article.to_html(claims="annotated", audience=audience)),
                "text": article.to_text(claims="annotated", audience=audience),
                "markdown": article.to_markdown(claims="annotated", audience=audience),
            }
            sources = glossary.label("field.sources")
            for form, text in written.items():
                if form != "html":  # where titles of works in another language are not marked as such
                    text = re.split(rf"^(## )?{sources}$", text, flags=re.MULTILINE | re.IGNORECASE)[0]
                found += [f"{article.id}.{form}: {one}" for one in glossary.lint(text, format=form)]
    for concept in glossary.values():
        texts = [concept.definition, concept.explanation, *concept.notes]
        found += [f"{concept.id}: {one}" for text in texts if text for one in glossary.lint(text)]
    assert found == []
