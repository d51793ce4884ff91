"""Not one run of eight words is taken over from the clinic page.

The page itself is not ours to publish: tests/data/page_hashes.txt holds, for each eight-word run of it, the beginning
of its salted SHA-256. The first line holds the salt. ``runs`` and ``hashed`` say how the file is made of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import imsterms

LENGTH = 8
DIGITS = 12


def runs(text: str) -> Iterator[str]:
    """Yield every run of eight words in a text; case and punctuation do not count."""
    words = re.findall(r"[^\W_]+", text.casefold())
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def hashed(salt: str, run: str) -> str:
    return sha256(f"{salt}{run}".encode()).hexdigest()[:DIGITS]


def taken_over(text: str, salt: str, hashes: set[str]) -> list[str]:
    """Return the runs of a text that the page has too."""
    return [run for run in runs(text) if hashed(salt, run) in hashes]


@pytest.fixture(scope="module")
def page(root: Path) -> tuple[str, set[str]]:
    salt, *hashes = (root / "tests" / "data" / "page_hashes.txt").read_text(encoding="ascii").split()
    assert len(hashes) > 400
    assert all(re.fullmatch(rf"[0-9a-f]{{{DIGITS}}}", one) for one in hashes)
    return salt, set(hashes)


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text that the library can show, with a name for it."""
    for language in imsterms.languages():
        glossary = imsterms.glossary(language)
        for article in glossary.articles.values():
            yield f"{article.id} {language}", article.to_text("annotated")
        for concept in glossary.values():
            words = [concept.definition, concept.explanation, *concept.notes, *concept.designations]
            words += [one.reason for one in concept.deprecated]
            yield f"{concept.id} {language}", "\n".join(str(word) for word in words if word)
        for source in glossary.sources.values():
            yield source.id, f"{source.title}\n{source.supports}"


def test_nothing_is_taken_over(page: tuple[str, set[str]], root: Path) -> None:
    salt, hashes = page
    found = {name: runs for name, text in texts() if (runs := taken_over(text, salt, hashes))}
    for path in (root / "README.md", root / "CONTRIBUTING.md"):
        if path.exists() and (runs := taken_over(path.read_text(encoding="utf-8"), salt, hashes)):
            found[path.name] = runs
    assert found == {}


def test_a_run_would_be_seen() -> None:
    """Case, punctuation and line breaks hide nothing; seven words are no run."""
    source = "One two three, four five six - seven eight NINE."
    hashes = {hashed("salt", run) for run in runs(source)}
    assert len(hashes) == 2
    assert taken_over("x\none Two three\nfour; five (six) seven eight!", "salt", hashes) == [
        "one two three four five six seven eight"
    ]
    assert taken_over("two three four five six seven eight", "salt", hashes) == []
    assert taken_over(source, "pepper", hashes) == []
