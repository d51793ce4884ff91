"""The static site: every page is there, every link leads somewhere, nothing is asked of other servers."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest

import imsterms
from imsterms.web.leaflet import Clinic
from imsterms.web.site import Site, build_site

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
    clinic = Clinic("Smertehjelpa", "55 00 00 00")
    return folder, build_site(imsterms.glossary("nb"), folder, url="https://example.org/ims/", clinic=clinic)


@pytest.fixture(scope="module")
def pages(built: tuple[Path, Site]) -> dict[str, Page]:
    folder = built[0]
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")
    }


def test_a_page_for_each_concept_in_every_language(built: tuple[Path, Site], pages: dict[str, Page]) -> None:
    for language in imsterms.languages():
        for concept in imsterms.glossary(language).values():
            page = pages[f"{language}/concepts/{concept.id}.html"]
            assert str(concept.term) in "".join(page.words)
    assert built[1].pages == len(pages)
    assert built[1].gaps == ()


def test_every_link_leads_to_a_page(built: tuple[Path, Site], pages: dict[str, Page]) -> None:
    folder = built[0]
    for name, page in pages.items():
        for link in page.links + page.loaded:
            if link.startswith(("https://", "http://")):
                continue
            path, fragment = urldefrag(unquote(link))
            target = (folder / name).parent / path if path else folder / name
            assert target.resolve().is_file(), (name, link)
            if fragment and target.suffix == ".html":
                assert fragment in pages[target.resolve().relative_to(folder.resolve()).as_posix()].ids, (name, link)


def test_nothing_is_loaded_from_elsewhere_and_no_id_occurs_twice(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert [link for link in page.loaded if ":" in link or link.startswith("/")] == [], name
        assert len(page.ids) == len(set(page.ids)), name


def test_a_concept_page_is_small(built: tuple[Path, Site]) -> None:
    shared = (built[0] / "assets/style.css").stat().st_size
    sizes = {path: path.stat().st_size for path in built[0].glob("*/concepts/*.html")}
    assert max(sizes.values()) + shared < 60_000


def test_unreviewed_advice_carries_the_notice_and_claims_do_not_appear(pages: dict[str, Page]) -> None:
    for language in imsterms.languages():
        glossary = imsterms.glossary(language)
        for concept in glossary.values():
            if concept.notice:
                assert concept.notice in "".join(pages[f"{language}/concepts/{concept.id}.html"].words)
        everything = " ".join(" ".join("".join(page.words).split()) for page in pages.values())
        for article in glossary.articles.values():
            for block in article.blocks("annotated"):
                if block.kind == "claim" and block.text:
                    words = " ".join(glossary.render(block.text.template, article.values).split())
                    assert words not in everything


def test_json_ld_sitemap_and_leaflets(built: tuple[Path, Site], pages: dict[str, Page]) -> None:
    text = (built[0] / "nb/concepts/trigger_point.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert data is not None
    term = json.loads(data[1])
    assert term["termCode"] == "trigger_point"
    assert {"@language": "nb", "@value": "triggerpunkt"} in term["name"]
    sitemap = (built[0] / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.count("<loc>") == len(pages)
    assert "<loc>https://example.org/ims/nn/concepts/trigger_point.html</loc>" in sitemap
    leaflet = "".join(pages["nb/leaflets/spine.a5.html"].words)
    assert "Smertehjelpa" in leaflet and "55 00 00 00" in leaflet


def test_a_hostile_termbase_gives_only_our_own_elements(project: Any, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    project.write(
        "concepts/a.yaml",
        json.dumps(
            {"a": {"term": f"a {evil}", "definition": evil, "explanation": evil, "notes": [evil], "plain": evil}}
        ),
    )
    build_site(project.glossary("en"), tmp_path / "public", clinic=Clinic(evil, evil))
    for path in (tmp_path / "public").rglob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        assert "img" not in page.tags
        assert page.tags.count("script") == (2 if path.name == "search.html" else path.parent.name == "concepts")
    words = (tmp_path / "public/assets/words.en.js").read_text(encoding="utf-8")
    data = words.removeprefix("(globalThis.imstermsData ??= []).push(").removesuffix(");\n")
    assert list(json.loads(data)["concepts"]) == ["a"]


def test_search_finds_words_of_both_kinds_of_norwegian(built: tuple[Path, Site], require_tool: Any) -> None:
    folder = built[0] / "assets"
    ask = """
        const { readFileSync } = require("node:fs");
        const [, folder, query] = process.argv;
        const element = () => ({
            value: "", dataset: { some: "treff", none: "ingen" }, children: [], addEventListener() {},
            append(...given) { this.children.push(...given); }, replaceChildren(...given) { this.children = given; },
        });
        const elements = { q: element(), results: element(), status: element() };
        globalThis.document = { getElementById: (id) => elements[id], createElement: element };
        globalThis.location = { search: `?q=${encodeURIComponent(query)}` };
        for (const name of ["words.nb", "words.nn", "words.en", "search"]) {
            (0, eval)(readFileSync(`${folder}/${name}.js`, "utf8"));
        }
        console.log(JSON.stringify(elements.results.children.map((item) => item.children[0].href)));
    """

    def found(query: str) -> list[str]:
        command = [require_tool("node"), "-e", ask, str(folder), query]
        return list(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))

    assert found("hovudpine")[0] == "concepts/headache.html"  # Nynorsk, on the page in Bokmål
    assert found("tennisolboge")[0] == "concepts/lateral_epicondylitis.html"
    assert found("nalene")[0] == "concepts/needle.html"  # typed without å
    assert "concepts/myalgia.html" in found("M79.1")
    assert found("  ") == []


def test_a_missing_term_is_a_named_gap(project: Any, tmp_path: Path) -> None:
    project.write("concepts/a.yaml", "a: {term: alpha}\nb: {term: beta, broader: [a]}\n")
    project.catalog("nb", {"a.term": ["alfa", "alfaer"]})
    site = build_site(project.glossary("nb"), tmp_path / "public")
    assert [gap for gap in site.gaps if gap.startswith("nb")] == [
        "nb: the concept 'b' has no term; another language's is shown"
    ]
    assert 'lang="en"' in (tmp_path / "public/nb/concepts/b.html").read_text(encoding="utf-8")
