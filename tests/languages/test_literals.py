"""What is true of a language is data: no other room names Bokmål or Nynorsk in its code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TAGS = {"nb", "nn", "nob", "nno", "nb-NO", "nn-NO"}


def literals(path: Path) -> Iterator[int]:
    """Yield the lines on which a tag is a string of its own; docstrings and help texts are longer strings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and node.value in TAGS:
            yield node.lineno


def test_only_the_languages_name_bokmaal_and_nynorsk(root: Path) -> None:
    languages = root / "imsterms" / "languages"
    named = [
        f"{path.relative_to(root)}:{line}"
        for path in sorted((root / "imsterms").rglob("*.py"))
        if languages not in path.parents
        for line in literals(path)
    ]
    assert named == [], "state it in imsterms/languages/profiles or words, and ask the profile"
