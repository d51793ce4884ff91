"""Whether entries fit together: names that exist, relations that make sense, no circles."""

from __future__ import annotations

from typing import Any

import pytest
from reading import GOOD, only, problems

from imsterms.termbase.source import read_termbase


def test_unknown_concept_with_the_nearest(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + "pin:\n  term: pin\n  broader: [neddle]\n")
    assert only(project) == (
        "data/concepts/a.yaml",
        8,
        "unknown-concept: pin.broader: no concept 'neddle'; did you mean 'needle'?",
    )


def test_unknown_concept_and_form_in_a_text(project: Any) -> None:
    text = GOOD + 'pin:\n  term: pin\n  definition: "{needel} with {point}[the plurl]"\n'
    project.write("concepts/a.yaml", text)
    first, second = problems(project)
    assert (first.line, first.code, first.text) == (
        8,
        "IMS101",
        "pin.definition: no concept {needel}; did you mean 'needle'?",
    )
    assert (second.line, second.code) == (8, "IMS106")
    assert "no form 'the plurl'" in second.message
    assert "did you mean 'the plural'" in second.message


def test_a_stray_brace(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + 'pin:\n  term: pin\n  definition: "thin { thing"\n')
    path, line, message = only(project)
    assert line == 8
    assert "a brace that belongs to no reference, near 'thin { thing'" in message
    assert "a literal brace is written {{" in message


@pytest.mark.parametrize(
    ("broader", "count"),
    [
        ({"a": "b", "b": "a"}, 1),
        ({"a": "b", "b": "c", "c": "a"}, 1),
        ({"a": "b, c", "b": "d", "c": "d"}, 0),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, 2),
        ({"x": "a", "a": "b", "b": "a"}, 1),
    ],
)
def test_cycles_in_broader(project: Any, broader: dict[str, str], count: int) -> None:
    names = sorted({name for pair in broader.items() for name in ", ".join(pair).split(", ")})
    lines = [f"{name}:\n  term: {name}\n  broader: [{broader.get(name, '')}]" for name in names]
    project.write("concepts/letters.yaml", "\n".join(lines) + "\n")
    if not count:
        assert read_termbase(project.data).concepts["a"].broader == ("b", "c")
        return
    found = problems(project)
    assert [finding.rule for finding in found] == ["cycle"] * count
    assert "'broader' goes in a circle: a -> b" in found[0].message or "b -> a" in found[0].message
    assert all(finding.line for finding in found)


def test_a_concept_above_itself(project: Any) -> None:
    project.write("concepts/a.yaml", "needle: {term: needle, broader: [needle]}\n")
    assert only(project)[2] == "self-relation: needle.broader: broader names the concept itself"


def test_a_very_deep_hierarchy_is_no_trouble(project: Any) -> None:
    lines = [f"c{number}: {{term: c{number}, broader: [c{number + 1}]}}" for number in range(5000)]
    project.write("concepts/deep.yaml", "\n".join([*lines, "c5000: {term: end}"]))
    assert len(read_termbase(project.data).concepts) == 5001


def test_both_broader_and_related(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + "pin: {term: pin, broader: [needle], relations: {related: [needle]}}\n")
    assert (
        only(project)[2]
        == "broader-and-related: pin.relations: 'needle' is both broader and 'related'; one of them is enough"
    )


def test_an_inverse_is_not_stated(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + "pin: {term: pin, relations: {has_part: [needle]}}\n")
    assert (
        only(project)[2]
        == "unknown-relation: pin.relations: no relation 'has_part'; state 'part_of' on the other concept"
    )


def test_an_unknown_relation_with_the_nearest(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD + "pin: {term: pin, relations: {located_on: [needle]}}\n")
    assert "no relation 'located_on'; did you mean 'located_in'" in only(project)[2]


def test_obsolete_entries(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        GOOD
        + """\
pin: {replaced_by: needle}
peg: {replaced_by: pin}
nail: {replaced_by: nedle}
awl: {replaced_by: needle, term: awl}
tack: {term: tack, broader: [pin], definition: "{pin}"}
""",
    )
    found = {(finding.line, finding.rule) for finding in problems(project)}
    assert found == {
        (7, "obsolete-target"),
        (8, "unknown-concept"),
        (9, "obsolete-with-content"),
        (10, "obsolete-target"),
    }


def test_a_value_may_not_have_the_name_of_a_concept(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD)
    project.write("articles/one.yaml", "title: One\nvalues: {needle: '7'}\nblocks: [{id: a, text: '{needle}'}]\n")
    assert any(finding.rule == "value-is-concept" for finding in problems(project))
