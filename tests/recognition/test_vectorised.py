"""Testing all words of a block at once finds what testing them one by one finds."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.recognition import scanner
from imsterms.recognition.matcher import Matcher
from imsterms.recognition.scanner import Scanner

np = pytest.importorskip("numpy")

WORDS = {
    "nål": 1,
    "needle": 2,
    "ødem": 3,
    "intramuskulær": 4,
    "intramuskulære": 5,
    "ims": 6,
    "a": 7,
    "ﬁbrose": 8,
    "x" * 300: 9,
}
PIECES = (
    "nål",
    "Nål",
    "na\u030al",
    "needle",
    "needles",
    "ØDEM",
    "intramuskulær",
    "intramuskulære",
    "IMS",
    "a",
    "b",
    "ﬁbrose",
)
SEPARATORS = (" ", ", ", "-", "\n", "\u00a0", "\u2013", "\u00ad", "\u200b", "'", "\ud83d\ude00", "_", "1")


def both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]:
    """Return what is found one by one and at once."""

    def found(at_once: int) -> list[tuple[int, int, int]]:
        monkeypatch.setattr(scanner, "AT_ONCE", at_once)
        return [word[:3] for word in Scanner(WORDS.get, lambda: (("", word, "") for word in WORDS)).find(text)]

    return found(sys.maxsize), found(0)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=30))
def test_the_same_words_at_once(pieces: list[tuple[str, str]]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        one_by_one, at_once = both("".join(map("".join, pieces)), monkeypatch)
    assert at_once == one_by_one


@given(st.text())
def test_any_text(text: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        one_by_one, at_once = both(text, monkeypatch)
    assert at_once == one_by_one


def test_long_texts_with_words_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    rnd = random.Random(5)
    text = "".join(rnd.choice(PIECES) + rnd.choice(SEPARATORS) for _ in range(60_000)) + "x" * 300
    one_by_one, at_once = both(text, monkeypatch)
    assert at_once == one_by_one
    assert len(at_once) > 10_000


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=30))
def test_surfaces_of_several_words_at_once(pieces: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, pieces))
    surfaces = ["a nål", "needle a b", "b ims-ødem", "a, needles", "nål ﬁbrose", "ims b.", "ﬁbrose b a", "b"]
    found = []
    for at_once in (sys.maxsize, 0):
        matcher = Matcher(((surface, surface) for surface in surfaces), common=["a", "b", "nål", "ﬁbrose"])
        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.setattr(scanner, "AT_ONCE", at_once)
            found.append(matcher.find(text))
    assert found[0] == found[1]


def test_short_texts_do_not_load_numpy() -> None:
    code = "import sys, imsterms; imsterms.glossary('nb').annotate('Nåler. ' * 10_000); print('numpy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
