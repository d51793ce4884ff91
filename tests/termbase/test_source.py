"""Reading YAML: every kind of mistake is a finding with file, line, what is wrong and the nearest right name."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.errors import SourceError
from imsterms.findings import Finding
from imsterms.termbase.model import NOTHING, Review
from imsterms.termbase.source import read_sources, read_termbase

GOOD = """\
needle:
  term: needle
  definition: "thin instrument with a point"
point:
  term: point
"""


def problems(project: Any) -> list[Finding]:
    """Return the findings of reading a project's termbase."""
    with pytest.raises(SourceError) as caught:
        read_termbase(project.data, root=str(project.folder))
    for finding in caught.value.findings[:50]:
        assert str(finding) in str(caught.value)
    return list(caught.value.findings)


def only(project: Any) -> tuple[str, int, str]:
    """Return the file, the line and the sentence of the one finding there is."""
    (finding,) = problems(project)
    return finding.path, finding.line, f"{finding.rule}: {finding.text}"


def test_an_entry_is_read_whole(project: Any) -> None:
    project.write("sources.yaml", "simons_1999: {title: Travell & Simons, year: '1999', verified: 'true'}\n")
    project.write(
        "concepts/findings.yaml",
        """\
tender_point:
  term: tender point
trigger_point:
  term: trigger point
  article: a
  abbreviation: TrP
  admitted: ["myofascial trigger point | myofascial trigger points"]
  deprecated: ["muscle knot # lay word, not a finding"]
  plain: tender spot in a muscle
  definition: "{tender_point} that hurts"
  explanation: A sore spot.
  notes: [no one knows]
  basis: adapted
  broader: [tender_point]
  relations: {related: [taut_band]}
  codes: {mesh: {exact: [D054972]}}
  sources: [simons_1999]
  review: {state: editorial, date: "2026-11-22"}
taut_band: {term: taut band}
""",
    )
    entry = read_termbase(project.data).concepts["trigger_point"]
    assert (entry.id, entry.subject_field, entry.term, entry.plural) == (
        "trigger_point", "findings", "trigger point", "trigger points",
    )  # fmt: skip
    assert entry.broader == ("tender_point",)
    assert entry.relations == {"related": ("taut_band",)}
    assert entry.codes == {"mesh": {"exact": ("D054972",)}}
    assert entry.review == Review("editorial", "2026-11-22")
    assert entry.lines["id"] == 3
    assert entry.lines["plain"] == 9
    with pytest.raises(AttributeError):
        entry.term = "other"  # type: ignore[misc]


def test_norway_is_no_truth_value_and_a_year_is_no_number(project: Any) -> None:
    project.write("concepts/a.yaml", "no: {term: no}\non: {term: 1999}\n")
    entries = read_termbase(project.data).concepts
    assert (entries["no"].term, entries["on"].term) == ("no", "1999")


def test_unknown_key_with_the_nearest(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: needle\n  defintion: thin\n")
    assert only(project) == (
        "data/concepts/a.yaml",
        3,
        "unknown-key: needle: unknown key 'defintion'; did you mean 'definition'?",
    )


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


def test_two_preferred_terms(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: needle\n  term: pin\n")
    assert only(project) == (
        "data/concepts/a.yaml",
        3,
        "duplicate-key: 'term' is here a second time; the first is on line 2",
    )


def test_a_list_of_preferred_terms(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: [needle, pin]\n")
    assert "wrong-shape: needle: 'term' must be a single string, not a list or mapping" in only(project)[2]


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


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("needle:\n\tterm: needle\n", 2, "a tab; indent with spaces"),
        ("needle: {term: needle\n", 2, "broken-yaml"),
        ("needle:\n  plural: -\n  term: x\n", 2, "quote a lone dash"),
        ("a: &x {term: a}\nb: *x\n", 1, "an anchor (&x); write the value out"),
        ("a: *x\n", 1, "*x"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "a tag"),
        ("a: !x {term: a}\n", 1, "a tag (!x)"),
        ("? [a]\n: b\n", 1, "a key that is not plain text"),
        ("a: {term: a}\n---\nb: {term: b}\n", 2, "a second YAML document"),
        ("- a\n- b\n", 1, "must contain a mapping"),
        ("just words\n", 1, "must contain a mapping"),
        ("a: x\n", 1, "a mapping of keys to values is needed here"),
        ("a:\n  term: ''\n", 2, "'term' is empty"),
        ("a:\n  plural: as\n", 1, "'term' is missing"),
        ("a:\n  term: a\n  broader: b\n", 3, "'broader' must be a list"),
        ("a:\n  term: a\n  codes: [x]\n", 3, "'codes' must be a mapping"),
        ("a:\n  term: a\n  basis: owned\n", 3, "did you mean 'own'"),
        ("a:\n  term: a\n  part_of_speech: gerund\n", 3, "'gerund' is not a value of 'part_of_speech'"),
        ("a:\n  term: a\n  review: {state: clinical}\n", 3, "the date it was done on"),
        ("a:\n  term: a\n  review: {state: editorial, date: yesterday}\n", 3, "'yesterday' is not a valid date"),
        ("a:\n  term: a\n  codes: {mesh: {exactly: [X]}}\n", 3, "'exactly' is not a relation of a code"),
        ("a:\n  term: a\n  sources: [x]\n", 3, "no source 'x' in sources.yaml"),
        ('a:\n  term: a\n  admitted: ["b\\nc"]\n', 3, "runs over several lines"),
    ],
)
def test_broken_yaml_and_wrong_shapes(project: Any, text: str, line: int, message: str) -> None:
    project.write("concepts/a.yaml", text)
    found = problems(project)
    assert any(finding.line == line and message in str(finding) for finding in found), [str(one) for one in found]
    assert all(finding.path == "data/concepts/a.yaml" for finding in found)


def test_an_alias_bomb_does_not_go_off(project: Any) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    project.write("concepts/bomb.yaml", "\n".join(lines))
    assert only(project) == (
        "data/concepts/bomb.yaml",
        1,
        "refused-yaml: an anchor (&a0); write the value out where it is needed",
    )


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "a: " + "{x: " * 5000, "[" * 100_000, "- " * 5000])
def test_deep_nesting_is_refused(project: Any, text: str) -> None:
    project.write("concepts/deep.yaml", text)
    path, line, message = only(project)
    assert line == 1
    assert "nesting" in message or "broken" in message


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("needle: {term: nål}\n".encode("latin-1"), 1, "the file is not UTF-8"),
        (b"needle:\n  term: n\xe5l\n", 2, "the file is not UTF-8"),
        (b"needle:\n  term: a\0b\n", 2, "this is not a text file"),
        (b"\x7fELF\x02\x01\x01\0\0\0", 1, "this is not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "the file is not UTF-8"),
        (b"needle: \x01 {term: x}\n", 0, "broken-yaml"),
    ],
)
def test_files_that_are_no_utf8_text(project: Any, content: bytes, line: int, message: str) -> None:
    project.write("concepts/a.yaml", content)
    path, found_line, text = only(project)
    assert path == "data/concepts/a.yaml"
    assert message in text
    assert found_line == line or not line


