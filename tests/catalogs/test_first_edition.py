"""Catalogs of the first edition become those of today, and every word arrives."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import polib

from imsterms.catalogs.parser import Catalog, parse_catalog

HEADER = """msgid ""
msgstr ""
"Language: nb\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
TRIGGER_POINT = (
    HEADER
    + """
msgctxt "trigger_point.term"
msgid "trigger point"
msgid_plural "trigger points"
msgstr[0] "triggerpunkt"
msgstr[1] "triggerpunkter"

# imsterms: ignore gender-disagreement: so it is
#, fuzzy
#| msgid "the point"
#| msgid_plural "the points"
msgctxt "trigger_point.term.the"
msgid "the trigger point"
msgid_plural "the trigger points"
msgstr[0] "triggerpunktet"
msgstr[1] "triggerpunktene"

msgctxt "trigger_point.term.a"
msgid "a trigger point"
msgstr "et triggerpunkt"

msgctxt "trigger_point.term.more"
msgid "-"
msgstr ""
"compound: triggerpunkt\\n"
"genitive: -"

# whose idea was this?
msgctxt "trigger_point.abbreviation"
msgid "TrP"
msgstr "TrP"

msgctxt "trigger_point.admitted"
msgid "myofascial trigger point"
msgstr "myofascielt triggerpunkt | det myofascielle triggerpunktet"

# whose idea was this?
# a second remark
msgctxt "trigger_point.deprecated"
msgid "muscle knot # lay word"
msgstr ""
"muskelknute | muskelknuten # folkelig ord\\n"
"knute # upresist"

msgctxt "trigger_point.variants"
msgid "-"
msgstr "triggerpunkta"

#, fuzzy
#| msgid "sore place"
msgctxt "trigger_point.plain"
msgid "sore spot in a muscle"
msgstr "ømt sted i en muskel"

msgctxt "trigger_point.notes"
msgid "-"
msgstr "En note som bare norsk har."
"""
)
DASHES = HEADER + "\n".join(
    f'msgctxt "pain.{field}"\nmsgid "-"\nmsgstr "{{}}"\n'
    for field in ("term.more", "abbreviation", "admitted", "deprecated", "variants", "plain", "notes")
)


def read(text: str) -> Catalog:
    return parse_catalog(text.encode(), "nb.po")


def one(catalog: Catalog, context: str) -> polib.POEntry:
    (entry,) = (entry for entry in catalog if entry.msgctxt == context)
    return entry


def test_seven_messages_become_one() -> None:
    catalog = read(TRIGGER_POINT)
    assert [entry.msgctxt for entry in catalog] == [
        *("trigger_point.term", "trigger_point.term.the", "trigger_point.term.the.plural", "trigger_point.term.a"),
        "trigger_point.words",
    ]
    assert one(catalog, "trigger_point.words").msgstr.split("\n") == [
        "short: TrP",
        "plain: ømt sted i en muskel",
        "also: myofascielt triggerpunkt | det myofascielle triggerpunktet",
        "variant: triggerpunkta",
        "not: muskelknute | muskelknuten # folkelig ord",
        "not: knute # upresist",
        "note: En note som bare norsk har.",
        "compound: triggerpunkt",
        "genitive: -",
    ]


def test_comments_marks_and_previous_texts_go_along() -> None:
    catalog = read(TRIGGER_POINT)
    words = one(catalog, "trigger_point.words")
    assert words.tcomment.split("\n") == ["whose idea was this?", "a second remark"]
    assert (words.fuzzy, words.previous_msgid) == (True, "sore place")
    the, plural = one(catalog, "trigger_point.term.the"), one(catalog, "trigger_point.term.the.plural")
    assert (the.msgstr, the.fuzzy, the.previous_msgid) == ("triggerpunktet", True, "the point")
    assert (plural.msgstr, plural.fuzzy, plural.previous_msgid) == ("triggerpunktene", True, "the points")
    assert the.tcomment == "imsterms: ignore gender-disagreement: so it is"


