"""How findings in texts are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType

import imsterms
from imsterms.checks.lines import Lines
from imsterms.checks.pages import pages
from imsterms.checks.reports import as_sarif, as_text
from imsterms.findings import Finding

TEXT = "Å,\n\tto muskelknuter og «muskelknuten»,\nen rar muskelknute"


def test_text_shows_the_line_and_a_caret(nb: imsterms.Glossary) -> None:
    shown = as_text(nb.lint(TEXT), Lines(TEXT)).splitlines()
    assert shown[0].startswith("-:2:5: IMS501 deprecated-word: 'muskelknuter'")
    assert shown[1:3] == ["     to muskelknuter og «muskelknuten»,", "        ^^^^^^^^^^^^"]


def test_a_long_line_is_shown_in_part(nb: imsterms.Glossary) -> None:
    text = "ord " * 10_000 + "muskelknuter" + " ord" * 10_000
    _, line, caret = as_text(nb.lint(text), Lines(text)).splitlines()
    assert len(line) < 120
    assert line[caret.index("^") : caret.rindex("^") + 1] == "muskelknuter"
    assert line.strip().startswith("…")
    assert line.endswith("…")


def test_the_caret_stands_below_wide_and_combining_characters(nb: imsterms.Glossary) -> None:
    text = "漢字 e\u0301 muskelknuter"
    _, line, caret = as_text(nb.lint(text), Lines(text)).splitlines()
    assert caret.index("^") == 4 + len("kkkk e ")


def test_control_characters_reach_no_terminal(nb: imsterms.Glossary) -> None:
    text = "\x1b[31m muskelknuter \u202e \x07"
    shown = as_text(nb.lint(text), Lines(text))
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


def test_json_has_what_it_says(nb: imsterms.Glossary) -> None:
    first = nb.lint(TEXT)[0].as_dict()
    message = first.pop("message")
    assert first == {
        "path": "-",
        "line": 2,
        "column": 5,
        "start": 7,
        "end": 19,
        "code": "IMS501",
        "rule": "deprecated-word",
        "suggestion": "triggerpunkter",
        "concept": "trigger_point",
        "field": "",
        "language": "nb",
        "fixable": True,
    }
    assert "folkelig ord" in message


def test_github_marks_the_place(nb: imsterms.Glossary) -> None:
    assert nb.lint(TEXT)[0].as_github().startswith("::error file=-,line=2,col=5,title=IMS501 deprecated-word::'musk")


def test_sarif_by_the_schema(nb: imsterms.Glossary, require_module: Callable[[str], ModuleType]) -> None:
    # the model is made from the OASIS schema and refuses what that does not have
    model = require_module("pydantic_sarif.model")
    log = as_sarif(nb.lint(TEXT), imsterms.__version__)
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(json.dumps(log))


def test_sarif_says_where_what_and_how_to_mend_it(nb: imsterms.Glossary) -> None:
    log = as_sarif(nb.lint(TEXT), "1.2.3")
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-schema-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], run["columnKind"]) == ("imsterms", "1.2.3", "unicodeCodePoints")
    assert [one["id"] for one in driver["rules"]] == [page.code for page in pages()]
    assert all(one["help"]["text"] for one in driver["rules"])
    fixable, unclear = run["results"]
    assert driver["rules"][fixable["ruleIndex"]]["id"] == fixable["ruleId"] == "IMS501"
    region = fixable["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charOffset"], region["charLength"]) == (2, 5, 7, 12)
    [replacement] = fixable["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "triggerpunkter"}
    assert "fixes" not in unclear


def test_a_path_in_sarif_is_a_uri(nb: imsterms.Glossary) -> None:
    from imsterms.checks.text.lint import lint

    log = as_sarif(lint(nb, TEXT, path="docs/mine sider/å.md"), "1")
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "docs/mine%20sider/%C3%A5.md"}


def test_a_finding_about_a_line_is_sarif_too(require_module: Callable[[str], ModuleType]) -> None:
    model = require_module("pydantic_sarif.model")
    finding = Finding("nb.po", 12, "IMS307", "definition-not-a-phrase", "it ends in '.'", "skin", "definition", "nb")
    log = as_sarif([finding, Finding("a.yaml", 0, "IMS001", "unreadable-file", "broken")], "1")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(json.dumps(log))
    first, second = log["runs"][0]["results"]
    assert first["message"]["text"] == "skin.definition: it ends in '.'"
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 12}
    assert "region" not in second["locations"][0]["physicalLocation"]
