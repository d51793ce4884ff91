"""imsterms site: a folder of pages, and what it refuses."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

import imsterms
from imsterms.cli import main
from imsterms.web.site import Site, SiteSettings, build_site

pytest.importorskip("jinja2")


class Page(HTMLParser):
    """The links, ids and visible words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag in ("a", "link") and values.get("rel") != "canonical":
            (self.links if tag == "a" or values.get("rel") == "alternate" else self.loaded).append(str(values["href"]))
        if "src" in values:
            self.loaded.append(str(values["src"]))
        if tag == "form":
            self.links.append(str(values["action"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Site]:
    folder = tmp_path_factory.mktemp("site") / "public"
    settings = SiteSettings("https://example.org/ims/", name="Smertehjelpa", phone="55 00 00 00")
    return folder, build_site(imsterms.glossary("nb"), folder, settings)


@pytest.fixture(scope="module")
def pages(built: tuple[Path, Site]) -> dict[str, Page]:
    folder = built[0]
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")
    }


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", "-o", str(tmp_path / "public")]) == 0
    assert "pages" in capsys.readouterr().out
    assert main(["site", "-o", str(tmp_path)]) == 2
    assert "name an empty or a new folder" in capsys.readouterr().err
    assert main(["site", "-o", str(tmp_path / "public"), "--logo", "nowhere.png"]) == 2