def test_nothing_besides_is_a_dash_and_an_open_question_stays_open() -> None:
    assert [entry.msgstr for entry in read(DASHES.replace("{}", "-"))] == ["-"]
    assert [entry.msgstr for entry in read(DASHES.replace("{}", ""))] == [""]
    assert [entry.msgstr for entry in read(DASHES.replace("{}", "-", 3).replace("{}", ""))] == [""]


def test_obsolete_messages_go_along() -> None:
    head, *messages = TRIGGER_POINT.split("\n\n")
    gone = "\n\n".join(
        re.sub(r'^(?=msg|")', "#~ ", message.replace("#| ", "#~| "), flags=re.MULTILINE) for message in messages
    )
    catalog = read(f"{head}\n\n{gone}")
    assert {bool(entry.obsolete) for entry in catalog} == {True}
    assert one(catalog, "trigger_point.words").msgstr.startswith("short: TrP\n")
    assert one(catalog, "trigger_point.term.the.plural").msgstr == "triggerpunktene"


def test_a_second_message_of_the_same_context_is_kept() -> None:
    catalog = read(TRIGGER_POINT + '\nmsgctxt "trigger_point.plain"\nmsgid "x"\nmsgstr "et annet ord"\n')
    assert one(catalog, "trigger_point.plain").msgstr == "et annet ord"


def test_words_of_the_interface_are_none_of_it() -> None:
    catalog = read(HEADER + 'msgctxt "interface/status.plain"\nmsgid "plain"\nmsgstr "hverdagsord"\n')
    assert [entry.msgctxt for entry in catalog] == ["interface/status.plain"]


def test_the_columns_of_a_table_get_their_ids(project: Any) -> None:
    project.write(
        "articles/visit.yaml",
        "title: A visit\nblocks:\n  - id: when\n    table:\n      columns: {what: What, at: At}\n"
        "      rows: {first: [first visit, monday]}\n",
    )
    project.update()
    cells = {"when.column.1": "Hva", "when.column.2": "Når", "when.first.1": "første besøk", "when.first.2": "mandag"}
    project.change(
        "nb",
        lambda catalog: catalog.extend(
            polib.POEntry(msgctxt=f"article/visit.{name}", msgid="x", msgstr=text) for name, text in cells.items()
        ),
    )
    path = project.path("nb")
    without = re.sub(
        r'(?:#.*\n)*msgctxt "article/visit\.when\.(?:column\.)?\w*(?:what|at)"\n(?:.+\n)*', "", path.read_text("utf-8")
    )
    path.write_text(without, "utf-8")
    project.update()
    found = {entry.msgctxt: entry.msgstr for entry in project.catalog("nb") if "/visit.when" in entry.msgctxt}
    assert list(found.values()) == ["Hva", "Når", "første besøk", "mandag"]
    assert "article/visit.when.first.at" in found
    swapped = project.sources / "articles/visit.yaml"
    text = swapped.read_text("utf-8").replace("{what: What, at: At}", "{at: At, what: What}")
    swapped.write_text(text.replace("[first visit, monday]", "[monday, first visit]"), "utf-8")
    summary = project.update()["nb"]
    assert not {"new", "to review", "obsolete"} & summary.contexts.keys()


NAMES = re.compile(r"^(?:short|plain|also|variant|lay|not|note): ", re.MULTILINE)


def test_every_word_of_a_catalog_arrives(project: Any) -> None:
    catalog = read(TRIGGER_POINT)
    before = Counter(re.findall(r'"(.*)"', re.sub(r"^(?:#|msgid|msgctxt).*$", "", TRIGGER_POINT, flags=re.MULTILINE)))
    words = Counter(word for text, count in before.items() for word in text.replace("\\n", " ").split() * count)
    after = Counter(
        word
        for entry in catalog
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        for word in NAMES.sub("", text).split()
    )
    header = Counter(HEADER.replace('"', "").replace("\\n", " ").split())
    assert after == words - header
