"""Whatever a foreign file holds becomes sources that are read back and served."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import imsterms
from imsterms.catalogs.files import catalogs
from imsterms.errors import ExchangeError, FileError, SourceError
from imsterms.exchange.intake import place
from imsterms.exchange.intake.imported import ImportedTermbase
from imsterms.exchange.intake.sources import write_sources
from imsterms.lexicon.text import concept_text

TRAPS = [
    "-",
    "--",
    "#",
    "a | b",
    "a # b",
    "x #",
    "{needle}",
    "{{}}",
    "}",
    "{a}[the plural]",
    "no",
    "null",
    "~",
    "1e3",
    "'",
    '"',
    ": x",
    "- x",
    "? x",
    "&a",
    "*a",
    "!!python/object:os.system",
    "%d %s",
    "\x00\x07",
    "a\x85b\u2028c\r\nd",
    "\ud800",
    "\ufeffBOM",
    "שלום‏",
    "e\u0301",
    "\\n",
    'msgid "x"',
    "x" * 500,
    "../../etc",
    "<b>&amp;</b>",
]
words = st.one_of(st.sampled_from(TRAPS), st.text(max_size=12))
ids = st.one_of(
    st.sampled_from(["a", "b", "A", "a-b", "../x", "", "1", "http://x/#y", "con", "x" * 99]), st.text(max_size=8)
)
tags = st.sampled_from(["en", "en-GB", "en_US", "nb", "no", "es", "zh-Hant", "..", "", "x" * 20, "pl"])
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking such a draw takes minutes
STATUSES = ["", "preferred", "Admitted", "do not use", "acronym", "variant", "plain", "lay", "odd word", "proposed"]


@st.composite
def foreign(draw: st.DrawFn) -> ImportedTermbase:
    """Draw a termbase as careless and hostile as files can be."""
    imported = ImportedTermbase()
    for _ in range(draw(st.integers(1, 4))):
        entry = imported.add(draw(ids))
        for tag in draw(st.lists(tags, min_size=1, max_size=3)):
            found = entry.words(tag)
            for status in draw(st.lists(st.sampled_from(STATUSES), max_size=5)):
                forms = (
                    {draw(words): draw(words), "plural": draw(words), "the": draw(words)} if draw(st.booleans()) else {}
                )
                term = found.add_term(draw(words), status, reason=draw(words))
                if term is not None:
                    term.forms.update(forms)
            found.add_text("definition", draw(words), literal=draw(st.booleans()))
            found.add_text("explanation", draw(words))
            found.add_note(draw(words), literal=draw(st.booleans()))
        entry.subject_field = draw(words)
        entry.part_of_speech = draw(st.sampled_from(["", "noun", "proper noun", "verb", "\n"]))
        for relation in draw(st.lists(st.sampled_from(["broader", "narrower", "part_of", "related", "odd: one"]))):
            entry.relate(relation, draw(ids))
        entry.add_code(draw(words), draw(words), draw(st.sampled_from(["exact", "close", "odd"])))
        entry.sources = draw(st.lists(words, max_size=2))
        entry.basis, entry.replaced_by = draw(words), draw(st.one_of(st.just(""), ids))
        entry.review = (
            draw(st.sampled_from(["none", "editorial", "odd"])),
            draw(st.sampled_from(["", "2026-11-22", "x"])),
        )
    return imported


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(imported=foreign())
def test_any_file_becomes_sources_that_load(imported: ImportedTermbase) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "own")
        try:
            conversion = write_sources(imported, target)
        except ExchangeError as error:
            assert "no concept with a term" in str(error)
            assert not os.path.exists(target)
            return
        outside = [path for path in Path(folder).rglob("*") if path.is_file() and not path.is_relative_to(target)]
        assert outside == []
        termbase = imsterms.load(target)
        for _, entry in conversion.entries:
            concept_id = entry.id
            if concept_id not in termbase.glossary(termbase.languages[0]):
                assert entry.replaced_by
                continue
            for tag, found in entry.languages.items():
                concept = termbase.glossary(tag)[concept_id]
                assert concept.has_term == (found.preferred is not None)
                if found.preferred is not None:
                    assert concept.term == found.preferred.text
                    assert str(concept.abbreviation or "") in (found.abbreviation, "")
                text = concept_text(concept.glossary, concept_id, "definition", strict=False)
                assert (text is None) == (not found.definition)
                assert len(concept.notes) == len(found.notes), (concept.notes, found.notes)
        # a second time nothing is left to put right
        assert [path.name for path in Path(folder).iterdir()] == ["own"]


def one(**terms: str) -> ImportedTermbase:
    imported = ImportedTermbase()
    entry = imported.add("a")
    for tag, term in terms.items():
        entry.words(tag).add_term(term, "preferred")
    return imported


def test_separators_of_lists_inside_a_word_are_said() -> None:
    imported = one(en="a")
    entry = imported.entries[0]
    entry.words("en").add_term("x | y # z", "admitted")
    entry.words("en").add_term("A", "admitted")
    entry.words("en").add_term("gone", "deprecated")
    with tempfile.TemporaryDirectory() as folder:
        write_sources(imported, f"{folder}/own")
        concept = imsterms.load(f"{folder}/own").glossary("en")["a"]
    assert concept.admitted == ("x / y no. z",)
    assert concept.variants == ("A",), "another spelling of the preferred term"
    assert concept.deprecated[0].reason == "no reason given"
    said = "\n".join(map(str, entry.report))
    assert "written 'x / y no. z'" in said and "'A': a variant here" in said


def test_references_to_nothing_are_plain_words() -> None:
    imported = one(en="a")
    imported.entries[0].words("en").add_text("definition", "see {a}[the], {b} and {a}[odd]", literal=False)
    with tempfile.TemporaryDirectory() as folder:
        write_sources(imported, f"{folder}/own")
        definition = imsterms.load(f"{folder}/own").glossary("en")["a"].definition
    assert str(definition) == "see a, {b} and a"
    assert len(imported.entries[0].report) == 3  # nobody has written the form with the article


def test_a_circle_is_broken_and_said() -> None:
    imported = one(en="a")
    other = imported.add("b")
    other.words("en").add_term("b", "preferred")
    other.relate("broader", "a")
    imported.entries[0].relate("broader", "b")
    imported.entries[0].relate("related", "b")
    with tempfile.TemporaryDirectory() as folder:
        write_sources(imported, f"{folder}/own")
        glossary = imsterms.load(f"{folder}/own").glossary("en")
    assert [concept.id for concept in glossary["a"].broader] + [one.id for one in glossary["b"].broader] == ["b"]
    reports = "\n".join(str(remark) for entry in imported.entries for remark in entry.report)
    assert "close a circle" in reports and "broader concept already" in reports


def test_catalogs_pass_gettexts_own_check(tmp_path: Path, require_tool: object) -> None:
    msgfmt = require_tool("msgfmt")  # type: ignore[operator]
    imported = one(en="100% {x}", nb="a", es="b")
    imported.entries[0].words("en").add_text("definition", "50% of {this}")
    imported.entries[0].words("nb").add_text("definition", "{noe} annet % s")
    write_sources(imported, str(tmp_path / "own"))
    import subprocess

    paths = [path for _, path in catalogs(str(tmp_path / "own" / "locales"))]
    assert len(paths) == 2
    for path in paths:
        subprocess.run([msgfmt, "-c", "-o", os.devnull, path], check=True)


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="before"), str(folder))
    before = content(folder)

    def fail(path: str) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(place, "read_bytes", fail)
    with pytest.raises(FileError, match="No space"):
        write_sources(one(en="after"), str(folder), force=True)
    assert content(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


def content(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


NB = "locales/nb/LC_MESSAGES/imsterms.po"


def test_a_second_import_keeps_what_people_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="needle", nb="nål"), str(folder))
    edit(folder, NB, '"nål"', '"spiss"')
    (folder / "concepts" / "mine.yaml").write_text("awl: {term: awl, definition: pointed tool}\n", "utf-8")
    (folder / "locales" / "README.md").write_text("Ask Kari.\n", "utf-8")
    write_sources(one(en="needle", nb="nål", nn="nål"), str(folder), force=True)
    glossary = imsterms.load(folder).glossary("nb")
    assert (glossary["a"].term, (folder / "locales" / "README.md").read_text("utf-8")) == ("spiss", "Ask Kari.\n")
    assert "awl" in imsterms.load(folder).glossary("en")
    assert imsterms.load(folder).glossary("nn")["a"].term == "nål"


def test_a_second_import_replaces_what_the_first_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="needle", nb="nål", nn="nål"), str(folder))
    write_sources(one(en="needle", nb="spiss"), str(folder), force=True)
    write_sources(one(en="needle", nb="spiss"), str(tmp_path / "new"))
    assert content(folder) == content(tmp_path / "new")


def test_other_files_that_were_edited_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="needle", nb="nål"), str(folder))
    edit(folder, "concepts/general.yaml", "needle", "awl")
    before = content(folder)
    with pytest.raises(FileError, match=r"concepts/general\.yaml: edited since the import"):
        write_sources(one(en="pin", nb="nål"), str(folder), force=True)
    assert content(folder) == before


def test_what_people_added_must_go_with_what_is_imported(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="needle"), str(folder))
    (folder / "concepts" / "mine.yaml").write_text("a: {term: awl, definition: pointed tool}\n", "utf-8")
    before = content(folder)
    with pytest.raises(SourceError, match="'a' is defined a second time"):
        write_sources(one(en="pin"), str(folder), force=True)
    assert content(folder) == before


def test_an_interrupted_import_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "own"
    write_sources(one(en="needle", nb="nål"), str(folder))
    write = place.write_atomically

    def stop(path: str, text: str | bytes) -> None:
        if str(path).startswith(str(folder)) and path.endswith("import-files.json"):
            raise OSError(4, "Interrupted")
        write(path, text)

    monkeypatch.setattr(place, "write_atomically", stop)
    with pytest.raises(FileError, match="Interrupted"):
        write_sources(one(en="pin", nb="stift"), str(folder), force=True)
    monkeypatch.undo()
    write_sources(one(en="pin", nb="stift"), str(folder), force=True)
    write_sources(one(en="pin", nb="stift"), str(tmp_path / "new"))
    assert content(folder) == content(tmp_path / "new")


@pytest.mark.skipif(os.name != "posix", reason="folders are locked")
def test_imports_into_one_folder_wait_for_each_other_and_clear_up_after_a_killed_one(tmp_path: Path) -> None:
    killed = tmp_path / ".imsterms-import-killed"
    (killed / "new").mkdir(parents=True)
    write_sources(one(en="first"), str(tmp_path / "own"))
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
    with ThreadPoolExecutor(4) as pool:
        terms = [f"term{number}" for number in range(8)]
        list(pool.map(lambda term: write_sources(one(en=term), str(tmp_path / "own"), force=True), terms))
    term = imsterms.load(tmp_path / "own").glossary("en")["a"].term
    assert term in terms
    write_sources(one(en="last"), str(tmp_path / "own"), force=True)  # every file is as an import wrote it
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