def test_a_byte_order_mark_and_windows_line_ends(project: Any) -> None:
    project.write("concepts/a.yaml", b"\xef\xbb\xbfneedle:\r\n  term: needle\r\n")
    assert read_termbase(project.data).concepts["needle"].term == "needle"


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


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        ("x", "'blocks' must be a list of blocks"),
        ("[{text: x}]", "each block needs an 'id'"),
        ("[{id: a, text: x}, {id: a, text: y}]", "that no other block of the article has"),
        ("[{id: a}]", "exactly one of text, heading, table and claim"),
        (
            "[{id: a, table: {columns: [{id: a, text: x}, {id: b, text: y}], rows: [{id: r, cells: [z]}]}}]",
            "as many 'cells' as there are columns",
        ),
        ("[{id: a, table: {columns: [{id: a, text: x}], rows: [{cells: [z]}]}}]", "each row needs an 'id'"),
        ("[{id: a, table: {columns: [x], rows: [{id: r, cells: [z]}]}}]", "a column is written {id: a_name, text: x}"),
        ("[{id: a, table: {columns: [{text: x}], rows: []}}]", "each column needs an 'id'"),
        ("[{id: a, claim: {text: x}}]", "'attribution' is missing"),
        (
            "[{id: a, claim: {text: x, attribution: book, assessment: good, reason: r, date: '2026-01-01'}}]",
            "'good' is not a value of 'assessment'",
        ),
        (
            "[{id: a, claim: {text: x, attribution: page, assessment: outdated, reason: r, date: '2026-01-01'}}]",
            "no source 'page'",
        ),
        ("[{id: a, text: '{often}[the]'}]", "the value {often}[the] has no forms"),
        ("[{id: a, text: '{oftn}'}]", "did you mean 'often'"),
    ],
)
def test_articles_that_do_not_fit(project: Any, blocks: str, message: str) -> None:
    project.write("concepts/a.yaml", GOOD)
    project.write("sources.yaml", "book: {title: A book}\n")
    project.write("articles/one.yaml", f"title: One\nvalues: {{often: P7D}}\nblocks: {blocks}\n")
    found = problems(project)
    assert any(message in finding.message for finding in found), [str(finding) for finding in found]
    assert all(finding.line for finding in found)


@pytest.mark.parametrize(("value", "good"), [("P7D", True), ("P1DT12H", True), ("PT", False), ("P", False),
                                             ("7", True), ("-2.5", True), ("7 days", False), ("", False),
                                             ("1e9", False), ("٣", False)])  # fmt: skip
def test_values_are_numbers_or_durations(project: Any, value: str, good: bool) -> None:
    project.write("concepts/a.yaml", GOOD)
    project.write("articles/one.yaml", f"title: One\nvalues: {{often: '{value}'}}\nblocks: [{{id: a, text: x}}]\n")
    if good:
        assert read_termbase(project.data).articles["one"].values == {"often": value}
    else:
        assert problems(project)


def test_a_value_may_not_have_the_name_of_a_concept(project: Any) -> None:
    project.write("concepts/a.yaml", GOOD)
    project.write("articles/one.yaml", "title: One\nvalues: {needle: '7'}\nblocks: [{id: a, text: '{needle}'}]\n")
    assert any(finding.rule == "value-is-concept" for finding in problems(project))


def test_plurals(project: Any) -> None:
    project.write(
        "concepts/a.yaml",
        "healing: {term: healing, plural: '-'}\nfoot: {term: foot, plural: feet}\n"
        "ims: {term: IMS Norge, part_of_speech: proper noun}\n",
    )
    concepts = read_termbase(project.data).concepts
    assert [concepts[name].plural for name in ("healing", "ims", "foot")] == [NOTHING, NOTHING, "feet"]
    assert not concepts["ims"].countable


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
