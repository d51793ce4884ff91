"""A clinic's own termbase, alone and laid over the built-in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from house import KNOT, write

import imsterms
from imsterms.errors import FileError, SourceError, UnknownLanguageError


def test_alone(clinic: Path) -> None:
    write(clinic, "room:\n  term: room\n  definition: place with a {wall}[plural]\nwall:\n  term: wall\n")
    termbase = imsterms.load(clinic)
    assert termbase.languages == ("en",)
    glossary = termbase.glossary("en-GB")
    assert list(glossary) == ["room", "wall"]
    assert str(glossary["room"].definition) == "place with a walls"
    assert glossary is termbase.glossary("en")
    assert glossary.label("relation.part_of") == "part of", "the words of the interface are always there"
    with pytest.raises(UnknownLanguageError):
        termbase.glossary("nb")


def test_a_clinic_negotiates_over_its_own_languages(clinic: Path) -> None:
    write(clinic, "room: {term: sala}\n")
    (clinic / "termbase.yaml").write_text("language: pl\noffered: [nn]\n", "utf-8")
    assert imsterms.load(clinic).negotiate("pl, nb;q=0.5", default="pl-PL") == "pl"
    both = imsterms.load(clinic, base=True)
    assert both.negotiate("pl, nb;q=0.5", default="en") == both.negotiate("pl", default="pl") == "pl"
    assert both.negotiate("da, nn;q=0.5", default="en") == "nn"


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


@pytest.mark.parametrize("base", [False, True])
def test_a_broken_text_is_named_with_its_line_and_left_out(
    clinic: Path, base: bool, caplog: pytest.LogCaptureFixture
) -> None:
    message = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'
    definition = message.format("room.definition", "place with a {wall}", "et sted med {vegg}")
    waiting = message.format("wall.definition", "side of a {room}", "side av et {room}")
    day = 'msgctxt "unit/day"\nmsgid "{count} day"\nmsgid_plural "{count} days"\n'
    day += 'msgstr[0] "dag"\nmsgstr[1] "{cuont} dager"\n'
    write(
        clinic,
        "room:\n  term: room\n  definition: place with a {wall}\nwall:\n  term: wall\n  definition: side of a {room}\n",
        nb="\n".join((definition, waiting, day)),
    )
    (clinic / "interface.yaml").write_text('units:\n  day: {text: "{count} day", plural: "{count} days"}\n', "utf-8")
    termbase = imsterms.load(clinic, base=base)
    path = "locales/nb/LC_MESSAGES/imsterms.po"
    [definition, day] = [record.getMessage() for record in caplog.records]
    assert definition.startswith(f"{path}:3: IMS105 broken-text: room.definition: there is no concept 'vegg'")
    assert day.startswith(f"{path}:11: IMS105 broken-text: unit/day: there is no concept 'cuont'")
    assert day.endswith("; the text is left out")
    glossary = termbase.glossary("nb", fallback=True)
    assert str(glossary["room"].definition) == "place with a wall"
    assert glossary["wall"].term == "wall"


def test_a_text_of_ours_that_a_clinics_term_breaks_is_named(clinic: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(clinic, nb=KNOT.replace("muskelknuter", "-"))
    glossary = imsterms.load(clinic, base=True).glossary("nb")
    named = [record.getMessage() for record in caplog.records]
    assert named and all("nb" in message and "plural" in message for message in named)
    assert all(any(context in message for message in named) for context in glossary.gaps)
