"""by_code: from a code of another system to the concept."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms


@pytest.fixture
def coded(project: Any) -> imsterms.Glossary:
    project.write(
        "concepts/a.yaml",
        """\
myalgia: {term: myalgia, codes: {icd-10: {exact: [M79.1]}, icpc-2: {broad: [L18]}}}
pain: {term: pain, codes: {icd-10: {close: [R52]}, icpc-2: {exact: [L18]}}}
other: {term: other, codes: {mesh: {exact: [D0001]}}}
""",
    )
    return project.glossary("en")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("system", "code", "ids"),
    [
        ("icd-10", "M79.1", ["myalgia"]),
        ("ICD-10", "m791", ["myalgia"]),
        ("icd_10", "M79.18", ["myalgia"]),
        ("icd-10", "R52.9", ["pain"]),
        ("icd-10", "M79", []),
        ("icd-10", "Z00", []),
        ("icd-10", "", []),
        ("icpc-2", "L18", ["pain", "myalgia"]),
        ("icpc-2", "L189", []),
        ("mesh", "D0001", ["other"]),
        ("mesh", "D00011", []),
        ("nosystem", "D0001", []),
    ],
)
def test_by_code(coded: imsterms.Glossary, system: str, code: str, ids: list[str]) -> None:
    assert [concept.id for concept in coded.by_code(system, code)] == ids


def test_every_code_leads_back(en: imsterms.Glossary) -> None:
    for concept in en.values():
        for system, relations in concept.codes.items():
            for codes in relations.values():
                for code in codes:
                    assert concept in en.by_code(system, code)
