"""The catalogs as they are shipped: complete, in order, and a pleasure for gettext's own tools."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from babel.messages.pofile import read_po

from imsterms.catalogs.files import read_catalog
from imsterms.catalogs.messages import asked, extract
from imsterms.cli import main
from imsterms.termbase.source import read_termbase
from imsterms.termbase.text import references

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE = ROOT / "locales" / "imsterms.pot"
LANGUAGES = sorted(path.parent.parent.name for path in ROOT.glob("locales/*/LC_MESSAGES/imsterms.po"))
PATHS = {language: ROOT / "locales" / language / "LC_MESSAGES" / "imsterms.po" for language in LANGUAGES}

each_catalog = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def catalogs() -> dict[str, polib.POFile]:
    return {language: read_catalog(str(path)) for language, path in PATHS.items()} | {"": read_catalog(str(TEMPLATE))}


@pytest.fixture(scope="module")
def messages() -> dict[str, Any]:
    termbase = read_termbase(ROOT / "imsterms" / "data", root=str(ROOT))
    return {message.context: message for message in extract(termbase)}


def test_which_there_are() -> None:
    assert {"nb", "nn"} <= set(LANGUAGES)
    assert "en" not in LANGUAGES, "English is the source language; its words stand in YAML alone"


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_every_message_has_a_context_of_its_own(
    language: str, catalogs: dict[str, polib.POFile], messages: dict[str, Any]
) -> None:
    contexts = Counter(entry.msgctxt for entry in catalogs[language] if not entry.obsolete)
    assert [context for context, count in contexts.items() if count > 1 or not context] == []
    assert set(contexts) == {message.context for message in asked(messages.values(), language)}
    for context in contexts:
        assert re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z.]+|(article|interface|source|unit)/[a-z0-9_.]+", context), context


@each_catalog
def test_headers(language: str, catalogs: dict[str, polib.POFile]) -> None:
    header = catalogs[language].metadata
    assert header["Language"] == language
    assert header["Content-Type"] == "text/plain; charset=UTF-8"
    assert header["Content-Transfer-Encoding"] == "8bit"
    assert header["MIME-Version"] == "1.0"
    assert header["Project-Id-Version"].startswith("imsterms")
    assert re.fullmatch(r"nplurals=\d; plural=[^;]+;", header["Plural-Forms"])
    for date in ("POT-Creation-Date", "PO-Revision-Date"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4}", header[date])
    assert "FULL NAME" not in str(header)


@each_catalog
def test_everything_is_translated_and_nothing_is_fuzzy(language: str, catalogs: dict[str, polib.POFile]) -> None:
    catalog = catalogs[language]
    plurals = int(re.findall(r"nplurals=(\d)", catalog.metadata["Plural-Forms"])[0])
    unfinished = []
    for entry in catalog:
        texts = [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]
        if entry.fuzzy or not all(texts) or len(texts) != (plurals if entry.msgid_plural else 1):
            unfinished.append(entry.msgctxt)
    assert unfinished == []
    assert catalog.percent_translated() == 100


@each_catalog
def test_no_translation_loses_or_adds_a_concept(language: str, catalogs: dict[str, polib.POFile]) -> None:
    """What msgfmt checks too, where it is installed."""
    wrong = []
    for entry in catalogs[language]:
        if "python-brace-format" in entry.flags:
            named = {one.name for one in references(entry.msgid)}
            for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
                if {one.name for one in references(text)} != named:
                    wrong.append(entry.msgctxt)
    assert wrong == []


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_what_a_translator_sees(language: str, catalogs: dict[str, polib.POFile], messages: dict[str, Any]) -> None:
    for entry in catalogs[language]:
        message = messages[entry.msgctxt]
        assert (entry.msgid, entry.msgid_plural) == (message.text, message.plural), entry.msgctxt
        assert ("python-brace-format" in entry.flags) == (message.kind == "text"), entry.msgctxt
        # which file it comes from, below the folder of the sources, and no line
        ((path, line),) = entry.occurrences
        assert (ROOT / "imsterms" / "data" / path).is_file()
        assert line == ""
        if "/" not in entry.msgctxt:
            lines = entry.comment.split("\n")
            assert lines[-1].startswith("Means: "), entry.msgctxt
            assert "{" not in lines[-1], entry.msgctxt
            assert len(lines) > 1, f"{entry.msgctxt} does not say what is asked for"
            if entry.msgctxt.endswith(".words"):
                assert {"nb": "Bokmål", "nn": "Nynorsk", "": "your language"}[language] in lines[0]


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_no_text_is_a_dash_and_none_is_asked_twice(language: str, catalogs: dict[str, polib.POFile]) -> None:
    texts = Counter(entry.msgid for entry in catalogs[language] if not entry.obsolete)
    assert [text for text, count in texts.items() if count > 1 or text == "-"] == []


def test_the_order_is_that_of_the_sources(catalogs: dict[str, polib.POFile], messages: dict[str, Any]) -> None:
    for language, catalog in catalogs.items():
        assert [entry.msgctxt for entry in catalog if not entry.obsolete] == [
            message.context for message in asked(messages.values(), language)
        ]


@each_catalog
def test_msgfmt_has_nothing_to_say(language: str, require_tool: Callable[..., str]) -> None:
    msgfmt = require_tool("msgfmt")
    result = subprocess.run([msgfmt, "-c", "-o", "/dev/null", PATHS[language]], capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@each_catalog
def test_babel_has_nothing_to_say(language: str) -> None:
    """Babel takes "7 % of" for a Python format, whatever the flags say."""
    with PATHS[language].open("rb") as file:
        catalog = read_po(file, locale=language)
    assert [(message.context, error) for message, errors in catalog.check() for error in errors] == []


def test_msgfmt_sees_a_lost_concept(require_tool: Callable[..., str], tmp_path: Path) -> None:
    """The placeholders are gettext's own: any translator's tool checks them."""
    msgfmt = require_tool("msgfmt")
    text = PATHS["nb"].read_text(encoding="utf-8")
    lost = re.sub(r'(msgctxt "trigger_point\.definition"\nmsgid .*?msgstr .*?)\{taut_band\}', r"\1", text, flags=re.S)
    assert lost != text
    path = tmp_path / "imsterms.po"
    path.write_text(lost, encoding="utf-8")
    result = subprocess.run([msgfmt, "-c", "-o", "/dev/null", path], capture_output=True, text=True)
    assert result.returncode == 1
    assert "taut_band" in result.stderr


def test_they_are_up_to_date(capfd: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (TEMPLATE, *PATHS.values())}
    assert main(["catalog", "update", "--check"]) == 0, capfd.readouterr()
    assert {path: path.read_bytes() for path in before} == before


def test_no_extracted_comment_is_indented(root: Path) -> None:
    """Poedit writes each of them anew, with one space."""
    lines = (root / "locales" / "imsterms.pot").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("#. ") and line[3:] != line[3:].strip()] == []
