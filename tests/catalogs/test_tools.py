"""Other people's tools between two updates do no harm: gettext's own, the translate-toolkit, an editor's save."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest

REMARK = "imsterms: ignore end-punctuation: the sentence goes on"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


def state(project: Any) -> dict[str, Any]:
    """Return what must be the same after a tool was there: our comments and flags, and all that a translator wrote."""
    return {
        entry.msgctxt: (
            entry.msgid,
            entry.msgstr,
            entry.msgstr_plural,
            entry.comment,
            entry.tcomment,
            sorted(entry.flags),
            entry.occurrences,
        )
        for entry in project.catalog("nb")
        if not entry.obsolete
    }


@pytest.fixture
def worked(project: Any) -> Any:
    """A project in the middle of work: a remark, a fuzzy message, an obsolete one, long texts."""
    project.translate("nb", {"pain.definition": "vondt " * 40 + "til slutt"}, comment=REMARK)
    project.edit("concepts/findings.yaml", "thin pointed piece", "thin, pointed piece")
    project.edit("articles/visit.yaml", "  - id: start\n    heading: How it begins\n", "")
    project.update()
    return project


def msgmerge(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgmerge"), "-q", "--update", "--backup=none", "--previous", path, project.locales / "imsterms.pot")


def msgmerge_without_previous(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgmerge"), "-q", "-o", path, path, project.locales / "imsterms.pot")


def msgcat(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgcat"), "--width=60", "--sort-output", "-o", path, path)


def msgcat_no_wrap(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgcat"), "--no-wrap", "--no-location", "-o", path, path)


def msgcat_strict(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgcat"), "--strict", "-o", path, path)


def msgattrib(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgattrib"), "--indent", "-o", path, path)


def msgconv(project: Any, tool: Callable[..., str]) -> None:
    path = project.path("nb")
    run(tool("msgconv"), "-t", "ISO-8859-1", "-o", path, path)


def poedit(project: Any, tool: Callable[..., str]) -> None:
    """Save as Poedit does: its own header, lines wrapped at 79, flags in its own order, Windows line ends."""
    catalog = project.catalog("nb")
    catalog.metadata |= {
        "X-Generator": "Poedit 3.4.2",
        "PO-Revision-Date": "2027-01-01 10:00+0100",
        "Last-Translator": "Å",
    }
    catalog.wrapwidth = 79
    for entry in catalog:
        entry.flags.sort()
    text = polib.POFile.__unicode__(catalog)
    project.path("nb").write_bytes(text.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    "tool", [msgmerge, msgmerge_without_previous, msgcat, msgcat_no_wrap, msgcat_strict, msgattrib, msgconv, poedit]
)
def test_a_tool_in_between_does_no_harm(worked: Any, require_tool: Any, tool: Any) -> None:
    before = state(worked)
    aside = {entry.msgstr for entry in worked.catalog("nb") if entry.obsolete}
    tool(worked, require_tool)
    worked.update()
    assert state(worked) == before
    assert {entry.msgstr for entry in worked.catalog("nb") if entry.obsolete} == aside
    assert worked.update()["nb"].changed is False
    assert not any(one.rule == "end-punctuation" for one in worked.check())


def test_a_save_in_poedit_keeps_its_header(worked: Any, require_tool: Any) -> None:
    poedit(worked, require_tool)
    worked.update()
    metadata = worked.catalog("nb").metadata
    assert (metadata["X-Generator"], metadata["Last-Translator"]) == ("Poedit 3.4.2", "Å")


def test_the_apostrophes_of_a_spreadsheet_are_taken_back(project: Any) -> None:
    project.edit("articles/visit.yaml", "heading: How it begins", 'heading: "- begin"')
    project.update()
    project.translate("nb", {"pain.words": "-", "article/visit.start": "- start", "needle.definition": "'- tynn ting"})
    before = project.path("nb").read_bytes()
    project.translate("nb", {"pain.words": "'-", "finding.words": "-\r", "article/visit.start": "'- start"})
    project.update()
    assert project.path("nb").read_bytes() == before


def test_a_review_that_a_tool_has_broken_into_lines_counts(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from imsterms.cli import main

    main(["catalog", "review", "nb", "pain", "--by", "Kari Nordmann", "--sources", str(project.sources)])
    before = project.path("nb").read_text("utf-8")
    project.path("nb").write_text(before.replace("Kari Nordmann", "Kari\n# Nordmann"), "utf-8")
    assert "# Nordmann" in project.path("nb").read_text("utf-8")
    project.update()
    assert project.path("nb").read_text("utf-8") == before


def test_what_a_translator_does_in_between_stays(worked: Any, require_tool: Any) -> None:
    worked.translate("nb", {"pain.words": "plain: det som er vondt"}, comment="new remark")
    msgmerge(worked, require_tool)
    worked.update()
    entry = worked.entry("nb", "pain.words")
    assert (entry.msgstr, entry.tcomment) == ("plain: det som er vondt", "new remark")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_msgfmt_finds_nothing_in_our_catalogs(root: Path, require_tool: Any, language: str) -> None:
    path = root / "locales" / language / "LC_MESSAGES" / "imsterms.po"
    assert run(require_tool("msgfmt"), "-c", "-o", os.devnull, path).stderr == ""


def test_msgfmt_finds_a_lost_concept(project: Any, require_tool: Any) -> None:
    project.translate("nb", {"trigger_point.definition": "punkt som gir {pain}"})
    command = [require_tool("msgfmt"), "-c", "-o", os.devnull, str(project.path("nb"))]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "'tender_point'" in done.stderr or "tender_point" in done.stderr


# those that make sense for a glossary: 'newlines' would have each list as long as the English one, 'brackets' the forms
CHECKS = ("pythonbraceformat", "endwhitespace", "startwhitespace")


def _pofilter(path: Path, out: Path) -> list[str]:
    """Return the contexts that pofilter objects to."""
    tests = [f"--test={name}" for name in CHECKS]
    run(sys.executable, "-m", "translate.filters.pofilter", "--progress=none", "--language=nb", *tests, path, out)
    return re.findall(r'^msgctxt "(.*)"$', out.read_text("utf-8"), re.MULTILINE) if out.exists() else []


def test_pofilter_finds_nothing_in_our_catalogs(root: Path, require_module: Any, tmp_path: Path) -> None:
    require_module("translate.filters.pofilter")
    for language in ("nb", "nn"):
        path = root / "locales" / language / "LC_MESSAGES" / "imsterms.po"
        # notes are a language's own, and need not name what the English ones name
        found = _pofilter(path, tmp_path / f"{language}.po")
        assert [context for context in found if not context.endswith(".notes")] == []


def test_pofilter_guards_the_concepts_and_leaves_the_forms_free(
    project: Any, require_module: Any, tmp_path: Path
) -> None:
    require_module("translate.filters.pofilter")
    project.translate(
        "nb",
        {
            "article/visit.body": "Behandleren finner {trigger_point}[plural] og bruker {needle}[the plural].",
            "trigger_point.definition": "{tender_point} som gjør vondt",
        },
    )
    assert _pofilter(project.path("nb"), tmp_path / "out.po") == ["trigger_point.definition"]
