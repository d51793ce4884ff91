"""Nothing that is printed makes a terminal or a log do things."""

from __future__ import annotations

import ast
import json
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from markdown_it import MarkdownIt

from imsterms.characters import HIDDEN, visible, visible_json, without_halves
from imsterms.checks.lines import Lines
from imsterms.checks.reports import excerpt, written
from imsterms.cli import main
from imsterms.findings import Finding

HOSTILE = [
    "\x1b]0;x\x07\x1b[2J\x9b2J\x7f",
    "\u202eabc\u2066d\u200e",
    "::error::a",
    "a\n::set-output name=b::c\r\n ::d\r::e",
    "\u2028::error::a\u2029\x85\x0b::b",
    "##[add-mask]a",
    "%0A::error::a %25 100 %",
    "]]>\"'</script><!-- \\ \\u003c {} ${x}",
    "a\x00b\t",
    "a,b:c;d=e",
    "x" * 100_000,
    "\U0001f600\u0301\ufeff",
]
"""What a terminal, the log of a workflow, or a reader of JSON may trip over."""


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert visible("a\x1b]0;x\a\u202eb") == r"a\x1b]0;x\x07\u202eb"
    assert visible("blåmerke \u200f\n\t") == "blåmerke \u200f\n\t"
    assert visible("a::b [x]\n  ::error::c\r\t\u2028::d##[add-mask]e") == (
        "a::b [x]\n  \\x3a:error::c\r\t\u2028\\x3a:d#\\x23[add-mask]e"
    )


def test_json_says_the_same_and_a_terminal_obeys_none_of_it() -> None:
    content = {text: [text] for text in HOSTILE}
    shown = visible_json(content)
    assert json.loads(shown) == content
    assert HIDDEN.isdisjoint(shown)


@pytest.mark.parametrize("form", ("text", "json", "github", "sarif"))
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_findings_with_hostile_words(form: str, number: int) -> None:
    text = HOSTILE[number]
    finding = Finding(text, 3, "IMS501", "deprecated-word", text, "x", column=2, start=1, end=3, suggestion=text)
    shown = written([finding, finding], form, text)
    assert HIDDEN.isdisjoint(shown)
    if form == "json":
        assert json.loads(shown) == [finding.as_dict()] * 2
    elif form == "sarif":
        (run,) = json.loads(shown)["runs"]
        assert [result["message"]["text"] for result in run["results"]] == [text] * 2
        place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert os.fsdecode(unquote_to_bytes(place)) == text.replace("\\", "/")
    else:
        first, second = re.split(r"\r\n|[\r\n]", shown)  # as the log of a workflow reads lines
        assert first == second
        command = re.fullmatch(r"::error file=[^:,]*,line=3,col=2,title=IMS501 deprecated-word::.*", first)
        assert bool(command) == first.lstrip().startswith("::") == (form == "github")


def test_no_escape_is_half_of_a_character() -> None:
    assert (
        without_halves(rb'"\uD83D\uDE00\U0000dc00 \\\\ud800 \u00e5"')
        == '"\U0001f600\ufffd \\\\\\\\ud800 \\u00e5"'.encode()
    )


def test_a_line_of_a_document_is_no_command() -> None:
    lines = Lines("  ::error::trigger")
    finding = Finding("a.txt", 1, "IMS501", "deprecated-word", "…", column=12, start=11, end=17)
    shown, carets = excerpt(finding, lines).splitlines()
    assert not shown.lstrip().startswith("::")
    assert carets.index("^") == shown.index("trigger")


def test_each_command_prints_through_one_printer(root: Path) -> None:
    """What is for people is made visible there; documents, such as an export, are written as they are."""
    allowed = {"output.py": 3, "completion.py": 1, "lint.py": 1, "render.py": 1, "__init__.py": 1}
    for path in (root / "imsterms" / "cli").rglob("*.py"):
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        prints = [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]
        assert len(prints) <= allowed.get(path.name, 0), path


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_line_of_an_article_is_a_command(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("concepts", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "concepts" / "a.yaml").write_text("cup: {term: cup}\n", "utf-8")
    article = 'title: "::error::a"\nblocks: [{id: a, text: "::error::b\\n  ::notice::c"}]\n'
    (tmp_path / "articles" / "one.yaml").write_text(article, "utf-8")
    assert main(["article", "one", "--format", form, "--from", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert [line for line in shown.splitlines() if line.lstrip().startswith("::")] == []
    if form != "text":
        html = shown if form == "html" else MarkdownIt().render(shown)
        assert "::notice::c" in html.replace("&#58;", ":")


def test_a_wrong_option_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["list", "--\x1b[2J"])
    assert HIDDEN.isdisjoint(capsys.readouterr().err)


def test_a_finding_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = Finding("a\n::error::b", 1, "IMS101", "unknown-concept", "no concept '\x1b[2J'")
    assert str(finding) == r"a\n::error::b:1: IMS101 unknown-concept: no concept '\x1b[2J'"
    assert main(["lint", str(tmp_path / "no\x1bwhere")]) == 2
    assert HIDDEN.isdisjoint(capsys.readouterr().err.replace("\n", ""))


def test_a_termbase_with_control_characters_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "a.yaml").write_text('cup: {term: "cup\\e]0;X\\a", definition: bowl}\n', "utf-8")
    assert main(["show", "cup", "--lang", "en", "--from", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert r"concepts/a.yaml:1: IMS003 refused-yaml: a control character in 'cup\x1b]0;X\x07'" in shown.err
    assert shown.out == ""
