"""What all tests share: the glossaries, a termbase to write into, and the functions that ask for tools."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import requirements
from hypothesis import HealthCheck, settings
from small import NB, SMALL

import imsterms

# no test asserts timing
settings.register_profile(
    "fixed",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("random", settings.get_profile("fixed"), derandomize=False, print_blob=True)

ROOT = Path(__file__).resolve().parent.parent


def _slow(config: pytest.Config) -> bool:
    return config.getoption("markexpr") == "slow"


def pytest_configure(config: pytest.Config) -> None:
    """Try the same examples in every default run, and new ones with ``-m slow``."""
    settings.load_profile("random" if _slow(config) else "fixed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let ``-m slow`` run every property test, because its examples are new."""
    for item in items:
        if _slow(config) and getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("slow")


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What commands remember for the next run is not left in the user's cache folder."""
    os.environ["IMSTERMS_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def require_tool() -> Callable[..., str]:
    """The function that asks for programs."""
    return requirements.require_tool


@pytest.fixture(scope="session")
def require_module() -> Callable[[str], ModuleType]:
    """The function that asks for a Python module."""
    return requirements.require_module


@pytest.fixture(scope="session")
def require_npm() -> Callable[..., Path]:
    """The function that asks for npm packages."""
    return requirements.require_npm


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

    def catalog(self, language: str, texts: dict[str, str | list[str]], *, outdated: tuple[str, ...] = ()) -> Path:
        """Write a catalog that has these translations, by msgctxt; the rest is left empty."""
        from imsterms.catalogs.files import mark_outdated, write_catalog
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
            if entry.msgctxt in outdated:
                mark_outdated(entry, "another text")
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


@pytest.fixture
def small(project: Project) -> Project:
    """Two concepts; Nynorsk has one of the terms, Bokmål both but no explanation."""
    project.write("concepts/equipment.yaml", SMALL)
    project.write("interface.yaml", "field: {definition: definition}\n")
    project.catalog("nb", NB, outdated=("needle.definition", "tool.term"))
    project.catalog("nn", {"tool.term": ["verktøy", "verktøy"]})
    return project


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The folder of a clinic with nothing in it yet."""
    (tmp_path / "clinic" / "concepts").mkdir(parents=True)
    return tmp_path / "clinic"
