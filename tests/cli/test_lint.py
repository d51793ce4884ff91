"""``imsterms lint`` as a user meets it."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from imsterms.checks.text import lint
from imsterms.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two files that have findings and one that has none."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "side.md").write_text("# Muskler\n\nVi fant muskelknutene.\n", "utf-8")
    (tmp_path / "side.html").write_text("<p>En muskelknute</p>", "utf-8")
    (tmp_path / "rein.txt").write_text("Vi fant triggerpunktene.\n", "utf-8")
    (tmp_path / "kode.py").write_text("muskelknute = 1\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_text_format_and_exit_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "side.md", "--lang", "nb"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0].startswith("side.md:3:9: IMS501 deprecated-word: 'muskelknutene'")
    assert out.splitlines()[2].strip() == "^" * len("muskelknutene")
    assert "1 problem; --fix fixes 1" in err
    assert main(["lint", "rein.txt", "--lang", "nb"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_folder_is_gone_through_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", ".", "side.md", "./side.md", "--lang", "nb", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in found] == ["side.html", "side.md"]
    assert (
        " ".join(found[0]) == "path line code rule message concept field language column start end suggestion fixable"
    )


def test_json_and_sarif_are_whole_without_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "rein.txt", "--lang", "nb", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["lint", "rein.txt", "--lang", "nb", "--format", "sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []


def test_github_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "side.md", "--lang", "nb", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=side.md,line=3,col=9,title=IMS501 deprecated-word::")


def test_fix_mends_the_files_and_keeps_how_they_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "side.txt"
    path.write_bytes(b"\xef\xbb\xbfVi fant muskelknutene.\r\nDen rare muskelknuten.\r\n")
    path.chmod(0o640)
    assert main(["lint", "side.txt", "--lang", "nb", "--fix"]) == 1
    assert path.read_bytes() == b"\xef\xbb\xbfVi fant triggerpunktene.\r\nDen rare muskelknuten.\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert capsys.readouterr().err.startswith("1 fixed; 1 problem")
    assert main(["lint", "side.md", "--lang", "nb", "--fix"]) == 0
    before = path.stat().st_mtime_ns
    assert main(["lint", "side.txt", "--lang", "nb", "--fix"]) == 1
    assert path.stat().st_mtime_ns == before


def test_standard_input(monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe(monkeypatch, "Vi fant muskelknutene.")
    assert main(["lint", "-", "--lang", "nb"]) == 1
    assert capsys.readouterr().out.startswith("-:1:9: IMS501")
    pipe(monkeypatch, "<p>muskelknutene</p> <!-- muskelknutene -->")
    assert main(["lint", "-", "--lang", "nb", "--input-format", "html", "--fix"]) == 0
    assert capsys.readouterr().out == "<p>triggerpunktene</p> <!-- muskelknutene -->"


def test_the_configuration_says_language_and_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "setup.cfg").write_text("[imsterms:lint]\nlang = nb\ndisable = deprecated-word\n", "utf-8")
    assert main(["lint", "side.md"]) == 0
    assert main(["lint", "side.md", "--enable", "deprecated-word"]) == 1
    (folder / "other.yaml").write_text("lint: {lang: nb, exclude: ['*.html']}", "utf-8")
    assert main(["lint", "side.html", "--config", "other.yaml"]) == 0


def test_the_language_of_each_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The element, then the settings for the path, then the document, then --lang."""
    pages = {
        "a.html": "<p>muskelknuter</p><p lang=en>muscle knots</p><p lang=fi>muskelknuter</p>",
        "b.html": "<html lang=en><p>muscle knots</p></html>",
        "nn/c.html": "<html lang=en><p>muskelknutar</p></html>",
        "d.md": "---\nlang: nn\n---\nmuskelknutar\n",
        "e.html": "<html lang=sv><p>muskelknuter</p></html>",
    }
    (folder / "nn").mkdir()
    (folder / "setup.cfg").write_text("[imsterms:lint]\nlanguages = nn/* = nn\n", "utf-8")
    for name, page in pages.items():
        (folder / name).write_text(page, "utf-8")
    assert main(["lint", *pages, "--lang", "nb", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    found = [(one["path"], one["language"], one["suggestion"]) for one in json.loads(out)]
    assert found == [
        ("a.html", "nb", "triggerpunkter"),
        ("a.html", "en", "trigger points"),
        ("b.html", "en", "trigger points"),
        ("nn/c.html", "nn", "triggerpunkt"),
        ("d.md", "nn", "triggerpunkt"),
    ]
    assert "1 document is in 'sv', which the termbase does not have; ignored" in err


def test_what_is_not_read_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["lint", ".", "--lang", "nb"])
    assert "1 file was not read; there is no reader for .py" in capsys.readouterr().err
    assert main(["lint", "kode.py", "--lang", "nb"]) == 2
    assert "no reader for .py files" in capsys.readouterr().err
    assert main(["lint", "kode.py", "--lang", "nb", "--input-format", "text"]) == 1
    (folder / "tom").mkdir()
    assert main(["lint", "tom", "--lang", "nb"]) == 2
    assert "nothing was read" in capsys.readouterr().err


def test_a_termbase_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "clinic" / "concepts").mkdir(parents=True)
    (folder / "clinic" / "concepts" / "a.yaml").write_text(
        "lamp: {term: lamp, definition: source of light, deprecated: ['light thing # vague']}\n", "utf-8"
    )
    (folder / "en.txt").write_text("Bring the light thing.\n", "utf-8")
    assert main(["lint", "en.txt", "--lang", "en", "--from", "clinic"]) == 1
    assert "write 'lamp'" in capsys.readouterr().out
    (folder / "setup.cfg").write_text("[imsterms:lint]\nlang = en\ntermbase = clinic\n", "utf-8")
    assert main(["lint", "en.txt", "--fix"]) == 0
    assert (folder / "en.txt").read_text() == "Bring the lamp.\n"
    assert main(["find", "lamp"]) == 0, "every command uses the termbase of the settings"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["side.md"], "specify the language"),
        (["--lang", "nb"], "name the files"),
        (["missing.md", "--lang", "nb"], "missing.md does not exist"),
        (["side.md", "--lang", "xx"], "no terms in the language"),
        (["side.md", "--lang", "nb", "--disable", "deprecated"], "no rule 'deprecated'.*deprecated-word"),
        (["--explain", "nonsense"], "there is no rule 'nonsense'"),
        (["side.md", "--config", "side.html"], "no section"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    import re

    assert main(["lint", *arguments]) == 2
    err = capsys.readouterr().err
    assert re.search(message, err)
    assert err.count("\n") == 1


def test_bytes_that_are_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_bytes(b"ok\n\xff\xfe")
    assert main(["lint", "bad.txt", "--lang", "nb"]) == 2
    assert "bad.txt:2: the file is not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["deprecated-word", "IMS501"])
def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["lint", "--explain", name]) == 0
    assert capsys.readouterr().out.startswith("IMS501 deprecated-word\n")


