"""Reading YAML: every kind of mistake is a finding with file, line, what is wrong and the nearest right name."""

from __future__ import annotations

from typing import Any

import pytest
from reading import GOOD, only, problems

from imsterms.errors import SourceError
from imsterms.termbase.source import read_sources, read_termbase


def test_duplicate_id_in_one_file_and_in_two(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + "needle: {term: pin}\n")
    project.write("concepts/b.yaml", "point: {term: tip}\n")
    first, second = problems(project)
    assert (first.path, first.line, first.rule) == ("data/concepts/a.yaml", 6, "duplicate-key")
    assert (second.path, second.line, second.rule) == ("data/concepts/b.yaml", 1, "duplicate-concept")
    assert "the first is data/concepts/a.yaml:4" in second.message


@pytest.mark.parametrize("name", ["Needle", "2needle", "needle-point", "nål", "x" * 65, '""', "needle point", "_x"])
def test_ids_are_snake_case(project: Any, name: str) -> None:
    project.write("concepts/a.yaml", f"{name}: {{term: needle}}\n")
    assert only(project)[2].startswith("bad-name: ")


def test_every_problem_of_a_run_is_listed(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: needle\n  defintion: x\n  broader: [pin]\n")
    project.write("concepts/b.yaml", "\tpoint: x\n")
    project.write("concepts/c.yaml", b"\xff\xfe")
    project.write(
        "articles/one.yaml", "title: One\nblocks: [{id: a, text: '{nedle}', heading: b}, {id: a}]\nvalus: {}\n"
    )
    project.write("articles/two.yaml", "title: Two\nvalues: {often: weekly}\nblocks: [{id: x, text: '{nedle}'}]\n")
    project.write("interface.yaml", "field: [x]\n")
    project.write("sources.yaml", "book: {year: '1999', verified: perhaps}\n")
    found = problems(project)
    assert {finding.path for finding in found} == {
        f"data/{name}"
        for name in (
            "concepts/a.yaml", "concepts/b.yaml", "concepts/c.yaml", "articles/one.yaml", "articles/two.yaml",
            "interface.yaml", "sources.yaml",
        )
    }  # fmt: skip
    assert len(found) >= 11
    unread = [finding for finding in found if finding.code in ("IMS001", "IMS002", "IMS003")]
    assert {finding.path for finding in unread} == {"data/concepts/b.yaml", "data/concepts/c.yaml"}
    assert found == sorted(unread) + sorted(finding for finding in found if finding not in unread)


def test_the_cause_comes_before_what_follows_from_it(project: Any) -> None:
    """A file that cannot be read makes its concepts unknown in all others: it is named first, not after those."""
    project.write("concepts/a.yaml", "".join(f"a{number}: {{term: a{number}, broader: [x]}}\n" for number in range(99)))
    project.write("concepts/z.yaml", "x: {term: x\n")
    found = problems(project)
    assert found[0].path == "data/concepts/z.yaml"
    assert len(found) == 100


def test_a_flood_of_problems_is_summed_up(project: Any) -> None:
    project.write("concepts/a.yaml", "".join(f"c{number}: {{trm: x}}\n" for number in range(200)))
    with pytest.raises(SourceError) as caught:
        read_termbase(project.data)
    assert len(caught.value.findings) == 400
    assert len(str(caught.value).splitlines()) == 51
    assert str(caught.value).endswith("... and 350 more")


def test_a_folder_that_is_no_termbase(tmp_path: Any) -> None:
    with pytest.raises(SourceError, match="there is no folder 'concepts' here"):
        read_termbase(tmp_path / "nowhere")


def test_a_plural_that_no_rule_gives_is_asked_for(project: Any) -> None:
    project.write("concepts/a.yaml", "diagnosis: {term: diagnosis}\nstimulus: {term: stimulus}\n")
    termbase, findings = read_sources(project.data)
    assert termbase.concepts["diagnosis"].plural == "diagnoses"
    assert [(finding.line, finding.code) for finding in findings] == [(2, "IMS009")]
    assert "no rule gives the plural of 'stimulus'" in findings[0].message


def test_the_builtin_sources_have_no_problem(root: Any) -> None:
    termbase, findings = read_sources(root / "imsterms" / "data", root=str(root))
    assert findings == []
    assert {entry.path for entry in termbase.concepts.values()} >= {"imsterms/data/concepts/findings.yaml"}
