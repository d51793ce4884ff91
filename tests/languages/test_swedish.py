"""Swedish: a language added with data alone, a catalog of ten concepts beside the profile and the word lists.

The words are test data that no native speaker has reviewed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import imsterms
from imsterms.cli import main

CATALOG = Path("locales") / "sv" / "LC_MESSAGES" / "imsterms.po"


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "tests" / "data" / "swedish"


@pytest.fixture(scope="module")
def swedish(folder: Path) -> imsterms.Glossary:
    return imsterms.load(folder).glossary("sv-SE")


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return what the check of the catalog says, and its exit status."""
    status = main(["catalog", "check", "sv", "--sources", str(folder), "--locales", str(folder / "locales")])
    return status, capsys.readouterr().out


def test_terms_are_rendered(swedish: imsterms.Glossary) -> None:
    term = swedish["trigger_point"].term
    assert (term.counted(3), term.a, term.the_plural, term.gender) == (
        "3 triggerpunkter", "en triggerpunkt", "triggerpunkterna", "common",
    )  # fmt: skip
    assert [term.form(name) for name in ("the plural genitive", "short genitive", "full", "compound")] == [
        "triggerpunkternas", "TrP:s", "triggerpunkt (TrP)", "TrP-",
    ]  # fmt: skip
    assert swedish["taut_band"].term.gender == "neuter"
    assert swedish["trigger_point"].definition == (
        "öm punkt i ett spänt band som ger smärta på ett annat ställe när man trycker på den"
    )


def test_terms_are_found_in_every_form(swedish: imsterms.Glossary) -> None:
    text = "Triggerpunkternas läge och nålens spets. Behandlaren söker TrP:n i det spända bandets fibrer."
    found = [(match.text, match.concept.id) for match in swedish.annotate(text)]
    assert found == [
        ("Triggerpunkternas", "trigger_point"),
        ("nålens", "needle"),
        ("Behandlaren", "practitioner"),
        ("TrP:n", "trigger_point"),
        ("spända bandets", "taut_band"),
    ]


def test_whatever_is_rendered_is_found(swedish: imsterms.Glossary) -> None:
    for concept in swedish.values():
        for name, form in concept.term.forms.items():
            if name not in ("compound", "plain"):
                assert concept.id in {match.concept.id for match in swedish.annotate(f"Om {form} här.")}, form


def test_its_word_lists_are_asked(swedish: imsterms.Glossary) -> None:
    assert [match.text for match in swedish.annotate("Det smärtar, och smärtor kommer.")] == ["smärtor"]
    assert [match.text for match in swedish.annotate("behandlade, behandlrae", misspellings=True)] == ["behandlrae"]


def test_a_deprecated_word_is_reported_with_the_term_in_the_same_form(swedish: imsterms.Glossary) -> None:
    (finding,) = swedish.lint("Vi behandlar muskelknutorna i det spända bandet.")
    assert (finding.rule, finding.suggestion) == ("deprecated-word", "triggerpunkterna")


def test_terms_are_sorted(swedish: imsterms.Glossary) -> None:
    assert [str(concept.term) for concept in swedish.sorted()] == [
        "behandlare", "behandling", "hud", "intramuskulär stimulering", "muskel", "nål", "smärta", "spänt band",
        "triggerpunkt", "öm punkt",
    ]  # fmt: skip


def test_the_catalog_is_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder, capsys) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ('"ett spänt band"', '"spänt band"', "article-missing"),
        ('"ett spänt band"', '"en spänt band"', "gender-disagreement"),
        ('"nålen"', '"nålet"', "gender-disagreement"),
        ('"nålen"', '"nål"', "definite-unmarked"),
        ("ger {pain} på", "ger en {pain} på", "agreement-before-reference"),
    ],
)
def test_the_checks_that_apply_follow_from_the_profile(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, rule: str
) -> None:
    copy = tmp_path / "swedish"
    shutil.copytree(folder, copy)
    text = (copy / CATALOG).read_text(encoding="utf-8")
    assert right in text
    (copy / CATALOG).write_text(text.replace(right, wrong), encoding="utf-8")
    status, output = check(copy, capsys)
    assert status == 1 and f" {rule}: " in output
