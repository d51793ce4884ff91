"""Hunspell dictionaries: which words a spelling checker accepts with them."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from generated import made, termbases, traps
from hypothesis import given

from imsterms.cli import main
from imsterms.exchange.formats import hunspell
from imsterms.facade import Glossary


def unknown(dictionary: Path, text: str, tool: str) -> list[str]:
    """Return the words of a text that hunspell does not know by a dictionary alone."""
    command = [tool, "-i", "UTF-8", "-d", str(dictionary), "-l"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60)
    return done.stdout.decode().split()


@pytest.fixture(scope="module")
def dictionaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("hunspell")
    assert main(["export", "hunspell", "--split", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_hunspell_accepts_every_form(
    en: Glossary, dictionaries: Path, language: str, require_tool: Callable[..., str]
) -> None:
    forms = [
        form
        for concept in en.in_language(language).values()
        for designation in concept.designations
        if designation.status != "deprecated" and designation.register == "clinical"
        for form in designation.forms.values()
    ]
    tool = require_tool("hunspell")
    assert len(forms) > 500
    assert unknown(dictionaries / f"imsterms_{language}", "\n".join(forms), tool) == []
    assert unknown(dictionaries / f"imsterms_{language}", "xyzzy triggerpunktx", tool) == ["xyzzy", "triggerpunktx"]


def test_deprecated_words_stay_underlined(dictionaries: Path, nb: Glossary, require_tool: Callable[..., str]) -> None:
    tool = require_tool("hunspell")
    deprecated = next(str(one) for concept in nb.values() for one in concept.deprecated if str(one).isalpha())
    assert unknown(dictionaries / "imsterms_nb", f"{deprecated} Triggerpunktene", tool) == [deprecated]


def test_the_plain_list_is_the_dictionary(dictionaries: Path) -> None:
    number, *words = (dictionaries / "imsterms_nn.dic").read_text(encoding="utf-8").splitlines()
    assert int(number) == len(words) == len(set(words))
    assert (dictionaries / "imsterms_nn.txt").read_text(encoding="utf-8").splitlines() == words


def test_the_archive_holds_the_same_files(en: Glossary, dictionaries: Path) -> None:
    stream = io.BytesIO()
    hunspell.write(en, stream)
    with zipfile.ZipFile(stream) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {path.name: path.read_bytes() for path in dictionaries.iterdir()}


def test_a_word_too_long_for_hunspell_is_left_out_and_named() -> None:
    package = hunspell.files(made({"id": "a", "words": {"en": {"term": "x" * 101}}}))
    assert package.files["imsterms_en.txt"] == b"the\n"
    assert "(en) is left out" in package.left_out[0]


@traps
@given(termbases())
def test_no_text_breaks_a_dictionary(glossary: Glossary) -> None:
    for path, content in hunspell.files(glossary).files.items():
        if path.endswith(".dic"):
            number, *words = content.decode().split("\n")[:-1]
            assert int(number) == len(words)
            assert not any(re.search(r"[\s/#]", word) for word in words)


@pytest.mark.parametrize("term", ["na\u030al", "أداة", "אֵבָר", "naïve", "don't", "rock-’n’-roll", "β-blokker", "日本"])
def test_letters_of_any_script_are_accepted(term: str, tmp_path: Path, require_tool: Callable[..., str]) -> None:
    for path, content in hunspell.files(made({"id": "a", "words": {"en": {"term": term}}})).files.items():
        (tmp_path / path).write_bytes(content)
    text = unicodedata.normalize("NFC", term)
    assert unknown(tmp_path / "imsterms_en", text, require_tool("hunspell")) == []
