"""The settings of lint: where they are looked for, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.checks.text.settings import Settings, find_settings, read_settings
from imsterms.errors import SettingsError

WRITTEN = {
    ".imsterms.yaml": "lint:\n  lang: nb\n  enable: [claim-word]\n"
    "  claim_words: ['unik*', best]\n  exclude: drafts/*\n",
    "pyproject.toml": "[tool.imsterms.lint]\nlang = 'nb'\nenable = ['claim-word']\n"
    "claim-words = ['unik*', 'best']\nexclude = ['drafts/*']\n",
    "setup.cfg": "[imsterms:lint]\nlang = nb\nenable = claim-word\n"
    "claim_words =\n    unik*\n    best\nexclude = drafts/*\n",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_file_says_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WRITTEN[name], "utf-8")
    expected = Settings("nb", ("claim-word",), (), ("unik*", "best"), ("drafts/*",))
    assert read_settings(str(tmp_path / name)) == find_settings(str(tmp_path)) == expected


def test_settings_are_found_above_and_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[imsterms:lint]\nlang = nn\n", "utf-8")
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    assert find_settings(str(inside)).lang == "nn"
    (tmp_path / "a" / ".git").mkdir()
    assert find_settings(str(inside)) == Settings()


def test_a_file_without_the_section_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n", "utf-8")
    (tmp_path / "setup.cfg").write_text("[imsterms:lint]\nlang = nn\n", "utf-8")
    assert find_settings(str(tmp_path)).lang == "nn"
    with pytest.raises(SettingsError, match=r"has no section \[tool.imsterms.lint\]"):
        read_settings(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".imsterms.yaml", "lint: {enabel: [x]}", "no setting 'enabel'.*did you mean 'enable'"),
        (".imsterms.yaml", "lint: {enable: {a: b}}", "enable must be a list of words"),
        (".imsterms.yaml", "lint: [a]", "keys with values"),
        (".imsterms.yaml", "lint: {a: [", "the YAML is broken here"),
        (".imsterms.yaml", "lint: " + "[" * 3000, "levels of nesting|maximum nesting depth"),
        ("pyproject.toml", "[tool.imsterms.lint]\nlang = " + "[" * 3000, "recursion"),
        ("pyproject.toml", "[tool.imsterms.lint]\nlang = " + "1" * 5000, "digits"),
        ("pyproject.toml", "[tool.imsterms.lint]\nlang = 1", "lang must be a language tag"),
        ("pyproject.toml", "[tool", "Expected"),
        ("setup.cfg", "lang = nb", "File contains no section headers"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=message) as error:
        find_settings(str(tmp_path))
    assert name in str(error.value)


def test_yaml_reads_no_as_false_and_we_do_not(tmp_path: Path) -> None:
    (tmp_path / ".imsterms.yaml").write_text("lint:\n  lang: no\n", "utf-8")
    assert find_settings(str(tmp_path)).lang == "no"


def test_the_command_line_has_the_last_word() -> None:
    settings = Settings(enable=("claim-word",), disable=("wrong-capitals",))
    changed = settings.with_rules(["wrong-capitals"], ["claim-word"])
    assert (changed.enable, changed.disable) == (("wrong-capitals",), ("claim-word",))
