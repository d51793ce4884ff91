"""From translations to runtime records: what is missing, what does not exist, and what is outdated."""

from __future__ import annotations

from typing import Any

from imsterms.catalogs import records
from imsterms.catalogs.messages import Translation, extract
from imsterms.languages.profile import profile
from imsterms.termbase.source import read_termbase

NEEDLE = {
    "needle.term": Translation(("nål", "nåler")),
    "needle.term.the": Translation(("nålen",), "outdated"),
    "needle.term.a": Translation(("-",)),
    "needle.words": Translation(("compound: nåle\nnot: spiker # skummelt",)),
}


def test_a_term_has_its_forms_and_says_which_are_outdated(project: Any) -> None:
    found = records.terms(read_termbase(project.sources), NEEDLE, "nb")
    assert list(found) == ["needle"], "a concept without a term is not there"
    assert found["needle"]["forms"] == {"": "nål", "plural": "nåler", "the": "nålen", "a": None, "compound": "nåle"}
    assert found["needle"]["deprecated"] == [{"forms": ["spiker"], "reason": "skummelt"}]
    assert found["needle"]["fuzzy"] == ["term.the"]
    assert "counts" not in found["needle"]


def test_forms_beside_numbers_are_kept_where_there_are_more_than_two(project: Any) -> None:
    said = {"needle.term": Translation(("igła", "igły", "igieł"))}
    (record,) = records.terms(read_termbase(project.sources), said, "pl").values()
    assert record["forms"] == {"": "igła", "plural": "igły"}
    assert record["counts"] == ["igła", "igły", "igieł"]


def test_a_dash_counts_only_on_top_of_another_record(project: Any) -> None:
    said = {"trigger_point.words": Translation(("-",)), "trigger_point.definition": Translation(("-",))}
    termbase = read_termbase(project.sources)
    assert records.terms(termbase, said, "nb") == {}
    assert records.texts(termbase, said, "nb")["concepts"] == {}
    partial = records.terms(termbase, said, "nb", partial=True)["trigger_point"]
    assert (partial["abbreviation"], partial["admitted"]) == (None, [])
    assert records.texts(termbase, said, "nb", partial=True)["concepts"]["trigger_point"] == {"definition": None}


def test_articles_units_and_words_of_the_interface(project: Any) -> None:
    said = {
        "article/visit.title": Translation(("Et besøk",)),
        "unit/day": Translation(("{count} dag", "{count} dager")),
        "interface/field.definition": Translation(("definisjon",)),
    }
    texts = records.texts(read_termbase(project.sources), said, "nb")
    assert (texts["articles"]["visit"]["title"], texts["articles"]["visit"]["blocks"]["body"]) == (
        "Et besøk",
        {"text": ""},
    )
    assert texts["units"] == {"day": ["{count} dag", "{count} dager"]}
    assert texts["interface"] == {"field.definition": "definisjon"}


def test_the_forms_of_a_language_without_a_profile_are_where_it_is_asked_for_them(project: Any) -> None:
    termbase = read_termbase(project.sources)
    asked = {message.context for message in extract(termbase) if message.asked_of(profile("tlh"))}
    record: Any = {
        "forms": {"": "nIv", "plural": "nIvmey", "the": "nIv 'e'", "the plural": "nIvmey 'e'", "a": "wa' nIv"}
    }
    made = records.translations_of(termbase.concepts["needle"], record, {}, "tlh")
    assert made["needle.term.the.plural"].texts == ("nIvmey 'e'",)
    assert {context for context in made if ".term" in context} == {
        context for context in asked if context.startswith("needle.term")
    }
    assert made["needle.words"].texts == ("-",)
