"""The glossary as a developer uses it: look-up, versions, threads, and what the package offers."""

from __future__ import annotations

import copy
import threading
from collections.abc import Mapping
from typing import Any

import pytest
from small import NB, SMALL

import imsterms

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


# --- versions ---


def test_version_and_content_hash(small: Any) -> None:
    before = small.glossary("nb")
    assert before.version == "1"
    assert len(before.content_hash) == 64
    assert before.content_hash == small.glossary("en").content_hash == small.glossary("nb").content_hash
    small.catalog("nb", {**NB, "needle.term.a": "ei nål"}, outdated=("needle.definition", "tool.term"))
    assert small.glossary("nb").content_hash != before.content_hash
    assert small.glossary("en").content_hash != before.content_hash
    small.catalog("nb", NB, outdated=("needle.definition", "tool.term"))
    assert small.glossary("nb").content_hash == before.content_hash
    small.write("concepts/equipment.yaml", SMALL.replace("thing made", "object made"))
    assert small.glossary("nb").content_hash != before.content_hash


def test_the_builtin_version(nb: imsterms.Glossary) -> None:
    assert nb.version == imsterms.__version__
    assert nb.languages == imsterms.languages() == ("en", "nb", "nn")


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
