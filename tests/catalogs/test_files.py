"""Catalog files as people and tools leave them: encodings, line ends, comments where no writer of ours puts them."""

from __future__ import annotations

import os
from typing import Any

import pytest

import imsterms.files
from imsterms.catalogs.files import read_catalog, write_catalog
from imsterms.catalogs.parser import parse_catalog
from imsterms.errors import CatalogError

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "needle.term"\nmsgid "needle"\nmsgstr "nål"\n'


def read(text: str | bytes) -> Any:
    return parse_catalog(text.encode() if isinstance(text, str) else text, "nb.po")


def refused(text: str | bytes) -> str:
    with pytest.raises(CatalogError) as caught:
        read(text)
    assert caught.value.findings[0].code == "IMS401"
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ENTRY).replace("\n", "\r\n").encode(),
        (HEAD + ENTRY).replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + (HEAD + ENTRY).encode(),
        (HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY).encode("latin-1"),
        (HEAD.replace("UTF-8", "CHARSET") + ENTRY).encode(),
        ENTRY.encode(),
        (HEAD + ENTRY).rstrip().encode(),
        (HEAD + ENTRY).replace("å", "\\303\\245").encode(),
        (HEAD + ENTRY).replace("å", "\\xC3\\xa5").replace("needle.", "\\156eedle.").encode(),
        (HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY.replace("å", "\\345")).encode("latin-1"),
    ],
    ids=[
        *("CRLF", "CR", "BOM", "Latin-1", "CHARSET", "no header", "no final newline"),
        *("octal", "hexadecimal", "octal in Latin-1"),
    ],
)
def test_a_catalog_of_another_system_is_read_right(content: bytes) -> None:
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in read(content)] == [("needle.term", "needle", "nål")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ((HEAD + ENTRY).encode("latin-1"), "nb.po:7: IMS401 broken-catalog: the text is not UTF-8, as the header says"),
        (ENTRY.encode("latin-1"), "nb.po:3: .*the header names no charset; save the file as UTF-8"),
        ((HEAD.replace("UTF-8", "KLINGON") + ENTRY).encode(), "unknown charset, 'KLINGON'; save the file as UTF-8"),
        ((HEAD + ENTRY).encode("utf-16"), "UTF-16.*save the file as UTF-8"),
        (b"a\0b", "not a text file"),
        ((HEAD + "garbage\n" + ENTRY).encode(), "nb.po:5: "),
        ((HEAD + ENTRY + 'msgid "x"\n').encode(), "nb.po:9: .*has no msgstr"),
        ((HEAD + 'msgid "a "b" c"\nmsgstr ""\n').encode(), "nb.po:5: .*double quote"),
        ((HEAD + ENTRY + '#~ msgid "x"\n#~ msgstr "yz\n').encode(), "nb.po:9: .*quotation mark"),
        (b"# only a remark\n", "no message in this file"),
        (b"<html></html>\n", "nb.po:1: "),
        ((HEAD + ENTRY.replace("å", "\\u00e5")).encode(), r"nb.po:7: .*no escape '\\u'; write the character itself"),
        ((HEAD + ENTRY.replace("å", "\\303")).encode(), r"nb.po:7: .*the bytes \\303 are no text in UTF-8"),
        (
            (HEAD + f"<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> b\n").encode(),
            "nb.po:5: .*merge conflict.*catalog merge",
        ),
    ],
)
def test_a_file_that_is_no_catalog_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    import re

    assert re.search(says, refused(content))


def test_a_header_that_the_bytes_contradict_is_refused_by_name() -> None:
    with pytest.raises(CatalogError, match="nb.po:3: IMS435 charset-contradicted: the header says ISO-8859-1"):
        read((HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY).encode())


def test_an_escaped_backslash_is_a_backslash() -> None:
    assert read(HEAD + ENTRY.replace("nål", r"\\303 \"a\" \\\\x41 \a"))[0].msgstr == '\\303 "a" \\\\x41 \a'


def test_a_reference_may_have_spaces() -> None:
    assert read(HEAD + "#: \u2068my file.yaml\u2069:3 b.yaml\n" + ENTRY)[0].occurrences == [
        ("my file.yaml", "3"),
        ("b.yaml", ""),
    ]


