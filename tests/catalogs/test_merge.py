"""What an update does to each message: nothing that a translator wrote is lost."""

from __future__ import annotations

import os
from typing import Any

import polib

YAML = "concepts/findings.yaml"


def bytes_of(project: Any) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.locales.rglob("*.po*"))}


def obsolete(project: Any, language: str = "nb") -> list[polib.POEntry]:
    return [entry for entry in project.catalog(language) if entry.obsolete]


def test_a_changed_english_text_keeps_its_translation(project: Any) -> None:
    project.edit(YAML, "unpleasant experience", "nasty experience")
    project.update()
    entry = project.entry("nb", "pain.definition")
    assert entry.msgstr == "ubehagelig opplevelse"
    assert entry.fuzzy
    assert entry.previous_msgid == "unpleasant experience"
    assert entry.msgid == "nasty experience"


def test_a_second_change_remembers_the_text_that_was_translated(project: Any) -> None:
    project.edit(YAML, "unpleasant experience", "nasty experience")
    project.update()
    project.edit(YAML, "nasty experience", "bad experience")
    assert project.update()["nb"].happened["to review"] == []
    assert project.entry("nb", "pain.definition").previous_msgid == "unpleasant experience"


def test_a_changed_plural_turns_fuzzy(project: Any) -> None:
    project.edit(YAML, "  term: needle\n", "  term: needle\n  plural: needle-s\n")
    project.update()
    entry = project.entry("nb", "needle.term")
    assert entry.fuzzy
    assert (entry.previous_msgid, entry.previous_msgid_plural) == ("needle", "needles")
    assert entry.msgstr_plural == {0: "nål", 1: "nåler"}


def test_a_changed_list_does_not_turn_fuzzy(project: Any) -> None:
    project.edit(YAML, "[myofascial trigger point]", "[myofascial trigger point, MTrP]")
    project.update()
    entry = project.entry("nb", "trigger_point.words")
    assert "also: MTrP" in entry.comment.split("\n")
    assert entry.msgid == "other words and forms: trigger point"
    assert not entry.fuzzy
    assert entry.previous_msgid is None


def test_a_removed_message_becomes_obsolete_and_comes_back(project: Any) -> None:
    before = bytes_of(project)
    text = (project.sources / YAML).read_text("utf-8")
    project.translate("nb", {"pain.words": "plain: vondt"}, comment="a remark")
    with_remark = bytes_of(project)
    gone = text.replace("pain:\n  term: pain\n  definition: unpleasant experience\n", "").replace("{pain}", "hurt")
    project.write(YAML, gone)
    assert len(project.update()["nb"].happened["obsolete"]) == 6
    left = {entry.msgctxt: entry for entry in obsolete(project)}
    assert left["pain.term"].msgstr_plural == {0: "smerte", 1: "smerter"}
    assert left["pain.words"].tcomment == "a remark"
    assert project.update()["nb"].changed is False
    project.write(YAML, text)
    assert len(project.update()["nb"].happened["returned"]) == 6
    # the texts that named the concept have changed twice meanwhile; they wait for review
    for path, content in bytes_of(project).items():
        fuzzy = polib.pofile(content.decode()).fuzzy_entries()
        assert {entry.msgctxt for entry in fuzzy} <= {"trigger_point.definition"}, path
    assert obsolete(project) == []
    assert len(with_remark) == len(before)


def test_a_message_that_returns_with_another_text_is_to_be_reviewed(project: Any) -> None:
    text = (project.sources / "articles/visit.yaml").read_text("utf-8")
    project.edit("articles/visit.yaml", "  - id: start\n    heading: How it begins\n", "")
    project.update()
    project.write("articles/visit.yaml", text.replace("How it begins", "The beginning"))
    project.update()
    entry = project.entry("nb", "article/visit.start")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Slik begynner det", True, "How it begins")


def test_an_empty_message_that_vanishes_leaves_nothing(project: Any) -> None:
    project.translate("nb", {"article/visit.start": ""})
    project.edit("articles/visit.yaml", "  - id: start\n    heading: How it begins\n", "")
    project.update()
    assert obsolete(project) == []


