"""What all tests share: the glossaries, and how a test says that it needs a tool.

A test that needs a program or a package which may be absent skips with the reason; with IMSTERMS_REQUIRE_TOOLS=1, as
in .ci/run, it fails instead, so that nothing goes untested unseen.
"""

from __future__ import annotations

import getpass
import importlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

import imsterms

# no test asserts timing, and CI tries the same examples each time
settings.register_profile(
    "imsterms",
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("imsterms")

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
def require_npm(require_tool: Callable[..., str]) -> Callable[..., Path]:
    """Return a function that installs npm packages into a folder kept between runs, and returns the folder.

    The test is skipped without npm, and where the packages cannot be had.
    """

    def require(*packages: str) -> Path:
        npm = require_tool("npm", "node")
        name = "".join(letter if letter.isalnum() else "-" for letter in "".join(packages))
        folder = Path(tempfile.gettempdir()) / f"imsterms-npm-{getpass.getuser()}" / name
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            made = Path(tempfile.mkdtemp(dir=folder.parent))
            command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(made), *packages]
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=180, cwd=made)
            except (OSError, subprocess.SubprocessError) as error:
                shutil.rmtree(made)
                _absent(f"the npm packages {', '.join(packages)} cannot be installed ({error})")
            try:
                made.rename(folder)
            except OSError:  # another run was faster
                shutil.rmtree(made)
        return folder

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


class Project:
    """A termbase of a test's own: YAML and catalogs in a folder, read by the code that reads the built-in one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.locales = folder / "locales"
        (self.data / "concepts").mkdir(parents=True)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file below ``data``."""
        path = self.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def catalog(self, language: str, texts: dict[str, str | list[str]], *, fuzzy: tuple[str, ...] = ()) -> Path:
        """Write a catalog that has these translations, by msgctxt; the rest is left empty."""
        from imsterms.catalogs.files import write_catalog
        from imsterms.catalogs.merge import merge
        from imsterms.catalogs.messages import extract
        from imsterms.termbase.source import read_termbase

        path = self.locales / language / "LC_MESSAGES" / "imsterms.po"
        messages = extract(read_termbase(self.data, root=str(self.folder)))
        catalog, _ = merge(None, messages, {}, language, str(path))
        left = dict(texts)
        for entry in catalog:
            text = left.pop(entry.msgctxt, None)
            if isinstance(text, list):
                entry.msgstr_plural = dict(enumerate(text))
            elif text is not None and entry.msgid_plural:
                entry.msgstr_plural = {0: text, 1: ""}
            elif text is not None:
                entry.msgstr = text
            if entry.msgctxt in fuzzy:
                entry.flags = ["fuzzy", *entry.flags]
        assert not left, f"no message {', '.join(left)}"
        write_catalog(catalog, str(path))
        return path

    def glossary(self, language: str, *, fallback: bool = False) -> imsterms.Glossary:
        from imsterms.catalogs.data import read_source_data
        from imsterms.facade import open_glossary

        data = read_source_data(str(self.data), str(self.locales), "1", root=str(self.folder))
        return open_glossary(data, language, fallback, {})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty termbase to write into."""
    return Project(tmp_path)
