"""What the package offers: a name for each purpose, typed, and a call for each command."""

from __future__ import annotations

import json
import os
import pydoc
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import COMMANDS, main


def test_what_the_package_offers() -> None:
    for name in imsterms.__all__:
        assert getattr(imsterms, name) is not None
    assert {"glossary", "export", "DOMAIN"} <= set(dir(imsterms))
    with pytest.raises(AttributeError, match="module 'imsterms' has no attribute 'glosary'; did you mean 'glossary'"):
        imsterms.glosary  # type: ignore[attr-defined]  # noqa: B018


def test_the_documentation_gives_each_public_name_its_reason(root: Path) -> None:
    tables = (root / "docs" / "names.md").read_text(encoding="utf-8").partition("\n## Calls\n")[2]
    reasons = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", tables, re.MULTILINE))
    assert sorted(reasons) == sorted(imsterms.__all__)


def test_help_is_short() -> None:
    """Two screens; from Python 3.13 on each argument of a long signature has a line of its own."""
    assert len(pydoc.plain(pydoc.render_doc(imsterms)).splitlines()) < (142 if sys.version_info < (3, 13) else 182)


# --- a call for each command ---

ONLY_COMMANDS = {"site", "leaflet", "catalog", "completion"}


def test_each_command_has_a_call(root: Path) -> None:
    rows = re.findall(r"\| `([^`]+)` \| `imsterms (\w+)", (root / "docs" / "names.md").read_text(encoding="utf-8"))
    assert {command for _, command in rows} == set(COMMANDS) - ONLY_COMMANDS
    for call, _ in rows:
        name = re.match(r"(imsterms|glossary)(?:\.(\w+))?", call)
        assert name
        if name[2]:
            assert callable(getattr(imsterms if name[1] == "imsterms" else imsterms.Glossary, name[2])) or (
                name[2] == "articles"
            )


def test_diff(tmp_path: Path, nb: imsterms.Glossary, capsys: Any) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    document = json.loads(imsterms.export(nb, "json", only=["nb"]))
    old.write_text(json.dumps(document))
    document["concepts"][0]["subject_field"] = "safety"
    new.write_text(json.dumps(document))
    main(["diff", str(old), str(new), "--json"])
    assert [change.as_dict() for change in imsterms.diff(old, new)] == json.loads(capsys.readouterr().out)


def test_link(nb: imsterms.Glossary, tmp_path: Path, capsys: Any) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Nål</h1><p>Ei nål og et triggerpunkt.</p>", encoding="utf-8")
    main(["annotate", str(page), "--lang", "nb", "--html", "--link", "/{id}"])
    assert nb.link(page.read_text(encoding="utf-8"), link="/{id}") == capsys.readouterr().out
    assert "popovertarget" in nb.link("<p>Ei nål</p>")


# --- types ---

USERS_FILE = """
import imsterms
from markupsafe import Markup

glossary = imsterms.glossary("nb")
text: str = glossary.render("{needle}")
page: Markup = glossary.render("{needle}", html=True)
part: Markup = glossary.document().render("{needle}", html=True)
concept: imsterms.Concept = glossary["needle"]
many: str = concept.term.counted(3)
found: list[imsterms.Found] = glossary.search("nål")
matches: list[imsterms.Match] = glossary.annotate("Ei nål")
fixed: imsterms.Fixed = glossary.fix("Ei nål")
exact: str = glossary.by_code("icd-10", "M79.1")[0].match
title: imsterms.Text = glossary.articles["about_ims"].title
blocks: list[imsterms.Block] = glossary.articles["about_ims"].blocks()
changes: list[imsterms.Change] = imsterms.diff("old.json", "new.json")
written: bytes = imsterms.export(glossary, "json")
"""
WRONG = ("imsterms.Mach", 'glossary.render("{needle}", htm=True)', "glossary.serch", "concept.trem")


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_types_of_a_users_file(checker: str, tmp_path: Path, root: Path) -> None:
    if checker == "mypy":
        pytest.importorskip("mypy")
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache")]
    else:
        pyright = shutil.which("pyright", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        if pyright is None:
            pytest.skip("pyright is not installed")
        command = [pyright, "--pythonpath", sys.executable]

    def problems(source: str) -> set[int]:
        file = tmp_path / "clinic.py"
        file.write_text(source, encoding="utf-8")
        environment = {**os.environ, "MYPYPATH": str(root), "PYTHONPATH": str(root)}
        done = subprocess.run(
            [*command, str(file)], cwd=root, env=environment, capture_output=True, text=True, timeout=300
        )
        return {int(line) for line in re.findall(r"clinic\.py:(\d+)(?::\d+)?(?: -|:) error", done.stdout)}

    assert problems(USERS_FILE) == set()
    right = len(USERS_FILE.splitlines())
    assert problems(USERS_FILE + "\n".join(WRONG)) == set(range(right + 1, right + 1 + len(WRONG)))
