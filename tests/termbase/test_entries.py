"""The keys of an entry: what each may contain."""

from __future__ import annotations

from typing import Any

import pytest
from reading import GOOD, only, problems

from imsterms.termbase.model import Review
from imsterms.termbase.source import read_termbase


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
  contraindication: relative
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
    assert entry.facts == {"contraindication": "relative"}
    assert entry.lines["id"] == 3
    assert entry.lines["plain"] == 9
    with pytest.raises(AttributeError):
        entry.term = "other"  # type: ignore[misc]


def test_unknown_key_with_the_nearest(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: needle\n  defintion: thin\n")
    assert only(project) == (
        "data/concepts/a.yaml",
        3,
        "unknown-key: needle: unknown key 'defintion'; did you mean 'definition'?",
    )


def test_a_list_of_preferred_terms(project: Any) -> None:
    project.write("concepts/a.yaml", "needle:\n  term: [needle, pin]\n")
    assert "wrong-shape: needle: 'term' must be a single string, not a list or mapping" in only(project)[2]


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


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        ("x", "'blocks' must be a list of blocks"),
        ("[{text: x}]", "each block needs an 'id'"),
        ("[{id: a, text: x}, {id: a, text: y}]", "that no other block of the article has"),
        ("[{id: a}]", "exactly one of text, heading, table and claim"),
        (
            "[{id: a, table: {columns: {a: x, b: y}, rows: {r: [z]}}}]",
            "as many cells as there are columns",
        ),
        ("[{id: a, table: {columns: [x], rows: {r: [z]}}}]", "'columns' must be a mapping of names"),
        ("[{id: a, table: {columns: {A B: x}, rows: {r: [z]}}}]", "'A B' is not a valid name of a column or a row"),
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
