"""The model of a termbase."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.termbase.model import NOTHING, RELATIONS, BlockEntry, Claim, CodeSystem, Source, TableEntry
from imsterms.termbase.source import read_termbase


def test_plurals(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "healing: {term: healing, plural: '-'}\nfoot: {term: foot, plural: feet}\n"
        "ims: {term: IMS Norge, part_of_speech: proper noun}\n",
    )
    concepts = read_termbase(project.data).concepts
    assert [concepts[name].plural for name in ("healing", "ims", "foot")] == [NOTHING, NOTHING, "feet"]
    assert not concepts["ims"].countable


def test_every_relation_has_one_inverse() -> None:
    inverses = list(RELATIONS.values())
    assert len(set(inverses)) == len(inverses)
    assert all(RELATIONS.get(inverse, name) == name for name, inverse in RELATIONS.items() if inverse in RELATIONS)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (BlockEntry("a", text="x"), "text"),
        (BlockEntry("a", heading="x"), "heading"),
        (BlockEntry("a", table=TableEntry({}, {})), "table"),
        (BlockEntry("a", claim=Claim("x", "page", "outdated", "why", "2026-01-01")), "claim"),
    ],
)
def test_the_kind_of_a_block(block: BlockEntry, kind: str) -> None:
    assert block.kind == kind


@pytest.mark.parametrize(
    ("source", "line", "link"),
    [
        (
            Source("a", "Title.", "A. Author", "1999", "Journal 1:2", doi="10.1/x"),
            "A. Author (1999). Title. Journal 1:2. doi:10.1/x.",
            "https://doi.org/10.1/x",
        ),
        (Source("b", "Title", year="2001", url="https://a.no"), "Title (2001). https://a.no.", "https://a.no"),
        (Source("b", "Title", url="javascript:x"), "Title. javascript:x.", ""),
        (Source("c", "Title"), "Title.", ""),
    ],
)
def test_a_work_as_a_line_of_a_bibliography(source: Source, line: str, link: str) -> None:
    assert (str(source), source.link) == (line, link)


def test_a_code_system_is_named_with_its_edition() -> None:
    assert str(CodeSystem("icd-10", "ICD-10", "2019")) == "ICD-10, 2019"
    assert str(CodeSystem("own", "Own")) == "Own"


def test_where_something_is_stated_is_no_part_of_what_it_is() -> None:
    assert Source("a", "Title", line=3) == Source("a", "Title", line=9)
    assert "line" not in repr(CodeSystem("own", "Own", line=3))
