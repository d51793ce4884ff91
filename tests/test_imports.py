"""Imports go downwards only, and nothing is imported before it is needed.

Every import counts, wherever it is: at the top of a module, inside a function, by name, or for types only.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

FLOORS = (
    ("characters",),
    ("findings",),
    ("limits",),
    ("errors",),
    ("files",),
    ("languages",),
    ("termbase",),
    ("catalogs",),
    ("lexicon",),
    ("articles", "recognition"),
    ("checks",),
    ("facade",),
    ("loading",),
    ("maps", "preview", "comparison"),
    ("exchange",),
    ("web", "integrations"),
    ("formats",),
    ("cli",),
)
"""The rooms of the package from the ground up; rooms on one floor do not know each other."""

SPECIAL = ("imsterms", "imsterms.__main__", "imsterms._build")
"""The package root, ``python -m imsterms`` and the build hook: they may import anything, and nothing imports them."""


def modules(root: Path) -> dict[str, Path]:
    names = {}
    for path in sorted((root / "imsterms").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def imports(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[tuple[str, int]]:
    """Yield each module of ours that a module imports, and the line."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name.split(".")[0] == "imsterms")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parts, base] if base else parts)
            if base.split(".")[0] == "imsterms":
                # a module of a package, or what a module holds
                names = (f"{base}.{alias.name}" for alias in node.names)
                yield from ((name if name in known else base, node.lineno) for name in names)
        elif isinstance(node, ast.Constant) and str(node.value).startswith("imsterms.") and node.value in known:
            yield str(node.value), node.lineno  # a module that is imported by its name


@pytest.fixture(scope="module")
def graph(root: Path) -> dict[str, dict[str, str]]:
    """Each module with what it imports, and where."""
    known = modules(root)
    return {
        name: {
            imported: f"{path.relative_to(root)}:{line}"
            for imported, line in imports(name, path, known)
            if imported != name
        }
        for name, path in known.items()
    }


def room(name: str) -> str:
    return name.split(".")[1]


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room(name) in rooms)


def test_every_room_has_its_floor(root: Path) -> None:
    rooms = {room(name) for name in modules(root) if name not in SPECIAL}
    assert rooms - {room for rooms in FLOORS for room in rooms} == set(), "name the floor of the new room in FLOORS"


def test_nothing_imports_the_package_root(graph: dict[str, dict[str, str]]) -> None:
    used = [place for imported in graph.values() for name, place in imported.items() if name in SPECIAL]
    assert used == []


def test_imports_go_downwards(graph: dict[str, dict[str, str]]) -> None:
    upwards = [
        f"{place}: {name} imports {other}"
        for name, imported in graph.items()
        if name not in SPECIAL
        for other, place in imported.items()
        if room(name) != room(other) and floor(other) >= floor(name)
    ]
    assert upwards == []


def test_no_modules_import_each_other_in_a_circle(graph: dict[str, dict[str, str]]) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]), pytrace=False)


def test_modules_stay_small(root: Path) -> None:
    big = {name: lines for name, path in modules(root).items() if (lines := len(path.read_text().splitlines())) > 420}
    assert big == {}, "a module that grows past about 400 lines wants to be two"


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
