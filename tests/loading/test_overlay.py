"""One termbase on top of another: what adds, what replaces, what removes."""

from __future__ import annotations

from pathlib import Path

from house import KNOT, ROOM, THE_KNOT, write

import imsterms
from imsterms.facade import built_in
from imsterms.loading import load_termbase
from imsterms.termbase.runtime import PackagedData, write_packaged


def test_own_concepts_beside_the_built_in_ones(clinic: Path) -> None:
    write(clinic, ROOM)
    termbase = imsterms.load(clinic, base=True)
    glossary = termbase.glossary("en")
    assert len(glossary) == len(imsterms.glossary("en")) + 1
    room = glossary["our_back_room"]
    assert str(room.definition) == "room in which intramuscular stimulation is done"
    assert room in glossary["needle"].narrower
    assert "our_back_room" not in imsterms.glossary("en"), "the built-in termbase is as it was"
    assert imsterms.glossary("en")["needle"].relations.get("narrower") != glossary["needle"].relations["narrower"]
    assert not termbase.glossary("nn")["our_back_room"].has_term
    assert termbase.glossary("nb").articles["about_ims"].to_text()
    assert glossary.content_hash != imsterms.glossary("en").content_hash


def test_what_is_many_adds_and_a_dash_removes(clinic: Path) -> None:
    before = imsterms.glossary("en")["trigger_point"]
    write(clinic, 'trigger_point:\n  admitted: [sore spot | sore spots]\n  plain: "-"\n  codes: {own: {exact: [X1]}}\n')
    after = imsterms.load(clinic, base=True).glossary("en")["trigger_point"]
    assert set(after.admitted) == {*before.admitted, "sore spot"}
    assert before.plain and not after.plain
    assert after.term == before.term and str(after.definition) == str(before.definition)
    assert after.codes == {**before.codes, "own": {"exact": ("X1",)}}
    assert after.subject_field == before.subject_field


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


def test_a_clinic_says_what_speaks_against_needling_and_when_to_seek_help(clinic: Path) -> None:
    before = imsterms.glossary("en")["needle"]
    assert before.contraindication is None and before.advice == ()
    sign = next(iter(imsterms.glossary("en").structure["signs"]))
    write(clinic, f"needle:\n  contraindication: relative\n  advice: [{sign}]\n  basis: own\n  sources: []\n")
    after = imsterms.load(clinic, base=True).glossary("en")["needle"]
    assert (after.contraindication, after.basis) == ("relative", "own")
    assert len(after.advice) == 1
    assert after.sources == before.sources
    assert imsterms.glossary("en")["needle"].contraindication is None, "the built-in termbase is as it was"
