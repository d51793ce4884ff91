"""Every bound on what comes from outside is in one module, documented, held at the limit and raised by who calls."""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from requirements import require_module

import imsterms
from imsterms import limits
from imsterms.catalogs.parser import parse_catalog
from imsterms.exchange.intake.conversion import convert
from imsterms.exchange.intake.xml_input import parse_xml
from imsterms.files import check_archive, check_growth, read_stream
from imsterms.formats import read_termbase
from imsterms.languages.plurals import read_rule
from imsterms.lexicon.term import written_number
from imsterms.termbase.nodes import read

NAMES = [name for name in vars(limits) if name.isupper()]


def code(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): path.read_text("utf-8")
        for path in sorted((root / "imsterms").rglob("*.py"))
        if path.name != "limits.py"
    }


def test_each_says_what_it_bounds_and_the_page_shows_it(root: Path) -> None:
    body = ast.parse((root / "imsterms" / "limits.py").read_text("utf-8")).body
    described = {
        one.targets[0].id: after.value.value
        for one, after in zip(body, body[1:], strict=False)
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
    }
    assert list(described) == NAMES
    page = (root / "docs" / "limits.md").read_text("utf-8")
    assert re.search(r"automodule:: imsterms\.limits\n\s+:members:", page)  # which shows what is described, and no more
    assert "docs/limits.md" in (root / "SECURITY.md").read_text("utf-8")


def test_each_is_read_where_it_bounds_so_that_a_caller_can_raise_it(root: Path) -> None:
    texts = code(root)
    for name in NAMES:
        assert any(re.search(rf"\blimits\.{name}\b|\"{name}\"", text) for text in texts.values()), (
            f"nothing uses {name}"
        )
    assert [path for path, text in texts.items() if re.search(r"from \.*limits import", text)] == []


def rows(count: int) -> bytes:
    return b"en,nb\n" + b"needle,nal\n" * (count - 1)


def workbook(characters: int) -> bytes:
    book = require_module("openpyxl").Workbook()
    book.active.append(["en", "nb"])
    book.active.append(["n" * (characters - 4), ""])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def archive(size: int) -> bytes:
    from zipfile import ZipFile

    stream = io.BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("a.xml", b"<" * size)
    return stream.getvalue()


def yaml(depth: int, folder: Path) -> None:
    findings: list[imsterms.Finding] = []
    path = folder / "a.yaml"
    path.write_text("[" * depth + "a" + "]" * depth, "utf-8")
    read(str(path), "a.yaml", findings)
    if findings:
        raise imsterms.SourceError(findings[0].message)


def table(content: bytes, name: str = "a.csv") -> None:
    convert(read_termbase(content, name))


SKOS = (
    b"@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://e.x/> ."
    b'e:%s a skos:Concept ; skos:prefLabel "cup"@en .'
)
Try = Callable[[int, Path], object]
BOUNDS: dict[str, tuple[int, Try]] = {
    "FILE_BYTES": (20, lambda n, _: read_stream(io.BytesIO(b"a" * n), "a")),
    "OFFICE_BYTES": (20, lambda n, _: check_archive(archive(n), "a.docx", "OFFICE_BYTES")),
    "WORKBOOK_BYTES": (20, lambda n, _: check_archive(archive(n), "a.xlsx", "WORKBOOK_BYTES")),
    "TABLE_ROWS": (20, lambda n, _: table(rows(n))),
    "TABLE_COLUMNS": (20, lambda n, _: table(b"en,nb" + b",x" * (n - 2) + b"\ncup,kopp" + b"," * (n - 2) + b"\n")),
    "TABLE_CHARACTERS": (20, lambda n, _: table(workbook(n), "a.xlsx")),
    "TEXT_PER_BYTE": (20, lambda n, _: check_growth(limits.TEXT_FROM + 10 * n, 10, "a.docx")),
    "IRI_CHARACTERS": (60, lambda n, _: table(SKOS % (b"a" * (n - len(b"http://e.x/"))), "a.ttl")),
    "LANGUAGES": (3, lambda n, _: table(b"en," + b",".join([b"nb", b"sv", b"da", b"fi"][: n - 1]) + b"\n" + b"a," * n)),
    "TERM_CHARACTERS": (20, lambda n, _: table(b"en,nb\n" + b"a" * n + b",b\n")),
    "CONCEPT_ITEMS": (
        5,
        lambda n, _: table(b'en,Synonyms\ncup,"' + b";".join(b"a%d" % i for i in range(n - 1)) + b'"'),
    ),
    "XML_ENTITY_CHARACTERS": (20, lambda n, _: parse_xml(b'<!DOCTYPE a [<!ENTITY b "%s">]><a/>' % (b"c" * n))),
    "YAML_DEPTH": (5, yaml),
    "NUMBER_DIGITS": (20, lambda n, _: written_number(10 ** (n - 1), "nb")),
}
"""What refuses, with a small limit: what is made at the limit is taken, one beyond it is not."""


