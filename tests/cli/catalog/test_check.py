"""The command: one line a problem, for people, for programs and for GitHub; exit status 0, 1 or 2."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from imsterms.cli import main


@pytest.fixture
def check(project: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs the command in the project's folder and returns its status, output and errors."""
    monkeypatch.chdir(project.folder)

    def run(*options: str) -> tuple[int, str, str]:
        status = main(["catalog", "check", "--sources", ".", *options])
        output = capsys.readouterr()
        return status, output.out, output.err

    return run


def test_a_right_catalog_is_silent(check: Any) -> None:
    assert check() == (0, "", "")


def test_a_finding_is_a_line_with_the_place_of_the_message(project: Any, check: Any) -> None:
    project.translate("nb", {"pain.definition": "noe noe vondt"})
    status, output, errors = check()
    line = project.entry("nb", "pain.definition").linenum
    assert status == 1
    sentence = "IMS424 doubled-word: pain.definition: 'noe' is repeated"
    assert output == f"locales/nb/LC_MESSAGES/imsterms.po:{line}: {sentence}\n"
    assert "imsterms catalog check --explain RULE" in errors
    written = project.path("nb").read_text("utf-8").splitlines()
    assert 'msgctxt "pain.definition"' in written[line - 1 : line + 5]


def test_for_programs(project: Any, check: Any) -> None:
    project.translate("nb", {"pain.definition": "noe noe vondt"})
    status, output, _ = check("--format", "json")
    finding = json.loads(output)[0]
    assert (status, finding["code"], finding["rule"]) == (1, "IMS424", "doubled-word")
    assert finding["path"] == "locales/nb/LC_MESSAGES/imsterms.po"
    assert json.loads(check("--format", "json", "nn")[1]) == []


def test_for_github(project: Any, check: Any) -> None:
    project.translate("nb", {"pain.definition": "noe noe vondt"})
    _, output, _ = check("--format", "github")
    assert re.fullmatch(
        r"::error file=locales/nb/LC_MESSAGES/imsterms.po,line=\d+,title=IMS424 doubled-word::.*\n", output
    )


def test_one_language_and_one_rule_less(project: Any, check: Any) -> None:
    project.translate("nb", {"pain.definition": "noe noe vondt", "pain.term.the": ""})
    assert check("nn") == (0, "", "")
    assert check("nb", "--skip", "doubled-word", "--skip", "IMS403")[0] == 0
    assert check("nb", "--skip", "doubled-word")[1].count("\n") == 1


def test_wrong_use(check: Any) -> None:
    for options, says in (
        (["nbb"], "did you mean 'nb'"),
        (["--skip", "x"], "no rule 'x'"),
        (["--explain", "x"], "no rule"),
    ):
        status, output, errors = check(*options)
        assert (status, output) == (2, "")
        assert says in errors


def test_a_folder_without_catalogs_is_said_and_not_passed(check: Any, tmp_path: Any) -> None:
    status, output, _ = check("--locales", str(tmp_path))
    assert status == 1
    assert "IMS402 no-catalogs" in output


def test_the_help_says_how_to_set_a_finding_aside(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["catalog", "check", "--help"])
    assert "imsterms: ignore" in capsys.readouterr().out


def test_a_broken_catalog_is_said_with_its_line(project: Any, check: Any) -> None:
    with open(project.path("nb"), "a", encoding="utf-8") as file:
        file.write("\nwhat\n")
    status, output, _ = check()
    assert status == 1
    assert re.fullmatch(r"locales/nb/LC_MESSAGES/imsterms\.po:\d+: IMS401 broken-catalog: .*\n", output)
    assert "line=" in check("--format", "github")[1]


def test_a_rule_explains_itself(check: Any) -> None:
    status, output, _ = check("--explain", "IMS407")
    assert status == 0
    assert output.startswith("IMS304 references-differ\n")
    assert "IMS407 concept-lost" in output
    assert "# imsterms: ignore references-differ: reason" in output
    assert "IMS434 remark-malformed" in check("--explain", "all")[1]
