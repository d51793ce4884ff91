"""The examples in docstrings and in README.md are true."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "imsterms").rglob("*.py")
    if path.name not in ("_build.py", "__main__.py")
)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        pytest.skip(f"{name} needs a package that is not installed ({error})")
    result = doctest.testmod(module, optionflags=OPTIONS)
    assert result.failed == 0


def test_readme() -> None:
    parser = doctest.DocTestParser()
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    assert blocks
    test = parser.get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    assert test.examples
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(test)
    assert result.failed == 0


def test_the_readmes_first_commands() -> None:
    """The first two sh blocks are one line each, and make their own virtual environment."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first, second, *_ = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    for block in (first, second):
        assert len(block.strip().splitlines()) == 1
        assert block.startswith("python3 -m venv ")
    assert "imsterms article treatment_frequency --lang nb" in first
    assert "-m pytest" in second
