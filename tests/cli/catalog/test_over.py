"""A clinic's catalogs on top of the built-in termbase: its own messages, and nothing that it changed is lost."""

from __future__ import annotations

import gettext
from pathlib import Path

import polib
import pytest
from house import write

import imsterms
from imsterms.catalogs.files import catalog_path
from imsterms.cli import main

ENTRIES = """
cupping_massage:
  term: cupping massage
  plural: "-"
  article: a
  definition: "{treatment} in which cups are moved over the skin"
  explanation: Cups are moved over your skin.
  basis: own
  broader: [treatment]
trigger_point: {admitted: [sore place]}
"""
OF_THE_BASE = """
msgctxt "needle.term"
msgid "needle"
msgid_plural "needles"
msgstr[0] "IMS-nål"
msgstr[1] "IMS-nåler"

msgctxt "interface/site.home"
msgid "home page"
msgstr "forside"

msgctxt "gone.term"
msgid "gone"
msgstr "borte"
"""


@pytest.fixture
def catalog(clinic: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the new catalog of a clinic that says who it is."""
    monkeypatch.chdir(clinic)
    write(clinic, ENTRIES)
    (clinic / "termbase.yaml").write_text("title: Words of Smertehjelpa\npublisher: Smertehjelpa\n", "utf-8")
    assert run("catalog", "new", "nb") == 0
    capsys.readouterr()
    return Path(catalog_path("locales", "nb"))


def run(*command: str) -> int:
    return main([*command, "--sources", ".", "--with-built-in"])


def test_a_new_catalog_has_the_clinics_messages_and_says_whose_it_is(catalog: Path) -> None:
    written = polib.pofile(str(catalog))
    assert {entry.msgctxt.partition(".")[0] for entry in written} == {"cupping_massage", "trigger_point"}
    assert [entry.msgctxt for entry in written if "trigger" in entry.msgctxt] == ["trigger_point.words"]
    assert "Words of Smertehjelpa" in written.header
    assert written.metadata["Last-Translator"] == "Smertehjelpa"
    assert "Means: treatment in which cups" in catalog.read_text("utf-8")


def test_an_update_keeps_what_the_clinic_changed_in_the_built_in_termbase(
    catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with catalog.open("a", encoding="utf-8") as file:
        file.write(OF_THE_BASE)
    assert run("catalog", "check") == 1
    said = capsys.readouterr().out
    assert "gone.term" in said and "needle.term" not in said
    assert run("catalog", "update") == 0
    kept = {entry.msgctxt: entry for entry in polib.pofile(str(catalog))}
    assert kept["needle.term"].msgstr_plural == {0: "IMS-nål", 1: "IMS-nåler"}
    assert kept["interface/site.home"].msgstr == "forside"
    assert [context for context, entry in kept.items() if entry.obsolete] == ["gone.term"]
    assert run("catalog", "update", "--check") == 0


def test_the_checks_know_what_lies_below(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert main(["check", "--sources", "."]) == 1, "alone, the treatment is unknown"
    assert "{treatment}" in capsys.readouterr().out
    assert "no concept {treatment}" in str(imsterms.check("."))
    assert imsterms.check(".", base=True) == []
    entry = polib.pofile(str(catalog))
    entry.find("cupping_massage.definition", by="msgctxt").msgstr = "{treatmnt} der kopper flyttes"
    entry.save(str(catalog))
    assert run("catalog", "check", "--skip", "not-translated") == 1
    assert "did you mean 'treatment'" in capsys.readouterr().out
    assert run("catalog", "status") == 0
    assert "findings" in capsys.readouterr().out


def test_what_is_compiled_and_previewed_lies_on_the_built_in_termbase(
    catalog: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "before.po").write_bytes(catalog.read_bytes())
    entries = polib.pofile(str(catalog))
    entries.find("cupping_massage.term", by="msgctxt").msgstr = "koppemassasje"
    entries.find("cupping_massage.definition", by="msgctxt").msgstr = "{treatment} der kopper flyttes"
    entries.save(str(catalog))
    assert run("catalog", "preview", "--lang", "nb", "--against", str(tmp_path / "before.po")) == 0
    assert "behandling der kopper flyttes" in capsys.readouterr().out
    assert run("catalog", "compile") == 0
    assert "koppemassasje" in gettext.translation("imsterms", "locales", ["nb"]).pgettext(
        "cupping_massage.term", "cupping massage"
    )
    assert main(["catalog", "compile", "--sources", "."]) == 2, "alone, the treatment is unknown"
