"""The reviewed checklist has a section with a record for every subject field, and no review is claimed without one."""

from __future__ import annotations

import re
from pathlib import Path

import imsterms

CHECKLIST = Path(imsterms.__file__).parent / "data" / "concepts" / "CHECKLIST.md"


def sections() -> dict[str, str]:
    parts = re.split(r"^## (\w+)$", CHECKLIST.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_subject_field_has_a_section_with_points_and_a_record(en: imsterms.Glossary) -> None:
    found = sections()
    assert sorted(found) == sorted({concept.subject_field for concept in en.values()})
    for name, text in found.items():
        assert len(re.findall(r"^- ", text, re.MULTILINE)) >= 2, name
        assert "| date | languages | read | role |" in text, name


def test_nothing_is_clinically_reviewed_without_a_clinician_s_row(en: imsterms.Glossary) -> None:
    found = sections()
    for concept in en.values():
        if concept.review == "clinical":
            assert re.search(r"^\| \d{4}-.*clinician", found[concept.subject_field], re.MULTILINE), concept.id


def test_the_list_for_the_clinician_names_whatever_gives_advice(en: imsterms.Glossary, root: Path) -> None:
    names = set(re.findall(r"`(\w+)`", (root / "docs" / "clinicians.md").read_text("utf-8")))
    assert {concept.id for concept in en.values() if concept.advice or concept.contraindication} <= names
    signs = (root / "imsterms" / "data" / "signs.yaml").read_text("utf-8")
    assert set(re.findall(r'^(\w+): .*source: "none"', signs, re.MULTILINE)) <= names