def test_an_empty_message_with_a_remark_that_vanishes_stays(project: Any) -> None:
    project.translate("nb", {"article/visit.start": ""}, comment="what is a visit?")
    project.edit("articles/visit.yaml", "  - id: start\n    heading: How it begins\n", "")
    project.update()
    assert [entry.tcomment for entry in obsolete(project)] == ["what is a visit?"]


def test_an_obsolete_concept_hands_its_translations_on(project: Any) -> None:
    text = (project.sources / YAML).read_text("utf-8")
    entry = "  term: needle\n  definition: thin pointed piece of metal\n"
    text = text.replace(f"needle:\n{entry}", "needle: {replaced_by: pin}\n")
    text = text.replace("{needle}", "{pin}") + f"pin:\n{entry}".replace("term: needle", "term: pin")
    project.write(YAML, text)
    project.edit("articles/visit.yaml", "{needle}", "{pin}")
    summary = project.update()["nb"]
    assert "pin.term" in summary.contexts["carried over"]
    entry = project.entry("nb", "pin.term")
    assert entry.msgstr_plural == {0: "nål", 1: "nåler"}
    assert (entry.fuzzy, entry.previous_msgctxt, entry.previous_msgid) == (True, "pin.term", "needle")
    assert not any(one.msgctxt == "needle.term" for one in project.catalog("nb"))
    assert project.update()["nb"].changed is False


def test_what_replaces_a_concept_keeps_the_translation_it_has(project: Any) -> None:
    text = (project.sources / YAML).read_text("utf-8")
    text = text.replace("pain:\n  term: pain\n  definition: unpleasant experience\n", "pain: {replaced_by: finding}\n")
    project.write(YAML, text.replace("{pain}", "{finding}"))
    project.update()
    assert project.entry("nb", "finding.term").msgstr_plural[0] == "funn"


def test_comments_flags_and_headers_of_a_translator_survive(project: Any) -> None:
    def edit(catalog: polib.POFile) -> None:
        catalog.metadata |= {"X-Poedit-Bookmarks": "1,2", "X-Generator": "Poedit 3.4", "PO-Revision-Date": "2027-01-01"}
        catalog.header = "My own header.\n\nTwo parts."
        entry = catalog.find("pain", by="msgid")
        long = "a line that is so long that any writer of catalogs would break it " + "x" * 80
        entry.tcomment = f"first\n\n  indented, and {long}"
        entry.flags = ["no-wrap", "max-length:20", "ignore-same"]
        catalog.epilogue = "the end\nof it all"

    project.change("nb", edit)
    project.edit(YAML, "term: pain", "term: pain sensation")
    project.update()
    catalog = project.catalog("nb")
    entry = project.entry("nb", "pain.term")
    assert catalog.metadata["X-Poedit-Bookmarks"] == "1,2"
    assert catalog.metadata["PO-Revision-Date"] == "2027-01-01"
    assert catalog.header == "My own header.\n\nTwo parts."
    assert entry.tcomment.startswith("first\n\n  indented, and")
    assert entry.tcomment.endswith("x" * 80)
    assert sorted(entry.flags) == ["fuzzy", "ignore-same", "max-length:20", "no-wrap"]
    assert catalog.epilogue == "the end\nof it all"
    assert project.update()["nb"].changed is False


def test_our_flags_are_written_anew(project: Any) -> None:
    project.change("nb", lambda catalog: [entry.flags.clear() for entry in catalog])
    assert project.update()["nb"].changed
    assert project.entry("nb", "pain.definition").flags == ["python-brace-format"]
    assert project.entry("nb", "pain.term").flags == []


def test_formats_that_a_tool_guessed_are_taken_back(project: Any) -> None:
    before = project.path("nb").read_bytes()
    project.change("nb", lambda catalog: [entry.flags.append("python-format") for entry in catalog])
    project.update()
    assert project.path("nb").read_bytes() == before


def test_a_translator_may_set_our_flag_off(project: Any) -> None:
    def edit(catalog: polib.POFile) -> None:
        next(one for one in catalog if one.msgctxt == "pain.definition").flags = ["no-python-brace-format"]

    project.change("nb", edit)
    project.update()
    assert project.entry("nb", "pain.definition").flags == ["no-python-brace-format"]


