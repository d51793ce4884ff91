"""The glossaries of the built-in termbase: the same object each time, with its version, in every thread."""

from __future__ import annotations

import threading
from typing import Any

from small import NB, SMALL

import imsterms


def test_the_same_object_each_time(nb: imsterms.Glossary) -> None:
    assert imsterms.glossary("nb") is nb
    assert imsterms.glossary("no") is nb
    assert nb["needle"] is nb["needle"]
    assert nb["needle"].term is nb["needle"].term
    assert nb.in_language("nn").in_language("nb") is nb


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
