"""Damaged catalogs in every command: a sentence with file and line, or all that could be read; never half a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from imsterms.catalogs.proof import lost
from imsterms.cli import main

Damage = Callable[[bytes], bytes]
HEADER_END = b"\n\n"


def put(text: bytes) -> Damage:
    """Put something at the beginning of a text in the middle of the file."""

    def damage(content: bytes) -> bytes:
        place = content.index(b'\nmsgstr "', len(content) // 3) + 9
        return content[:place] + text + content[place:]

    return damage


def swap(old: bytes, new: bytes, times: int = -1) -> Damage:
    return lambda content: re.sub(old, new, content, count=max(times, 0), flags=re.MULTILINE)


def block(content: bytes) -> bytes:
    blocks = content.split(HEADER_END)
    return blocks[len(blocks) // 2]


DAMAGES: dict[str, Damage] = {
    "BOM": lambda content: b"\xef\xbb\xbf" + content,
    "CRLF": swap(b"\n", b"\r\n"),
    "CR": swap(b"\n", b"\r"),
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "UTF-16 without mark": lambda content: content.decode().encode("utf-16-le"),
    "Latin-1, as UTF-8": lambda content: content.decode().encode("latin-1"),
    "UTF-8, as Latin-1": swap(b"charset=UTF-8", b"charset=ISO-8859-1"),
    "unknown charset": swap(b"charset=UTF-8", b"charset=KLINGON"),
    "no charset": swap(b"; charset=UTF-8", b""),
    "no header": lambda content: content.partition(HEADER_END)[2],
    "header twice": lambda content: content.partition(HEADER_END)[0] + HEADER_END + content,
    "junk in the header": swap(rb'^"Language:', b'"nothing\\\\n"\n"Language:'),
    "broken rule": swap(rb"plural=\(n != 1\)", b"plural=(n !"),
    "huge rule": swap(rb"nplurals=2; plural=[^;]*", b"nplurals=99999999; plural=n"),
    "no plural": swap(rb"^msgid_plural .*\n", b""),
    "msgstr for a plural": swap(rb"^msgstr\[0\] (.*)\nmsgstr\[1\] .*", rb"msgstr \1"),
    "gap": swap(rb"^msgstr\[1\]", b"msgstr[4]"),
    "endless form": swap(rb"^msgstr\[1\]", b"msgstr[" + b"9" * 30 + b"]"),
    "cut in a text": lambda content: content[: content.index(b'\nmsgstr "', len(content) // 2) + 10],
    "cut between messages": lambda content: content[: content.index(HEADER_END, len(content) // 2) + 1],
    "cut in a comment": lambda content: content[: content.index(b"\n#. ", len(content) // 2) + 6],
    "no final newline": lambda content: content.rstrip(b"\n"),
    "no final quote": lambda content: content.rstrip(b'\n"'),
    "empty": lambda _content: b"",
    "another file": lambda _content: b'{"needle": 1}\n',
    "NUL": put(b"\0"),
    "escaped NUL": put(b"\\000"),
    "control": put(b"\x1b[31m"),
    "line ends of others": put("\u2028\u0085\v".encode()),
    "half a letter": put(b"\xc3"),
    "unknown escape": put(b"\\q"),
    "octal": put(b"\\303\\245"),
    "quote": put(b'a "word" '),
    "unclosed": swap(rb'^(msgstr ".+)"$', rb"\1", 1),
    "huge": put(b"ord " * 20_000),
    "twice": lambda content: content + b"\n" + block(content) + b"\n",
    "everything twice": lambda content: content + b"\n" + content.partition(HEADER_END)[2],
    "conflict": lambda content: content.replace(
        block(content), b"<<<<<<< HEAD\n" + block(content) + b"\n=======\n" + block(content) + b"\n>>>>>>> b"
    ),
    "contexts gone": swap(rb"^msgctxt .*\n", b""),
    "contexts edited": swap(rb'^msgctxt "', b'msgctxt "../'),
    "all obsolete": lambda content: (
        content.replace(HEADER_END, b"\r", 1)
        .replace(b"\nmsg", b"\n#~ msg")
        .replace(b'\n"', b'\n#~ "')
        .replace(b"\r", HEADER_END)
    ),
    "in a row": swap(rb"\n\n", b"\n"),
    "indented": swap(rb"^", b"\t "),
}
READ = ("status", "check", "preview", "compile", "new", "termbase")
FEW = ("BOM", "UTF-16", "no header", "gap", "cut in a text", "escaped NUL", "everything twice", "contexts gone")
A_PLACE = re.compile(r"(?:\.po|version):\d+: IMS\d+|would lose|loses")


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[] if kind in FEW else pytest.mark.slow) for kind in DAMAGES]
)
def test_a_damaged_catalog(kind: str, project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path, whole = project.path("nb"), project.folder / "whole.po"
    content = path.read_bytes()
    damaged = DAMAGES[kind](content)
    assert damaged != content
    whole.write_bytes(content)
    sides = [project.folder / f"{name}.po" for name in ("base", "ours", "theirs")]
    sources = ["--sources", str(project.sources)]
    commands = {
        "status": ["catalog", "status", *sources],
        "check": ["catalog", "check", "nb", *sources],
        "preview": ["catalog", "preview", "--lang", "nb", "--against", str(whole), *sources],
        "compile": ["catalog", "compile", *sources],
        "new": ["catalog", "new", "pl", *sources],
        "termbase": ["check", *sources],
        "review": ["catalog", "review", "nb", "--by", "K. N.", *sources],
        "merge": ["catalog", "merge", *map(str, sides)],
        "update": ["catalog", "update", *sources],
    }
    for name, command in commands.items():
        path.write_bytes(damaged)
        whole_side, damaged_side = content, damaged
        for side, version in zip(sides, (whole_side, damaged_side, whole_side), strict=True):
            side.write_bytes(version)
        written = sides[1] if name == "merge" else path
        status = main(command)
        said = "".join(capsys.readouterr())
        after = written.read_bytes()
        assert status in (0, 1, 2), name
        if status == 2:
            assert A_PLACE.search(said), said
        if status == 2 or name in READ:
            assert after == damaged, name
        assert lost(damaged, after) == [], name
        if name == "update" and status == 0:
            assert main(command) == 0
            assert path.read_bytes() == after
        assert {one.suffix for one in path.parent.iterdir()} <= {".po", ".mo"}, name
        if name == "new":
            (project.locales / "pl/LC_MESSAGES/imsterms.po").unlink()


def test_a_catalog_that_was_cut_short_is_told_from_one_that_lacks_a_new_concept(project: Any) -> None:
    content = project.path("nb").read_bytes()
    project.path("nb").write_bytes(DAMAGES["cut between messages"](content))
    assert any("messages too early; if it has been cut short" in finding.message for finding in project.check())
    project.path("nb").write_bytes(content)
    project.write("concepts/other.yaml", "bed:\n  term: bed\n  definition: furniture\n")
    assert any("'bed.term' and 5 more is not in the catalog yet" in finding.message for finding in project.check())
