"""``imsterms annotate``: places for people, JSON for programs, a stream for many texts."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from imsterms.cli import main
from imsterms.recognition.readers import read


def given_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def test_a_line_for_each_term(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given_input(monkeypatch, "Hei.\nDe muskelknutene, nålen\n".encode())
    assert main(["annotate", "--lang", "nb"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[:4] for row in rows] == [
        ["2:4", "muskelknutene", "trigger_point", "triggerpunkt"],
        ["2:19", "nålen", "needle", "nål"],
    ]
    assert rows[0][4] != rows[1][4]
    assert {row[5] for row in rows} == {"certain: the word has this sense only"}


def test_how_sure_a_match_is_and_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given_input(monkeypatch, b"Kortstokken trenger nytt utstyr.")
    assert main(["annotate", "--lang", "nb", "--at-least", "possible"]) == 0
    (row,) = capsys.readouterr().out.splitlines()
    assert row.split("\t")[-1] == "possible: an everyday word, and nothing around it says that the term is meant"


def test_json_is_a_list_of_matches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("🙂 `hud` [hud](https://hud.no/hud) **triggerpunktene**", "utf-8")
    assert main(["annotate", str(page), "--lang", "nb", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["text"], one["concept"], one["forms"]) for one in found][-1] == (
        "triggerpunktene",
        "trigger_point",
        ["the plural"],
    )
    text = page.read_text("utf-8")
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found)
    assert text.index("`hud`") + 1 not in [one["start"] for one in found]


def test_loose_finds_more(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for options, count in (([], 0), (["--split"], 1), (["--loose"], 3)):
        given_input(monkeypatch, b"trigger punkt akkupunktur smertesnakk")
        assert main(["annotate", "--lang", "nb", "--json", *options]) == 0
        assert len(json.loads(capsys.readouterr().out)) == count


def test_html_is_the_page_with_links(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("<p title='nål'>Ei n&aring;l,\r\nto nåler.</p>".encode())
    assert main(["annotate", str(page), "--lang", "nb", "--html", "--link", "/ord/{id}", "--mentions", "all"]) == 0
    linked = capfdbinary.readouterr().out.decode()
    assert linked.count('href="/ord/needle"') == 2
    assert linked.startswith("<p title='nål'>Ei <a ")
    assert re.sub("<a [^>]*>|</a>", "", linked) == page.read_bytes().decode()
    assert main(["annotate", str(page), "--lang", "nb", "--html", "--mentions", "1"]) == 0
    assert capfdbinary.readouterr().out.count(b"<a ") == 1
    with pytest.raises(SystemExit):
        main(["annotate", str(page), "--lang", "nb", "--html", "--mentions", "some"])
    assert b"--mentions" in capfdbinary.readouterr().err


def test_a_page_is_in_the_language_that_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang='nn'><p>Triggerpunkta</p></html>", "utf-8")
    assert main(["annotate", str(page), "--json"]) == 0
    assert [match["text"] for match in json.loads(capsys.readouterr().out)] == ["Triggerpunkta"]


def test_a_stream_gives_a_line_for_a_line() -> None:
    lines = [{"id": 7, "text": "nålen"}, {"id": "x", "text": "\ud800 hud \x00"}, {"text": ""}]
    given = "\n".join(map(json.dumps, lines)) + "\n\n"
    program = "import sys; from imsterms.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "annotate", "--lang", "nb", "--jsonl"]
    run = subprocess.run(command, input=given.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [7, "x", None]
    assert [[match["concept"] for match in answer["matches"]] for answer in answers] == [["needle"], ["skin"], []]


@pytest.mark.parametrize(
    "line", [b"nonsense", b"[]", b'{"id": 1}', b'{"text": 3}', b"\xff", b'{"text": "a"', b"[" * 9999]
)
def test_a_line_that_is_no_record_is_named(
    line: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given_input(monkeypatch, b'{"text": "hud"}\n' + line)
    assert main(["annotate", "--lang", "nb", "--jsonl"]) == 2
    error = capsys.readouterr().err
    assert "line 2" in error
    assert "Traceback" not in error


def test_an_unknown_language_and_a_missing_file_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "nowhere.txt", "--lang", "nb"]) == 2
    assert "nowhere.txt does not exist" in capsys.readouterr().err
    assert main(["annotate", "nowhere.jsonl", "--lang", "nb", "--jsonl"]) == 2
    assert "nowhere.jsonl" in capsys.readouterr().err
    assert main(["annotate", __file__, "--lang", "klingon"]) == 2
    assert "klingon" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--lang", "nb"], ["--html"], ["--json"]])
def test_a_document_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang='nb'><p>Ei nål</p></html>", "utf-8")
    calls = []
    for module in ("imsterms.cli.annotate", "imsterms.recognition.pages"):
        monkeypatch.setattr(f"{module}.read", lambda *given: calls.append(given) or read(*given))
    assert main(["annotate", str(page), *options]) == 0
    assert len(calls) == 1
