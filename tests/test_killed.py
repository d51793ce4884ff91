"""Every command that writes, stopped at every step: each file is the old or the new one, and the next run works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from requirements import require_module

from imsterms.cli import main

PROGRAM = Path(__file__).parent / "support" / "killing.py"
YAML = "cup: {term: cup, definition: round bowl}\nlid: {term: lid, definition: 'cover of a {cup}'}\n"
TREE = ["--sources", "data", "--locales", "locales"]

posix = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


def _project(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make a folder with sources, a catalog, an import, a text and a site, in which every command has work to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (folder / "data" / "concepts").mkdir(parents=True)
    (folder / "out").mkdir()
    monkeypatch.chdir(folder)
    Path("data/concepts/tools.yaml").write_text(YAML, "utf-8")
    assert main(["catalog", "new", "nb", *TREE]) == 0
    path = Path("locales/nb/LC_MESSAGES/imsterms.po")
    text = path.read_text("utf-8").replace('msgstr[0] ""', 'msgstr[0] "kopp"', 1)
    path.write_text(text.replace('msgstr[1] ""', 'msgstr[1] "kopper"', 1), "utf-8")
    for version, word in (("base", "skål"), ("ours", "kopp"), ("theirs", "krus")):
        words = text.replace('bowl"\nmsgstr ""', f'bowl"\nmsgstr "{word}"')
        Path(f"{version}.po").write_text(words, "utf-8")
    Path("a.csv").write_text("en,nb\nneedle,nål\n", "utf-8")
    assert main(["import", "csv", "a.csv", "--to", "own"]) == 0
    Path("a.csv").write_text("en,nb,nn\nneedle,nål,nål\ncup,kopp,kopp\n", "utf-8")
    Path("side.md").write_text("Vi fant muskelknutene.\n", "utf-8")
    Path("own.csv").write_text("en,nb\nneedle,spiss\n", "utf-8")
    shutil.copytree("data", "imsterms/data")
    monkeypatch.setenv("IMSTERMS_CACHE_DIR", "out/cache")
    if name == "columns":
        table = require_module("pyarrow").table({"text": ["Vi fant en nål.", "Og en muskel."]})
        require_module("pyarrow.parquet").write_table(table, "texts.parquet")
    if name == "comments":
        made = require_module("docx").Document()
        made.add_paragraph("Vi fant muskelknutene.")
        made.save("side.docx")
    if name.startswith("site"):
        assert main(["export", "json", "--from", "data", "-o", "release.json"]) == 0
        assert main(COMMANDS["site"]) == 0
    Path("data/concepts/tools.yaml").write_text(YAML.replace("round bowl", "round vessel"), "utf-8")


KILLS = int(os.environ.get("IMSTERMS_KILLS", "5"))

COMMANDS = {
    "check": ["catalog", "check", *TREE],
    "review": ["catalog", "review", "nb", *TREE, "--by", "Kari Nordmann", "--date", "2026-11-26"],
    "update": ["catalog", "update", *TREE],
    "new": ["catalog", "new", "nn", *TREE],
    "merge": ["catalog", "merge", "base.po", "ours.po", "theirs.po"],
    "compile": ["catalog", "compile", *TREE],
    "import": ["import", "csv", "a.csv", "--to", "out/own"],
    "import again": ["import", "csv", "a.csv", "--to", "own", "--force"],
    "fix": ["lint", "--fix", "side.md", "--lang", "nb"],
    "comments": ["lint", "side.docx", "--comments", "out/side.docx", "--lang", "nb"],
    "export": ["export", "csv", "--from", "data", "-o", "out/data.csv"],
    "export files": ["export", "i18next", "--from", "data", "--split", "out/files"],
    "map": ["map", "cup", "--from", "data", "--lang", "en", "--svg", "out/cup.svg"],
    "leaflet": ["leaflet", "--html", "-o", "out", "about_ims", "--lang", "nb"],
    "accept": ["import", "csv", "own.csv", "--onto", "own", "--accept"],
    "build": ["build"],
    "columns": ["annotate", "texts.parquet", "--column", "text", "-o", "out/terms.parquet", "--lang", "nb"],
    "site": ["site", "-o", "out/site", "--from", "data", "--lang", "en"],
    "site with a history": ["site", "-o", "out/site", "--from", "data", "--lang", "en", "--history", "release.json"],
}


def _stopped(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, kills: int) -> dict[str, Any]:
    start, work = folder / "start", folder / "work"
    _project(start, monkeypatch, name)
    command = [sys.executable, str(PROGRAM), str(start), str(work), str(kills), *COMMANDS[name]]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    assert result["status"] in (0, 1)
    assert result["steps"] > 0
    assert result["wrong"] == []
    return result


@posix
@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_stopped_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    result = _stopped(tmp_path, monkeypatch, name, kills=KILLS)
    print(f"{name}: stopped {result['stopped']} times, at {result['steps']} steps; {len(result['wrong'])} wrong")
    assert result["stopped"] >= KILLS + 2 * result["steps"]
