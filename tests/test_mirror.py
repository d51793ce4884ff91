"""Tests mirror the package: a module is tested at its own path, or with the folder that it is part of."""

from __future__ import annotations

import ast
from pathlib import Path

ELSEWHERE = {
    "imsterms/__init__.py": "tests/test_glossary.py",
    "imsterms/_build.py": "tests/test_build.py",
    "imsterms/facade.py": "tests/test_glossary.py",
    "imsterms/findings.py": "tests/checks/test_engine.py",
    "imsterms/lexicon/rendering.py": "tests/test_rendering.py",
}
"""Modules whose behaviour is tested through what callers use, with the file that does."""


def has_code(path: Path) -> bool:
    """Return whether a module defines functions, or classes that are more than fields."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return any(isinstance(node, ast.FunctionDef) for node in nodes)


def mirrored(path: Path, root: Path) -> Path | None:
    """Return the test file of a module."""
    name = path.relative_to(root / "imsterms").with_suffix("")
    if name.name == "__init__":
        name = name.parent
    for part in (name, *name.parents):
        test = root / "tests" / part.parent / f"test_{part.name}.py"
        if part.name and test.is_file():
            return test
    return None


def test_every_module_has_its_test(root: Path) -> None:
    for module, test in ELSEWHERE.items():
        assert (root / module).is_file() and (root / test).is_file(), f"remove {module} from the list"
    modules = [path for path in sorted((root / "imsterms").rglob("*.py")) if has_code(path)]
    without = [str(path.relative_to(root)) for path in modules if mirrored(path, root) is None]
    assert [path for path in without if path not in ELSEWHERE and path != "imsterms/__main__.py"] == []
