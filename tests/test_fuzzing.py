"""Damaged inputs of every kind: what is read is what is written, what is refused is refused with a sentence, in time.

The corpus is tried in every run, with a few damaged inputs that are always the same. ``-m slow`` tries new ones for
``IMSTERMS_FUZZ_SECONDS`` of the processor a surface, and the same ones with ``--hypothesis-seed``. What fails is put
into the corpus.
"""

from __future__ import annotations

import logging
import os
import random

import pytest
from fuzzing import CORPUS, FORMATS, SURFACES, damaged, fuzz, inputs, judged

from imsterms.formats import FORMATS as EXCHANGED
from imsterms.formats import load_format, recognise
from imsterms.recognition.readers import FORMATS as DOCUMENTS
from imsterms.recognition.readers.office import ENDINGS

SECONDS = float(os.environ.get("IMSTERMS_FUZZ_SECONDS", "4"))

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the time of the processor is bounded by a signal")


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "imsterms")


@pytest.mark.parametrize("path", [f"{surface}/{name}" for surface in SURFACES for name in inputs(surface)])
def test_an_input_of_the_corpus(path: str) -> None:
    surface, name = path.split("/")
    assert judged(surface, (CORPUS / path).read_bytes(), name.partition(".")[0])[1] == ""


@pytest.mark.parametrize("surface", SURFACES)
def test_a_few_damaged_inputs(surface: str) -> None:
    assert fuzz(surface, 20261126, count=8)[2] == []


@pytest.mark.slow
@pytest.mark.parametrize("surface", SURFACES)
def test_damaged_inputs_for_a_while(surface: str, request: pytest.FixtureRequest) -> None:
    given = request.config.getoption("--hypothesis-seed")
    seed = int(given) if given and given != "random" else random.SystemRandom().randrange(1 << 32)
    seconds = SECONDS * (4 if surface == "documents" else 1)  # nine kinds, each checked and fixed five times
    tried, taken, failed = fuzz(surface, seed, seconds=seconds)
    print(f"{surface}, seed {seed}: {tried} inputs, {taken} of them taken, {len(failed)} failed")
    assert failed == []
    assert taken > 0


def test_every_format_has_an_input() -> None:
    kinds = {surface: {name.partition(".")[0] for name in inputs(surface)} for surface in SURFACES}
    assert kinds["documents"] == {*FORMATS, *(ending.lstrip(".") for ending in ENDINGS)}
    assert set(FORMATS.values()) == set(DOCUMENTS)
    read = {recognise(content, f"a.{name.partition('.')[0]}") for name, content in inputs("imports").items()}
    assert read == {name for name in EXCHANGED if hasattr(load_format(name), "read")}


def test_the_oracles_see_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(content: bytes, _kind: str) -> None:
        assert b"a" not in content
        assert content[1:2] != b"b" or 1 / 0

    monkeypatch.setitem(SURFACES, "careless", careless)
    assert judged("careless", b"a", "txt")[1].startswith("AssertionError")
    assert judged("careless", b"bb", "txt") == (False, "ZeroDivisionError: division by zero")
    assert judged("careless", b"c", "txt") == (True, "")


def test_the_same_seed_makes_the_same_inputs() -> None:
    def some(seed: int) -> list[bytes]:
        chance = random.Random(seed)
        return [damaged(b"one\ntwo\n", [b"three"], [b"{"], chance) for _ in range(50)]

    assert some(1) == some(1) != some(2)
    assert len(set(some(1))) > 25
