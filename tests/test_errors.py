"""Every exception lives in one module, is public, and is caught under its public name."""

from __future__ import annotations

import ast
import builtins
import difflib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import imsterms
from imsterms import errors


def docstrings(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((root / "imsterms").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node)):
                yield f"{path.relative_to(root)}:{getattr(node, 'lineno', 1)}", text


def test_errors_that_docstrings_name_are_public(root: Path) -> None:
    named = {
        (where, name)
        for where, text in docstrings(root)
        for name in re.findall(r"\b[A-Z]\w*Error\b", text)
        if not hasattr(builtins, name)
    }
    assert len(named) > 50
    assert {(where, name) for where, name in named if name not in imsterms.__all__} == set()


def test_errors_are_defined_once_and_public(root: Path) -> None:
    defined = [
        (path.relative_to(root / "imsterms").as_posix(), node.name)
        for path in sorted((root / "imsterms").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
    ]
    assert {path for path, _ in defined} == {"errors.py"}
    for _, name in defined:
        assert getattr(imsterms, name) is getattr(errors, name)
        assert issubclass(getattr(errors, name), imsterms.ImstermsError)
        assert name in imsterms.__all__


def test_public_errors_are_raised_by_public_calls() -> None:
    glossary = imsterms.glossary("nb")
    with pytest.raises(imsterms.UnknownFormatError, match="docx"):
        glossary.lint("x", format="docx")
    with pytest.raises(imsterms.UnknownRuleError, match="did you mean 'deprecated-word'"):
        glossary.lint("x", enable=["deprecated-words"])


def test_a_suggestion_costs_little_among_many_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pair that is compared costs as much as the product of its lengths."""
    compared = []
    ratio = difflib.SequenceMatcher.ratio

    def counted(matcher: difflib.SequenceMatcher[str]) -> float:
        compared.append(matcher)
        return ratio(matcher)

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    names = ["".join(random.Random(seed).sample("abcdefghijklmnop" * 4, 61)) for seed in range(400)]
    errors.nearest(names[0][::-1], names)
    assert len(compared) < 50
    assert errors.nearest(names[7][:-1], names) == f"; did you mean '{names[7]}'?"
