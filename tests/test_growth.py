"""Every reader takes time in proportion to what it reads, and no file that is made to multiply takes much memory.

Each reader reads shapes that would take the square of their length where something is searched for each item. The time
is that of the processor, at n and 4n, the best of several: 4 times as much in a linear reader, 16 times in the other.
"""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from requirements import require_module

import imsterms
from imsterms import limits
from imsterms.catalogs.parser import parse_catalog
from imsterms.checks.text.lint import lint
from imsterms.exchange.intake.conversion import convert
from imsterms.formats import FORMATS, load_format, read_termbase
from imsterms.languages.plurals import read_rule
from imsterms.recognition.pages import annotate_document
from imsterms.recognition.readers import FORMATS as DOCUMENTS
from imsterms.recognition.readers import read
from imsterms.recognition.readers.office import ENDINGS, read_office
from imsterms.termbase.validate import validate

Shape = tuple[int, Callable[[int], Any], Callable[[Any], object]]
"""How many items to begin with, what makes a document of so many, and what reads it."""

SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://e.x/> .\n"
CONCEPT = 'ex:a a skos:Concept; skos:prefLabel "a"@en'
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: nb\\n"\n\n'


def document(form: str, size: int, piece: str) -> Shape:
    return size, lambda n: piece * n, lambda text: annotate_document(imsterms.glossary("nb"), read(text, form))


def checked(size: int, piece: str) -> Shape:
    return size, lambda n: piece * n, lambda text: imsterms.glossary("nb").lint(text)


def lines(size: int, line: str, read: Callable[[str], object], *, head: str = "", end: str = "") -> Shape:
    """Return a shape of numbered lines; ``{j}`` is the number of the next one."""

    def made(n: int) -> str:
        return head + "".join(line.replace("{i}", str(i)).replace("{j}", str(i + 1)) for i in range(n)) + end

    return size, made, read


def importing(name: str) -> Callable[[str | bytes], object]:
    def read(content: str | bytes) -> object:
        conversion = convert(read_termbase(content.encode() if isinstance(content, str) else content, name))
        return validate(conversion.termbase)

    return read


def termbase(entries: str) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(imsterms.SourceError):
        os.mkdir(f"{folder}/concepts")
        Path(folder, "concepts", "a.yaml").write_text(entries, "utf-8")
        imsterms.load(folder)


def tbx(size: int, line: str, head: str = "", end: str = "") -> Shape:
    start, stop = '<martif type="TBX" xml:lang="en"><text><body>', "</body></text></martif>"
    return lines(size, line, importing("a.tbx"), head=start + head, end=end + stop)


ENTRY = '<termEntry id="a">'
TERM = '<langSet xml:lang="en"><tig><term>{}</term></tig></langSet>'


def workbook(n: int) -> bytes:
    book = require_module("openpyxl").Workbook()
    book.active.append(["en", "nb"])
    for number in range(n):
        book.active.append([f"needle {number}", "nål"])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def word_document(n: int) -> bytes:
    made = require_module("docx").Document()
    for number in range(n):
        made.add_paragraph(f"En muskelknute {number}.")
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def open_document(n: int) -> bytes:
    odfdo = require_module("odfdo")
    made = odfdo.Document("text")
    for number in range(n):
        made.body.append(odfdo.Paragraph(f"En muskelknute {number}."))
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def rendered(text: str, **options: Any) -> str:
    return imsterms.glossary("nb").render(text, {"x": 1}, **options)


