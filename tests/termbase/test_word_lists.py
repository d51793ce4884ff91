"""The word lists beside a termbase: read by the names of the files, and held against their shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.findings import Finding
from imsterms.languages import data
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
    assert finding == "words/nb.yaml:5: IMS008 unknown-key: nb: unknown key 'behind'"
    assert lists == {}


def test_our_own_lists_are_right() -> None:
    findings: list[Finding] = []
    assert {"nb", "no"} <= read_word_lists(str(Path(data.__file__).parent), findings).keys()
    assert findings == []


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("[no]", 1, "a mapping of keys to values is needed here"),
        ("near_word: []", 1, "unknown key 'near_word'; did you mean 'near_words'?"),
        ("near_words: adler", 1, "'near_words' must be a list"),
        ("near_words:\n- adler\n- [x]", 3, "'near_words' must be a single string"),
        ("near_words: ['']", 1, "'near_words' is empty"),
        ("agreement: [stor]", 1, "'stor' in 'agreement' needs 2 parts"),
        ("lists: [a]", 1, "'lists' must be a mapping of names"),
        ("lists: {verbs: er}", 1, "'lists.verbs' must be a list"),
        ("not_ending: [/(/]", 1, "'/(/' is not a regular expression"),
        ("not_ending: ['{verb}']\nlists: {verbs: [er]}", 1, "did you mean 'verbs'?"),
        ("lists: {a: ['{b}'], b: ['{a}']}", 1, "contains itself"),
        ("false_friends: {words: [x]}", 1, "'false_friends' must be a list of entries with 'words'"),
        ("false_friends: [{before: [x]}]", 1, "'words' is missing"),
        ("false_friends: [{words: [x], behind: [y]}]", 1, "unknown key 'behind'"),
        ("false_friends: [{words: [x], both: 'yes'}]", 1, "'yes' is not a value of 'both'"),
        ("senses: [{words: [x], alone: perhaps}]", 1, "'perhaps' is not a value of 'alone'"),
        ("false_friends:\n- words: [x]\n  after: ['/[/']", 3, "'/[/' is not a regular expression"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    lists, findings = read(tmp_path, sv=content)
    assert lists == {}
    assert findings[0].startswith(f"words/sv.yaml:{line}: ")
    assert message in findings[0]


def test_broken_yaml_and_wrong_names_are_findings(tmp_path: Path) -> None:
    lists, findings = read(tmp_path, nb="near_words: [a", bokmål="near_words: [a]", nn="")
    assert lists == {}
    assert [finding.split(":")[0] for finding in sorted(findings)] == ["words/bokmål.yaml", "words/nb.yaml"]
