"""Rules that ask the profile of a language: where a definition has its head, and what ends a sentence."""

from __future__ import annotations

from typing import Any

import pytest

RULES = {"superordinate-missing", "explanation-not-a-sentence", "explanation-too-long", "end-punctuation"}
JAPANESE = {
    "finding.term": ("所見",),
    "tender_point.term": ("圧痛点",),
    "tender_point.definition": "押すと痛い筋肉の{finding}",
    "trigger_point.explanation": "筋肉の痛い所。押すと痛い。",
    "article/visit.pause": "次の来院まで{interval}待つ。",
}


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("", "", None),
        ("tender_point.definition", "{finding}、押すと痛い筋肉の", "superordinate-missing"),
        ("trigger_point.explanation", "筋肉の痛い所", "explanation-not-a-sentence"),
        ("trigger_point.explanation", "筋肉。痛い所。押すと痛い。", "explanation-too-long"),
        ("article/visit.pause", "次の来院まで{interval}待つ", "end-punctuation"),
    ],
)
def test_japanese(project: Any, field: str, text: str, rule: str | None) -> None:
    project.new("ja")
    project.translate("ja", JAPANESE | ({field: text} if field else {}))
    found = {finding.rule for finding in project.check() if "/ja/" in finding.path}
    assert found & RULES == ({rule} if rule else set())
