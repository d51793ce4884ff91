"""The site in real Chromium: keyboard, touch, zoom, forced colours, print; axe and the Nu HTML checker find nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import OVERFLOW, Report, Visit, browse, html_faults

import imsterms
from imsterms.web.leaflet import Clinic
from imsterms.web.site import build_site

pytestmark = pytest.mark.slow
pytest.importorskip("jinja2")

KINDS = (
    "index.html",
    "search.html?q=muskel",
    "alphabet.html",
    "fields/safety.html",
    "concepts/pneumothorax.html",
    "concepts/trigger_point.html",
    "articles/about_ims.html",
    "leaflets/about_ims.a4.html",
    "leaflets/about_ims.a5.html",
)
"""A page of each kind."""
OPEN = "document.querySelectorAll(':popover-open').length"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "a folder" / "public"
    build_site(imsterms.glossary("nb"), folder, clinic=Clinic("Smertehjelpa", "55 00 00 00"))
    return folder


def visit(site: Path, path: str, *steps: list[str], **options: object) -> Report:
    (report,) = browse(Visit(f"file://{site}/{path}", [*steps], **options))  # type: ignore[arg-type]
    return report


def test_axe_finds_nothing_and_no_page_is_wider_than_the_window(site: Path) -> None:
    steps = [["axe"], ["evaluate", OVERFLOW]]
    visits = [Visit(f"file://{site}/index.html", steps)]
    for language in imsterms.languages():
        for kind in KINDS:
            # 320 pixels are a desk's screen at a zoom of 400 per cent
            for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
                page = f"file://{site}/{language}/{kind}"
                visits.append(Visit(page, steps, width, [["prefers-color-scheme", scheme]]))
    for asked, report in zip(visits, browse(*visits), strict=True):
        assert report.results == [[], 0], asked
        assert report.errors == [], asked
        assert [request for request in report.requests if not request.startswith("file:")] == [], asked


def test_a_term_is_explained_by_keyboard_and_by_touch(site: Path) -> None:
    button = "main button.imsterms-term"
    keys = [["focus", button], ["press", "Enter"], ["evaluate", OPEN], ["press", "Escape"], ["evaluate", OPEN]]
    assert visit(site, "nb/leaflets/about_ims.a4.html", *keys).results[2::2] == [1, 0]
    touch = visit(site, "nb/leaflets/about_ims.a4.html", ["tap", button], ["evaluate", OPEN], width=390, touch=True)
    assert touch.results[-1] == 1


def test_the_keyboard_skips_to_the_content_and_searches(site: Path) -> None:
    page = "nn/concepts/needle.html"
    skipped = visit(site, page, ["press", "Tab"], ["press", "Enter"], ["evaluate", "document.activeElement.id"])
    assert skipped.results[-1] == "content"
    searched = visit(
        site,
        "nb/search.html",
        ["type", "#q", "hovudpine"],
        ["evaluate", "document.querySelector('#results a').getAttribute('href')"],
        ["evaluate", "document.getElementById('status').textContent"],
    )
    assert searched.results[1] == "concepts/headache.html"
    assert searched.results[2].startswith("Treff: ")


def test_the_map_leads_to_other_concepts(site: Path) -> None:
    report = visit(
        site,
        "nb/concepts/trigger_point.html",
        ["click", ".map summary"],
        ["evaluate", "document.querySelector('.map svg a').getAttribute('href')"],
        ["evaluate", "document.querySelector('.map svg').getBoundingClientRect().height > 50"],
    )
    assert report.results[1].startswith("../concepts/")
    assert report.results[2] is True


def test_forced_colours_reduced_motion_and_print(site: Path) -> None:
    style = "getComputedStyle(document.querySelector('{}')).{}"
    forced = visit(
        site,
        "nb/articles/about_ims.html",
        ["evaluate", style.format(".imsterms-term", "textDecorationStyle")],
        features=[["forced-colors", "active"]],
    )
    assert forced.results == ["solid"]
    smooth = [
        visit(
            site,
            "nb/index.html",
            ["evaluate", style.format("html", "scrollBehavior")],
            features=[["prefers-reduced-motion", motion]],
        ).results[0]
        for motion in ("no-preference", "reduce")
    ]
    assert smooth == ["smooth", "auto"]
    printed = visit(
        site,
        "nb/articles/about_ims.html",
        ["evaluate", style.format("header form", "display")],
        ["evaluate", "document.body.innerText"],
        ["pdf"],
        media="print",
    )
    assert printed.results[0] == "none"
    assert "Ord og uttrykk i teksten" in printed.results[1]
    assert printed.results[2] > 1000


def test_the_nu_html_checker_finds_no_error(site: Path) -> None:
    assert html_faults(site) == []
