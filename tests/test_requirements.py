"""A test that lacks something says so, and fails where everything has to be there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from requirements import (
    GRAMMARS,
    require_dictionaries,
    require_file,
    require_grammar,
    require_module,
    require_tool,
)

MISSING: dict[str, Callable[[], object]] = {
    "the program 'no-such-program' is not installed": lambda: require_tool("no-such-program"),
    "the Python package of 'no_such_package' is not installed": lambda: require_module("no_such_package"),
    "hunspell has no dictionary 'xx_XX'": lambda: require_dictionaries("xx_XX"),
    "the Debian package 'no-such-package' is not installed": lambda: require_file("/no/such/file", "no-such-package"),
}


@pytest.fixture
def hunspell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A hunspell with one dictionary."""
    program = tmp_path / "hunspell"
    program.write_text("#!/bin/sh\necho /usr/share/hunspell/en_GB >&2\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


@pytest.mark.usefixtures("hunspell")
@pytest.mark.parametrize("reason", MISSING)
def test_what_is_missing_is_skipped_with_the_reason_or_fails(reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMSTERMS_REQUIRE_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=reason):
        MISSING[reason]()
    monkeypatch.setenv("IMSTERMS_REQUIRE_TOOLS", "1")
    with pytest.raises(pytest.fail.Exception, match=reason):
        MISSING[reason]()


@pytest.mark.usefixtures("hunspell")
def test_every_dictionary_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMSTERMS_REQUIRE_TOOLS", raising=False)
    assert require_dictionaries("en_GB").endswith("hunspell")
    with pytest.raises(pytest.skip.Exception, match="en_med_glut"):
        require_dictionaries("en_GB", "en_med_glut")


@pytest.mark.parametrize("name", GRAMMARS)
def test_grammars_are_found_through_the_environment_only(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("IMSTERMS_REQUIRE_TOOLS", "1")
    monkeypatch.delenv("IMSTERMS_SCHEMAS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"public at {GRAMMARS[name]}"):
        require_grammar(name)
    monkeypatch.setenv("IMSTERMS_SCHEMAS", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=f"public at {GRAMMARS[name]}"):
        require_grammar(name)
    path = tmp_path / name
    path.parent.mkdir()
    path.touch()
    assert require_grammar(name) == path


def test_nothing_but_ci_looks_beside_the_repository(root: Path) -> None:
    beside = ".." + "/shared"
    for folder in ("imsterms", "tests", "benchmarks", "locales"):
        for path in (root / folder).rglob("*"):
            if path.is_file() and path.suffix not in (".pyc", ".mo"):
                assert beside not in path.read_text("utf-8", errors="replace"), path
