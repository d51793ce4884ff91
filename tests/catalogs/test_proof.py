"""The conservation law on catalogs that other projects made, and on a file that changes while it is being updated."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest

import imsterms.catalogs.update
from imsterms.catalogs.files import catalog_bytes
from imsterms.catalogs.merge import merge
from imsterms.catalogs.parser import parse_catalog
from imsterms.catalogs.proof import lost
from imsterms.errors import CatalogError
from imsterms.files import clear_leftovers


def foreign() -> list[Path]:
    """Return the catalogs of Django, which the tests have at hand in some hundred languages."""
    import django

    return sorted(Path(django.__file__).parent.glob("**/locale/*/LC_MESSAGES/*.po"))


def kept(path: Path) -> None:
    """Read a catalog, write it, and merge it into a catalog of other messages: nothing may be lost."""
    content = path.read_bytes()
    assert lost(content, catalog_bytes(parse_catalog(content, str(path)), content)) == []
    merged, _ = merge(parse_catalog(content, str(path)), [], {}, "nb", str(path))
    assert lost(content, catalog_bytes(merged, content)) == []


# gettext before 0.23 breaks lines at these by older rules of UAX #14
OLDER_RULES = re.compile(r"%\(|[.?!]\w")


def laid_out(path: Path, tool: str) -> None:
    """Write a catalog; msgcat must write it in the same way."""
    catalog = parse_catalog(path.read_bytes(), str(path))
    catalog[:] = [entry for entry in catalog if not OLDER_RULES.search(entry.msgid + entry.msgid_plural + said(entry))]
    content = str(catalog).encode()
    assert subprocess.run([tool, "-"], input=content, capture_output=True).stdout == content, path


def said(entry: polib.POEntry) -> str:
    return "".join([entry.msgstr, *entry.msgstr_plural.values()])


SAMPLE = pytest.mark.parametrize("path", random.Random(1).sample(foreign(), 25), ids=lambda path: path.parts[-3])


@SAMPLE
def test_nothing_of_a_foreign_catalog_is_lost(path: Path) -> None:
    kept(path)


@SAMPLE
def test_a_foreign_catalog_is_written_as_msgcat_writes_it(path: Path, require_tool: Callable[..., str]) -> None:
    laid_out(path, require_tool("msgcat"))


@pytest.mark.slow
def test_every_foreign_catalog(require_tool: Callable[..., str]) -> None:
    for path in foreign():
        kept(path)
        laid_out(path, require_tool("msgcat"))


OLD = b"""# the team
msgid ""
msgstr ""
"Language: nb\\n"
"Last-Translator: \\303\\205se\\n"

# my remark
#, max-length:3
msgctxt "a.term"
msgid "a"
msgstr[0] "en"
msgstr[1] ""
"to "
"tre"

