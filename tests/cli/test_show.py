"""``imsterms show``: an entry with all that it says, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.cli import main

OWN = """
organ: {term: organ, definition: part of the body, explanation: A part of you., broader: []}
hide: {term: hide, definition: "{organ} of an animal", explanation: Skin., broader: [organ], sources: [read, unread]}
pelt: {replaced_by: hide}
"""
WORKS = 'read: {title: Hides, verified: "true"}\nunread: {title: Skins}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "body.yaml").write_text(OWN, "utf-8")
    (tmp_path / "sources.yaml").write_text(WORKS, "utf-8")
    return tmp_path


def test_an_entry_names_forms_relations_codes_works_and_review(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "trigger_point", "--lang", "nb"]) == 0
    out = capsys.readouterr().out
    for part in (
        "triggerpunkt (TrP)",
        "et triggerpunkt, triggerpunktet, triggerpunkter, triggerpunktene",
        "variant: triggerpunkta",
        "ømt punkt [tender_point]",
        "D061028 (samme betydning)",
        "doi:10.1093/rheumatology/keu471",
        "muskelknute (folkelig ord",
    ):
        assert part in out


def test_a_work_that_was_not_checked_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "hide", "--from", str(folder)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("sources")]
    assert lines == ["sources: Hides.", "sources: Skins. (not checked)"]


def test_an_obsolete_id_shows_what_replaced_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "pelt", "--from", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "id: hide" in out
    assert err == "imsterms: 'pelt' is obsolete; 'hide' replaced it\n"


def test_a_concept_without_review_or_code_is_shown_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "organ", "--from", str(folder)]) == 0
    assert "codes" not in capsys.readouterr().out


def test_an_entry_of_a_termbase_with_few_interface_words(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("interface.yaml", "field: {definition: what it is}\n")
    project.write("concepts/parts.yaml", "knob: {term: knob, definition: thing to turn, sources: []}\n")
    assert main(["show", "knob", "--from", str(project.data), "--lang", "en"]) == 0
    assert "what it is: thing to turn\nforms: " in capsys.readouterr().out


Run = Callable[..., str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is to succeed; return what it prints."""

    def run(*arguments: str, status: int = 0) -> str:
        assert main(arguments) == status
        output = capfd.readouterr()
        assert output.err == ""
        return output.out

    return run


def test_show(run: Run) -> None:
    text = run("show", "trigger_point", "--lang", "nb")
    concept = imsterms.glossary("nb")["trigger_point"]
    for words in (
        "triggerpunkt (TrP)",
        str(concept.definition),
        str(concept.explanation),
        "triggerpunktene",
        "ømt punkt",
    ):
        assert words in text
    assert "\x1b" not in text
    record = json.loads(run("show", "trigger_point", "--lang", "nb", "--json"))
    assert record["languages"]["nb"]["preferred"]["forms"]["the plural"] == "triggerpunktene"


def test_show_takes_a_term_in_any_form_and_several(run: Run) -> None:
    text = run("show", "Nålene", "skin", "--lang", "nb")
    assert text.startswith("nål\n===\n")
    assert "\n\nhud\n===\n" in text
    assert [one["id"] for one in json.loads(run("show", "needle", "skin", "--json"))] == ["needle", "skin"]


def test_show_for_patients_begins_with_the_explanation(run: Run) -> None:
    concept = imsterms.glossary("en")["needle"]
    text = run("show", "needle", "--audience", "patient")
    assert text.index(str(concept.explanation)) < text.index(str(concept.definition))