def test_a_concept_that_is_no_longer_counted_keeps_its_plurals_aside(project: Any) -> None:
    project.edit(YAML, "  term: needle\n", '  term: needle\n  plural: "-"\n')
    project.update()
    assert project.entry("nb", "needle.term").msgstr == "nål"
    aside = next(one for one in obsolete(project) if one.msgctxt.startswith("needle.term ("))
    assert aside.msgstr_plural == {0: "nål", 1: "nåler"}
    assert project.update()["nb"].changed is False
    project.edit(YAML, '  term: needle\n  plural: "-"\n', "  term: needle\n")
    project.update()
    assert project.entry("nb", "needle.term").msgstr_plural == {0: "nål", 1: "nåler"}
    assert obsolete(project) == []


def test_a_duplicate_is_kept_under_a_context_of_its_own(project: Any) -> None:
    double = {"msgctxt": "pain.definition", "msgid": "unpleasant experience"}
    doubles = [polib.POEntry(**double, msgstr=text) for text in ("a", "b", "", "ubehagelig opplevelse")]
    project.change("nb", lambda catalog: catalog.extend(doubles))
    project.update()
    assert project.entry("nb", "pain.definition").msgstr == "ubehagelig opplevelse"
    assert {(one.msgctxt, one.msgstr) for one in obsolete(project)} == {
        ("pain.definition (2)", "a"),
        ("pain.definition (3)", "b"),
    }
    assert project.update()["nb"].changed is False


def test_of_an_empty_message_and_its_duplicate_the_written_one_counts(project: Any) -> None:
    project.translate("nb", {"pain.definition": ""}, comment="hm")
    double = polib.POEntry(msgctxt="pain.definition", msgid="unpleasant experience", msgstr="noe vondt", tcomment="so")
    project.change("nb", lambda catalog: catalog.append(double))
    project.update()
    assert project.entry("nb", "pain.definition").msgstr == "noe vondt"
    assert {entry.tcomment for entry in project.catalog("nb") if entry.tcomment} == {"hm", "so"}


def test_a_message_without_a_context_stays_as_obsolete(project: Any) -> None:
    project.change("nb", lambda catalog: catalog.append(polib.POEntry(msgid="foreign", msgstr="fremmed")))
    project.update()
    assert [(one.msgctxt, one.msgid, one.msgstr) for one in obsolete(project)] == [(None, "foreign", "fremmed")]


def test_forms_beyond_those_of_the_language_stay_without_a_gap(project: Any) -> None:
    path = project.path("nb")
    path.write_text(path.read_text("utf-8").replace('msgstr[1] "nåler"', 'msgstr[3] "nåler"'), "utf-8")
    project.update()
    assert project.entry("nb", "needle.term").msgstr_plural == {0: "nål", 1: "", 2: "", 3: "nåler"}
    assert project.update()["nb"].changed is False


def test_contexts_that_a_tool_has_dropped_come_back(project: Any) -> None:
    before = project.path("nb").read_bytes()

    def drop(catalog: polib.POFile) -> None:
        for entry in catalog:
            entry.msgctxt = None

    project.change("nb", drop)
    assert b"msgctxt" not in project.path("nb").read_bytes()
    project.update()
    assert project.path("nb").read_bytes() == before


def test_nothing_has_the_same_context_and_text_twice(project: Any, require_tool: Any) -> None:
    import subprocess

    double = {"msgctxt": "pain.definition", "msgid": "unpleasant experience"}

    def edit(catalog: polib.POFile) -> None:
        catalog.extend(polib.POEntry(**double, msgstr=text, obsolete=old) for text in ("a", "b") for old in (0, 1))

    project.change("nb", edit)
    project.edit(YAML, "  term: needle\n", '  term: needle\n  plural: "-"\n')
    project.update()
    msgfmt = require_tool("msgfmt")
    done = subprocess.run([msgfmt, "-c", "-o", os.devnull, project.path("nb")], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
