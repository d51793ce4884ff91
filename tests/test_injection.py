"""Hostile words in every field of a termbase: what is written says no more to the parser of its format."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest
from requirements import require_module, require_tool

import imsterms
from imsterms.characters import HIDDEN
from imsterms.cli import main
from imsterms.formats import FORMATS

MARKUP = "\"><script>alert(1)</script> ' onmouseover='f() <!-- &lt;img src=x onerror=f()&gt; ]]> [x](javascript:f())"
CODE = (
    "'; system('id'); // */ <?php f() ?> \";f();// ${f()} `x` $t(x) {{y}} {% raw %} \\u003cb\\u003e \\N{BEL} __proto__"
)
SYNTAX = '" . <http://evil/> a <http://evil/b> . }, note = {x %0A::error::x \u2028::error::y # heading | a \\ %s%n'
FORMULA = "=HYPERLINK(1);+1+1,@SUM(1)\t-2+3"
WORDS = {"markup": MARKUP, "code": CODE, "syntax": SYNTAX, "formula": FORMULA}
OPTIONS = {"csv": [{}, {"wide": True}, {"tabs": True}], "xlsx": [{}, {"wide": True}]}
OPTIONS["skos"] = [{}, {"syntax": "rdf-xml"}, {"syntax": "json-ld"}]
OPTIONS["tbx"] = [{}, {"edition": "2"}]


def termbase(folder: Path, words: str) -> imsterms.LoadedTermbase:
    """Return a termbase that has the same words wherever words can be."""
    text = words.replace("{", "{{").replace("}", "}}")
    term = re.sub(r"[{}|#\u2028\t]", "", words)
    concept = {
        **dict.fromkeys(("term", "plural", "abbreviation", "plain"), term),
        **{"admitted": [f"a{term}"], "deprecated": [f"b{term} # {term}"], "lay": [f"c{term}"], "sources": ["book"]},
        **{"definition": text, "explanation": text, "notes": [text], "codes": {"mesh": {"exact": [term]}}},
    }
    block = [{"id": "a", "text": text}, {"id": "b", "heading": text}]
    source = {
        **dict.fromkeys(("title", "author", "container", "note"), term),
        "year": "1999",
        "url": f"https://e.x/{term}",
    }
    system = {**dict.fromkeys(("name", "owner", "licence", "version"), term), "url": f"https://e.x/{term}"}
    files = {
        "concepts/tools.yaml": {"cup": concept, "lid": {"term": "lid", "broader": ["cup"], "definition": "of a {cup}"}},
        "sources.yaml": {"book": source},
        "code_systems.yaml": {"mesh": system},
        "termbase.yaml": dict.fromkeys(("title", "publisher", "licence", "version"), term),
        "articles/one.yaml": {"title": text, "sources": ["book"], "blocks": block},
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), "utf-8")
    tree = ["--sources", str(folder), "--locales", str(folder / "locales")]
    assert main(["catalog", "new", "nb", *tree]) == 0
    path = folder / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    catalog = polib.pofile(str(path))
    for entry in catalog:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: term, 1: term}
        else:
            field = entry.msgctxt.partition(".")[2]
            lists = f"short: {term}\nalso: a{term}\nnot: b{term} # {term}"
            entry.msgstr = lists if field == "words" else term if field.startswith("term") else text
    catalog.save()
    return imsterms.load(folder)


def parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a document, which may be a single one."""
    if content[:2] != b"PK":
        yield "", content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield from ((name, archive.read(name)) for name in archive.namelist())


def is_formula(cell: str) -> bool:
    return len(cell) > 1 and cell[0] in "=+-@\t\r" and not cell[1:].isalpha()


