"""Every command with bad input: one or two plain sentences on standard error, exit status 2, and nothing changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from imsterms.cli import main

Refused = Callable[..., str]


@pytest.fixture
def refused(capfd: pytest.CaptureFixture[str]) -> Refused:
    """Run a command that is to be refused; return what it says."""

    def refused(*arguments: object) -> str:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as error:  # argparse's way
            status = int(error.code or 0)
        output = capfd.readouterr()
        assert status == 2, (arguments, status, output)
        assert output.out == "", arguments
        assert "Traceback" not in output.err
        message = output.err.strip()
        assert message.startswith(("imsterms: ", "usage: imsterms")), message
        assert len(message) < 2000
        return message

    return refused


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with everything that is not what it should be."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(b"\x7fELF\0\0\xff\xfe" * 100)
    (tmp_path / "latin1").write_bytes("blåmerke".encode("latin-1"))
    (tmp_path / "empty").write_bytes(b"")
    return tmp_path


LANGUAGE_COMMANDS = [
    ("show", "needle"),
    ("list",),
    ("find", "needle"),
    ("search", "needle"),
    ("render", "{needle}"),
    ("article", "effect"),
    ("article",),
    ("export", "json"),
]


@pytest.mark.parametrize("command", LANGUAGE_COMMANDS, ids=lambda one: "-".join(one[:1]))
@pytest.mark.parametrize("language", ["da", "klingon", "", "\udcff"])
def test_an_unknown_language(refused: Refused, command: tuple[str, ...], language: str) -> None:
    assert re.match(
        r"imsterms: there are no terms in the language '.*' \(there are: en, nb, nn\)",
        refused(*command, "--lang", language),
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "trigerpoint"), "there is no concept 'trigerpoint'; did you mean 'trigger_point'?"),
        (("show", "needle", ""), "there is no concept ''"),
        (("show", "x" * 10_000), "there is no concept 'xxx"),
        (("list", "finding"), "there is no subject field 'finding'"),
        (("render", "{trigerpoint}"), "did you mean 'trigger_point'?"),
        (("render", "{needle}[definite]"), "there is no form 'definite'"),
        (("render", "{needle}[short]"), "has no form 'short'"),
        (("render", "a { b"), "a brace that belongs to no reference"),
        (("render", "{needle}", "--value", "days"), "--value takes NAME=TEXT, not 'days'"),
        (("render", "{needle}", "--html", "--link", "javascript:x"), "the link 'javascript:x' does not lead to a page"),
        (("article", "efect"), "there is no article 'efect'; did you mean 'effect'?"),
        (("article", "effect", "--format", "pdf"), "invalid choice: 'pdf'"),
        (("export", "jsn"), "jsn"),
        (("search", "x", "--limit", "many"), "invalid int value: 'many'"),
        (("completion", "fish"), "invalid choice: 'fish'"),
        (("shwo", "needle"), "invalid choice: 'shwo'"),
        ((), "usage: imsterms"),
        (("catalog",), "usage: imsterms catalog"),
        (("show",), "usage: imsterms show"),
        (("show", "needle", "--nonsense"), "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_use(refused: Refused, arguments: tuple[str, ...], message: str) -> None:
    assert message in refused(*arguments)


@pytest.mark.parametrize("target", ["folder", "nowhere/file.json", "binary/file.json", "nul\0l"])
def test_an_export_that_cannot_be_written(refused: Refused, files: Path, target: str) -> None:
    before = snapshot(files)
    assert "cannot be written" in refused("export", "json", "-o", files / target)
    assert snapshot(files) == before


def test_an_export_onto_a_file_that_may_not_be_written(refused: Refused, tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    tmp_path.chmod(0o500)
    assert "Permission denied" in refused("export", "json", "-o", tmp_path / "x.json")


def test_standard_input_that_is_no_text() -> None:
    result = subprocess.run([sys.executable, "-m", "imsterms", "render", "-"], input=b"bl\xe5", capture_output=True)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == (
        "imsterms: standard input:1: the file is not UTF-8; save it as UTF-8 and try again\n"
    )


# --- the translators' commands ---

YAML = "needle: {term: needle}\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A termbase with a catalog, in good order."""
    (tmp_path / "data" / "concepts").mkdir(parents=True)
    (tmp_path / "data" / "concepts" / "tools.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "locales" / "nb" / "LC_MESSAGES").mkdir(parents=True)
    po = tmp_path / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    po.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")
    return tmp_path


CATALOG_COMMANDS = ["update", "status", "compile"]


@pytest.mark.parametrize("command", CATALOG_COMMANDS)
@pytest.mark.parametrize("where", ["nowhere", "binary", "empty"])
def test_sources_that_are_not_there(refused: Refused, files: Path, command: str, where: str) -> None:
    before = snapshot(files)
    assert "is not a folder; --sources names the folder that holds concepts/*.yaml" in refused(
        "catalog", command, "--sources", files / where, "--locales", files / "locales"
    )
    assert snapshot(files) == before


BROKEN_YAML = {
    "a tab": (b"\tneedle: x\n", "tools.yaml:1: IMS002 broken-yaml: the YAML is broken here: a tab; indent with spaces"),
    "unclosed": (b"needle: {term: needle\n", "IMS002 broken-yaml"),
    "binary": (b"\x7fELF\0\0", "tools.yaml:1: IMS001 unreadable-file: this is not a text file"),
    "latin-1": ("needle: {term: nål}".encode("latin-1"), "tools.yaml:1: IMS001 unreadable-file: the file is not UTF-8"),
    "an alias bomb": (b"a: &a [x]\nb: [*a, *a]\n", "tools.yaml:1: IMS003 refused-yaml: an anchor (&a)"),
    "an unknown key": (b"needle: {trem: x, term: y}\n", "unknown key 'trem'; did you mean 'term'?"),
}


@pytest.mark.parametrize("kind", BROKEN_YAML)
@pytest.mark.parametrize("command", ["update", "status"])
def test_broken_yaml(refused: Refused, sources: Path, command: str, kind: str) -> None:
    content, message = BROKEN_YAML[kind]
    path = sources / "data" / "concepts" / "tools.yaml"
    path.write_bytes(content)
    before = snapshot(sources)
    assert message in refused("catalog", command, "--sources", sources / "data")
    assert snapshot(sources) == before


BROKEN_PO = {
    "nonsense": (b"this is no catalog\n", "imsterms.po:1: IMS401 broken-catalog"),
    "unclosed": (b'msgid ""\nmsgstr ""\n\nmsgid "a\nmsgstr "b"\n', "IMS401 broken-catalog"),
    "binary": (b"\xde\x12\x04\x95\0\0\0\0", "IMS401 broken-catalog"),
    "NUL": (b'msgid "a\0"\nmsgstr ""\n', "imsterms.po:1: IMS401 broken-catalog: this is not a text file"),
    "latin-1": ('msgid "a"\nmsgstr "blåmerke"\n'.encode("latin-1"), "save the file as UTF-8"),
    "unknown charset": (
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-99\\n"\n\xe5',
        "an unknown charset, 'UTF-99'",
    ),
    "html": (b"<!DOCTYPE html>\n<html></html>\n", "IMS401 broken-catalog"),
    "conflict": (b'msgid ""\nmsgstr ""\n\n<<<<<<< HEAD\nmsgid "a"\n=======\n', "imsterms.po:4: IMS401 broken-catalog"),
}


@pytest.mark.parametrize("kind", BROKEN_PO)
@pytest.mark.parametrize("command", CATALOG_COMMANDS)
def test_a_broken_catalog(refused: Refused, sources: Path, command: str, kind: str) -> None:
    content, message = BROKEN_PO[kind]
    (sources / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po").write_bytes(content)
    before = snapshot(sources)
    assert message in refused("catalog", command, "--sources", sources / "data")
    assert snapshot(sources) == before


def test_no_catalogs(refused: Refused, sources: Path) -> None:
    shutil.rmtree(sources / "locales" / "nb")
    assert "IMS402 no-catalogs" in refused("catalog", "compile", "--sources", sources / "data")


def test_a_broken_catalog_in_the_checkout_itself(root: Path, tmp_path: Path) -> None:
    """Whatever a translator does to a file, each command says so in a sentence."""
    copy = tmp_path / "checkout"
    shutil.copytree(root / "imsterms", copy / "imsterms", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "locales", copy / "locales", ignore=shutil.ignore_patterns("*.mo"))
    path = copy / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    path.write_bytes(path.read_bytes()[:100_001] + b"\nmsgid nonsense\n")
    for command in (
        "show needle",
        "article effect",
        "export json",
        "catalog update",
        "catalog status",
        "catalog compile",
    ):
        result = subprocess.run(
            [sys.executable, "-m", "imsterms", *command.split()],
            cwd=copy,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert (result.returncode, result.stdout) == (2, ""), command
        assert result.stderr.startswith("imsterms: locales/nb/LC_MESSAGES/imsterms.po:"), (command, result.stderr)
        assert len(result.stderr.splitlines()) == 1
