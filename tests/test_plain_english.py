"""Messages, help texts, docstrings and guides avoid the phrases that stopped native readers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PHRASES = {
    r"(?<![Tt]here )\bis no\b(?! (longer|more|less)\b)": "is not a",
    r"\bbelongs? (not )?into\b": "belongs in",
    r"\b[Rr]ead are\b": "reads",
    r"\b(is|are) to (be|hold|have|stay|go)\b": "must",
    r"\b([Ss]ome|[Nn]o)body\b": "people, callers, readers",
    r"\bmend(s|ed|ing)?\b": "fix",
    r"\blaid over\b": "on top of",
    r"\b[Ww]hoever\b": "callers, readers",
    r"\bin silence\b": "silently",
    r"\bin peace\b": "ignored",
    r"\bhangs in the air\b": "is unconnected",
    r"\bsmells of\b": "sounds like",
    r"\bsmall letters\b": "lower case",
    r"\bstands? (in|on|at|with|before|after|beside|between|here|there|under|below|apart|alone)\b": "is, comes",
}
"""What not to write, as a pattern, and what to write instead."""


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string literals of a module, docstrings included, with their lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every text that people read, with the place it is in."""
    for folder in ("imsterms", "benchmarks"):
        for path in sorted((root / folder).rglob("*.py")):
            for line, text in strings(path):
                yield f"{path.relative_to(root)}:{line}", text
    made = {root / "docs" / "formats.md", root / "docs" / "rules.md", *(root / "build").rglob("*.md")}
    hidden = re.compile(r"(^|/)\.")
    guides = {path for path in root.rglob("*.md") if not hidden.search(path.relative_to(root).as_posix())}
    for path in sorted(guides - made):
        for line, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.relative_to(root)}:{line}", text


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_text_has_the_phrase(phrase: str, root: Path) -> None:
    pattern = re.compile(phrase)
    found = [f"{place}: {match[0]}" for place, text in texts(root) for match in pattern.finditer(text)]
    assert found == [], f"write: {PHRASES[phrase]}"