def judge(name: str, content: bytes, folder: Path) -> None:
    """Read a document with a parser of its format; fail where it says what only the hostile words do."""
    for path, part in parts(content):
        ending = path.rpartition(".")[2]
        if ending in ("xml", "rels") or name == "tbx":
            ElementTree.fromstring(part)
        elif ending == "json" or name in ("json", "fhir", "jsonld", "i18next"):
            json.loads(part)
        elif ending in ("js", "mjs") or name == "web":
            assert b"</script" not in part.replace(b"\\u003c", b"")
            (folder / "script.mjs").write_bytes(part)
            done = subprocess.run([require_tool("node"), "--check", folder / "script.mjs"], check=False)
            assert done.returncode == 0
        elif ending == "php":
            assert b"system(" not in part
        elif name in ("csv", "weblate", "deepl"):
            for mark in ",;\t":
                rows = csv.reader(io.StringIO(part.decode("utf-8-sig"), newline=""), delimiter=mark)
                assert name != "csv" or [cell for row in rows for cell in row if is_formula(cell)] == []
    if name == "xlsx":
        book = require_module("openpyxl").load_workbook(io.BytesIO(content))
        assert [
            cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        ] == []
    if name == "bibtex":
        entries = require_module("pybtex.database").parse_string(content.decode(), "bibtex").entries
        assert [one.fields["note"] for one in entries.values() if one.fields.get("note") == "x"] == []


def judge_rdf(content: bytes, syntax: str) -> None:
    graph = require_module("rdflib").Graph().parse(data=content, format=syntax)
    assert not [node for triple in graph for node in triple if str(node).startswith("http://evil/")]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_format_says_more_than_the_words(kind: str, language: str, tmp_path: Path) -> None:
    glossary = termbase(tmp_path / "own", WORDS[kind]).glossary(language, fallback=True)
    for name in FORMATS:
        target = {"target": "nb" if language == "en" else "en"} if name in ("weblate", "omegat", "deepl") else {}
        for options in OPTIONS.get(name, [target]):
            content = imsterms.export(glossary, name, **options)
            if name.startswith("skos"):
                judge_rdf(content, {"rdf-xml": "xml", "json-ld": "json-ld"}.get(options.get("syntax", ""), "turtle"))
            else:
                judge(name, content, tmp_path)
    ElementTree.fromstring(imsterms.draw_map(glossary, "cup", format="svg"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", WORDS)
def test_no_page_of_a_site_has_more_elements_than_ours(kind: str, tmp_path: Path) -> None:
    from imsterms.web.site import build_site

    own = termbase(tmp_path / "own", WORDS[kind])
    release = json.loads(imsterms.export(own.glossary("en"), "json"))
    release["version"] = WORDS[kind]
    release["concepts"][0]["languages"]["en"]["preferred"]["term"] = WORDS[kind]
    (tmp_path / "release.json").write_text(json.dumps(release), "utf-8")
    build_site(own.glossary("nb", fallback=True), tmp_path / "site", releases=[tmp_path / "release.json"])
    pages = {path: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert len(pages) > 10
    for path, page in pages.items():
        seen = Page(page)
        assert seen.tags.isdisjoint({"img", "iframe", "object", "embed"}), path
        assert [name for name in seen.attributes if name.startswith("on")] == []
        assert [link for link in seen.links if re.match(r"\s*(javascript|data|vbscript):", link, re.I)] == []


class Page(HTMLParser):
    """The elements, attributes and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.links = set[str](), set[str](), list[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "action") and value]


@pytest.mark.slow
@pytest.mark.parametrize("kind", WORDS)
def test_no_line_on_a_terminal_is_a_command(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = str(tmp_path / "own")
    termbase(tmp_path / "own", WORDS[kind])
    capsys.readouterr()
    options = ["--from", own, "--lang", "nb"]
    commands = [["show", "cup"], ["list"], ["find", "lid"], ["search", "s"], ["map", "cup"]]
    for command in [
        *([*one, *options] for one in commands),
        ["check", "--sources", own],
        ["show", f"x\x1b]0;\x07{kind}"],
    ]:
        main(command)
        out, err = capsys.readouterr()
        assert HIDDEN.isdisjoint(out + err), command
        assert [line for line in re.split(r"[\r\n]", out + err) if line.startswith("::")] == [], command
