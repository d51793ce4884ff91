"""by_code: from a code of another system to the concept."""

from __future__ import annotations

import json
from typing import Any

import pytest

import imsterms


@pytest.fixture
def coded(project: Any) -> imsterms.Glossary:
    project.write(
        "concepts/a.yaml",
        """\
myalgia: {term: myalgia, codes: {icd-10: {exact: [M79.1]}, icpc-2: {broad: [L18]}}}
pain: {term: pain, codes: {icd-10: {close: [R52]}, icpc-2: {exact: [L18]}, snomed-ct: {exact: ['82423001']}}}
nerves: {term: nerves, codes: {icd-10: {close: [G60-G64]}, icd-10-no: {close: [A00]}}}
other: {term: other, codes: {mesh: {exact: [D0001]}}}
""",
    )
    return project.glossary("en")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("system", "code", "ids"),
    [
        ("icd-10", "M79.1", ["myalgia exact"]),
        ("ICD-10", "m791", ["myalgia exact"]),
        ("icd_10", "M79.18", ["myalgia parent"]),
        ("icd-10", "R52.9", ["pain parent"]),
        ("icd-10", "M79", []),
        ("icd-10", "Z00", []),
        ("icd-10", "", []),
        ("icd-10", "G62.9", ["nerves parent"]),
        ("icd-10", "G59", []),
        ("icd-10-no", "M79.1", ["myalgia exact"]),
        ("icpc-2", "L18", ["pain exact", "myalgia broad"]),
        ("icpc-2", "L189", []),
        ("mesh", "D0001", ["other exact"]),
        ("mesh", "D00011", []),
        ("snomed-ct", 82423001, ["pain exact"]),
    ],
)
def test_by_code(coded: imsterms.Glossary, system: str, code: str | int, ids: list[str]) -> None:
    assert [f"{found.concept.id} {found.match}" for found in coded.by_code(system, code)] == ids


@pytest.mark.parametrize("system", ["snomed", "icd10", "ICPC2", "xyz", ""])
def test_an_unknown_system_is_an_error(coded: imsterms.Glossary, system: str) -> None:
    with pytest.raises(imsterms.UnknownCodeSystemError, match="there are: .*icd-10"):
        coded.by_code(system, "M79.1")


def test_what_cannot_be_a_code_is_an_error(coded: imsterms.Glossary) -> None:
    for code in (None, True, ["M79.1"]):
        with pytest.raises(TypeError, match="a code is text"):
            coded.by_code("icd-10", code)  # type: ignore[arg-type]


def test_a_narrow_match_does_not_hide_the_category(en: imsterms.Glossary) -> None:
    found = en.by_code("icd-10", "M47.26")
    assert "spondylosis" in [match.concept.id for match in found]
    assert json.loads(json.dumps([match.as_dict() for match in found]))[-1]["match"] == "parent"


def test_every_code_leads_back(en: imsterms.Glossary) -> None:
    for concept in en.values():
        for system, relations in concept.codes.items():
            for codes in relations.values():
                for code in codes:
                    assert concept in [found.concept for found in en.by_code(system, code)]
