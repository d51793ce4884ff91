"""Tests mirror the package: a module has its test at the mirrored path.

``imsterms/termbase/text.py`` is tested in ``tests/termbase/test_text.py``, and a package's own code under the package's
name. A folder inside a room may have one test for all its modules: ``tests/exchange/formats/test_tbx.py`` for
``imsterms/exchange/formats/tbx/``. A module that only holds data or types, without a function, needs no test.
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def has_code(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def homes(path: Path) -> list[Path]:
    """Return where the test of a module can be."""
    relative = path.relative_to(ROOT)
    name = relative.parent if path.name == "__init__.py" else relative.with_suffix("")
    names = [name, name.parent] if len(name.parts) > 3 else [name]
    folders = [Path("tests", *name.parts[1:-1]) for name in names]
    return [folder / f"test_{name.name.strip('_')}.py" for folder, name in zip(folders, names, strict=True)]


def test_every_module_has_its_test_at_the_mirrored_path() -> None:
    modules = [path for path in sorted((ROOT / "imsterms").rglob("*.py")) if has_code(path)]
    missing = [
        f"{path.relative_to(ROOT)}: write {homes(path)[0]}"
        for path in modules
        if not any((ROOT / test).exists() for test in homes(path))
    ]
    assert missing == []


def test_the_mirrored_path() -> None:
    package = ROOT / "imsterms"
    assert homes(package / "termbase" / "text.py") == [Path("tests/termbase/test_text.py")]
    assert homes(package / "loading" / "__init__.py") == [Path("tests/test_loading.py")]
    assert homes(package / "_build.py") == [Path("tests/test_build.py")]
    assert Path("tests/exchange/formats/test_tbx.py") in homes(package / "exchange/formats/tbx/reader.py")
    assert homes(package / "__init__.py") == [Path("tests/test_imsterms.py")]
