"""The glossary as a developer uses it: look-up, languages, fallback, review state, versions, threads."""

from __future__ import annotations

import copy
import threading
from collections.abc import Mapping
from typing import Any

import pytest

import imsterms

SMALL = """\
needle:
  term: needle
  abbreviation: N
  admitted: ["pin | pins"]
  deprecated: ["spike | spikes # sounds dangerous"]
  plain: thin pin
  definition: "thin {tool}"
  explanation: "{tool}[The] that is thin."
  notes: [Needles are thin.]
tool:
  term: tool
  definition: thing made for work
  explanation: Something to work with.
awl: {replaced_by: needle}
"""
NB = {
    "needle.term": ["nål", "nåler"],
    "needle.term.the": ["nålen", "nålene"],
    "needle.term.a": "en nål",
    "needle.definition": "tynt {tool}",
    "tool.term": ["verktøy", "verktøy"],
    "tool.term.the": ["verktøyet", "verktøyene"],
    "tool.term.a": "et verktøy",
    "tool.definition": "ting laget for arbeid",
}


@pytest.fixture
def small(project: Any) -> Any:
    """Two concepts; Nynorsk has one of the terms, Bokmål both but no explanation."""
    project.write("concepts/equipment.yaml", SMALL)
    project.write("interface.yaml", "field: {definition: definition}\n")
    project.catalog("nb", NB, fuzzy=("needle.definition", "tool.term"))
    project.catalog("nn", {"tool.term": ["verktøy", "verktøy"]})
    return project


# --- a mapping ---


def test_it_is_a_mapping(nb: imsterms.Glossary) -> None:
    assert isinstance(nb, Mapping)
    assert "trigger_point" in nb
    assert "trigerpoint" not in nb
    assert 3 not in nb
    assert len(nb) == len(list(nb)) == len(set(nb)) > 80
    assert nb["trigger_point"].id == "trigger_point"
    assert nb.get("trigerpoint") is None
    assert {concept.id for concept in nb.values()} == set(nb.keys())
    assert nb == nb
    assert nb != imsterms.glossary("nn")
    assert len({nb, imsterms.glossary("nb-NO")}) == 1


def test_the_same_object_each_time(nb: imsterms.Glossary) -> None:
    assert imsterms.glossary("nb") is nb
    assert imsterms.glossary("no") is nb
    assert nb["needle"] is nb["needle"]
    assert nb["needle"].term is nb["needle"].term
    assert nb.in_language("nn").in_language("nb") is nb


def test_all_of_the_pages_concepts_in_three_languages(root: Any) -> None:
    expected = (root / "tests" / "data" / "page_concepts.txt").read_text(encoding="utf-8").split()
    assert len(expected) == 90
    for language in imsterms.languages():
        glossary = imsterms.glossary(language)
        for name in expected:
            concept = glossary[name]
            assert concept.term
            assert concept.definition, name
            assert concept.explanation, name
            assert concept.subject_field


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("trigerpoint", "there is no concept 'trigerpoint'; did you mean 'trigger_point'?"),
        ("xyzzy", "there is no concept 'xyzzy'"),
        ("", "there is no concept ''"),
        (None, "there is no concept 'None'"),
        (3, "there is no concept '3'"),
    ],
)
def test_an_unknown_concept_is_a_sentence(nb: imsterms.Glossary, name: Any, hint: str) -> None:
    with pytest.raises(imsterms.UnknownConceptError) as caught:
        nb[name]
    assert str(caught.value) == hint
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, imsterms.ImstermsError)


def test_a_very_long_name_is_cut_in_the_message(nb: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.UnknownConceptError) as caught:
        nb["x" * 1_000_000]
    assert len(str(caught.value)) < 200


def test_concepts_are_read_only(nb: imsterms.Glossary) -> None:
    concept = nb["needle"]
    with pytest.raises(AttributeError):
        concept.term = "pin"  # type: ignore[misc, assignment]
    with pytest.raises(AttributeError):
        concept.other = 1  # type: ignore[attr-defined]
    assert not hasattr(nb, "__setitem__")
    assert copy.copy(concept) == concept


# --- a concept ---


