"""A finding says what it is about, in words, as data, and for GitHub."""

from __future__ import annotations

from imsterms.findings import Finding

PLACE = ("nb.po", 12, "IMS307", "definition-not-a-phrase", "ends in '.'")


def test_it_names_its_subject() -> None:
    assert str(Finding(*PLACE, "skin", "definition", "nb")).endswith(": skin.definition: ends in '.'")
    assert str(Finding(*PLACE, "skin")).endswith(": skin: ends in '.'")
    assert str(Finding(*PLACE, field="article/visit.body")).endswith(": article/visit.body: ends in '.'")


def test_a_span_of_text_says_where_it_is_instead() -> None:
    finding = Finding(*PLACE, "skin", column=3, start=30, end=34)
    assert str(finding) == "nb.po:12:3: IMS307 definition-not-a-phrase: ends in '.'"
    assert finding.subject == ""
    assert finding.as_dict()["concept"] == "skin"


def test_github_escapes_what_would_end_a_property() -> None:
    finding = Finding("a,b:c.po", 0, "IMS307", "definition-not-a-phrase", "two\nlines, 50 %")
    assert finding.as_github() == (
        "::error file=a%2Cb%3Ac.po,line=1,title=IMS307 definition-not-a-phrase::two%0Alines, 50 %25"
    )


def test_findings_sort_by_place() -> None:
    first, second = Finding("a", 2, "IMS999", "z", "m"), Finding("a", 10, "IMS001", "a", "m")
    assert sorted([second, first]) == [first, second]