SHAPES: dict[str, Shape] = {
    "text": document("text", 100, "Vi har DRY NEEDLING-punkt og en muskelknute. "),
    "text, one word": document("text", 4000, "muskelknute"),
    "text, addresses": document("text", 1500, "@IMS"),
    "text, links": document("text", 800, "http:a<"),
    "text, templates": document("text", 600, "{{ nål {% {# "),
    "text, citations": checked(150, "Vi har en muskelknute (Moe 2001). "),
    "text, explained": checked(300, "muskelknute (triggerpunkt) "),
    "markdown": document("markdown", 250, "[nål][x] *muskel* `kode`\n\n"),
    "markdown, quotations": document("markdown", 120, "# a\n\\\n>"),
    "markdown, open": document("markdown", 1500, "[*`<"),
    "markdown, tables": document("markdown", 150, "| a | b |\n|---|---|\n| nål | x |\n"),
    "mdx": document("mdx", 600, "{ nål {b {c "),
    "html": document("html", 600, "<p>En <b>muskel</b>knute</p>"),
    "html, open": document("html", 600, "<div>nål "),
    "html, comments": document("html", 3000, "<!--"),
    "html, templates": document("html", 600, "{% if a %}{{ nål }} muskelknute {# "),
    "rst": document("rst", 500, "En muskelknute\n==============\n\n.. note:: nål\n\n"),
    "rst, open": document("rst", 1500, "``a `b "),
    "po": lines(400, 'msgid "a{i}"\nmsgstr "En muskelknute {i}"\n\n', document("po", 0, "")[2], head=PO),
    "po, catalog": lines(
        800,
        'msgctxt "a{i}"\nmsgid "b"\nmsgstr ""\n"x"\n"y"\n\n',
        lambda text: str(parse_catalog(text.encode(), "a")),
        head=PO,
    ),
    "xliff": lines(
        400,
        "<trans-unit id='{i}'><source>knot</source><target>En muskelknute</target></trans-unit>",
        document("xliff", 0, "")[2],
        head="<xliff version='1.2'><file source-language='en' target-language='nb'><body>",
        end="</body></file></xliff>",
    ),
    "docx": (150, word_document, lambda content: read_office(content, "a.docx")),
    "odt": (150, open_document, lambda content: read_office(content, "a.odt")),
    "csv": lines(200, "needle {i},nål {i}\n", importing("a.csv"), head="en,nb\n"),
    "csv, one term": lines(200, "needle,nål\n", importing("a.csv"), head="en,nb\n"),
    "csv, replaced": lines(
        400, "a{i},en,x,preferred,a{j}\n", importing("a.csv"), head="concept_id,language,term,status,replaced_by\n"
    ),
    "csv, references": lines(400, 'w{i},"{x{i}} and {y{i}}"\n', importing("a.csv"), head="en,definition\n"),
    "csv, one heading": lines(200, "word{i} ", importing("a.csv"), head='en,"', end='",nb\nneedle,,nål\n'),
    "csv, one cell": lines(1000, "word{i}; ", importing("a.csv"), head='en,Synonyms\nneedle,"', end='x"\n'),
    "xlsx": (150, workbook, importing("a.xlsx")),
    "tbx": tbx(250, '<termEntry id="c{i}">' + TERM.format("a {i}") + "</termEntry>"),
    "tbx, one term": tbx(250, "<termEntry>" + TERM.format("a") + "</termEntry>"),
    "tbx, categories": tbx(800, '<descrip type="odd{i}">x</descrip>', ENTRY, TERM.format("x") + "</termEntry>"),
    "tbx, transactions": tbx(
        800,
        '<transacGrp><transac type="transactionType">odd{i}</transac><date>2020-01-01</date></transacGrp>',
        ENTRY,
        TERM.format("x") + "</termEntry>",
    ),
    "skos": lines(
        150, 'ex:{i} a skos:Concept; skos:prefLabel "w{i}"@en; skos:broader ex:{j} .\n', importing("a.ttl"), head=SKOS
    ),
    "skos, one label": lines(150, CONCEPT.replace("ex:a", "ex:{i}") + " .\n", importing("a.ttl"), head=SKOS),
    "skos, notes": lines(300, '; skos:note "n{i}"@en', importing("a.ttl"), head=SKOS + CONCEPT, end=" .\n"),
    "skos, classes": lines(
        300,
        "ex:c{i} <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:c{j} .\n",
        importing("a.ttl"),
        head=SKOS + CONCEPT + " .\n",
    ),
    "json": lines(
        300,
        '{"id": "c{i}", "broader": ["c{j}"], "languages": {"en": {"preferred": {"term": "a {i}"}}}},',
        importing("a.json"),
        head='{"concepts": [',
        end='{"id": "x"}]}',
    ),
    "yaml": lines(200, "c{i}:\n  term: word {i}\n  definition: round {c{j}}\n", termbase),
    "yaml, unknown names": lines(800, "c{i}: {term: word {i}, broader: [word{i}]}\n", termbase),
    "yaml, one name": lines(400, "c:\n  term: word\n", termbase),
    "templates": (400, lambda n: "{trigger_point}[the plural] og {x} " * n, rendered),
    "templates, html": (
        300,
        lambda n: "{trigger_point}[the plural] og {x} " * n,
        lambda text: rendered(text, html=True),
    ),
    "pages": (250, lambda n: "<p>En <b>nål</b> her" * n, lambda page: imsterms.glossary("nb").link(page)),
    "languages": (500, lambda n: "nn;q=0.5," * n, lambda header: imsterms.negotiate(header, default="nb")),
    "queries": (200, lambda n: "nål " * n, lambda query: imsterms.glossary("nb").search(query)),
}


