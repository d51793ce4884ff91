"""How checks report: in order, in each form, with an exit status; and the page of a rule."""

from __future__ import annotations

import json

import pytest

from imsterms.cli.report import explain, report
from imsterms.errors import UnknownRuleError
from imsterms.findings import Finding

FINDINGS = [
    Finding("b.yaml", 3, "IMS008", "unknown-key", "unknown key 'x'"),
    Finding("a.yaml", 9, "IMS009", "missing-key", "'term' is missing"),
]


@pytest.mark.parametrize(
    ("form", "empty"), [("text", ""), ("github", ""), ("json", "[]\n"), ("sarif", '"results": []')]
)
def test_nothing_found_is_fine(form: str, empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert report([], form) == 0
    output = capsys.readouterr()
    assert empty in output.out and bool(output.out) == bool(empty)
    assert output.err == ""


def test_findings_come_in_order_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(FINDINGS, "text", "catalog check") == 1
    output = capsys.readouterr()
    assert [line.split(" ")[0] for line in output.out.splitlines()] == ["a.yaml:9:", "b.yaml:3:"]
    assert output.err == "2 problems; 'imsterms catalog check --explain RULE' explains a rule\n"
    assert report(FINDINGS[:1], "json") == 1
    output = capsys.readouterr()
    assert [one["code"] for one in json.loads(output.out)] == ["IMS008"]
    assert output.err == ""


def test_a_rule_is_explained_by_code_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("IMS009") == explain("missing-key") == 0
    by_code, by_name = capsys.readouterr().out.split("IMS009", 2)[1:]
    assert by_code.strip() == by_name.strip()
    assert explain("all") == 0
    assert "IMS009 missing-key" in capsys.readouterr().out.splitlines()
    with pytest.raises(UnknownRuleError, match="did you mean"):
        explain("missing-keys")
