"""Changes of the English that no translation would show are carried over, and what is taken back leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.catalogs.files import state

YAML = "concepts/findings.yaml"
TERM = "tender_point:\n  term: tender point\n"


def texts(project: Any) -> dict[str, bytes]:
    return {language: project.path(language).read_bytes() for language in ("nb", "nn")}


def rename(project: Any, stub: str = "") -> None:
    text = (project.sources / YAML).read_text("utf-8").replace("tender_point", "sore_point")
    project.write(YAML, text + stub)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thin pointed piece", "thin  pointed piece"),
        ("{treatment} with {needle}[plural]", "{treatment} with {needle}[a]"),
        ("hurts when it is", "hurts when it\u00a0is"),
    ],
    ids=["spaces", "form of a reference", "no-break space"],
)
def test_what_a_translation_would_not_show_makes_nothing_outdated(project: Any, old: str, new: str) -> None:
    project.edit(YAML, old, new)
    summary = project.update()["nb"]
    assert "to review" not in summary.contexts
    assert b"fuzzy" not in project.path("nb").read_bytes()


def test_quotation_marks_and_dashes_are_typography(project: Any) -> None:
    project.edit(YAML, "what is done to help a patient", "what is 'done' - to help a patient")
    project.update()
    project.change("nb", lambda catalog: [entry.flags.clear() for entry in catalog if entry.fuzzy])
    project.edit(YAML, "what is 'done' - to", "what is ‘done’ – to")
    assert project.update()["nb"].happened["to review"] == []
    project.edit(YAML, "‘done’", "‘made’")
    assert project.update()["nb"].happened["to review"] == ["treatment.definition"]


@pytest.mark.parametrize("stub", ["", "tender_point: {replaced_by: sore_point}\n"])
def test_a_renamed_id_is_renamed_everywhere(project: Any, stub: str) -> None:
    before = texts(project)
    rename(project, stub)
    summary = project.update()["nb"]
    assert not {"new", "to review", "obsolete"} & summary.contexts.keys()
    assert "sore_point.term.the" in summary.contexts["carried over"]
    assert project.entry("nb", "trigger_point.definition").msgstr == "{sore_point} som gir {pain} et annet sted"
    assert {one.rule for one in project.check()} == set()
    for language, content in texts(project).items():
        assert b"fuzzy" not in content
        assert b"tender_point" not in content
        assert content.count(b"msgctxt") == before[language].count(b"msgctxt")
    assert project.update()["nb"].changed is False


@pytest.mark.parametrize("stub", ["", "tender_point: {replaced_by: sore_point}\n"])
def test_a_rename_taken_back_leaves_no_trace(project: Any, stub: str) -> None:
    before, sources = texts(project), (project.sources / YAML).read_text("utf-8")
    rename(project, stub)
    project.update()
    project.write(YAML, sources)
    project.update()
    assert texts(project) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unpleasant experience", "unpleasant feeling"),
        ("  term: pain\n", '  term: pain\n  plural: "-"\n'),
        ("  admitted: [myofascial trigger point]\n", ""),
        ("  explanation: A sore spot in a muscle.\n", ""),
        ("  plain: sore spot in a muscle\n", "  plain: tender spot\n"),
        ("  notes: [Some call it a knot.]\n", "  notes: [Others call it a knot.]\n"),
    ],
)
def test_an_edit_taken_back_leaves_no_trace(project: Any, old: str, new: str) -> None:
    before = texts(project)
    project.edit(YAML, old, new)
    project.update()
    assert texts(project) != before
    project.edit(YAML, new, old) if new else project.write(YAML, _put_back(project, old))
    project.update()
    assert texts(project) == before


def _put_back(project: Any, line: str) -> str:
    text = str((project.sources / YAML).read_text("utf-8"))
    place = "  abbreviation: TrP\n" if "admitted" in line else 'elsewhere"\n'
    return text.replace(place, place + line, 1)


def test_an_outdated_text_stays_outdated_through_a_rename(project: Any) -> None:
    project.edit(YAML, "{tender_point} that sends", "{tender_point} which sends")
    project.update()
    rename(project)
    project.update()
    entry = project.entry("nb", "trigger_point.definition")
    assert state(entry) == "outdated"
    assert entry.previous_msgid == "{sore_point} that sends {pain} elsewhere"
    project.edit(YAML, "{sore_point} which sends", "{sore_point} that sends")
    project.update()
    assert state(project.entry("nb", "trigger_point.definition")) == "translated"