def test_every_reader_is_tried() -> None:
    """Of documents, of formats that are imported, and of what a termbase is made of."""
    tried = {name.partition(",")[0] for name in SHAPES}
    imports = {name for name in FORMATS if hasattr(load_format(name), "read")}
    readers = {*DOCUMENTS, *(ending.lstrip(".") for ending in ENDINGS), *imports, "yaml", "templates"}
    assert readers <= tried


def seconds(read: Callable[[Any], object], content: Any) -> float:
    """Return how long the processor worked, the best of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        read(content)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_the_length(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CONCEPT_ITEMS", 1_000_000)
    size, made, read = SHAPES[name]
    read(made(2))  # what is loaded once
    few, many = made(size), made(4 * size)
    ratios = []
    for _ in range(4):  # another program may slow one of the two down
        ratios.append(seconds(read, many) / max(seconds(read, few), 0.005))
        if ratios[-1] < 8:
            print(f"{name}: four times as much takes {ratios[-1]:.1f} times as long")
            return
    pytest.fail(f"four times as much takes {min(ratios):.1f} times as long")


# --- memory ---

MEASURE = """
import re, sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
import test_growth
def peak():  # of this program; what getrusage says is that of the program that started it too
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before = peak()
try:
    test_growth.{read}(Path(sys.argv[1]).read_bytes(), sys.argv[2])
except test_growth.imsterms.ImstermsError as error:
    print(str(error)[:200], file=sys.stderr)
print(peak() - before)
"""


def import_bytes(content: bytes, name: str) -> None:
    importing(name)(content)


def lint_office(content: bytes, name: str) -> None:
    text, document = read_office(content, name)
    lint(imsterms.glossary("nb"), text, document=document)


def annotate_bytes(content: bytes, name: str) -> None:
    annotate_document(imsterms.glossary("nb"), read(content.decode("utf-8"), name))


def load_bytes(content: bytes, name: str) -> None:
    termbase(content.decode("utf-8"))


def read_plurals(content: bytes, name: str) -> None:
    read_rule(parse_catalog(content, name).metadata["Plural-Forms"])


def blanks() -> bytes:
    """Return a workbook that unpacks to more than half a gigabyte."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("a", "w") as part:
        for _ in range(550):
            part.write(b" " * 1_000_000)
    return stream.getvalue()


def shared_string() -> bytes:
    """Return a workbook whose one long text is in each of many cells."""
    book = require_module("openpyxl").Workbook()
    for _ in range(4000):
        book.active.append(["x" * 32_000] * 2)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def word_xml(body: str) -> bytes:
    """Return a Word document with this XML as its body."""
    stream = BytesIO()
    require_module("docx").Document().save(stream)
    packed = BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:body>.*</w:body>", f"<w:body>{body}</w:body>".encode(), part, flags=re.DOTALL)
            new.writestr(name, part)
    return packed.getvalue()


