"""A review counts for the very texts that were read, and is carried over where nothing that counts has changed."""

from __future__ import annotations

from typing import Any

import polib
import pytest

from imsterms.catalogs.data import read_source_data
from imsterms.catalogs.files import state
from imsterms.catalogs.review import Review, mark_reviewed, review, void_review
from imsterms.facade import Glossary, open_glossary

KARI = Review("2026-11-20", "Kari Nordmann")


def reviewed(project: Any, context: str, made: Review = KARI) -> None:
    project.change("nb", lambda catalog: mark_reviewed(next(one for one in catalog if one.msgctxt == context), made))


def glossary(project: Any) -> Glossary:
    return open_glossary(read_source_data(str(project.sources), str(project.locales), "1"), "nb", False, {})


def test_a_review_is_void_once_the_translation_changes(project: Any) -> None:
    reviewed(project, "pain.definition")
    assert state(project.entry("nb", "pain.definition")) == "reviewed"
    project.translate("nb", {"pain.definition": "vond opplevelse"})
    entry = project.entry("nb", "pain.definition")
    assert (state(entry), review(entry), void_review(entry)) == ("translated", None, KARI)


def test_a_review_is_void_once_the_english_changes(project: Any) -> None:
    reviewed(project, "pain.definition")
    project.edit("concepts/findings.yaml", "unpleasant", "nasty")
    project.update()
    assert state(project.entry("nb", "pain.definition")) == "outdated"
    project.change("nb", lambda catalog: [setattr(entry, "flags", []) for entry in catalog])
    assert state(project.entry("nb", "pain.definition")) == "translated"


@pytest.mark.parametrize(
    ("edits", "context"),
    [
        ({"sends {pain}": "sends  {pain}"}, "trigger_point.definition"),
        ({"pain:\n": "ache:\n", "{pain}": "{ache}"}, "trigger_point.definition"),
        ({"pain:\n": "ache:\n", "{pain}": "{ache}"}, "ache.definition"),
    ],
)
def test_a_mechanical_change_keeps_the_review(project: Any, edits: dict[str, str], context: str) -> None:
    for before in ("pain.definition", "trigger_point.definition"):
        reviewed(project, before)
    for old, new in edits.items():
        project.edit("concepts/findings.yaml", old, new)
    project.update()
    assert review(project.entry("nb", context)) == KARI


def test_a_fuzzy_mark_is_stronger_than_a_review(project: Any) -> None:
    reviewed(project, "pain.definition")
    project.change("nb", lambda catalog: [entry.flags.append("fuzzy") for entry in catalog])
    assert state(project.entry("nb", "pain.definition")) == "doubted"


def test_a_second_reviewer_is_added_and_a_second_review_replaces_the_first() -> None:
    entry = polib.POEntry(msgid="pain", msgstr="smerte", tcomment="a note")
    for made in (KARI, Review("2026-11-21", "Ola"), Review("2026-11-22", "Kari Nordmann")):
        mark_reviewed(entry, made)
    note, *lines = entry.tcomment.split("\n")
    assert note == "a note"
    assert [line.split()[1] for line in lines] == ["Ola", "Kari"]
    entry.msgstr = "vondt"
    mark_reviewed(entry, KARI)
    assert entry.tcomment.count("reviewed:") == 1


def test_what_is_served_says_who_reviewed_it(project: Any) -> None:
    reviewed(project, "pain.definition")
    reviewed(project, "pain.term")
    reviewed(project, "article/visit.body")
    pain = glossary(project)["pain"]
    assert pain.definition is not None
    assert (pain.definition.reviewed, pain.term.reviewed) == (KARI, KARI)
    assert pain.definition.as_dict()["reviewed"] == {"date": "2026-11-20", "by": "Kari Nordmann"}
    needle = glossary(project)["needle"]
    assert needle.definition is not None
    assert (needle.definition.reviewed, needle.term.reviewed) == (None, None)
    [body] = [block for block in glossary(project).articles["visit"].blocks() if block.id == "body"]
    assert body.text is not None
    assert body.text.reviewed == KARI


@pytest.mark.parametrize("line", ["reviewed: Kari", "Reviewed: Kari 2026-11-20", "reviewed: Kari 2026-11-20 12345"])
def test_a_line_that_only_looks_like_a_review_is_a_finding(project: Any, line: str) -> None:
    project.translate("nb", {"pain.definition": "ubehagelig opplevelse"}, comment=line)
    assert state(project.entry("nb", "pain.definition")) == "translated"
    [finding] = [one for one in project.check() if one.rule == "remark-malformed"]
    assert "imsterms catalog review nb pain.definition --by PERSON" in finding.message
