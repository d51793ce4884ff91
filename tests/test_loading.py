"""A clinic's own termbase, alone and laid over the built-in one."""

from __future__ import annotations

from pathlib import Path

import pytest

import imsterms
from imsterms.catalogs.files import catalog_path
from imsterms.errors import FileError, SourceError, UnknownLanguageError
from imsterms.facade import built_in
from imsterms.loading import LoadedTermbase, load_termbase
from imsterms.termbase.runtime import PackagedData, write_packaged

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
KNOT = """
msgctxt "trigger_point.term"
msgid "trigger point"
msgid_plural "trigger points"
msgstr[0] "muskelknute"
msgstr[1] "muskelknuter"

msgctxt "trigger_point.term.a"
msgid "a trigger point"
msgstr "en muskelknute"
"""
THE_KNOT = """
msgctxt "trigger_point.term.the"
msgid "the trigger point"
msgstr "muskelknuten"

msgctxt "trigger_point.term.the.plural"
msgid "the trigger points"
msgstr "muskelknutene"
"""
ROOM = """
treatment_room:
  term: treatment room
  definition: "room in which {intramuscular_stimulation} is done"
  broader: [needle]
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The folder of a clinic with nothing in it yet."""
    (tmp_path / "clinic" / "concepts").mkdir(parents=True)
    return tmp_path / "clinic"


def write(folder: Path, concepts: str = "", **catalogs: str) -> None:
    if concepts:
        (folder / "concepts" / "house.yaml").write_text(concepts, "utf-8")
    for language, messages in catalogs.items():
        path = Path(catalog_path(str(folder / "locales"), language))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER + messages, "utf-8")


def codes(termbase: LoadedTermbase) -> set[str]:
    return {finding.code for finding in termbase.conflicts}


def test_alone(clinic: Path) -> None:
    write(clinic, "room:\n  term: room\n  definition: place with a {wall}[plural]\nwall:\n  term: wall\n")
    termbase = imsterms.load(clinic)
    assert termbase.languages == ("en",)
    glossary = termbase.glossary("en-GB")
    assert list(glossary) == ["room", "wall"]
    assert str(glossary["room"].definition) == "place with a walls"
    assert glossary is termbase.glossary("en")
    assert glossary.label("relation.part_of") == "part of", "the words of the interface are always there"
    assert termbase.conflicts == ()
    with pytest.raises(UnknownLanguageError):
        termbase.glossary("nb")


def test_own_concepts_beside_the_built_in_ones(clinic: Path) -> None:
    write(clinic, ROOM)
    termbase = imsterms.load(clinic, base=True)
    glossary = termbase.glossary("en")
    assert len(glossary) == len(imsterms.glossary("en")) + 1
    room = glossary["treatment_room"]
    assert str(room.definition) == "room in which intramuscular stimulation is done"
    assert room in glossary["needle"].narrower
    assert "treatment_room" not in imsterms.glossary("en"), "the built-in termbase is as it was"
    assert imsterms.glossary("en")["needle"].relations.get("narrower") != glossary["needle"].relations["narrower"]
    assert not termbase.glossary("nn")["treatment_room"].has_term
    assert termbase.glossary("nb").articles["about_ims"].to_text()
    assert glossary.content_hash != imsterms.glossary("en").content_hash


def test_an_own_preferred_term(clinic: Path) -> None:
    write(clinic, nb=KNOT + THE_KNOT)
    termbase = imsterms.load(clinic, base=True)
    concept = termbase.glossary("nb")["trigger_point"]
    assert concept.term.the_plural == "muskelknutene"
    found = termbase.glossary("nb").find("triggerpunktet")[0]
    assert (found.concept.id, found.status) == ("trigger_point", "admitted"), "the old term is still understood"
    assert "muskelknute" not in concept.deprecated
    assert "muskelknuter" in termbase.glossary("nb").render("{trigger_point}[plural]")
    assert concept.in_language("nn").term == imsterms.glossary("nn")["trigger_point"].term
    named = {(one.code, one.rule) for one in termbase.conflicts}
    assert named == {("IMS253", "preferred-replaced"), ("IMS254", "gender-changed")}
    sentences = [one.message for one in termbase.conflicts if one.code == "IMS254"]
    assert any("active_trigger_point.definition" in one and "rører ved det" in one for one in sentences)


def test_a_form_that_the_new_term_lacks_is_a_conflict(clinic: Path) -> None:
    write(clinic, nb=KNOT.replace("muskelknuter", "-"))
    messages = [one.message for one in imsterms.load(clinic, base=True).conflicts if one.code == "IMS255"]
    assert messages and all("plural" in message for message in messages)


def test_the_own_word_for_another_concept_is_a_conflict(clinic: Path) -> None:
    write(clinic, "patient_knot:\n  term: Trigger Point\n")
    conflicts = imsterms.load(clinic, base=True).conflicts
    assert [one.code for one in conflicts] == ["IMS252"]
    assert "'trigger_point'" in conflicts[0].message and conflicts[0].path == "concepts/house.yaml"


