"""One language and its fallback: what is missing, what is served instead, what is fuzzy, how it is sorted."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import imsterms


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
    assert ' lang="nb">nål</button>' in html
    assert ' popover lang="nb">tynt verktøy outdated</span>' in html
    assert 'lang="nn"' not in html


def test_other_languages_fall_back_as_the_first_did(small: Any) -> None:
    english = small.glossary("en", fallback=True)
    assert english.in_language("nn").fallback == ("nb", "en")
    assert english["needle"].in_language("nn").term == "nål"
    assert english.in_language("nn", fallback=False).fallback == ()
    assert small.glossary("en").in_language("nn").fallback == ()


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


def test_labels(nb: imsterms.Glossary, small: Any) -> None:
    assert nb.label("field.definition") == "definisjon"
    assert nb.label("relation.part_of")
    assert small.glossary("nb", fallback=True).label("field.definition") == "definition"
    with pytest.raises(imsterms.UnknownLabelError, match="did you mean 'designation.deprecated'"):
        nb.label("designation.depreciated")
    with pytest.raises(imsterms.UnknownLabelError):
        nb.label("")


def test_a_subject_field_without_a_word_is_its_name(tmp_path: Path) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "own_field.yaml").write_text("a: {term: alpha}\n")
    glossary = imsterms.load(tmp_path).glossary("en")
    assert glossary.label("subject_field.own_field") == "own field"
    with pytest.raises(imsterms.UnknownLabelError):
        glossary.label("subject_field.other")


def test_sorted_as_norwegians_sort(project: Any) -> None:
    project.write("concepts/a.yaml", "".join(f"{one}: {{term: {one}}}\n" for one in "abcd"))
    terms = {"a.term": ["åre", "x"], "b.term": ["Ærlig", "x"], "c.term": ["zoster", "x"], "d.term": ["øre", "x"]}
    project.catalog("nb", terms)
    assert [str(one.term) for one in project.glossary("nb").sorted()] == ["zoster", "Ærlig", "øre", "åre"]


def test_the_builtin_order_is_stable(nb: imsterms.Glossary) -> None:
    terms = [str(one.term) for one in nb.sorted()]
    assert len(terms) == len(nb)
    assert terms.index("akupunktur") < terms.index("triggerpunkt") < terms.index("ømt punkt")


def test_what_is_kept_is_not_looked_through_for_garbage_while_it_is_made(small: Any) -> None:
    glossary = small.glossary("en")
    gc.enable()  # the command line, run in other tests, leaves it off
    assert glossary.once("a", lambda: (gc.isenabled(), glossary.once("b", gc.isenabled))) == (False, False)
    with pytest.raises(ZeroDivisionError):
        glossary.once("c", lambda: 1 // 0)
    assert gc.isenabled() and "c" not in glossary.kept


def test_the_collector_of_garbage_is_on_again_when_all_threads_are_done(small: Any) -> None:
    glossary = small.glossary("nb")
    gc.enable()
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda number: glossary.once(f"thread {number % 2}", lambda: number % 2), range(16)))
    assert made == [0, 1] * 8 and gc.isenabled()