LONG = "x" * 200_000
TWICE = '<martif type="TBX" xml:lang="en"><text><body>{}</body></text></martif>'
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(10))
HOSTILE: dict[str, tuple[str, str, Callable[[], str | bytes]]] = {
    "entities": ("import_bytes", "a.tbx", lambda: f"<!DOCTYPE tbx [{LAUGHS}]><tbx>&l9;</tbx>"),
    "attribute defaults": (
        "import_bytes",
        "a.tbx",
        lambda: f'<!DOCTYPE tbx [<!ATTLIST q z CDATA "{"x" * 199}">]><tbx>{"<q/>" * 500_000}</tbx>',
    ),
    "an entity named often": (
        "import_bytes",
        "a.tbx",
        lambda: f'<!DOCTYPE martif [<!ENTITY b "{"y" * 199}">]>' + TWICE.format("&b;" * 500_000),
    ),
    "a long namespace": (
        "import_bytes",
        "a.tbx",
        lambda: (
            f'<martif xmlns:p="http://{LONG}" type="TBX">' + "".join(f"<p:a{i}/>" for i in range(3000)) + "</martif>"
        ),
    ),
    "a long prefix": (
        "import_bytes",
        "a.ttl",
        lambda: (
            SKOS.replace("http://e.x/", f"http://e.x/{LONG}")
            + "".join(f"ex:{i} a skos:Concept .\n" for i in range(3000))
        ),
    ),
    "a long base": (
        "import_bytes",
        "a.ttl",
        lambda: SKOS + f"@base <http://e.x/{LONG}> .\n" + "".join(f"<#{i}> a skos:Concept .\n" for i in range(3000)),
    ),
    "a language each": (
        "import_bytes",
        "a.tbx",
        lambda: TWICE.format(
            "".join(
                f'<termEntry id="c{i}"><langSet xml:lang="{a}{b}{c}"><tig><term>t{i}</term></tig></langSet></termEntry>'
                for i, (a, b, c) in enumerate(itertools.product("abcdefghijklm", repeat=3))
            )
        ),
    ),
    "line breaks of Word": (
        "lint_office",
        "a.docx",
        lambda: word_xml(f"<w:p><w:r>{'<w:br/>' * 3_000_000}</w:r></w:p>"),
    ),
    "paragraphs in paragraphs": (
        "lint_office",
        "a.docx",
        lambda: word_xml(
            "<w:p>" * 200 + "<w:r><w:t>muskelknute</w:t></w:r>" * 20_000 + "</w:p>" * 200,
        ),
    ),
    "shared string": ("import_bytes", "a.xlsx", shared_string),
    "workbook of blanks": ("import_bytes", "a.xlsx", blanks),
    "brackets": ("import_bytes", "a.json", lambda: "[" * 5_000_000),
    "aliases": (
        "load_bytes",
        "a.yaml",
        lambda: "a: &a [x]\n" + "".join(f"b{i}: &b{i} [{', '.join(['*a'] * 9)}]\n" for i in range(9)),
    ),
    "plural forms": (
        "read_plurals",
        "a.po",
        lambda: PO.replace("Language", "Plural-Forms: nplurals=99999999; plural=0;\\nLanguage"),
    ),
    "quotations": ("annotate_bytes", "markdown", lambda: "> " * 200_000),
    "elements": ("annotate_bytes", "html", lambda: "<div>" * 200_000),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is measured in kB on Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_little_memory(name: str, tmp_path: Path) -> None:
    read, kind, made = HOSTILE[name]
    content = made()
    path = tmp_path / "hostile"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    folders = [str(Path(__file__).parent), str(Path(__file__).parent / "support")]
    command = [sys.executable, "-c", MEASURE.format(read=read), str(path), kind, *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    megabytes = int(done.stdout) / 1024
    print(f"{name}: {path.stat().st_size / 1e6:.2f} MB, peak {megabytes:.0f} MB more, {done.stderr.strip()}")
    assert megabytes < 400


SERIES = """
import gc, sys, tracemalloc
import numpy  # loaded once, when much text has been read
sys.path[:0] = sys.argv[1:]
import test_growth
for name, made in test_growth.LONG_WORDS.items():
    for call, ask in test_growth.ASKED.items():
        ask(made(0))
        tracemalloc.start()
        for number in range(1, 9):
            ask(made(number))
        gc.collect()
        print(f"{call} {name} {tracemalloc.get_traced_memory()[0] / 1e6:.1f}")
        tracemalloc.stop()
"""
LONG_WORDS: dict[str, Callable[[int], str]] = {
    "combining": lambda n: "a\u0301" + "bcdefghijk"[n % 10] * (400_000 + n),
    "latin": lambda n: "å" + "bcdefghijk"[n % 10] * (400_000 + n) + " nål",
    "hyphens": lambda n: "nål-" + "bcdefghijk"[n % 10] * (400_000 + n) + "-nål",
    "beyond latin": lambda n: "ж" * (200_000 + n) + " nål",
}
ASKED: dict[str, Callable[[str], object]] = {
    "annotate": lambda text: imsterms.glossary("nb").annotate(text, loose=True),
    "lint": lambda text: imsterms.glossary("nb").lint(text),
    "find": lambda text: imsterms.glossary("nb").find(text),
    "search": lambda text: imsterms.glossary("nb").search(text),
    "render": lambda text: imsterms.glossary("nb").render(text),
    "link": lambda text: imsterms.glossary("nb").link(f"<p>{text}"),
}


@pytest.mark.slow
def test_texts_gone_by_are_forgotten() -> None:
    """Of eight texts with long words, at most three are still there, whatever was asked of them."""
    folders = [str(Path(__file__).parent), str(Path(__file__).parent / "support")]
    command = [sys.executable, "-c", SERIES, *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=550)
    assert done.returncode == 0, done.stderr[-2000:]
    assert [line for line in done.stdout.splitlines() if float(line.split()[-1]) > 1.5] == []
