"""Leaflets: an article and the clinic's name on paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import imsterms
from imsterms.web.leaflet import Clinic, leaflet_html, leaflet_pdf, read_clinic

pytest.importorskip("jinja2")

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    return Clinic("Smertehjelpa <Bergen>", "55 00 00 00", str(tmp_path / "logo.svg"))


def test_a_leaflet_has_everything_in_it(nb: imsterms.Glossary, clinic: Clinic) -> None:
    html = leaflet_html(nb.articles["about_ims"], clinic)
    assert "Smertehjelpa &lt;Bergen&gt; · 55 00 00 00" in html
    assert 'src="data:image/svg+xml;base64,' in html
    assert "<link" not in html and "<script" not in html
    assert "Ord og uttrykk i teksten" in html


def test_claims_are_left_out(nb: imsterms.Glossary, clinic: Clinic) -> None:
    for article in nb.articles.values():
        assert "imsterms-claim" not in leaflet_html(article, clinic)


@pytest.mark.parametrize("logo", ["missing.png", "logo.txt"])
def test_a_logo_that_is_no_image(nb: imsterms.Glossary, logo: str) -> None:
    with pytest.raises(imsterms.FileError, match=logo):
        leaflet_html(nb.articles["about_ims"], Clinic(logo=logo))


def test_the_clinic_is_a_setting(tmp_path: Path) -> None:
    settings = tmp_path / ".imsterms.yaml"
    assert read_clinic(str(settings)) == Clinic()
    settings.write_text("lint: {lang: nb}\n", encoding="utf-8")
    assert read_clinic(str(settings)) == Clinic()
    settings.write_text("clinic: {name: Smertehjelpa, phone: 0550, logo: logo.svg}\n", encoding="utf-8")
    assert read_clinic(str(settings)) == Clinic("Smertehjelpa", "0550", str(tmp_path / "logo.svg"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("clinic: {phon: x}", "there is no setting 'phon' for clinic; did you mean 'phone'?"),
        ("clinic: {phone: [55, 00]}", "phone of clinic must be text"),
        ("clinic: [x]", "clinic must have keys with values"),
        ("clinic: {", "the YAML is broken here"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / ".imsterms.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(imsterms.SettingsError) as error:
        read_clinic(str(tmp_path / ".imsterms.yaml"))
    assert message in str(error.value)


@pytest.mark.slow
def test_pdf(clinic: Clinic, require_module: Callable[[str], Any]) -> None:
    require_module("weasyprint")
    pypdf = require_module("pypdf")
    for language in imsterms.languages():
        article = imsterms.glossary(language).articles["about_ims"]
        sheets = pypdf.PdfReader(io.BytesIO(leaflet_pdf(article, clinic))).pages
        assert [round(float(side)) for side in sheets[0].mediabox[2:]] == [595, 842]
        text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
        assert article.title in text and "55 00 00 00" in text
        booklet = pypdf.PdfReader(io.BytesIO(leaflet_pdf(article, clinic, "a5"))).pages
        assert len(booklet) % 2 == 0
        assert [round(float(side)) for side in booklet[0].mediabox[2:]] == [839, 595]
        # the front page is on the right of the first sheet, so that it is outside when the sheet is folded
        assert article.title in " ".join(booklet[0].extract_text().split())
