"""The guides for translators and terminologists say what is so, and the hooks run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from imsterms.catalogs.parser import parse_catalog
from imsterms.cli import main, options
from imsterms.termbase.source import read_sources


def test_the_forms_in_the_translators_guide_are_those_that_the_library_renders(root: Path, nb: Any) -> None:
    text = (root / "locales/README.md").read_text("utf-8")
    rows = re.findall(r"^\| (`\{.*) \| ([^|]*) \|$", text, re.MULTILINE)
    assert len(rows) == 7
    for written, reads in rows:
        sources = re.findall(r"`([^`]*)`", written)
        whole = [one if one.startswith("{") else sources[0].partition("[")[0] + one for one in sources]
        assert ", ".join(nb.render(one) for one in whole) == reads.partition(", at the")[0]


def test_the_message_in_the_translators_guide_is_a_message(root: Path) -> None:
    text = (root / "locales/README.md").read_text("utf-8")
    example = re.findall(r"```po\n(.*?)```", text, re.DOTALL)[0]
    lines = [re.sub(r'("|\.\.\.|:12) {3,}.*', r"\1", line) for line in example.splitlines()]
    entry = parse_catalog("\n".join(lines).encode(), "README.md")[0]
    assert (entry.msgctxt, entry.msgstr_plural) == ("trigger_point.term", {0: "triggerpunkt", 1: "triggerpunkter"})


def test_the_entry_in_the_terminologists_guide_is_an_entry(root: Path, tmp_path: Path) -> None:
    text = (root / "imsterms/data/concepts/README.md").read_text("utf-8")
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts/findings.yaml").write_text(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0], "utf-8")
    termbase, findings = read_sources(tmp_path)
    assert findings == []
    assert termbase.concepts["trigger_point"].abbreviation == "TrP"


@pytest.mark.parametrize("guide", ["locales/README.md", "imsterms/data/concepts/README.md"])
def test_the_commands_in_the_guides_run(root: Path, guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / guide).read_text("utf-8")
    commands = re.findall(
        r"^(imsterms [^#\n]*)", "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)), re.MULTILINE
    )
    assert commands
    for command in commands:
        words = command.replace("RULE", "concept-lost").split()[1:]
        with pytest.raises(SystemExit) as ended:
            main([*[word for word in words if not word.startswith("-")][:2], "--help"])
        assert ended.value.code == 0
    capsys.readouterr()


def hooks(root: Path) -> list[Any]:
    """Return the hooks about catalogs; the one about running text is tested where that is."""
    found = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return [hook for hook in found if hook["id"].startswith("imsterms-catalog")]


def test_the_hooks_pass_on_this_project_and_fail_on_a_wrong_one(root: Path, tmp_path: Path, project: Any) -> None:
    assert [hook["id"] for hook in hooks(root)] == ["imsterms-catalog-check", "imsterms-catalog-update"]
    project.edit("concepts/findings.yaml", "unpleasant", "nasty")
    for hook in hooks(root):
        command = hook["entry"].split()
        assert (command[0], hook["pass_filenames"]) == ("imsterms", False)
        assert re.search(hook["files"], "locales/nb/LC_MESSAGES/imsterms.po")
        assert re.search(hook["files"], "imsterms/data/concepts/findings.yaml")
        for arguments, status in ((["--sources", str(project.sources)], 1), ([], 0)):
            done = subprocess.run(
                [sys.executable, "-m", "imsterms", *command[1:], *arguments], cwd=root, capture_output=True
            )
            assert done.returncode == status, done.stdout.decode() + done.stderr.decode()


def test_an_installed_imsterms_works_in_a_checkout(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("imsterms/data", "locales"):
        shutil.copytree(root / folder, tmp_path / folder)
    installed = tmp_path / "site-packages" / "imsterms"
    installed.mkdir(parents=True)
    monkeypatch.setattr(options, "__file__", str(installed / "cli" / "options.py"))
    monkeypatch.chdir(tmp_path)
    assert main(["catalog", "update", "--check"]) == 0
    monkeypatch.chdir(installed)
    assert main(["catalog", "update", "--check"]) == 2
    assert "--sources DIR" in capsys.readouterr().err
