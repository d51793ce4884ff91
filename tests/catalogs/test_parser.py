"""Catalogs of other systems and tools: read right, or refused with what to do."""

from __future__ import annotations

from typing import Any

import pytest

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
        b"\xef\xbb\xbf\xef\xbb\xbf" + (HEAD + ENTRY).encode(),
        (HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY).encode("latin-1"),
        (HEAD.replace("UTF-8", "CHARSET") + ENTRY).encode(),
        ENTRY.encode(),
        (HEAD + ENTRY).rstrip().encode(),
        (HEAD + ENTRY).replace("å", "\\303\\245").encode(),
        (HEAD + ENTRY).replace("å", "\\xC3\\xa5").replace("needle.", "\\156eedle.").encode(),
        (HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY.replace("å", "\\345")).encode("latin-1"),
    ],
    ids=[
        *("CRLF", "CR", "BOM", "two BOMs", "Latin-1", "CHARSET", "no header", "no final newline"),
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
        (
            (HEAD.replace("UTF-8", "KLINGON") + ENTRY).encode(),
            "nb.po:3: .*unknown charset, 'KLINGON'; save the file as UTF-8",
        ),
        ((HEAD + ENTRY).encode("utf-16"), "UTF-16.*save the file as UTF-8"),
        ((HEAD + ENTRY).encode("utf-16-le"), "UTF-16.*save the file as UTF-8"),
        ((HEAD + ENTRY).encode("utf-16-be"), "UTF-16.*save the file as UTF-8"),
        ((HEAD + ENTRY.replace("å", "\\000")).encode(), r"nb.po:7: .*\\000 holds a NUL"),
        ((HEAD + ENTRY.replace("å", "\\x41\\x00")).encode(), r"nb.po:7: .*\\x41\\x00 holds a NUL"),
        ((HEAD + ENTRY.replace("msgstr", "msgstr[10]")).encode(), "nb.po:7: .*this line does not belong"),
        ((HEAD + 'domain "other"\n' + ENTRY).encode(), "nb.po:5: .*this line does not belong"),
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


def test_what_was_read_in_another_charset_is_written_as_utf_8() -> None:
    catalog = read((HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY).encode("latin-1"))
    assert "charset=UTF-8" in str(catalog)
    assert read(str(catalog))[0].msgstr == "nål"


def test_a_plural_form_that_is_left_out_is_empty() -> None:
    """gettext refuses a file with a gap, and the form of one must not become that of many."""
    [entry] = read(HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\nmsgstr[3] "d"\n')
    assert entry.msgstr_plural == {0: "", 1: "c", 2: "", 3: "d"}


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


def test_comments_are_kept_as_msgcat_keeps_them() -> None:
    catalog = read(HEAD + "##two\n## two  \n#   further in\n" + ENTRY)
    assert "\n# #two\n# # two  \n#   further in\nmsgctxt" in str(catalog)


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 6),
        ('msgstr "a"\n', 5),
        ('msgid "a"\n# remark\nmsgstr ""\n', 6),
        ('#| msgid "a"\n"b"\nmsgid "a"\nmsgstr ""\n', 6),
        ('msgid "a"\nmsgstr ""\nmsgstr[0] ""\n', 7),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[0] ""\n', 8),
    ],
)
def test_a_line_in_the_wrong_place_is_refused(line: str, broken: int) -> None:
    assert refused(HEAD + line).startswith(f"nb.po:{broken}: IMS401")