def test_a_concept(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"]
    assert (concept.id, concept.language, concept.subject_field) == ("trigger_point", "nb", "findings")
    assert concept.abbreviation == "TrP"
    assert concept.part_of_speech == "noun"
    assert "tender_point" in [one.id for one in concept.broader]
    assert concept in nb["tender_point"].narrower
    assert concept.basis in ("sourced", "adapted", "own")
    assert concept.review in ("none", "editorial", "clinical")
    assert concept.definition is not None
    assert concept.definition.language == "nb"
    assert concept.definition.references[0].concept == "tender_point"
    start, end = concept.definition.references[0].start, concept.definition.references[0].end
    assert concept.definition[start:end] == "ømt punkt"
    assert "{tender_point}" in concept.definition.source
    assert repr(concept) == "<Concept trigger_point nb: triggerpunkt>"
    assert concept == nb["trigger_point"] != imsterms.glossary("nn")["trigger_point"]


def test_designations(small: Any) -> None:
    concept = small.glossary("en")["needle"]
    assert [(one, one.status) for one in concept.designations] == [
        ("needle", "preferred"), ("N", "abbreviation"), ("pin", "admitted"), ("spike", "deprecated"),
        ("thin pin", "plain"),
    ]  # fmt: skip
    assert concept.admitted[0].forms == {"": "pin", "plural": "pins"}
    assert concept.deprecated[0].reason == "sounds dangerous"
    assert concept.designations[0].forms["the plural genitive"] == "the needles'"
    assert (concept.plain, concept.abbreviation) == ("thin pin", "N")
    assert small.glossary("nb")["needle"].plain is None


def test_both_sides_of_every_relation(en: imsterms.Glossary) -> None:
    from imsterms.termbase.model import RELATIONS

    inverse = {**RELATIONS, **{value: name for name, value in RELATIONS.items()}}
    for concept in en.values():
        for relation, targets in {"broader": concept.broader, **concept.relations}.items():
            for target in targets:
                back = {"broader": target.broader, **target.relations}[inverse[relation]]
                assert concept in back, (concept.id, relation, target.id)


def test_in_language(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"].in_language("en")
    assert concept.term == "trigger point"
    assert concept.definition is not None
    assert "tender point" in concept.definition
    with pytest.raises(imsterms.UnknownLanguageError):
        concept.in_language("de")


def test_an_obsolete_concept_gives_its_replacement_with_a_warning(small: Any) -> None:
    glossary = small.glossary("nb")
    with pytest.warns(DeprecationWarning, match="the concept 'awl' is obsolete; use 'needle'") as caught:
        assert glossary["awl"].id == "needle"
    assert caught[0].filename == __file__
    assert "awl" not in list(glossary)
    assert glossary.replaced == {"awl": "needle"}
    with pytest.warns(DeprecationWarning):
        assert glossary.render("{awl}[the]") == "nålen"


def test_safety_concepts_say_that_no_clinician_has_reviewed_them(project: Any) -> None:
    project.write(
        "concepts/safety.yaml",
        "a: {term: a}\n"
        'b: {term: b, review: {state: clinical, date: "2026-01-01"}}\n'
        'c: {term: c, review: {state: editorial, date: "2026-01-01"}}\n',
    )
    project.write("concepts/tools.yaml", "d: {term: d}\n")
    project.write("interface.yaml", "notice: {not_clinically_reviewed: Not reviewed.}\n")
    glossary = project.glossary("en")
    assert [glossary[name].notice for name in "abcd"] == ["Not reviewed.", None, "Not reviewed.", None]
    assert [(glossary[name].review, glossary[name].review_date) for name in "ab"] == [
        ("none", ""), ("clinical", "2026-01-01"),
    ]  # fmt: skip


# --- fallback and fuzzy ---


def test_without_a_fallback_a_gap_is_an_error(small: Any) -> None:
    glossary = small.glossary("nn")
    assert glossary["tool"].term == "verktøy"
    assert glossary["needle"].has_term is False
    assert glossary["needle"].designations == ()
    with pytest.raises(imsterms.MissingTranslationError) as caught:
        glossary["needle"].term  # noqa: B018
    assert "the term of 'needle' is not translated into nn" in str(caught.value)
    assert "fallback=True" in str(caught.value)
    with pytest.raises(imsterms.MissingTranslationError):
        glossary["tool"].definition  # noqa: B018
    with pytest.raises(imsterms.MissingTranslationError):
        glossary.render("{needle}")
    with pytest.raises(imsterms.MissingTranslationError, match="the form 'the' of 'verktøy'"):
        glossary.render("{tool}[the]")
    assert "needle" in glossary
    assert [concept.id for concept in glossary.sorted()] == ["tool"]


def test_with_a_fallback_what_is_served_says_its_language(small: Any) -> None:
    glossary = small.glossary("nn", fallback=True)
    assert (glossary.language, glossary.fallback) == ("nn", ("nb", "en"))
    needle, tool = glossary["needle"], glossary["tool"]
    assert (needle.term, needle.term.language) == ("nål", "nb")
    assert (tool.term, tool.term.language) == ("verktøy", "nn")
    assert (needle.definition, needle.definition.language) == ("tynt verktøy", "nb")
    assert (needle.explanation, needle.explanation.language) == ("The tool that is thin.", "en")
    assert glossary.render("{needle} {tool}") == "nål verktøy"
    html = glossary.render("{needle} {tool}", html=True)
    assert '<dfn class="imsterms-term" title="tynt verktøy" lang="nb">nål</dfn>' in html
    assert 'lang="nn"' not in html


def test_other_languages_fall_back_as_the_first_did(small: Any) -> None:
    english = small.glossary("en", fallback=True)
    assert english.in_language("nn").fallback == ("nb", "en")
    assert english["needle"].in_language("nn").term == "nål"
    assert english.in_language("nn", fallback=False).fallback == ()
    assert small.glossary("en").in_language("nn").fallback == ()


def test_a_concept_without_a_text_has_none_and_not_an_error(small: Any) -> None:
    small.write("concepts/equipment.yaml", SMALL + "bare: {term: bare}\n")
    concept = small.glossary("en")["bare"]
    assert (concept.definition, concept.explanation, concept.notes) == (None, None, ())


def test_fuzzy_stays_in_use_and_says_so(small: Any) -> None:
    glossary = small.glossary("nb")
    assert glossary["tool"].term == "verktøy"
    assert glossary["tool"].term.needs_review
    assert glossary["tool"].needs_review
    assert not glossary["tool"].definition.needs_review
    assert not glossary["needle"].term.needs_review
    assert glossary["needle"].definition == "tynt verktøy"
    assert glossary["needle"].definition.needs_review
    assert glossary["needle"].needs_review
    assert not small.glossary("en")["needle"].needs_review


def test_a_release_has_nothing_fuzzy(root: Any) -> None:
    for language in imsterms.languages():
        assert not [one.id for one in imsterms.glossary(language).values() if one.needs_review]


def test_notes_are_each_languages_own(small: Any) -> None:
    assert small.glossary("en")["needle"].notes == ("Needles are thin.",)
    assert small.glossary("nb", fallback=True)["needle"].notes == ()


def test_labels(nb: imsterms.Glossary, small: Any) -> None:
    assert nb.label("field.definition") == "definisjon"
    assert nb.label("relation.part_of")
    assert small.glossary("nb", fallback=True).label("field.definition") == "definition"
    assert small.glossary("nb").label("subject_field.own_field") == "own field"


# --- versions ---


def test_version_and_content_hash(small: Any) -> None:
    before = small.glossary("nb")
    assert before.version == "1"
    assert len(before.content_hash) == 64
    assert before.content_hash == small.glossary("en").content_hash == small.glossary("nb").content_hash
    small.catalog("nb", {**NB, "needle.term.a": "ei nål"}, fuzzy=("needle.definition", "tool.term"))
    assert small.glossary("nb").content_hash != before.content_hash
    assert small.glossary("en").content_hash != before.content_hash
    small.catalog("nb", NB, fuzzy=("needle.definition", "tool.term"))
    assert small.glossary("nb").content_hash == before.content_hash
    small.write("concepts/equipment.yaml", SMALL.replace("thing made", "object made"))
    assert small.glossary("nb").content_hash != before.content_hash


def test_the_builtin_version(nb: imsterms.Glossary) -> None:
    assert nb.version == imsterms.__version__
    assert nb.languages == imsterms.languages() == ("en", "nb", "nn")


# --- sorting ---


def test_sorted_as_norwegians_sort(project: Any) -> None:
    project.write("concepts/a.yaml", "".join(f"{one}: {{term: {one}}}\n" for one in "abcd"))
    terms = {"a.term": ["åre", "x"], "b.term": ["Ærlig", "x"], "c.term": ["zoster", "x"], "d.term": ["øre", "x"]}
    project.catalog("nb", terms)
    assert [str(one.term) for one in project.glossary("nb").sorted()] == ["zoster", "Ærlig", "øre", "åre"]


def test_the_builtin_order_is_stable(nb: imsterms.Glossary) -> None:
    terms = [str(one.term) for one in nb.sorted()]
    assert len(terms) == len(nb)
    assert terms.index("akupunktur") < terms.index("triggerpunkt") < terms.index("ømt punkt")


# --- threads ---


def test_threads_get_the_same_objects(small: Any) -> None:
    """Twelve threads come to a fresh glossary at once: nobody may see a half-made one, all see the same."""
    for _ in range(10):
        glossary = small.glossary("nb")
        barrier = threading.Barrier(12)
        results: list[tuple[Any, ...]] = []
        errors: list[BaseException] = []

        def work(
            glossary: Any = glossary, barrier: Any = barrier, results: Any = results, errors: Any = errors
        ) -> None:
            try:
                barrier.wait()
                needle = glossary["needle"]
                found = glossary.find("nålene")[0].concept
                other = glossary.in_language("en")["needle"]
                results.append((id(needle), id(found), id(other), glossary.render("{needle}[the plural]")))
            except BaseException as error:
                errors.append(error)

        threads = [threading.Thread(target=work) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not errors
        assert len(set(results)) == 1


def test_what_the_package_offers() -> None:
    for name in imsterms.__all__:
        assert getattr(imsterms, name) is not None
        assert name in dir(imsterms)
    with pytest.raises(AttributeError, match="module 'imsterms' has no attribute 'glosary'"):
        imsterms.glosary  # type: ignore[attr-defined]  # noqa: B018