#~ msgid "gone"
#~ msgstr "borte"
"""


def test_the_proof_agrees_with_a_copy() -> None:
    assert lost(OLD, OLD) == []
    assert lost(OLD, OLD.replace(b"\n", b"\r\n")) == []
    assert lost(OLD.replace(b"\n", b"\r"), OLD) == []
    assert lost(OLD, OLD.replace(b"\\303\\205", "Å".encode())) == []
    assert lost(OLD, OLD.replace(b'""\n"to "\n"tre"', b'"to tre"').replace(b"#~ ", b"")) == []
    assert lost(OLD, b"#, fuzzy, python-format\n" + OLD) == []
    assert lost(OLD.replace(b"Language: nb", b"Language:  nb"), OLD) == []


@pytest.mark.parametrize(
    ("cut", "missing"),
    [
        (b"# the team\n", "team"),
        (b"remark", "remark"),
        (b"#, max-length:3\n", "max-length:3"),
        (b'msgstr[0] "en"\n', "en"),
        (b'"tre"\n', "to tre"),
        (b'#~ msgstr "borte"\n', "borte"),
        (b'"Last-Translator: \\303\\205se\\n"\n', "Last-Translator: Åse"),
    ],
)
def test_the_proof_names_what_is_missing(cut: bytes, missing: str) -> None:
    assert missing in lost(OLD, OLD.replace(cut, b""))


def test_of_a_review_only_its_own_digest_may_go() -> None:
    old = b'# batch deadbeef\n# reviewed: Kari\n# Nordmann 2026-11-20 5a0f3b6b\nmsgid "a"\nmsgstr "b"\n'
    assert lost(old, old.replace(b"5a0f3b6b", b"0123abcd").replace(b"Kari\n# ", b"Kari ")) == []
    assert lost(old, old.replace(b"deadbeef", b"01234567")) == ["deadbeef"]
    assert lost(old, old.replace(b"2026-11-20", b"2026-11-21")) == ["2026-11-20"]


def test_the_proof_does_not_skip_what_another_charset_reads_otherwise() -> None:
    old = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "\xc3\xa5"\n'
    assert lost(old, old.replace(b"ISO-8859-1", b"UTF-8")) == ["\u00c3\u00a5"]


def test_an_update_that_would_lose_something_writes_nothing(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(*arguments: Any) -> Any:
        catalog, summary = merge(*arguments)
        next(entry for entry in catalog if entry.msgctxt == "needle.definition").msgstr = ""
        return catalog, summary

    before = {path: path.read_bytes() for path in project.locales.rglob("*.po*")}
    monkeypatch.setattr(imsterms.catalogs.update, "merge", forgetful)
    with pytest.raises(CatalogError, match="nothing is written.*tynt og spisst stykke metall"):
        project.update()
    assert {path: path.read_bytes() for path in project.locales.rglob("*.po*")} == before


def test_what_an_editor_saves_during_an_update_is_not_lost(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*arguments: Any) -> Any:
        result = merge(*arguments)
        if arguments[3] == "nb" and not saved:
            saved.append(project.path("nb").read_bytes().replace(b"tynt og spisst", b"tynt, spisst"))
            project.path("nb").write_bytes(saved[0])
        return result

    saved: list[bytes] = []
    monkeypatch.setattr(imsterms.catalogs.update, "merge", slow)
    project.edit("concepts/findings.yaml", "thin pointed piece", "thin sharp piece")
    project.update()
    assert project.entry("nb", "needle.definition").msgstr == "tynt, spisst stykke metall"
    assert project.entry("nb", "needle.definition").fuzzy


def test_a_file_that_is_saved_again_and_again_is_left_alone(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*arguments: Any) -> Any:
        result = merge(*arguments)
        if arguments[3] == "nb":
            with project.path("nb").open("a", encoding="utf-8") as file:
                file.write("# a remark\n")
        return result

    monkeypatch.setattr(imsterms.catalogs.update, "merge", slow)
    project.edit("concepts/findings.yaml", "thin pointed piece", "thin sharp piece")
    with pytest.raises(imsterms.FileError, match="was saved by another program meanwhile"):
        project.update()
    text = project.path("nb").read_text("utf-8")
    assert "thin sharp" not in text
    assert text.count("# a remark") == 4


def test_what_a_killed_run_leaves_is_removed_by_the_next(project: Any) -> None:
    path = project.path("nb")
    code = (
        "import os, sys\n"
        "from imsterms.files import write_atomically\n"
        "os.replace = lambda *paths: (print('ready', flush=True), sys.stdin.read())\n"
        "write_atomically(sys.argv[1], 'x')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=-1, stdout=-1) as writer:
        assert writer.stdout and writer.stdout.readline() == b"ready\n"
        # whoever comes while it is at work leaves it alone
        assert [*path.parent.glob(".imsterms.po.*.tmp")]
        clear_leftovers([str(path)])
        left = [*path.parent.glob(".imsterms.po.*.tmp")]
        assert left or sys.platform == "win32"
        writer.kill()
    time.sleep(0.05)
    project.update()
    assert [one.name for one in path.parent.iterdir()] == ["imsterms.po"]
