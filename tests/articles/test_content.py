"""What the articles say, block by block, whatever they are written as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.articles.article import Article
from imsterms.catalogs.messages import extract
from imsterms.catalogs.update import new_catalog
from imsterms.cli import main
from imsterms.errors import MissingTranslationError
from imsterms.termbase.source import read_termbase

SENTENCES = {
    "S1.0", "S1.1", "S1.2", "S1.3", "S1.4", "S1.5",
    "S2.1", "S2.2", "S2.3", "S2.4",
    "S3.0", "S3.1", "S3.2", "S3.3", "S3.4",
    "S4.0", "S4.1", "S4.2", "S4.3",
    "S5.1", "S5.2", "S5.3", "S5.4", "S5.5",
    "S6.1", "S6.2",
    "S7.0", "S7a.1", "S7a.2", "S7a.3", "S7a.4", "S7b.1", "S7b.2", "S7b.3", "S7b.4", "S7b.5",
}  # fmt: skip
"""The sentences of the clinic page."""

LANGUAGES = ("en", "nb", "nn")


def articles() -> Iterator[Article]:
    for language in LANGUAGES:
        yield from imsterms.glossary(language).articles.values()


each_article = pytest.mark.parametrize("article", list(articles()), ids=lambda one: f"{one.id}-{one.glossary.language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_together_they_say_what_the_page_says(language: str) -> None:
    blocks = [block for one in imsterms.glossary(language).articles.values() for block in one.blocks("annotated")]
    covered = {sentence for block in blocks for sentence in block.covers}
    assert covered == SENTENCES


def test_a_counted_form_takes_its_number_from_a_value(tmp_path: Path) -> None:
    for folder in ("articles", "concepts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "concepts" / "own.yaml").write_text(
        "cupping: {term: cupping, definition: suction, broader: [treatment]}\n"
    )
    file = tmp_path / "articles" / "plan.yaml"
    file.write_text(
        "title: Plan\nvalues: {sessions: 3}\nblocks:\n"
        "  - {id: a, covers: [], text: 'Book {treatment_session}[counted sessions].'}\n"
    )
    article = imsterms.load(tmp_path, base=True).glossary("en").articles["plan"]
    assert article.blocks()[0].text == "Book 3 treatment sessions."
    assert "Book 3 treatment sessions." in article.to_text()
    assert ">3 treatment sessions</button>" in article.to_html(audience="patient")
    file.write_text(file.read_text().replace("counted sessions", "counted session"))
    with pytest.raises(imsterms.SourceError, match="no value 'session' to count by .* did you mean 'sessions'"):
        imsterms.load(tmp_path, base=True)


@each_article
def test_a_claim_is_whole_in_json(article: Article) -> None:
    blocks = article.as_dict("annotated")["languages"][article.glossary.language]["blocks"]
    for block in blocks:
        if block["kind"] == "claim":
            assert block["text"]["text"]
            assert block["reason"]["text"]
            assert block["attribution"] in article.glossary.sources
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", block["date"])
            assert block["assessment"] in (
                "supported", "partly_supported", "unsupported", "contradicted", "outdated", "disputed", "unverified",
            )  # fmt: skip
        else:
            assert "assessment" not in block


def test_every_word_of_a_claim_is_labelled(nb: imsterms.Glossary) -> None:
    for article in nb.articles.values():
        for claim in article.blocks("annotated"):
            if claim.kind == "claim":
                assert nb.label(f"assessment.{claim.assessment}") != claim.assessment


def test_an_article_in_a_language_that_has_half_of_it(project: Any) -> None:
    project.write("concepts/a.yaml", "needle: {term: needle, definition: thin tool}\n")
    project.write("interface.yaml", "article: {terms: Terms}\nfield: {sources: Sources}\n")
    project.write(
        "articles/one.yaml",
        "title: One\nblocks: [{id: a, text: 'A {needle}.'}, {id: b, heading: Two}, {id: c, text: 'More **here**.'}]\n",
    )
    project.catalog("nb", {"article/one.title": "En", "needle.term": ["nål", "nåler"]})
    with pytest.raises(imsterms.MissingTranslationError, match="is not translated into nb"):
        project.glossary("nb").articles["one"].blocks()
    article = project.glossary("nb", fallback=True).articles["one"]
    html = str(article.to_html())
    assert '<article class="imsterms-article" lang="nb">\n<h1>En</h1>' in html
    assert '<div lang="en"><p>A <button type="button" class="imsterms-term"' in html
    assert '<h2><span lang="en">Two</span></h2>' in html
    assert ">needle</button>" in html  # the sentence is English, so the term in it is too
    assert '<dt id="term-needle">nål</dt>' in html
    assert "More **here**." in article.to_markdown()


def test_signs_are_listed_below_a_text_by_urgency(nb: imsterms.Glossary) -> None:
    text = nb.articles["spine"].to_text()
    start = text.index("Ring 113 med en gang")
    assert start < text.index("Ring legevakten på 116 117") < text.index("Kontakt fastlegen samme dag")
    assert "nummenhet i skrittet" in text[start:], "a sign in the words of the language"
    assert "Ikke gjennomgått av kliniker" in text[start : text.index("Ord og uttrykk")]


def test_a_block_that_is_not_translated_leaves_a_notice_and_its_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "own.yaml").write_text("cupping: {term: cupping, definition: suction}\n")
    (tmp_path / "interface.yaml").write_text("notice: {not_translated: (Not translated yet.)}\n")
    (tmp_path / "articles" / "plan.yaml").write_text(
        "title: Plan\nblocks:\n- {id: first, text: We begin.}\n- {id: second, text: We go on.}\n"
    )
    termbase = read_termbase(tmp_path)
    path = Path(new_catalog(str(tmp_path / "locales"), "da", extract(termbase)))
    for english, danish in (("Plan", "Plan"), ("We go on.", "Vi fortsætter."), ("cupping", "kopning")):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{danish}"'), "utf-8")
    article = imsterms.load(tmp_path).glossary("da").articles["plan"]
    with pytest.raises(MissingTranslationError):
        article.blocks()
    first, second = article.blocks(partial=True)
    assert (first.is_missing, second.is_missing) == (True, False)
    assert main(["article", "plan", "--lang", "da", "--from", str(tmp_path)]) == 0
    output = capsys.readouterr()
    assert "Vi fortsætter." in output.out
    assert str(first.text) in output.out
    assert "left out: article/plan.first: not translated into da yet" in output.err


def test_an_article_has_the_keys_of_the_document(nb: imsterms.Glossary) -> None:
    article: Any = nb.articles["about_ims"].as_dict()
    assert list(article["languages"]) == ["nb"]
    assert article["languages"]["nb"]["title"] == nb.articles["about_ims"].title.as_dict()


def test_claims_are_left_out_unless_asked_for(nb: imsterms.Glossary) -> None:
    for article in nb.articles.values():
        kinds = {block["kind"] for block in article.as_dict()["languages"]["nb"]["blocks"]}
        assert "claim" not in kinds
    assert any(
        block["kind"] == "claim" and block["reason"]["text"] and block["assessment"]
        for article in nb.articles.values()
        for block in article.as_dict("annotated")["languages"]["nb"]["blocks"]
    )
