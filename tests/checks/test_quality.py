"""quality.yaml is read, and what is wrong with it is said."""

from __future__ import annotations

from pathlib import Path

from imsterms.checks.quality import Quality, read_quality
from imsterms.checks.rule import Acceptance
from imsterms.findings import Finding


def settings(folder: Path, text: str) -> tuple[Quality, list[Finding]]:
    (folder / "quality.yaml").write_text(text, "utf-8")
    findings: list[Finding] = []
    return read_quality(str(folder), findings), findings


def test_roots_words_and_exceptions_are_read(tmp_path: Path) -> None:
    text = "roots: [organ]\nclaim_words: {en: [cure*]}\nexceptions:\n  shared-term:\n    nb:\n      skin: a reason\n"
    found, findings = settings(tmp_path, text)
    assert not findings
    assert found.roots == {"organ"}
    assert found.claim_words == {"en": ("cure*",)}
    assert found.exceptions == (Acceptance("shared-term", "nb", "skin", "quality.yaml", 6),)


def test_a_termbase_without_the_file_has_the_defaults(tmp_path: Path) -> None:
    findings: list[Finding] = []
    assert read_quality(str(tmp_path), findings) == Quality()
    assert findings == []


def test_an_exception_without_a_reason_is_refused(tmp_path: Path) -> None:
    _, findings = settings(tmp_path, "exceptions: {shared-term: {nb: {skin: ''}}}\n")
    assert [finding.code for finding in findings] == ["IMS009"]


def test_an_exception_from_a_rule_that_does_not_exist_is_named(tmp_path: Path) -> None:
    _, findings = settings(tmp_path, "exceptions:\n  shared-trem: {nb: {skin: why}}\n")
    assert [(finding.line, finding.rule) for finding in findings] == [(2, "unknown-key")]
    assert "shared-term" in findings[0].message


def test_a_former_name_of_a_rule_will_do(tmp_path: Path) -> None:
    quality, findings = settings(tmp_path, "exceptions: {claim-in-definition: {nb: {skin: why}}}\n")
    assert not findings
    assert quality.exceptions[0].name == "claim-word"


def test_wrong_shapes_and_keys_are_named(tmp_path: Path) -> None:
    _, findings = settings(tmp_path, "roots: {organ: 1}\nroot: []\nexceptions: []\n")
    assert sorted(finding.code for finding in findings) == ["IMS006", "IMS006", "IMS008"]
    assert settings(tmp_path, "just text\n")[1][0].code == "IMS006"
