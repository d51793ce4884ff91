"""``imsterms export`` and the registry of formats."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import imsterms
from imsterms import formats
from imsterms.cli import main
from imsterms.errors import UnknownFormatError


def test_the_list_says_what_each_format_is_and_loses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list", "--json"]) == 0
    described = {one["format"]: one for one in json.loads(capsys.readouterr().out)}
    assert set(formats.FORMATS) == set(described)
    for one in described.values():
        assert one["description"] and one["what_is_lost"]


def test_a_file_is_the_same_as_standard_output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "json"]) == 0
    printed = capfdbinary.readouterr().out
    assert main(["export", "json", "-o", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_bytes() == printed
    assert json.loads(printed)["languages"] == ["en", "nb", "nn"]


def test_an_unknown_format_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", "jsn"])
    assert stopped.value.code == 2
    assert main(["export"]) == 2
    assert "--list" in capsys.readouterr().err


def test_a_termbase_of_ones_own_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "termbase.yaml").write_text("language: es\n")
    (tmp_path / "concepts" / "cielo.yaml").write_text("sol: {term: sol}\n")
    assert main(["export", "json", "--from", str(tmp_path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["languages"] == ["es"]
    assert [one["id"] for one in document["concepts"]] == ["sol"]
    assert main(["export", "json", "--from", str(tmp_path / "absent")]) == 2


@pytest.mark.parametrize("name", list(formats.FORMATS))
def test_every_format_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Options of a format and those that all have are not to clash."""
    with pytest.raises(SystemExit) as stopped:
        main(["export", name, "--help"])
    assert stopped.value.code == 0
    assert "--from" in capsys.readouterr().out


@pytest.mark.parametrize("name", list(formats.FORMATS))
def test_no_export_has_a_claim_unless_asked(name: str, tmp_path: Path) -> None:
    claims = [
        " ".join(text.split())[:40]
        for article in imsterms.glossary("en").articles.values()
        for block in article.blocks("annotated")
        if block.kind == "claim" and block.text
        for text in (str(block.text), block.text.template)
    ]
    assert len(claims) > 5
    target = ["--target", "nb"] if name in ("weblate", "omegat", "deepl") else []
    path = tmp_path / "out"
    assert main(["export", name, *target, "-o", str(path)]) == 0
    content = path.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            content = b"\n".join(archive.read(one) for one in archive.namelist())
    text = " ".join(content.decode("utf-8", "replace").split())
    assert [claim for claim in claims if claim in text] == []


def test_json_has_its_claims_with_their_assessments_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", "--claims", "annotated"]) == 0
    document = json.loads(capsys.readouterr().out)
    blocks = [one for article in document["articles"] for one in article["languages"]["en"]["blocks"]]
    assert all(one["assessment"] for one in blocks if one["kind"] == "claim")
    assert any(one["kind"] == "claim" for one in blocks)


def test_json_in_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", "--only", "nb"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["languages"] == ["nb"]
    assert {tag for concept in document["concepts"] for tag in concept["languages"]} == {"nb"}


def test_json_says_that_it_has_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", "--lang", "nb"]) == 0
    written = capsys.readouterr()
    assert json.loads(written.out)["languages"] == ["en", "nb", "nn"]
    assert "--only nb" in written.err


def test_a_format_that_is_an_option_of_another_says_so() -> None:
    with pytest.raises(UnknownFormatError, match="'export csv --tabs' or 'import csv'"):
        formats.load_format("tsv")


Run = Callable[..., str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is to succeed; return what it prints."""

    def run(*arguments: str, status: int = 0) -> str:
        assert main(arguments) == status
        output = capfd.readouterr()
        assert output.err == ""
        return output.out

    return run


def test_export(run: Run, tmp_path: Path) -> None:
    printed = run("export", "json")
    path = tmp_path / "imsterms.json"
    assert run("export", "json", "-o", str(path)) == ""
    assert path.read_text(encoding="utf-8") == printed
    assert json.loads(printed)["languages"] == ["en", "nb", "nn"]