def test_the_hook_runs_the_command_on_the_files_it_is_given(root: Path, folder: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [hook] = [one for one in hooks if one["id"] == "imsterms-lint"]
    program, *arguments = hook["entry"].split()
    assert program == "imsterms"
    # what pre-commit (identify) calls the formats that we read
    assert set(hook["types_or"]) == {"plain-text", "markdown", "html", "pofile"}
    assert main([*arguments, "--lang", "nb", "rein.txt"]) == 0
    assert main([*arguments, "--lang", "nb", "rein.txt", "side.md"]) == 1


def test_a_file_that_an_editor_saves_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fix = lint.fix

    def saved_meanwhile(*arguments: Any, **options: Any) -> Any:
        fixed = fix(*arguments, **options)
        (folder / "side.md").write_text("Vi fant muskelknutene.\n\nNy linje.\n", "utf-8")
        return fixed

    monkeypatch.setattr("imsterms.cli.lint.fix", saved_meanwhile)
    assert main(["lint", "side.md", "--lang", "nb", "--fix"]) == 2
    assert "side.md was saved by another program meanwhile" in capsys.readouterr().err
    assert (folder / "side.md").read_text("utf-8") == "Vi fant muskelknutene.\n\nNy linje.\n"


def test_a_wrong_reference_is_reported_once_and_not_in_a_script(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "{treatment_session}[teh plural]"
    header = 'msgid ""\nmsgstr "Language: nb\\n"\n\n'
    (folder / "booking.po").write_text(f'{header}msgid "{wrong}"\nmsgstr "{wrong}"\n', "utf-8")
    page = f'<html lang="{{{{ tag }}}}"><p>Time: {wrong}</p><script>x = {{needle}}[0]</script>'
    (folder / "page.html").write_text(page, "utf-8")
    assert main(["lint", "booking.po", "page.html", "--lang", "nb", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    found = [(one["path"], one["line"], one["code"]) for one in json.loads(out)]
    assert found == [("booking.po", 4, "IMS106"), ("booking.po", 5, "IMS106"), ("page.html", 1, "IMS106")]
    assert "ignored" not in err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_bytes(b"bl\xe5merke")
    assert main(["lint", ".", "--lang", "nb"]) == 2
    out, err = capsys.readouterr()
    assert "a.md:1: the file is not UTF-8" in err
    assert "side.md:3" in out


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
@pytest.mark.parametrize(
    ("form", "shown"),
    [("text", "bad\\udcff.md:1"), ("json", "bad\\udcff.md"), ("github", "bad\\udcff.md"), ("sarif", "bad%FF.md")],
)
def test_any_name_of_a_file_is_shown(folder: Path, capfd: pytest.CaptureFixture[str], form: str, shown: str) -> None:
    """A byte that is not UTF-8, a line end and what a runner takes for a command."""
    for name in ("bad\udcff.md", "a\n::error::b.md"):
        (folder / name).write_text("Vi fant muskelknutene.\n", "utf-8")
    assert main(["lint", ".", "--lang", "nb", "--format", form]) == 1
    out = capfd.readouterr().out
    assert "\n::error::b" not in out
    assert shown in out
    if form in ("json", "sarif"):
        json.loads(out)
