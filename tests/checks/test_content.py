"""A termbase with everything that its languages say, as rules see it."""

from __future__ import annotations

from typing import Any

from imsterms.checks.content import Content, Entry, read_content
from imsterms.termbase.source import read_termbase


def content(project: Any) -> Content:
    return read_content(read_termbase(project.sources), str(project.locales), root=str(project.folder))


def entry(project: Any, language: str, concept: str) -> Entry:
    return next(one for one in content(project).wordings if one.language == language).entry(concept)


def test_the_sources_are_a_language_among_the_others(project: Any) -> None:
    termbase = content(project)
    assert [wording.language for wording in termbase.wordings] == ["en", "nb", "nn"]
    assert [wording.language for wording in termbase.catalogs] == ["nb", "nn"]
    assert "knot" not in {concept.id for concept in termbase.concepts}, "what is obsolete is not checked"


def test_an_entry_has_the_words_of_its_language(project: Any) -> None:
    english, norwegian = entry(project, "en", "trigger_point"), entry(project, "nb", "trigger_point")
    assert (english.term, norwegian.term) == ("trigger point", "triggerpunkt")
    assert list(english.designations("deprecated")) == [("muscle knot", "lay word")]
    assert {"triggerpunkt", "triggerpunktene"} <= set(norwegian.own_words)
    assert [reference.name for reference in english.sentence("definition").references] == ["tender_point", "pain"]
    assert english.readable("definition") == "tender point that sends pain elsewhere"


def test_a_broken_text_has_no_pieces(project: Any) -> None:
    project.translate("nb", {"pain.definition": "noe { vondt"})
    broken = entry(project, "nb", "pain")
    assert broken.text("definition") == "noe { vondt"
    assert broken.sentence("definition").pieces == ()


def test_a_problem_is_where_the_field_is_written(project: Any) -> None:
    for language, ending in (("en", "concepts/findings.yaml"), ("nb", "nb/LC_MESSAGES/imsterms.po")):
        place: Any = entry(project, language, "pain").problem("definition", "too short").place
        text = (project.folder / place.path).read_text("utf-8").splitlines()
        assert place.path.endswith(ending)
        entry_of_file = "\n".join(text[place.line - 1 : place.line + 5])
        assert "pain.definition" in entry_of_file or "unpleasant" in entry_of_file
        assert (place.concept, place.field, place.language) == ("pain", "definition", language)


def test_a_form_that_is_not_translated_yet_counts_as_there(project: Any) -> None:
    project.translate("nb", {"trigger_point.term.the": ""})
    wording = next(one for one in content(project).wordings if one.language == "nb")
    assert wording.has_form("trigger_point", "the")
    assert not wording.has_form("needle", "short")
