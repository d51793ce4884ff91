"""The word lists beside a termbase: read by the names of the files, and held against their shape."""

from __future__ import annotations

from pathlib import Path

from imsterms.findings import Finding
from imsterms.termbase.word_lists import read_word_lists


def read(folder: Path, **files: str) -> tuple[dict[str, object], list[str]]:
    findings: list[Finding] = []
    (folder / "words").mkdir()
    for name, content in files.items():
        (folder / "words" / f"{name}.yaml").write_text(content, encoding="utf-8")
    return dict(read_word_lists(str(folder), findings, root=str(folder))), [str(finding) for finding in findings]


def test_files_are_read_by_name(tmp_path: Path) -> None:
    lists, findings = read(tmp_path, nb="near_words: [no, ja]", no="capitals_only: [ben]")
    assert lists == {"nb": {"near_words": ["no", "ja"]}, "no": {"capitals_only": ["ben"]}}
    assert findings == []


def test_a_folder_without_words_has_none(tmp_path: Path) -> None:
    findings: list[Finding] = []
    assert read_word_lists(str(tmp_path), findings) == {}
    assert findings == []


def test_a_problem_is_said_with_file_and_line(tmp_path: Path) -> None:
    content = "near_words: [a]\nfalse_friends:\n  - words: [sene]\n    before: [er]\n    behind: [x]\n"
    lists, (finding,) = read(tmp_path, nb=content)
    assert finding == "words/nb.yaml:5: IMS008 unknown-key: an entry of 'false_friends' has no 'behind'"
    assert lists == {}


def test_broken_yaml_and_wrong_names_are_findings(tmp_path: Path) -> None:
    lists, findings = read(tmp_path, nb="near_words: [a", bokmål="near_words: [a]", nn="")
    assert lists == {}
    assert [finding.split(":")[0] for finding in sorted(findings)] == ["words/bokmål.yaml", "words/nb.yaml"]
