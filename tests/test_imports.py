"""Imports go downwards only, and nothing is imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = (
    ("errors", "findings", "files"),
    ("languages",),
    ("termbase",),
    ("catalogs",),
    ("lexicon",),
    ("articles", "recognition"),
    ("checks",),
    ("facade",),
    ("loading",),
    ("maps", "preview"),
    ("exchange",),
    ("web", "integrations"),
    ("cli",),
)
"""The rooms of the package from the ground up; those on one floor may import each other."""

SPECIAL = {
    "imsterms": "the front door: it leads to every room, and opens each when it is asked for",
    "imsterms.__main__": "python -m imsterms",
    "imsterms._build": "the build hook, which nothing imports",
}


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    package = root / "imsterms"
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def floor(room: str) -> int | None:
    return next((number for number, rooms in enumerate(ROOMS) if room in rooms), None)


def imports(name: str, path: Path) -> Iterator[tuple[str, int, bool]]:
    """Yield each module of ours that a module imports at run time, its line, and whether inside a function."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types: set[ast.AST] = set()
    in_functions: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            for_types.update(ast.walk(node))
        elif isinstance(node, ast.FunctionDef):
            in_functions.update(ast.walk(node))
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "imsterms":
                    yield alias.name, node.lineno, node in in_functions
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parts, base] if base else parts)
            if base == "imsterms":
                for alias in node.names:
                    yield f"imsterms.{alias.name}", node.lineno, node in in_functions
            elif base.startswith("imsterms."):
                yield base, node.lineno, node in in_functions


def test_every_room_has_its_floor(root: Path) -> None:
    unknown = {name for name, _ in modules(root) if name not in SPECIAL and floor(name.split(".")[1]) is None}
    assert unknown == set(), "say in ROOMS where the new module stands"


def test_imports_go_downwards(root: Path) -> None:
    upwards = []
    for name, path in modules(root):
        if name in SPECIAL:
            continue
        here = floor(name.split(".")[1])
        for imported, line, _ in imports(name, path):
            there = floor(imported.partition(".")[2].partition(".")[0])
            if there is None or here is None or there <= here:
                continue
            upwards.append(f"{path.relative_to(root)}:{line}: {name} imports {imported}")
    assert upwards == []


def test_only_the_upper_rooms_use_the_front_door(root: Path) -> None:
    """Below them, ``import imsterms`` would be an import upwards in disguise."""
    used = [
        f"{path.relative_to(root)}:{line}"
        for name, path in modules(root)
        if name not in SPECIAL and name.split(".")[1] not in ("cli", "integrations", "site")
        for imported, line, _ in imports(name, path)
        if imported == "imsterms"
    ]
    assert used == []


def test_modules_stay_small(root: Path) -> None:
    big = {name: lines for name, path in modules(root) if (lines := len(path.read_text().splitlines())) > 420}
    assert big == {}, "a room that grows past about 400 lines wants to be two"


LAZY = (
    *("dataclasses", "typing", "enum", "re", "pathlib", "json", "gettext", "importlib.resources", "importlib.metadata"),
    *("yaml", "babel", "polib", "argparse", "difflib", "warnings", "markupsafe", "markdown_it", "rich"),
)


def test_importing_the_package_is_next_to_free(root: Path) -> None:
    code = f"""
import sys
sys.path.insert(0, {str(root)!r})
import imsterms
print([name for name in {LAZY!r} if name in sys.modules])
"""
    command = [sys.executable, "-I", "-S", "-c", code]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["--version", "--help"])
def test_the_command_line_loads_no_data_for_its_help(command: str) -> None:
    code = f"""
import sys
from imsterms.cli import main
try:
    main([{command!r}])
except SystemExit:
    pass
print([name for name in ("yaml", "polib", "babel", "rich") if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"
