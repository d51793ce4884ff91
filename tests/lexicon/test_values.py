"""Values go into caches, copies and other processes, and come out as the same thing."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import imsterms

LARGEST = 1024


def used(glossary: imsterms.Glossary) -> imsterms.Glossary:
    """Return the glossary with everything made that it makes when asked."""
    glossary.search("nål")
    glossary.lint("Vi ser etter muskelknuter.")
    return glossary


VALUES: dict[str, Callable[[imsterms.Glossary], Any]] = {
    "concept": lambda g: g["trigger_point"],
    "found": lambda g: g.find("triggerpunktene")[0],
    "searched": lambda g: g.search("trigger point")[0],
    "match": lambda g: g.annotate("Vi ser etter muskelknuter.")[0],
    "article": lambda g: g.articles["spine"],
    "glossary": lambda g: g,
    "fallback": lambda g: g.in_language("nn", fallback=True),
    "term": lambda g: g["trigger_point"].term,
    "definition": lambda g: g["trigger_point"].definition,
    "reference": lambda g: g["trigger_point"].definition.references[0],
    "advice": lambda g: g["pneumothorax"].advice[0],
    "code": lambda g: g.by_code("icd-10", "M79.1")[0],
    "designation": lambda g: g["trigger_point"].deprecated[0],
    "finding": lambda g: g.lint("Vi ser etter muskelknuter.")[0],
    "source": lambda g: g["trigger_point"].sources[0],
    "code system": lambda g: g.code_systems["mesh"],
}


@pytest.mark.parametrize("name", VALUES)
def test_a_copy_is_the_same_thing(name: str) -> None:
    value = VALUES[name](used(imsterms.glossary("nb")))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        unpickled = pickle.loads(pickle.dumps(value, protocol))
        assert unpickled == value
        assert hash(unpickled) == hash(value)
        assert type(unpickled) is type(value)
    assert len(pickle.dumps(value)) <= LARGEST
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert value in {copy.deepcopy(value): 1}


def test_in_another_process() -> None:
    """With another order of sets and another start."""
    code = """
import pickle, sys, imsterms
for value in pickle.load(sys.stdin.buffer).values():
    pass
concept = imsterms.glossary("nb")["trigger_point"]
sys.stdout.buffer.write(pickle.dumps(concept))
"""
    glossary = imsterms.glossary("nb")
    values = {name: make(glossary) for name, make in VALUES.items()}
    result = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(values), capture_output=True, check=True)
    assert pickle.loads(result.stdout) == glossary["trigger_point"]


def test_the_same_concept_in_two_languages_is_two_values(nb: imsterms.Glossary, nn: imsterms.Glossary) -> None:
    assert nb["trigger_point"] != nn["trigger_point"]
    assert nb != nn
    assert nb.in_language("nn", fallback=True) != nn


def test_values_of_a_clinics_termbase(tmp_path: Path) -> None:
    (tmp_path / "concepts").mkdir()
    file = tmp_path / "concepts" / "own.yaml"
    file.write_text(
        "cupping: {term: cupping, plural: '-', definition: '{treatment} with cups', broader: [treatment]}\n"
    )
    concept = imsterms.load(tmp_path, base=True).glossary("en")["cupping"]
    stored = pickle.dumps(concept)
    assert len(stored) <= LARGEST
    assert pickle.loads(stored) == concept
    assert concept != imsterms.load(tmp_path, base=True).glossary("nb", fallback=True)["cupping"]
    file.write_text(file.read_text().replace("with cups", "with cups of glass"))
    changed = imsterms.load(tmp_path, base=True).glossary("en")["cupping"]
    assert changed != concept
    with pytest.raises(imsterms.SourceError, match="the termbase has changed since this value was stored"):
        pickle.loads(stored)


def test_a_glossary_that_nobody_else_can_open_says_so(project: Any) -> None:
    project.write("concepts/a.yaml", "a: {term: alpha}\n")
    glossary = project.glossary("en")
    with pytest.raises(TypeError, match="pass ids on instead"):
        pickle.dumps(glossary["a"])
    assert copy.deepcopy(glossary["a"]) == glossary["a"]


def test_a_value_in_a_dataclass(nb: imsterms.Glossary) -> None:
    @dataclasses.dataclass
    class Booking:
        concept: imsterms.Concept

    booking = Booking(nb["trigger_point"])
    assert dataclasses.asdict(booking)["concept"] == nb["trigger_point"]
    assert weakref.ref(booking.concept)() is booking.concept


def test_the_string_of_a_value_is_its_text(nb: imsterms.Glossary) -> None:
    concept = nb["trigger_point"]
    assert str(concept) == f"{concept}" == "triggerpunkt"
    assert f"{concept:the plural}" == "triggerpunktene"
    assert str(nb.articles["about_ims"].title) == str(nb.articles["about_ims"]) == "Hva er IMS?"
    assert "7 dager" in map(str, nb.articles["treatment_frequency"].values.values())
    assert str(nb.find("triggerpunktene")[0]) == "triggerpunktene"
    assert str(nb.annotate("To nåler.")[0]) == "nåler"
