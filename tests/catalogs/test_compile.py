"""Compiled catalogs: what msgfmt makes, we make."""

from __future__ import annotations

import gettext
import subprocess
from pathlib import Path
from typing import Any

import pytest


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


def test_msgfmt_and_we_compile_the_same(project: Any, require_tool: Any, tmp_path: Path) -> None:
    from imsterms.catalogs.compile import compile_catalogs
    from imsterms.catalogs.data import read_source_data

    data = read_source_data(str(project.sources), str(project.locales), "1")
    compile_catalogs(data, str(project.locales), str(tmp_path / "ours"))
    (tmp_path / "theirs/nb/LC_MESSAGES").mkdir(parents=True)
    theirs = tmp_path / "theirs/nb/LC_MESSAGES/imsterms.mo"
    run(require_tool("msgfmt"), "-o", theirs, project.path("nb"))
    catalogs = [gettext.translation("imsterms", tmp_path / name, ["nb"]) for name in ("ours", "theirs")]
    ours, theirs_read = ({**one._catalog, "": ""} for one in catalogs)  # type: ignore[attr-defined]
    assert ours == theirs_read
    assert catalogs[0].info()["plural-forms"] == catalogs[1].info()["plural-forms"]  # msgfmt drops dates


@pytest.mark.parametrize(
    ("stated", "instead"),
    [("; charset=UTF-8", ""), ("plural=(n != 1)", "plural=(n !"), ('"Content-Type', '"content')],
    ids=["no charset", "broken rule", "no type"],
)
def test_gettext_reads_it_whatever_the_header_says(
    project: Any, stated: str, instead: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from imsterms.cli import main

    path = project.path("nb")
    path.write_text(path.read_text("utf-8").replace(stated, instead), "utf-8")
    assert main(["catalog", "compile", "--sources", str(project.sources)]) == 0
    translation = gettext.translation("imsterms", project.locales, ["nb"])
    assert translation.npgettext("needle.term", "needle", "needles", 3) == "nåler"


def test_the_bytes_are_those_of_polib() -> None:
    import polib

    from imsterms.catalogs.compile import mo_file

    catalog = polib.POFile(encoding="iso-8859-1")
    catalog.metadata = {"Content-Type": "text/plain; charset=ISO-8859-1"}
    catalog.extend(
        [
            polib.POEntry(msgctxt="b", msgid="needle", msgid_plural="needles", msgstr_plural={0: "nål", 1: "nåler"}),
            polib.POEntry(msgctxt="a.term", msgid="knee", msgstr="kne"),
            polib.POEntry(msgid="knee", msgstr="kne"),
            polib.POEntry(msgid="not translated"),
        ]
    )
    assert mo_file(catalog) == catalog.to_binary()