def test_what_is_many_adds_and_a_dash_removes(clinic: Path) -> None:
    before = imsterms.glossary("en")["trigger_point"]
    write(clinic, 'trigger_point:\n  admitted: [sore spot | sore spots]\n  plain: "-"\n  codes: {own: {exact: [X1]}}\n')
    after = imsterms.load(clinic, base=True).glossary("en")["trigger_point"]
    assert set(after.admitted) == {*before.admitted, "sore spot"}
    assert before.plain and not after.plain
    assert after.term == before.term and str(after.definition) == str(before.definition)
    assert after.codes == {**before.codes, "own": {"exact": ("X1",)}}
    assert after.subject_field == before.subject_field


def test_own_articles_and_sources(clinic: Path) -> None:
    (clinic / "articles").mkdir()
    article = "title: Our {needle}[plural]\nsources: [ours]\nblocks:\n  - {id: one, text: 'We use {needle}[plural].'}\n"
    (clinic / "articles" / "our_needles.yaml").write_text(article)
    (clinic / "articles" / "spine.yaml").write_text(article)
    (clinic / "sources.yaml").write_text("ours: {title: House rules}\n")
    write(clinic, ROOM)
    termbase = imsterms.load(clinic, base=True)
    articles = termbase.glossary("en").articles
    assert "We use needles." in articles["our_needles"].to_text()
    assert str(articles["our_needles"].sources[0]) == "House rules."
    assert codes(termbase) == {"IMS256"}


def test_every_problem_is_named(clinic: Path) -> None:
    write(
        clinic, "room:\n  term: room\n  broader: [nedle]\n  definition: '{trigger_pont}'\nneedle:\n  broader: [room]\n"
    )
    with pytest.raises(SourceError, match="'needle'") as caught:
        imsterms.load(clinic, base=True)
    assert len(caught.value.findings) == 2
    write(clinic, "acupuncture_needle:\n  broader: [room]\nroom:\n  term: room\n  broader: [acupuncture_needle]\n")
    with pytest.raises(SourceError, match="circle"):
        imsterms.load(clinic, base=True)
    write(clinic, "needle:\n  replaced_by: trigger_point\n")
    with pytest.raises(SourceError, match="IMS251"):
        imsterms.load(clinic, base=True)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not a folder"):
        imsterms.load(tmp_path / "absent")
    with pytest.raises(SourceError, match="concepts"):
        imsterms.load(tmp_path)
    with pytest.raises(FileError, match="has no concepts"):
        imsterms.load(tmp_path, base=True)


def test_over_the_runtime_data_of_a_wheel(clinic: Path, tmp_path: Path) -> None:
    write(clinic, ROOM, nb=KNOT + THE_KNOT)
    write_packaged(built_in(), str(tmp_path / "runtime"))
    packaged = load_termbase(clinic, PackagedData(str(tmp_path / "runtime")), over=True, version="1")
    checkout = imsterms.load(clinic, base=True)
    assert packaged.conflicts == checkout.conflicts
    assert packaged.glossary("nn").content_hash == checkout.glossary("nb").content_hash


def test_a_language_that_only_the_clinic_speaks(clinic: Path) -> None:
    write(clinic, ROOM, pl='msgctxt "needle.term"\nmsgid "needle"\nmsgid_plural "needles"\nmsgstr[0] "igła"\n')
    termbase = imsterms.load(clinic, base=True)
    assert termbase.languages == ("en", "nb", "nn", "pl")
    glossary = termbase.glossary("pl", fallback=True)
    assert glossary["needle"].term == "igła"
    assert glossary["trigger_point"].term == "trigger point"
    assert glossary.articles["about_ims"].title.language == "en"


def test_own_word_lists_say_which_words_are_no_terms(clinic: Path) -> None:
    (clinic / "words").mkdir()
    lists = "false_friends:\n  - words: [nålen]\n    before: [stor*]\nnear_words: [massasjan]\n"
    (clinic / "words" / "nb.yaml").write_text(lists, "utf-8")
    own, ours = imsterms.load(clinic, base=True).glossary("nb"), imsterms.glossary("nb")
    text = "Den store nålen, nålen og massasjan"
    assert [match.text for match in own.annotate(text, loose=True)] == ["nålen"]
    assert [match.text for match in ours.annotate(text, loose=True)] == ["nålen", "nålen", "massasjan"]


def test_a_broken_word_list_is_named(clinic: Path) -> None:
    (clinic / "words").mkdir()
    (clinic / "words" / "nb.yaml").write_text("near_word: [adler]\n", "utf-8")
    with pytest.raises(SourceError, match=r"words/nb.yaml:1: .*did you mean 'near_words'"):
        imsterms.load(clinic)
