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
from imsterms import errors, limits


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


def test_the_suggestions_of_a_run_come_from_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SUGGESTION_STEPS_IN_ALL", 1000)
    with errors.SuggestionBudget():
        with errors.SuggestionBudget():
            said = [errors.nearest("needel", ["needle", "cup"]) for _ in range(40)]
        assert errors.nearest("needel", ["needle"]) == ""  # the inner run took from the outer one's
    assert 5 < said.index("") < 20
    assert not any(said[said.index("") :])
    assert errors.nearest("needel", ["needle"]) == "; did you mean 'needle'?"


def test_a_termbase_of_wrong_names_takes_suggestions_for_the_first_of_them_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of the findings is there."""
    (tmp_path / "concepts").mkdir()
    letters = ["".join(random.Random(seed).sample("abcdefghijklmnop" * 4, 60)) for seed in range(200)]
    monkeypatch.setattr(limits, "SUGGESTION_STEPS_IN_ALL", 2_000_000)
    entries = [f"a{name}: {{term: cup, broader: [a{name[:-1]}]}}" for name in letters]
    (tmp_path / "concepts" / "tools.yaml").write_text("\n".join(entries), "utf-8")
    with pytest.raises(imsterms.SourceError) as refused:
        imsterms.load(tmp_path)
    messages = [finding.message for finding in refused.value.findings]
    assert len(messages) == 200
    assert 20 < sum("did you mean" in message for message in messages) < 180