def test_comments_without_a_space_are_understood() -> None:
    catalog = read(HEAD + '#my remark\n#.extracted\n#:a.yaml:3\n#,fuzzy, no-wrap\n#|msgid "pin"\n' + ENTRY)
    entry = catalog[0]
    assert (entry.tcomment, entry.comment, entry.occurrences) == ("my remark", "extracted", [("a.yaml", "3")])
    assert (entry.flags, entry.previous_msgid) == (["fuzzy", "no-wrap"], "pin")


def test_an_obsolete_message_keeps_its_previous_text() -> None:
    catalog = read(HEAD + '# remark\n#, fuzzy\n#~| msgid ""\n#~| "pi"\n#~| "n"\n#~msgid "needle"\n#~ msgstr "nål"\n')
    entry = catalog[0]
    assert (entry.obsolete, entry.previous_msgid, entry.msgstr) == (1, "pin", "nål")
    assert '#~| msgid "pin"' in str(catalog)


def test_comments_after_the_last_message_stay() -> None:
    catalog = read(HEAD + ENTRY + "\n# the end\n#\n# of it\n")
    assert len(catalog) == 1
    assert catalog.epilogue == "the end\n\nof it"
    assert str(catalog).endswith('msgstr "nål"\n\n# the end\n#\n# of it\n')
    assert str(read(str(catalog))) == str(catalog)


def test_strange_line_ends_inside_a_text_stay_in_it() -> None:
    strange = "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\rh"
    catalog = read(HEAD + ENTRY)
    catalog[0].msgstr = strange
    again = read(str(catalog))
    assert again[0].msgstr == strange
    assert str(again) == str(catalog)


def test_line_numbers_are_those_of_the_file() -> None:
    catalog = read((HEAD + "# a\u2028b\n" + ENTRY + "\n# remark\n" + ENTRY).replace("\n", "\r\n"))
    assert [entry.linenum for entry in catalog] == [5, 10]


def test_windows_line_ends_stay(project: Any) -> None:
    path = project.path("nb")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.update()["nb"].changed is False
    project.edit("concepts/findings.yaml", "unpleasant", "nasty")
    assert project.update()["nb"].changed
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")


def test_a_latin_1_catalog_becomes_utf_8(project: Any) -> None:
    path = project.path("nb")
    text = path.read_text("utf-8").replace("charset=UTF-8", "charset=ISO-8859-1")
    path.write_bytes(text.encode("latin-1"))
    project.update()
    assert path.read_text("utf-8") == text.replace("charset=ISO-8859-1", "charset=UTF-8")


def test_a_byte_order_mark_goes(project: Any) -> None:
    path = project.path("nb")
    content = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content)
    project.update()
    assert path.read_bytes() == content


def test_file_and_folder_are_flushed_around_the_rename(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flushed(descriptor: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")
        fsync(descriptor)

    def renamed(source: str, target: str) -> None:
        steps.append("rename")
        replace(source, target)

    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("only a system with /proc tells what a descriptor is")
    monkeypatch.setattr(imsterms.files.os, "fsync", flushed)
    monkeypatch.setattr(imsterms.files.os, "replace", renamed)
    catalog = read_catalog(str(project.path("nb")))
    catalog.header = "changed"
    assert write_catalog(catalog, str(project.path("nb")))
    assert steps == ["file", "rename", "folder"]


@pytest.mark.parametrize("folder", ["nb_NO", "nb-NO", "no", "nob"])
def test_a_folder_is_the_language_that_it_means(project: Any, folder: str) -> None:
    import imsterms
    from imsterms.cli import main

    (project.locales / "nb").rename(project.locales / folder)
    clinic = imsterms.load(project.folder)
    assert clinic.languages == ("en", "nb", "nn")
    assert clinic.glossary("no")["needle"].term.the == "nålen"
    arguments = ["--sources", str(project.folder), "--locales", str(project.locales)]
    assert main(["catalog", "update", "nb_NO", *arguments]) == 0
    assert main(["catalog", "check", folder, *arguments]) == 0
    assert not (project.locales / "nb").exists()


def test_two_folders_of_one_language_are_told_apart(project: Any) -> None:
    from shutil import copytree

    from imsterms.catalogs.files import catalogs

    copytree(project.locales / "nb", project.locales / "nb_NO")
    assert [language for language, _ in catalogs(str(project.locales))] == ["nb", "nb-NO", "nn"]