@pytest.mark.parametrize("name", BOUNDS)
def test_at_the_limit_and_one_beyond(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    value, attempt = BOUNDS[name]
    monkeypatch.setattr(limits, name, value)
    attempt(value, tmp_path)
    with pytest.raises((imsterms.ImstermsError, ValueError)) as refused:
        attempt(value + 1, tmp_path)
    assert limits.advice(name) in str(refused.value)
    monkeypatch.setattr(limits, name, value + 1)
    attempt(value + 1, tmp_path)


def test_an_entry_of_our_own_has_the_same_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "concepts" / "a.yaml"
    path.parent.mkdir()
    for text, limit in (
        (f"cup: {{term: {'c' * 501}}}", "TERM_CHARACTERS"),
        (f"cup: {{term: cup, admitted: ['{'c' * 501} # odd']}}", "TERM_CHARACTERS"),
        (f"cup: {{term: cup, notes: [{'a, ' * 1001}]}}", "CONCEPT_ITEMS"),
        (f"cup: {{term: cup, codes: {{mesh: {{exact: [{'a, ' * 1001}]}}}}}}", "CONCEPT_ITEMS"),
    ):
        path.write_text(text, "utf-8")
        with pytest.raises(imsterms.SourceError, match=rf"a\.yaml:1: IMS010 .*{limit}"):
            imsterms.load(tmp_path)
        with monkeypatch.context() as raised:
            raised.setattr(limits, limit, 1001)
            assert imsterms.load(tmp_path).glossary("en")["cup"]


def test_a_long_term_of_a_translator_is_left_out_and_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "a.yaml").write_text("cup: {term: cup}\nlid: {term: lid, definition: 'of a {cup}'}\n")
    catalog = tmp_path / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    catalog.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"\n'
    terms = "".join(
        f'\nmsgctxt "{name}.term"\nmsgid "{name}"\nmsgid_plural "{name}s"\nmsgstr[0] "{term}"\nmsgstr[1] "{term}"\n'
        for name, term in (("cup", "k" * 501), ("lid", "lokk"))
    )
    text = '\nmsgctxt "lid.definition"\nmsgid "of a {cup}"\nmsgstr "til en {cup}"\n'
    catalog.write_text(head + terms + text, "utf-8")
    loaded = imsterms.load(tmp_path)
    (said,) = caplog.messages
    assert "imsterms.po:4: IMS105" in said and "TERM_CHARACTERS" in said
    assert loaded.glossary("nb")["lid"].term == "lokk"
    assert not loaded.glossary("nb")["cup"].has_term


def test_a_form_may_be_longer_by_an_article(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "concepts").mkdir()
    longest = "c" * limits.TERM_CHARACTERS
    (tmp_path / "concepts" / "a.yaml").write_text(f"cup: {{term: {longest}, plural: {longest}}}\n")
    term = imsterms.load(tmp_path).glossary("en")["cup"].term
    assert term.the_plural == f"the {longest}" and not caplog.messages


def test_more_plural_forms_than_any_language_has(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_rule("nplurals=7; plural=0;") is None
    monkeypatch.setattr(limits, "PLURAL_FORMS", 7)
    assert read_rule("nplurals=7; plural=0;") == (7, (0,) * len(read_rule("nplurals=2; plural=0;")[1]))  # type: ignore[index]
    assert parse_catalog(b'msgid "a"\nmsgstr "b"\n', "a")


def test_the_environment_raises_one_for_a_command(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(rows(5))
    command = [sys.executable, "-m", "imsterms", "import", str(path), "--to", str(tmp_path / "own")]
    for value, status in (("4", 2), ("five", 0)):
        environment = {**os.environ, "IMSTERMS_TABLE_ROWS": value}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
        assert ("IMSTERMS_TABLE_ROWS" in done.stderr) == (status == 2)


# --- numbers elsewhere ---

LARGE = 120
"""Fewer characters than that are a part of a text that a message shows."""
ELSEWHERE = {
    "imsterms/characters.py": "code points",
    "imsterms/catalogs/layout.py": "memos of a run over catalogs; the width of lines is that of gettext",
    "imsterms/catalogs/parser.py": "code points",
    "imsterms/catalogs/compile.py": "what a .mo file begins with",
    "imsterms/checks/text/rules/wrong_language.py": "characters that are enough to tell a language",
    "imsterms/checks/rules/writing.py": "characters that are enough to tell a language",
    "imsterms/checks/content.py": "up to how many characters it pays to prepare for them alone",
    "imsterms/checks/sentence.py": "a memo of a run over catalogs",
    "imsterms/recognition": "windows around a word, sizes of blocks and tables of a scan: how, not how much, is read",
    "imsterms/languages": "counts that tell plural rules apart",
    "imsterms/web": "sizes of drawings, counts of plural rules, widths of pages",
    "imsterms/maps": "sizes of drawings",
    "imsterms/exchange/formats": "lengths that Excel, FHIR and Hunspell set, dates, samples of a column",
    "imsterms/exchange/intake/headings.py": "a memo of the headings of tables",
    "imsterms/exchange/intake/wording.py": "a memo of names of at most a hundred letters",
    "imsterms/exchange/intake/identifiers.py": "the length of an id, which is part of the model",
    "imsterms/exchange/json_output.py": "the width of lines",
    "imsterms/termbase": "the length of an id, percentages, years",
    "imsterms/cli": "widths of terminals, exit statuses, sizes in MB",
    "imsterms/checks/readability.py": "the formula of LIX",
    "imsterms/checks/reports.py": "the width of lines",
    "imsterms/integrations": "priorities of other programs' plug-ins, rows of a batch",
}
"""Where large numbers are no bounds of what is read, and what they are."""


def test_no_other_module_has_a_bound_of_its_own(root: Path) -> None:
    odd = []
    for path, text in code(root).items():
        if path.startswith(tuple(ELSEWHERE)):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Assign | ast.Compare | ast.Slice | ast.Call):
                numbers = [one.value for one in ast.iter_child_nodes(node) if isinstance(one, ast.Constant)]
                odd += [f"{path}:{node.lineno}" for number in numbers if type(number) is int and number > LARGE]
    assert odd == [], "put it into imsterms/limits.py, or say above what it is"
