"""A new language: its plural rule, and what the library serves of it from the first day."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

import imsterms
from imsterms.catalogs.update import language_tag
from imsterms.cli import main
from imsterms.errors import CatalogError, MissingFormError, MissingTranslationError, UnknownLanguageError
from imsterms.languages.plurals import plural_forms, read_rule


def test_polish_counts_as_polish_does(project: Any) -> None:
    project.new("pl")
    project.translate(
        "pl",
        {
            "trigger_point.term": ("punkt spustowy", "punkty spustowe", "punktów spustowych"),
            "trigger_point.words": "genitive: punktu spustowego\nlocative: punkcie spustowym\nplural locative: -",
            "finding.term": ("punkt", "punkty", "punktów"),
            "unit/day": ("{count} dzień", "{count} dni", "{count} dni"),
            "article/visit.pause": "Odczekaj {interval} między wizytami.",
        },
    )
    glossary = imsterms.load(project.folder).glossary("pl")
    term = glossary["finding"].term
    counted = [term.counted(number) for number in (0, 1, 2, 4, 5, 12, 21, 22, 25, 102)]
    assert counted[:5] == ["0 punktów", "1 punkt", "2 punkty", "4 punkty", "5 punktów"]
    assert counted[5:] == ["12 punktów", "21 punktów", "22 punkty", "25 punktów", "102 punkty"]
    assert glossary.render("Ból w {trigger_point}[locative].") == "Ból w punkcie spustowym."
    assert glossary.render("{trigger_point}[Genitive]") == "Punktu spustowego"
    article = imsterms.load(project.folder).glossary("pl", fallback=True).articles["visit"]
    assert "Odczekaj 7 dni między wizytami." in article.to_text()
    assert "How it begins" in article.to_text()
    with pytest.raises(MissingFormError):
        glossary.render("{trigger_point}[plural locative]")


def test_what_is_not_translated_yet_is_missing_and_not_english(project: Any) -> None:
    project.new("pl")
    project.translate("pl", {"finding.term": ("punkt", "punkty", "punktów")})
    loaded = imsterms.load(project.folder)
    glossary = loaded.glossary("pl")
    assert str(glossary["finding"].term) == "punkt"
    assert not glossary["needle"].has_term
    with pytest.raises(MissingTranslationError):
        _ = glossary["needle"].term
    missing = [one for one in project.check() if "/pl/" in one.path]
    assert {one.rule for one in missing} == {"not-translated"}
    asked = [entry.msgctxt for entry in project.catalog("pl") if not entry.msgctxt.endswith(".words")]
    assert len(missing) == len(asked) - 1


def test_the_check_knows_the_cases_of_a_language(project: Any) -> None:
    project.new("pl")
    project.translate(
        "pl",
        {
            "trigger_point.words": "locative: punkcie spustowym",
            "trigger_point.term": ("punkt spustowy", "punkty spustowe", "punktów spustowych"),
            "trigger_point.notes": "W {trigger_point}[locative].\nW {trigger_point}[lokative].",
        },
    )
    found = [one for one in project.check() if "/pl/" in one.path and one.rule != "not-translated"]
    assert [one.rule for one in found] == ["unknown-form"]
    assert "did you mean 'locative'" in found[0].message


@pytest.mark.parametrize(
    ("language", "count", "forms"),
    [
        ("nb", 2, {0: 1, 1: 0, 2: 1}),
        ("pl", 3, {1: 0, 2: 1, 5: 2, 12: 2, 22: 1}),
        ("uk", 3, {1: 0, 21: 0, 11: 2, 3: 1, 5: 2}),
        ("se", 3, {1: 0, 2: 1, 3: 2, 0: 2}),
        ("ar", 6, {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 100: 5}),
        ("ja", 1, {0: 0, 5: 0}),
        ("pt-BR", 2, {0: 0, 1: 0, 2: 1}),
    ],
)
def test_a_new_catalog_has_the_plural_rule_of_cldr(
    project: Any, require_tool: Any, language: str, count: int, forms: dict[int, int]
) -> None:
    rule = read_rule(plural_forms(language))
    assert rule is not None
    assert rule[0] == count
    assert {number: rule[1][number] for number in forms} == forms
    if language != "nb":
        path = project.new(language)
        assert len(project.entry(language, "needle.term").msgstr_plural) == count
        done = subprocess.run([require_tool("msgfmt"), "-c", "-o", "/dev/null", path], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        assert project.update()[language].changed is False


def test_every_language_of_cldr_gets_a_rule_that_says_what_cldr_says() -> None:
    from babel.core import Locale
    from babel.localedata import locale_identifiers

    tags = ("zero", "one", "two", "few", "many", "other")
    for language in sorted({one.partition("_")[0] for one in locale_identifiers()}):
        rule = read_rule(plural_forms(language))
        assert rule is not None, language
        expected = [Locale.parse(language).plural_form(number) for number in range(201)]
        order = sorted(set(expected), key=tags.index)
        assert [order.index(tag) for tag in expected] == list(rule[1][:201]) or len(order) < rule[0], language


def test_tags_as_people_write_them() -> None:
    assert [language_tag(tag) for tag in ("PL", "pt_br", "se", "no", "nn-NO", "sv_FI", "de-ch", "ku-arab")] == [
        "pl", "pt-BR", "se", "nb", "nn", "sv", "de-CH", "ku-Arab",
    ]  # fmt: skip


def test_a_language_without_a_profile_works_with_less_and_says_so(
    project: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    places = ["--sources", str(project.sources), "--locales", str(project.locales)]
    assert main(["catalog", "new", "cs", *places]) == 0
    assert "there is no language profile for 'cs'; copy languages/profiles/se.yaml" in capsys.readouterr().err
    main(["catalog", "check", "cs", *places])
    assert "there is no language profile for 'cs'" in capsys.readouterr().err
    main(["catalog", "new", "pl", *places])
    assert "profile" not in capsys.readouterr().err
    with pytest.raises(UnknownLanguageError, match="no language profile for 'fkv'.*; CLDR has no plural rule"):
        project.new("fkv")


@pytest.mark.parametrize("tag", ["xx", "klingon", "p", "../x", "", "pl_"])
def test_no_language(project: Any, tag: str) -> None:
    with pytest.raises(UnknownLanguageError, match="language"):
        project.new(tag)


def test_a_catalog_that_is_there_is_not_overwritten(project: Any) -> None:
    before = project.path("nb").read_bytes()
    with pytest.raises(CatalogError, match="there is a catalog for 'nb' already"):
        project.new("no")
    with pytest.raises(UnknownLanguageError, match="source language"):
        project.new("en-GB")
    assert project.path("nb").read_bytes() == before
