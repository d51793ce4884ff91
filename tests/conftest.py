"""What all tests share: the glossaries, and how a test says that it needs a tool.

A test that needs a program or a package which may be absent skips with the reason; with IMSTERMS_REQUIRE_TOOLS=1, as
in .ci/run, it fails instead, so that nothing goes untested unseen.
"""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import imsterms

ROOT = Path(__file__).resolve().parent.parent


def _absent(reason: str) -> None:
    if os.environ.get("IMSTERMS_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{reason}, and IMSTERMS_REQUIRE_TOOLS=1 says that it has to be", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require_tool() -> Callable[..., str]:
    """Return a function that takes commands, skips the test unless all are installed, and returns the first's path."""

    def require(*commands: str) -> str:
        for command in commands:
            if shutil.which(command) is None:
                _absent(f"the program '{command}' is not installed")
        return str(shutil.which(commands[0]))

    return require


@pytest.fixture(scope="session")
def require_module() -> Callable[[str], ModuleType]:
    """Return a function that imports a module, and skips the test where it is not installed."""

    def require(name: str) -> ModuleType:
        try:
            return importlib.import_module(name)
        except ImportError as error:
            _absent(f"the Python package of '{name}' is not installed ({error})")
            raise  # never reached; _absent always raises

    return require


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def nb() -> imsterms.Glossary:
    return imsterms.glossary("nb")


@pytest.fixture(scope="session")
def nn() -> imsterms.Glossary:
    return imsterms.glossary("nn")


@pytest.fixture(scope="session")
def en() -> imsterms.Glossary:
    return imsterms.glossary("en")
