"""The Vale package: which words it reports, and what it suggests."""

from __future__ import annotations

import configparser
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml
from generated import made, termbases, traps
from hypothesis import given

from imsterms.exchange.formats import vale
from imsterms.facade import Glossary


def rule(glossary: Glossary, language: str) -> dict[str, object]:
    content: dict[str, object] = yaml.safe_load(
        vale.files(glossary).files[f"styles/imsterms-{language}/Deprecated.yml"]
    )
    return content


def corrected(glossary: Glossary, language: str, text: str) -> str:
    """Return a text as the rule would have it, as Vale applies substitutions: the first pattern that matches."""
    swap = rule(glossary, language)["swap"]
    assert isinstance(swap, dict)
    either = re.compile("|".join(rf"(\b{pattern}\b)" for pattern in swap), re.IGNORECASE)
    rights = list(swap.values())
    return either.sub(lambda match: rights[(match.lastindex or 1) - 1], text)


def test_a_deprecated_term_is_replaced_in_its_own_form(en: Glossary) -> None:
    text = "De projiserte smertene og en muskelknute"
    assert corrected(en, "nb", text) == "de refererte smertene og en triggerpunkt"


def test_no_good_term_is_reported(en: Glossary) -> None:
    for language in en.languages:
        glossary = en.in_language(language)
        swap = rule(en, language)["swap"]
        assert isinstance(swap, dict)
        wrong = {re.sub(r"\\(.)", r"\1", pattern).casefold() for pattern in swap}
        good = {
            form.casefold()
            for concept in glossary.values()
            for designation in concept.designations
            if designation.status != "deprecated"
            for form in designation.forms.values()
        }
        assert not wrong & good
        assert len(wrong) > 15


def test_a_term_deprecated_here_and_good_there_is_left_out_and_named() -> None:
    glossary = made(
        {"id": "a", "words": {"en": {"term": "a", "deprecated": ["b # elsewhere", "c (d) # brackets"]}}},
        {"id": "b", "words": {"en": {"term": "b"}}},
    )
    package = vale.files(glossary)
    assert package.left_out == ["'b' (en, deprecated at a) is left out: it is a good term elsewhere."]
    assert rule(glossary, "en")["swap"] == {"c \\(d\\)": "a"}


def test_the_package_has_vales_structure(en: Glossary) -> None:
    stream = io.BytesIO()
    vale.write(en, stream)
    with zipfile.ZipFile(stream) as archive:
        names = set(archive.namelist())
        parser = configparser.ConfigParser()
        parser.read_string("[top]\n" + archive.read("imsterms/.vale.ini").decode())
        accepted = archive.read("imsterms/styles/config/vocabularies/imsterms-nb/accept.txt").decode().splitlines()
    assert parser["top"]["stylespath"] == "styles"
    assert {f"imsterms/styles/imsterms-{one}/Deprecated.yml" for one in ("en", "nb", "nn")} <= names
    assert "triggerpunkt" in accepted
    assert rule(en, "nb")["extends"] == "substitution"


@traps
@given(termbases())
def test_any_text_is_a_pattern_of_itself(glossary: Glossary) -> None:
    for language in glossary.languages:
        swap = rule(glossary, language)["swap"]
        assert isinstance(swap, dict)
        deprecated = {str(one) for concept in glossary.in_language(language).values() for one in concept.deprecated}
        assert all(any(re.fullmatch(pattern, one) for one in deprecated) for pattern in swap)


def test_vale_reports_a_deprecated_term(en: Glossary, tmp_path: Path) -> None:
    tool = shutil.which("vale")
    if tool is None:  # no package of PyPI, npm or Debian has the program itself, so that it is never required
        pytest.skip("the program 'vale' is not installed")
    for path, content in vale.files(en).files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*.md]\nBasedOnStyles = imsterms-nb\n", encoding="utf-8")
    (tmp_path / "text.md").write_text("Vi fant en muskelknute.\n", encoding="utf-8")
    done = subprocess.run(
        [tool, "--output", "line", "text.md"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert "triggerpunkt" in done.stdout
